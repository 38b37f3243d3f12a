/**
 * The measures of a recovered article against the clean one: the same that an EPUB is scored by, taken on the issue.
 *
 * Headings F1 of headings in their order · levels share of headings with their rank · paragraphs F1 of paragraphs that
 * begin and end as the clean ones · notes share of notes that stand after the same words and say the same · precision the
 * same of the notes found · lost, added characters missing and extra, as a share · strict share of paragraphs equal in
 * every mark and width · meta share of title, people, abstract, keywords and numbers in their fields.
 */
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import { editDistance, fold, matched, strict } from './wording.js';
import type { Fields, FlatBlock, RecoveredText } from './recovered-article.js';

export const measureNames = [
  'headings',
  'levels',
  'paragraphs',
  'notes',
  'precision',
  'lost',
  'added',
  'strict',
  'meta',
] as const;
export type Measures = Record<(typeof measureNames)[number], number>;

/** What a measure says when all is well; every other value is worse. */
export const perfect: Measures = {
  headings: 1,
  levels: 1,
  paragraphs: 1,
  notes: 1,
  precision: 1,
  lost: 0,
  added: 0,
  strict: 1,
  meta: 1,
};

/** The mean of several. */
export function meanOf(all: Measures[]): Measures {
  return Object.fromEntries(
    measureNames.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0) / all.length]),
  ) as Measures;
}

/** Of an article that is not found: the worst, so that finding it makes no measure worse. */
const nothing: Measures = {
  headings: 0,
  levels: 0,
  paragraphs: 0,
  notes: 0,
  precision: 0,
  lost: 1,
  added: 1,
  strict: 0,
  meta: 0,
};

const apparatus =
  /^(?:(?:内容)?(?:摘要|提要|关键词|作者简介|注释|脚注|参考文献|abstract|notes|footnotes|keywords|english.*|英文.*))$/iu;
const noteLead = /^\s*(?:[[(（〔]\d{1,3}[\])）〕]|[①-⑳㉑-㉟㊱-㊿]|[*＊]|\d{1,3}(?=[.、:：\s]))[\s.、:：]*/u;

/** What was and was not met, in words, for whoever looks into a bad row. */
export type Remarks = string[];

/**
 * @param found everything the raw text became, in reading order
 * @param remarks filled when given
 * @param next titles of the articles behind this one, where the text holds several
 */
export function measure(
  clean: CleanArticle,
  found: RecoveredText,
  remarks: Remarks = [],
  next: readonly string[] = [],
): Measures {
  const title = fold(clean.title);
  const { blocks } = found;
  const places = (fits: (block: FlatBlock, text: string) => boolean): number[] =>
    blocks.flatMap((block, i) => (fits(block, fold(block.text)) ? [i] : []));
  const isHead = ({ kind }: FlatBlock): boolean => kind === 'heading';
  const candidates = [
    places((block, text) => isHead(block) && text === title),
    places((block, text) => isHead(block) && (text.includes(title) || (text.length > 6 && title.includes(text)))),
    places((_, text) => text === title),
  ].find((list) => list.length > 0);
  if (!candidates) {
    remarks.push(`title not found: ${clean.title}`);
    return { ...nothing };
  }
  const weight = (from: number): number =>
    blocks.slice(from, from + 40).reduce((sum, { text }) => sum + text.length, 0);
  const start = candidates.reduce((best, one) => (weight(one) > weight(best) ? one : best));
  const others = new Set(next.map(fold));
  const end = blocks.findIndex((block, i) => i > start && isHead(block) && others.has(fold(block.text)));
  const body = blocks.slice(start, end < 0 ? undefined : end);
  const fields = found.articles[blocks[start]!.article]!;
  const metas = fold(metaOf(clean).join(' '));

  // headings
  const gold = clean.blocks.filter((block) => block.kind === 'heading');
  const goldHeads = gold.map(({ text }) => fold(text.replace(calls, '')));
  const heads = body.filter((block) => isHead(block) && fold(block.text) !== title);
  const kept = heads.filter(({ text }) => goldHeads.includes(fold(text)) || !apparatus.test(fold(text)));
  const keptTexts = kept.map(({ text }) => fold(text));
  const headings = f1(matched(goldHeads, keptTexts), goldHeads.length, keptTexts.length);
  const ranksOf = (levels: number[]): Map<number, number> =>
    new Map([...new Set(levels)].sort((a, b) => a - b).map((level, i) => [level, i]));
  const rank = ranksOf(kept.filter(({ text }) => goldHeads.includes(fold(text))).map(({ level }) => level));
  const goldRank = ranksOf(gold.map((block) => block.rank));
  const rankOf = new Map<string, number | undefined>();
  for (const { level, text } of kept) if (!rankOf.has(fold(text))) rankOf.set(fold(text), rank.get(level));
  const right = gold.filter((block, i) => rankOf.get(goldHeads[i]!) === goldRank.get(block.rank)).length;
  const levels = gold.length > 0 ? right / gold.length : 1;
  note(remarks, 'heading missed', minus(goldHeads, keptTexts));
  note(remarks, 'heading invented', minus(keptTexts, goldHeads));

  // paragraphs
  const goldParagraphs = clean.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'caption' || block.kind === 'source'
      ? [block.text.replace(calls, '')]
      : [],
  );
  const keyOf = (text: string): string => `${text.slice(0, 8)}…${text.slice(-8)}`;
  const goldKeys = goldParagraphs.map((text) => keyOf(fold(text)));
  const inGold = new Set(goldKeys);
  const paragraphs = body
    .filter(({ kind, text }) => kind === 'paragraph' && fold(text) !== '')
    .map(({ text }) => fold(text));
  const counted = paragraphs
    .filter(
      (text) =>
        inGold.has(keyOf(text)) ||
        (text.length > 30 && !metas.includes(text.slice(0, 20)) && !metas.includes(text.slice(0, 7))),
    )
    .map(keyOf);
  note(remarks, 'paragraph missed', minus(goldKeys, counted));
  note(remarks, 'paragraph invented', minus(counted, goldKeys));

  // notes
  const own = [clean.titleNote ?? '', ...clean.bios].filter(Boolean).map((text) => fold(text).slice(0, 10));
  const out = body
    .flatMap(({ text, calls }) =>
      calls.map(
        ({ at, note }) => [fold(text.slice(0, at)).slice(-8), fold(note.trim().replace(noteLead, ''))] as const,
      ),
    )
    .filter(([, text]) => !own.some((lead) => text.startsWith(lead)));
  const want = clean.blocks.flatMap((block) => {
    if (!('text' in block)) return [];
    return [...block.text.matchAll(calls)].map(({ 0: call, index }) => {
      const before = fold(block.text.slice(0, index).replace(calls, '')).slice(-8);
      return [before, fold(clean.notes[noteOf(call)]!)] as const;
    });
  });
  const pool = [...out];
  let met = 0;
  for (const [before, text] of want) {
    const at = pool.findIndex(
      ([place, words]) =>
        place.slice(-5) === before.slice(-5) &&
        words.slice(0, 12) === text.slice(0, 12) &&
        Math.abs(words.length - text.length) <= Math.max(3, 0.06 * text.length),
    );
    if (at < 0) {
      remarks.push(`note not met: after ${before}: ${text.slice(0, 24)}`);
      continue;
    }
    met++;
    pool.splice(at, 1);
  }
  note(
    remarks,
    'note invented',
    pool.map(([before, text]) => `after ${before}: ${text.slice(0, 24)}`),
  );

  // wording; the words of tables are part of it, whatever became of their cells
  const goldText = fold(
    clean.blocks.map((block) => ('text' in block ? block.text.replace(calls, '') : wordsOf(block))).join(''),
  );
  const foundText = body
    .slice(fold(body[0]!.text) === title ? 1 : 0)
    .filter(({ kind, text }) => kind !== 'front' && (kind !== 'paragraph' || isOwn(fold(text), metas)))
    .map(({ text }) => fold(text))
    .join('');
  const { deleted, inserted } = editDistance(goldText, foundText);
  const exact = new Set(body.map(({ text }) => strict(text)));
  note(
    remarks,
    'not strict',
    goldParagraphs
      .map(strict)
      .filter((text) => !exact.has(text))
      .map((text) => `${text.slice(0, 60)}…`),
  );
  return {
    headings,
    levels,
    paragraphs: f1(matched(goldKeys, counted), goldKeys.length, counted.length),
    notes: want.length > 0 ? met / want.length : 1,
    precision: out.length > 0 ? met / out.length : want.length > 0 ? 0 : 1,
    lost: deleted / Math.max(1, goldText.length),
    added: inserted / Math.max(1, goldText.length),
    strict: goldParagraphs.filter((text) => exact.has(strict(text))).length / Math.max(1, goldParagraphs.length),
    meta: metaShare(clean, fields, remarks),
  };
}

function isOwn(text: string, metas: string): boolean {
  return !metas.includes(text.slice(0, 20)) || text.length < 4;
}

function wordsOf(block: CleanArticle['blocks'][number]): string {
  return block.kind === 'table' ? block.rows.flat().join('') : '';
}

function metaOf(clean: CleanArticle): string[] {
  const { title, titleNote, authors, abstract, keywords, bios, clc, documentCode, articleId, editor, english } = clean;
  return [title, titleNote, ...authors, abstract, ...keywords, ...bios, clc, documentCode, articleId, editor]
    .concat(english ? [english.title, ...english.authors, english.abstract, ...english.keywords] : [])
    .filter((value) => value !== undefined);
}

/** All articles that a damaged text holds, as one. */
export function measureAll(articles: CleanArticle[], found: RecoveredText, remarks: Remarks = []): Measures {
  return meanOf(
    articles.map((article, i) =>
      measure(
        article,
        found,
        remarks,
        articles.slice(i + 1).map(({ title }) => title),
      ),
    ),
  );
}

/** Stricter than where only a file is at hand: each thing must stand in its own field. */
function metaShare(clean: CleanArticle, found: Fields, remarks: Remarks): number {
  const wanted: [string, string | undefined, string[]][] = [
    ['title', clean.title, [found.title]],
    ['title note', clean.titleNote, [found.titleNote ?? '']],
    ['abstract', clean.abstract, [found.abstract]],
    ['clc', clean.clc, [found.clc ?? '']],
    ['article id', clean.articleId, [found.articleId ?? '']],
    ['editor', clean.editor, found.editors],
    ['english title', clean.english?.title, [found.english?.title ?? '']],
    ['english abstract', clean.english?.abstract, [found.english?.abstract ?? '']],
    ...clean.authors.map((author): [string, string, string[]] => ['author', author, found.authors]),
    ...clean.keywords.map((word): [string, string, string[]] => ['keyword', word, found.keywords]),
  ];
  const bios = fold(found.bios.join(''));
  let asked = 0;
  let there = 0;
  const ask = (name: string, value: string, isThere: boolean): void => {
    asked++;
    if (isThere) there++;
    else remarks.push(`${name} missing: ${value.slice(0, 30)}`);
  };
  for (const [name, value, where] of wanted)
    if (value !== undefined)
      ask(
        name,
        value,
        where.some((one) => fold(one) === fold(value)),
      );
  for (const bio of clean.bios) ask('bio', bio, bios.includes(fold(bio)));
  return asked > 0 ? there / asked : 1;
}

function f1(hits: number, gold: number, found: number): number {
  if (gold === 0 && found === 0) return 1;
  return hits === 0 ? 0 : (2 * hits) / (gold + found);
}

function minus(these: string[], those: string[]): string[] {
  const left = new Set(those);
  return these.filter((one) => !left.has(one));
}

function note(remarks: Remarks, what: string, list: string[]): void {
  for (const one of list) remarks.push(`${what}: ${one}`);
}
