/**
 * Finds the words of a record in the texts that it names: flows in, places out, or a Refusal that says what stands there.
 *
 * Words are found by themselves, never by a line number: a new OCR, other line ends or other spaces change nothing.
 */
import path from 'node:path';
import { toString } from 'mdast-util-to-string';
import type { RawText, TextTree } from '../../model/index.js';
import { messages } from '../../messages/index.js';
import { roleOf } from '../restore/blocks.js';
import type { AnyRecord } from './correction.js';
import { Refusal } from './record-kind.js';
import {
  closedUp,
  lineOf,
  passageAt,
  passagesOf,
  placeName,
  searchable,
  type Flow,
  type Place,
  type Searched,
} from './flows.js';
import { nearest, nearestWords } from './nearest-words.js';
import { WordIndex } from './word-index.js';

/** What is looked for. */
export interface Wanted {
  words: string;
  /** The key of the record that holds them. */
  key: string;
  /** Words that stand right before, notes and paragraph ends left out. */
  after?: string | undefined;
  /** How often; left out where a record may not say it. */
  count?: number;
  /** Words that fill a passage are meant before words within one. */
  lines?: boolean;
  /** Words that are found where `words` are not: then the text is right already. */
  right?: string;
}

/**
 * @returns as many places as wanted, in reading order
 * @throws Refusal
 */
export function findWords(flows: Flow[], record: AnyRecord, wanted: Wanted): Place[] {
  const { words, key, after, count = 1, right } = wanted;
  const named = words.replaceAll('\n', ' | ');
  const scope = scopeOf(flows, record);
  const all = occurrences(scope.flows, words, after).filter(scope.holds);
  const found = wanted.lines
    ? preferred(all, fillsPassages)
    : preferred(all, (place) => passagesOf(place).length === 1);
  if (found.length === count) return found;
  if (found.length > count) {
    const there = record.line === undefined ? [] : found.filter((place) => lineOf(place) === record.line);
    if (there.length === count) return there;
  }
  if (found.length > 0) {
    const remedy = wanted.count === undefined ? undefined : found.length;
    throw new Refusal('counted', messages.revise.otherCount(named, key, count, found.map(placeName), remedy));
  }
  const already = right ? occurrences(scope.flows, right).filter(scope.holds) : [];
  if (already.length > 0) {
    const near = nearest(scope.flows, words);
    const isRight = near && already.some((place) => holds(place, near.place));
    const other = isRight ? undefined : nearestWords(scope.flows, words);
    throw new Refusal('found', messages.revise.alreadyRight(named, right!, already.map(placeName), other));
  }
  throw notFound(scope, key, after === undefined ? words : `${after}${words}`);
}

/** The refusal of words that do not stand in the text, with the nearest that do. */
export function notFound({ flows }: Scope, key: string, words: string): Refusal {
  return new Refusal('found', messages.revise.notFound(words.replaceAll('\n', ' | '), key, nearestWords(flows, words)));
}

const holds = (outer: Place, { flow, start, end }: Place): boolean =>
  flow === outer.flow && outer.start <= start && end <= outer.end;

/** Those that pass a test, or all where none does. */
function preferred(places: Place[], test: (place: Place) => boolean): Place[] {
  const passing = places.filter(test);
  return passing.length > 0 ? passing : places;
}

/** Does a place hold whole passages, blanks at their edges left out? */
export function fillsPassages({ flow, start, end }: Place): boolean {
  return startsPassage(flow, start) && endsPassage(flow, end);
}

/** Do no words stand before an offset in its passage? */
export function startsPassage(flow: Flow, at: number): boolean {
  return flow.text.slice(passageAt(flow, at).start, at).trim() === '';
}

/** Do no words stand behind an offset in the passage of the character before it? */
export function endsPassage(flow: Flow, at: number): boolean {
  return flow.text.slice(at, passageAt(flow, at - 1).end).trim() === '';
}

/** All places where words stand, one behind the other; where they stand nowhere, those where only blanks differ. */
export function occurrences(flows: Flow[], words: string, after = ''): Place[] {
  const lead = searchable(after.trim()).searched;
  // the two are searched as one, so that a blank between them counts as it does in a text
  const whole = searchable(`${after.trim()}\n${words.trim()}`).searched;
  const skipped = lead === '' ? 0 : whole.startsWith(`${lead} `) ? lead.length + 1 : lead.length;
  if (whole.length === skipped) return [];
  const texts = indexed(flows);
  const found = placesOf(texts.asRead, flows, whole, skipped);
  const bare = whole.replaceAll(' ', '');
  // one character has no blanks within
  if (found.length > 0 || bare.length === 1) return found;
  texts.bare ??= indexOf(flows.map(({ text }) => closedUp(text)));
  return placesOf(texts.bare, flows, bare, lead.replaceAll(' ', '').length);
}

interface Indexed {
  searched: Searched[];
  index: WordIndex;
}

/** Lists of flows that were searched; without any blanks, too, where that was asked for: another OCR parts other words. */
const indexedFlows = new WeakMap<Flow[], { asRead: Indexed; bare?: Indexed }>();

function indexed(flows: Flow[]): { asRead: Indexed; bare?: Indexed } {
  const known = indexedFlows.get(flows) ?? { asRead: indexOf(flows) };
  indexedFlows.set(flows, known);
  return known;
}

function indexOf(searched: Searched[]): Indexed {
  return { searched, index: new WordIndex(searched.map((one) => one.searched)) };
}

function placesOf({ searched, index }: Indexed, flows: Flow[], whole: string, skipped: number): Place[] {
  return index.find(whole).map(({ text, at }) => {
    const { places } = searched[text]!;
    // the end of the last unit, not the start of the next: white space after the words stays
    return { flow: flows[text]!, start: places[at + skipped]!, end: places[at + whole.length - 1]! + 1 };
  });
}

/**
 * The flows of the texts that `in` names, and a test for the places in them that it means: it may name one article.
 *
 * @throws Refusal where it names nothing of the issue
 */
export function scopeOf(flows: Flow[], { in: name }: AnyRecord): Scope {
  if (name === undefined) return { flows, holds: () => true };
  const known = scopes.get(flows) ?? new Map<string, Scope>();
  scopes.set(flows, known);
  const scope = known.get(name) ?? scopeNamed(flows, name);
  known.set(name, scope);
  return scope;
}

/** Scopes by list of flows and name: many records name the same text. */
const scopes = new WeakMap<Flow[], Map<string, Scope>>();

function scopeNamed(flows: Flow[], name: string): Scope {
  const files = flows.filter(({ tree: { raw } }) => isFile(raw, name));
  if (files.length > 0) return { flows: files, holds: () => true };
  const articles = articlesNamed(flows, name);
  if (articles.size > 0) {
    return {
      flows: flows.filter(({ tree }) => articles.has(tree)),
      holds: ({ flow, start }) => articles.get(flow.tree)!.has(passageAt(flow, start).article),
    };
  }
  const texts = [...new Set(flows.map(({ tree }) => path.basename(tree.raw.path)))];
  throw new Refusal('text-named', messages.revise.unknownText(name, texts));
}

/** Where a record looks for its words. */
export interface Scope {
  flows: Flow[];
  holds: (place: Place) => boolean;
}

/** A text's file name, with or without folders. */
export function isFile(raw: RawText, name: string): boolean {
  return path.basename(raw.path) === name || raw.name === name || raw.path.endsWith(`/${name}`);
}

/** Numbers of the articles, by tree, whose titles begin with a name. */
function articlesNamed(flows: Flow[], name: string): Map<TextTree, Set<number>> {
  const { searched: wanted } = searchable(name);
  const titles = new Map<TextTree, string[]>();
  for (const { tree, passages } of flows) {
    for (const { block, article } of passages) {
      if ((block.type !== 'heading' && block.type !== 'paragraph') || roleOf(block) !== 'title') continue;
      const known = titles.get(tree) ?? [];
      known[article] = `${known[article] ?? ''}${toString(block)}`;
      titles.set(tree, known);
    }
  }
  const named = new Map<TextTree, Set<number>>();
  for (const [tree, known] of titles) {
    known.forEach((title, article) => {
      if (searchable(title).searched.startsWith(wanted)) named.set(tree, (named.get(tree) ?? new Set()).add(article));
    });
  }
  return named;
}
