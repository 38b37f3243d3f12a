/** A made issue in, what a person sees of it out. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { toString } from 'mdast-util-to-string';
import { messages, type Message } from '../messages/index.js';
import type { Article, RawText, Severity } from '../model/index.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { pointAt } from '../diagnostics/index.js';
import { pagePlaceAt, type PagePlace } from '../positions/page-place.js';
import { recordItems, ruleOf, writtenRecord } from '../stages/revise/index.js';
import { unknownWords } from '../vocabulary/characters.js';
import { articleBlocks } from './blocks.js';
import type {
  ArticleFacts,
  AsideEntry,
  Block,
  Choice,
  Look,
  OpenQuestion,
  RecordEntry,
  SourceSpan,
  TextFacts,
} from './types.js';

/** What is seen, and the blocks of each article. */
export interface Seen {
  look: Look;
  blocks: Map<string, Block[]>;
}

/** Facts of `issue.yaml` that a person is asked for. */
export const issueFacts = [
  'journal',
  'title',
  'subtitle',
  'author',
  'translator',
  'editor',
  'year',
  'volume',
  'number',
  'total',
  'date',
  'issn',
  'cn',
  'isbn',
  'publisher',
  'editors',
  'description',
  'rights',
] as const;

export function lookAt(made: MadeIssue): Seen {
  const { source, raws, issue } = made;
  const numbers = new Map(raws.map(({ name }, i) => [name, i]));
  const blocks = new Map<string, Block[]>();
  const articles: ArticleFacts[] = (issue?.articles ?? []).map((article) => {
    const text = numbers.get(article.raw.name)!;
    const own = articleBlocks(article, text, recordsWithin(made, article.raw));
    blocks.set(article.id, own);
    return factsOf(article, own, text);
  });
  const questions = made.files.flatMap((file) => questionsOf(file, numbers, raws, source.folder));
  giveArticles(questions, articles);
  return {
    look: {
      slug: source.slug,
      title: issue?.meta.title ?? source.slug,
      workingTitle: issue?.meta.workingTitle ?? true,
      language: issue?.meta.language ?? 'zh-Hans',
      ok: made.files.every((file) => file.messages.every(({ fatal }) => fatal !== true)),
      facts: Object.fromEntries(
        issueFacts.flatMap((key) => {
          const value = source.config[key];
          if (value === undefined) return [];
          return [[key, Array.isArray(value) ? value.map(nameOf) : String(value)]];
        }),
      ),
      texts: raws.map((raw) => textFacts(raw, made)),
      articles,
      questions,
      answered: made.files.reduce((sum, { messages: said }) => sum + said.filter(({ answered }) => answered).length, 0),
      aside: asideOf(made, numbers),
      records: recordsOf(made, numbers),
    },
    blocks,
  };
}

const nameOf = (said: unknown): string => (typeof said === 'string' ? said : ((said as { name?: string }).name ?? ''));

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Lines of the records that act within raw offsets of a text. */
function recordsWithin({ applied }: MadeIssue, { name }: RawText): (start: number, end: number) => number[] {
  const own = applied.filter(({ file, correction }) => file === name && correction.key !== 'accept');
  return (start, end) => [
    ...new Set(own.filter(({ span }) => span.start < end && span.end > start).map(({ correction }) => correction.line)),
  ];
}

function textFacts(raw: RawText, { trees, source }: MadeIssue): TextFacts {
  const kind = trees.find((tree) => tree.raw === raw)?.survey.kind;
  return {
    file: inFolder(source.folder, raw.path),
    characters: raw.text.length,
    lines: pointAt(raw, raw.text.length).line,
    ...(kind && { kind }),
    digest: raw.digest,
    ...(raw.paged && { pages: raw.paged.pageCount }),
  };
}

const inFolder = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');

function factsOf(article: Article, blocks: Block[], text: number): ArticleFacts {
  const spans = blocks.flatMap(({ at }) => (at ? [at] : []));
  const start = Math.min(...spans.map((one) => one.start));
  const end = Math.max(...spans.map((one) => one.end));
  const at: SourceSpan = spans.length > 0 ? { text, start, end } : { text, start: 0, end: 0 };
  return {
    id: article.id,
    title: toString({ type: 'paragraph', children: article.title }),
    workingTitle: article.workingTitle,
    ...(article.subtitle && { subtitle: toString({ type: 'paragraph', children: article.subtitle }) }),
    authors: article.contributors.map(({ name }) => name),
    ...(article.column !== undefined && { column: article.column }),
    ...(article.firstPage !== undefined && { firstPage: article.firstPage }),
    at,
    line: pointAt(article.raw, at.start).line,
    headings: blocks.filter(({ kind }) => kind === 'heading').length,
    paragraphs: blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote').length,
    notes: new Set(blocks.flatMap(({ note }) => note ?? [])).size,
    characters: blocks.reduce((sum, { words }) => sum + words.length, 0),
    questions: 0,
    digest: digestOf(blocks),
  };
}

function questionsOf(
  file: VFile,
  numbers: ReadonlyMap<string, number>,
  raws: readonly RawText[],
  folder: string,
): OpenQuestion[] {
  const seen = new Map<string, number>();
  const text = numbers.get(file.path);
  const raw = text === undefined ? undefined : raws[text];
  return file.messages
    .filter(({ fatal, answered }) => fatal !== undefined && !answered)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map((message): OpenQuestion => {
      const at = text === undefined ? undefined : spanOf(message, text);
      const rule = ruleOf(message);
      const content: Message = message.content ?? messages.other(message.reason);
      const place = `${text ?? path.basename(file.path)}:${rule}:${at?.start ?? message.line ?? ''}`;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      const onPage = at && raw?.paged ? pagePlaceAt(raw.paged, at.start) : undefined;
      const { question } = message;
      return {
        id: digestOf([place, nth]),
        rule,
        severity: (message.fatal ? 'fatal' : 'warning') satisfies Severity,
        message: content,
        confidence: question?.confidence ?? 'likely',
        ...(question?.weight !== undefined && { weight: question.weight }),
        ...(question?.reading !== undefined && { reading: question.reading }),
        file: raw ? inFolder(folder, raw.path) : path.basename(file.path),
        ...(message.line && { line: message.line }),
        ...(at && { at }),
        ...(onPage && { onPage: onPage as PagePlace }),
        choices: (message.records ?? []).map(choiceOf),
      };
    });
}

function spanOf({ place }: VFileMessage, text: number): SourceSpan | undefined {
  if (!place || !('start' in place) || place.start.offset === undefined) return undefined;
  return { text, start: place.start.offset, end: Math.max(place.start.offset, place.end.offset ?? 0) };
}

function choiceOf({ reading, record }: { reading?: string; record: Record<string, string> }): Choice {
  const supply = Object.keys(record).find((key) => record[key]!.includes(unknownWords) && key !== 'find');
  return {
    ...(reading !== undefined && { reading }),
    key: Object.keys(record)[0]!,
    record,
    ...(supply !== undefined && { supply }),
  };
}

function giveArticles(questions: OpenQuestion[], articles: ArticleFacts[]): void {
  for (const question of questions) {
    const { at } = question;
    if (!at) continue;
    const ofText = articles.filter((article) => article.at.text === at.text);
    const article = ofText.findLast((one) => one.at.start <= at.start) ?? ofText[0];
    if (!article) continue;
    question.article = article.id;
    article.questions += 1;
  }
}

function asideOf({ issue, trees, raws }: MadeIssue, numbers: ReadonlyMap<string, number>): AsideEntry[] {
  const entries = issue?.ledger.aside ?? trees.flatMap(({ ledger }) => ledger.aside);
  const seen = new Map<string, number>();
  return entries
    .flatMap(({ rule, text: words, span, file, block }): AsideEntry[] => {
      const text = numbers.get(file);
      const raw = text === undefined ? undefined : raws[text];
      if (text === undefined || !raw || words.trim() === '') return [];
      const place = `${text}:${rule}:${span.start}:${span.end}`;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      const onPage = raw.paged && pagePlaceAt(raw.paged, span.start);
      return [
        {
          id: digestOf([place, nth]),
          rule,
          words,
          at: { text, ...span },
          line: pointAt(raw, span.start).line,
          ...(onPage && { onPage }),
          ...(block && { keep: toString(block) }),
        },
      ];
    })
    .sort((a, b) => a.at.text - b.at.text || a.at.start - b.at.start);
}

function recordsOf(made: MadeIssue, numbers: ReadonlyMap<string, number>): RecordEntry[] {
  const { text = '', file = '' } = made.source.corrections ?? {};
  const said = made.files.find((one) => one.path === file)?.messages ?? [];
  const answers = made.files.flatMap(({ messages: all }) => all.flatMap(({ answered }) => answered?.line ?? []));
  return recordItems(text).map(({ line }): RecordEntry => {
    const own = made.applied.filter(({ correction }) => correction.line === line);
    const refusal = said.find(
      (message) => message.line === line && message.fatal === false && message.source === 'revise',
    );
    const yaml = writtenRecord(text, line) ?? '';
    return {
      line,
      key: own[0]?.correction.key ?? /^\s*-\s*\{?\s*([^\s:：]+)/u.exec(yaml)?.[1] ?? '',
      yaml,
      applied: own.map(({ span, file: name, shown, article }) => {
        const number = numbers.get(name);
        return {
          ...(number !== undefined && { at: { text: number, ...span } }),
          ...shown,
          ...(article && { article }),
        };
      }),
      ...(refusal?.content && { refused: refusal.content }),
      answers: answers.filter((one) => one === line).length,
    };
  });
}
