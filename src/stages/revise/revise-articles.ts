/** Articles as they were read in, the same with what the editor says of them: title, people, abstract, numbers. */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Ledger, Article, Span } from '../../model/index.js';
import { fileMessage } from '../../messages/file-message.js';
import { messages, type Message } from '../../messages/index.js';
import { callsIn } from '../restore/blocks.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import type { Applied } from './applied.js';
import type { Correction, Corrections } from './correction.js';
import { Refusal } from './record-kind.js';
import { isFile } from './find-words.js';
import { searchable } from './flows.js';
import { nearestText } from './nearest-words.js';
import { articleKeys, type ArticleRecord } from './records/article.js';

type Field = keyof typeof articleKeys;

/** What stands in a field now, and how to put other words there; words of the edition only where the ledger counts them. */
interface Slot {
  read(article: Article): string[];
  write(article: Article, said: string[]): void;
  /** All words that the field holds, where those are more than a person says of it. */
  all?(article: Article): string[];
  /** False for what stands in no text: the ledger does not count it. */
  counted?: false;
}

const slots: Record<Field, Slot> = {
  title: {
    read: ({ title, workingTitle }) => (workingTitle ? [] : [toString(title)]),
    write: (article, [said]) => Object.assign(article, { title: line(said!, article.title), workingTitle: false }),
  },
  subtitle: {
    read: ({ subtitle }) => (subtitle ? [toString(subtitle)] : []),
    write: (article, [said]) => void (article.subtitle = line(said!, article.subtitle)),
  },
  authors: {
    read: ({ contributors }) => contributors.map(({ name }) => name),
    all: ({ contributors }) => contributors.map(({ name, affiliation = '' }) => name + affiliation),
    write: (article, said) => {
      const known = article.contributors;
      // who is named again keeps his place of work; so does who stands in the place of a misread name
      article.contributors = said.map((name, i) => {
        const same = known.find((one) => one.name === name) ?? (said.length === known.length ? known[i] : undefined);
        return { ...(same ?? { role: 'author' }), name };
      });
    },
  },
  column: single('column', false),
  abstract: {
    read: ({ abstract }) => abstract.map((node) => toString(node)),
    write: (article, said) => void (article.abstract = paragraphs(said[0]!, article.abstract)),
  },
  keywords: list('keywords'),
  bios: {
    read: ({ bios }) => bios.map((bio) => toString(bio)),
    write: (article, said) => void (article.bios = said.map((bio, i) => line(bio, article.bios[i]))),
  },
  clc: single('clc'),
  documentCode: single('documentCode'),
  articleId: single('articleId'),
  doi: single('doi'),
  fund: {
    read: ({ fund }) => (fund ? [toString(fund)] : []),
    write: (article, [said]) => void (article.fund = line(said!, article.fund)),
  },
  received: single('received'),
  editors: list('editors'),
  firstPage: {
    read: ({ firstPage }) => (firstPage === undefined ? [] : [String(firstPage)]),
    write: (article, [said]) => void (article.firstPage = Number(said)),
    counted: false,
  },
  englishTitle: {
    read: ({ english }) => (english?.title === undefined ? [] : [english.title]),
    write: (article, [said]) => void (englishOf(article).title = said!),
  },
  englishAuthors: {
    read: ({ english }) => english?.authors ?? [],
    write: (article, said) => void (englishOf(article).authors = said),
  },
  englishAbstract: {
    read: ({ english }) => (english?.abstract ?? []).map((node) => toString(node)),
    write: (article, said) => {
      const english = englishOf(article);
      english.abstract = paragraphs(said[0]!, english.abstract);
    },
  },
  englishKeywords: {
    read: ({ english }) => english?.keywords ?? [],
    write: (article, said) => void (englishOf(article).keywords = said),
  },
};

function single(field: 'column' | 'clc' | 'documentCode' | 'articleId' | 'doi' | 'received', counted = true): Slot {
  return {
    read: (article) => (article[field] === undefined ? [] : [article[field]]),
    write: (article, [said]) => void (article[field] = said!),
    ...(!counted && { counted: false }),
  };
}

function list(field: 'keywords' | 'editors'): Slot {
  return { read: (article) => article[field], write: (article, said) => void (article[field] = said) };
}

function englishOf(article: Article): NonNullable<Article['english']> {
  return (article.english ??= { authors: [], abstract: [], keywords: [] });
}

/** New words, with the calls of notes that stood among the old ones behind them. */
function line(said: string, before: Nodes[] = []): PhrasingContent[] {
  const [first] = before;
  const text: PhrasingContent = { type: 'text', value: said, ...(first?.position && { position: first.position }) };
  return [text, ...callsIn(before)];
}

function paragraphs(said: string, before: RootContent[]): RootContent[] {
  const made = said
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph): Paragraph => ({ type: 'paragraph', children: line(paragraph.trim().replace(/\s*\n\s*/g, ' ')) }));
  made.at(-1)?.children.push(...callsIn(before));
  return made;
}

/** What a record says of one field of its article. */
interface Said {
  correction: Correction<ArticleRecord>;
  article: Article;
  field: Field;
  words: string[];
}

/**
 * Alters articles in place. What cannot be applied is a warning on its line.
 *
 * @param ledger of the issue
 * @returns what was applied, without the ids of articles
 */
export function reviseArticles(articles: Article[], corrections: Corrections, ledger: Ledger): Applied[] {
  const complain = ({ line }: Correction, rule: string, reason: Message): void => {
    fileMessage(corrections.file, reason, { place: { line, column: 1 }, source: 'revise', ruleId: rule }).fatal = false;
  };
  const all = corrections.records
    .filter((one): one is Correction<ArticleRecord> => one.key === 'article')
    .flatMap((correction) => {
      try {
        return saidIn(correction, articles);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        complain(correction, error.rule, error.content);
        return [];
      }
    });
  return all.flatMap((said): Applied[] => {
    const other = all.find((one) => one !== said && one.article === said.article && one.field === said.field);
    if (!other) return [write(said, ledger)];
    complain(said.correction, 'alone', messages.revise.conflict(said.correction.record.article, other.correction.line));
    return [];
  });
}

/** @throws Refusal where the record names no article, or says nothing new */
function saidIn(correction: Correction<ArticleRecord>, articles: Article[]): Said[] {
  const { record } = correction;
  const { searched: wanted } = searchable(record.article);
  const named = articles.filter(({ raw }) => record.in === undefined || isFile(raw, record.in));
  const found = named.filter(({ title }) => searchable(toString(title)).searched.startsWith(wanted));
  const exact = found.filter(({ title }) => searchable(toString(title)).searched === wanted);
  const titles = named.map(({ title }) => toString(title));
  const [article, second] = found.length > 1 && exact.length > 0 ? exact : found;
  if (!article)
    throw new Refusal('found', messages.revise.noArticle(record.article, nearestText(titles, record.article)));
  if (second) throw new Refusal('counted', messages.revise.manyArticles(record.article, found.length));
  const said = (Object.keys(articleKeys) as Field[]).flatMap((field): Said[] => {
    const value = record[field];
    const words = [value ?? []].flat().map(String);
    if (value === undefined || same(slots[field].read(article), words)) return [];
    return [{ correction, article, field, words }];
  });
  if (said.length === 0) throw new Refusal('changes', messages.revise.articleAlready(record.article));
  return said;
}

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

function write({ correction, article, field, words }: Said, ledger: Ledger): Applied {
  const slot = slots[field];
  const span = spanOf(article);
  const held = slot.all ?? slot.read;
  const [before, all] = [slot.read(article), held(article)];
  slot.write(article, words);
  if (slot.counted !== false) {
    ledger.changes.push({
      rule: 'revise:article',
      law: 'letters',
      before: withoutBlanks(all.join('')),
      after: withoutBlanks(held(article).join('')),
      span,
      file: article.raw.name,
    });
  }
  return {
    correction,
    file: article.raw.name,
    span,
    shown: { before: `${field}: ${before.join('、')}`, after: `${field}: ${words.join('、')}` },
  };
}

/** Raw offsets of the title, as far as they are known. */
function spanOf({ title }: Article): Span {
  const [first] = title;
  return { start: first?.position?.start.offset ?? 0, end: title.at(-1)?.position?.end.offset ?? 0 };
}
