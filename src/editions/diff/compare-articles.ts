/** What changed in an article: its record in two editions in, changes in reading order out. */
import type { ArticleRecord } from '../edition-record.js';
import type { TextNote } from '../article-text.js';
import { findChanges, type ChangedRange } from './find-changes.js';
import { pairNotes, type NotePair } from './pair-notes.js';
import { blankBefore, tokenStream, wordsBetween, type TokenStream } from './token-stream.js';

/** Words that stand on either side of a change, in both editions. */
interface Surroundings {
  left: string;
  right: string;
}

/** A place in the text of the old edition. */
interface InText {
  /** Characters of the document before it, as pages count them. */
  offset: number;
  /** The number printed on its page, where that edition was printed. */
  page?: string;
}

/** One thing that a reader would see. */
export type Change =
  | (Surroundings & InText & { kind: 'words'; part: string; before: string; after: string })
  | (Surroundings & InText & { kind: 'joined' | 'split'; part: string })
  | (InText & { kind: 'part'; before: string; after: string; words: string })
  | (Surroundings & InText & { kind: 'call-moved'; note: number })
  | { kind: 'note-added' | 'note-removed'; note: number; words: string }
  | (Surroundings & { kind: 'note-changed'; note: number; before: string; after: string });

/** Changes and where places of the old text stand in the new one. */
export interface ArticleComparison {
  changes: Change[];
  /** Characters before a place in the new text, from those in the old one, as pages count them. */
  newOffset(old: number): number;
}

/** Tokens shown on either side. */
const surroundings = 8;
/** Tokens in common that do not part two changes. */
const least = 2;

export function compareArticles(before: ArticleRecord, after: ArticleRecord): ArticleComparison {
  const pairs = pairNotes(before.notes, after.notes);
  const keys = noteKeys(pairs);
  const a = tokenStream(before, (note) => keys.before.get(note) ?? `? ${note}`);
  const b = tokenStream(after, (note) => keys.after.get(note) ?? `? ${note}`);
  const ranges = findChanges(a, b);
  const changes = [...gathered(ranges, a).flatMap((range) => describe(a, b, range, keys)), ...noteChanges(pairs)];
  return { changes, newOffset: (old) => mapped(a, b, ranges, old) };
}

interface NoteKeys {
  before: Map<number, string>;
  after: Map<number, string>;
}

/** Notes of a pair are called by the same key. */
function noteKeys(pairs: readonly NotePair[]): NoteKeys {
  const keys: NoteKeys = { before: new Map(), after: new Map() };
  pairs.forEach(({ before, after }, i) => {
    const alone = !before || !after;
    if (before) keys.before.set(before.number, `${alone ? '-' : '='}${i}`);
    if (after) keys.after.set(after.number, `${alone ? '+' : '='}${i}`);
  });
  return keys;
}

/** Changes with next to nothing between them are one, where no block ends there. */
function gathered(ranges: readonly ChangedRange[], { tokens }: TokenStream): ChangedRange[] {
  const out: ChangedRange[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    const between = last ? tokens.slice(last.a[1], range.a[0]) : [];
    const near = last && range.a[0] - last.a[1] < least && between.every(({ kind }) => kind === 'word');
    if (near && isWords(last, tokens) && isWords(range, tokens)) {
      last.a[1] = range.a[1];
      last.b[1] = range.b[1];
    } else out.push({ a: [...range.a], b: [...range.b] });
  }
  return out;
}

const isWords = ({ a }: ChangedRange, tokens: TokenStream['tokens']): boolean =>
  tokens.slice(...a).every(({ kind }) => kind === 'word');

function describe(a: TokenStream, b: TokenStream, range: ChangedRange, keys: NoteKeys): Change[] {
  const [removed, added] = [a.tokens.slice(...range.a), b.tokens.slice(...range.b)];
  const { offset } = a.tokens[Math.min(range.a[0], a.tokens.length - 1)] ?? { offset: 0 };
  const around = surroundingsOf(a, range);
  const part = a.blocks[a.tokens[Math.max(0, range.a[0] - 1)]?.block ?? 0]?.kind ?? 'p';
  const all = [...removed, ...added];
  if (all.every(({ kind }) => kind === 'call')) {
    // calls of notes that came or went are told of with the note
    return added
      .filter(({ key }) => key.startsWith('^='))
      .map(({ key }) => ({ kind: 'call-moved', note: numberOf(keys.after, key), ...around, offset }));
  }
  const [edge] = removed;
  const [newEdge] = added;
  if (edge?.kind === 'edge' && newEdge?.kind === 'edge' && all.length === 2) {
    const words = wordsBetween(a, range.a[1], blockEnd(a, range.a[1]));
    return [{ kind: 'part', before: edge.key.slice(1), after: newEdge.key.slice(1), words, offset }];
  }
  if (all.length === 1 && all[0]!.kind === 'edge')
    return [{ kind: removed.length > 0 ? 'joined' : 'split', part, ...around, offset }];
  const words = { before: wordsBetween(a, ...range.a), after: wordsBetween(b, ...range.b) };
  return [{ kind: 'words', part: partOf(a, b, range) ?? part, ...words, ...around, offset }];
}

/** The kind of block that changed words stand in. */
function partOf(a: TokenStream, b: TokenStream, range: ChangedRange): string | undefined {
  const [first] = range.a[0] < range.a[1] ? a.tokens.slice(...range.a) : b.tokens.slice(...range.b);
  const stream = range.a[0] < range.a[1] ? a : b;
  return first && stream.blocks[first.block]?.kind;
}

function surroundingsOf(a: TokenStream, { a: [from, to] }: ChangedRange): Surroundings {
  return {
    left: wordsBetween(a, blockStart(a, from), from) + blankBefore(a, from),
    // where nothing went, the blank stands before what came
    right: (from < to ? blankBefore(a, to) : '') + wordsBetween(a, to, blockEnd(a, to)),
  };
}

const blockStart = ({ tokens }: TokenStream, to: number): number => {
  let from = to;
  while (from > 0 && to - from < surroundings && tokens[from - 1]!.kind !== 'edge') from--;
  return from;
};

const blockEnd = ({ tokens }: TokenStream, from: number): number => {
  let to = tokens[from]?.kind === 'edge' ? from + 1 : from;
  while (to < tokens.length && to - from < surroundings && tokens[to]!.kind !== 'edge') to++;
  return to;
};

const numberOf = (keys: Map<number, string>, key: string): number =>
  [...keys].find(([, value]) => `^${value}` === key)?.[0] ?? 0;

function noteChanges(pairs: readonly NotePair[]): Change[] {
  return pairs.flatMap(({ before, after }): Change[] => {
    if (before && after) return before.text === after.text ? [] : changedNote(before, after);
    if (after) return [{ kind: 'note-added', note: after.number, words: after.text }];
    return [{ kind: 'note-removed', note: before!.number, words: before!.text }];
  });
}

function changedNote(before: TextNote, after: TextNote): Change[] {
  const [a, b] = [before, after].map((note) =>
    tokenStream({ blocks: note.text.split('\n').map((text) => ({ kind: 'p', text })) }, String),
  ) as [TokenStream, TokenStream];
  return gathered(findChanges(a, b), a).map((range) => ({
    kind: 'note-changed',
    note: before.number,
    before: wordsBetween(a, ...range.a),
    after: wordsBetween(b, ...range.b),
    ...surroundingsOf(a, range),
  }));
}

/** A place within changed words is where they end. */
function mapped(a: TokenStream, b: TokenStream, ranges: readonly ChangedRange[], old: number): number {
  const offsetAt = ({ tokens }: TokenStream, i: number): number => tokens[i]?.offset ?? tokens.at(-1)?.offset ?? 0;
  let shift = 0;
  for (const range of ranges) {
    if (offsetAt(a, range.a[0]) >= old) break;
    shift = offsetAt(b, range.b[1]) - offsetAt(a, range.a[1]);
  }
  return old + shift;
}
