/**
 * A record of words: `find` as the edition reads, `replace` as it should read.
 *
 * All records are found in the text as it came, so their order does not matter; a record that finds its words another
 * number of times than `count`, or words that another record finds too, is named and not applied.
 */
import path from 'node:path';
import type { Nodes, Parents } from 'mdast';
import { z } from 'zod';
import { words } from '../acquire/yaml-scalars.js';
import { messages } from '../messages/en.js';
import type { Span, TextTree } from '../model.js';
import { sharedKeys, type Complain, type Correction, type RecordKind } from './correction.js';
import { differences } from './differences.js';
import { nearestPassage } from './nearest-passage.js';
import { passagesOf, placeOf, rawSpan, searchable, type Passage } from './passages.js';

const schema = z.strictObject({
  /** May cross source lines and leave out note marks; white space beside Han counts for nothing. */
  find: words.min(1, 'words to find'),
  /** Empty to take the words out. */
  replace: words,
  /** How often `find` stands in what `in` names. */
  count: words
    .regex(/^[1-9]\d*$/, 'a whole number from 1 up')
    .transform(Number)
    .default(1),
  ...sharedKeys,
});

type WordsRecord = z.output<typeof schema>;

/** A place where a record applies; offsets in the passage's text. */
interface Match extends Span {
  passage: Passage;
  correction: Correction<WordsRecord>;
}

/** The kind of record that begins with `find`. */
export const wordsRecord: RecordKind<typeof schema> = {
  key: 'find',
  schema,
  apply(trees, records, complain) {
    const passages = trees.map((tree) => ({ tree, passages: passagesOf(tree) }));
    const matches = records.flatMap((correction) => {
      const named = passages.filter(({ tree }) => isNamed(tree, correction.record.in));
      if (named.length > 0)
        return matchesOf(
          correction,
          named.flatMap((one) => one.passages),
          complain,
        );
      const names = trees.map((tree) => path.basename(tree.raw.path));
      complain(correction, 'text-named', messages.revise.unknownText(correction.record.in!, names));
      return [];
    });
    for (const match of withoutConflicts(matches, complain)) replaceWords(match);
    for (const { root } of trees) dropEmptied(root);
  },
};

/** `in` names a text by its file name, with or without folders. */
function isNamed({ raw }: TextTree, name: string | undefined): boolean {
  return name === undefined || path.basename(raw.path) === name || raw.name === name || raw.path.endsWith(`/${name}`);
}

function matchesOf(correction: Correction<WordsRecord>, passages: Passage[], complain: Complain): Match[] {
  const { find, replace, count } = correction.record;
  const refuse = (rule: string, reason: string): [] => {
    complain(correction, rule, reason);
    return [];
  };
  if (find === replace) return refuse('changes', messages.revise.nothingChanges(find));
  const found = occurrences(passages, find);
  if (found.length === count) return found.map((place) => ({ ...place, correction }));
  if (found.length > 0) {
    return refuse('counted', messages.revise.otherCount(find, count, found.length, placesOf(found)));
  }
  const right = replace === '' ? [] : occurrences(passages, replace);
  return right.length > 0
    ? refuse('found', messages.revise.alreadyRight(find, replace, placesOf(right)))
    : refuse('found', messages.revise.notFound(find, nearestPassage(passages, find)));
}

function occurrences(passages: Passage[], find: string): Omit<Match, 'correction'>[] {
  const { searched: wanted } = searchable(find.trim());
  const found: Omit<Match, 'correction'>[] = [];
  if (wanted === '') return found;
  for (const passage of passages) {
    const { searched, places } = passage;
    for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
      // the end of the last unit, not the start of the next: white space after the words stays
      found.push({ passage, start: places[at]!, end: places[at + wanted.length - 1]! + 1 });
    }
  }
  return found;
}

function placesOf(found: Omit<Match, 'correction'>[]): string {
  const shown = [...new Set(found.map(({ passage, start, end }) => placeOf(passage, { start, end })))];
  return shown.length > 6 ? `${shown.slice(0, 6).join(', ')}, …` : shown.join(', ');
}

/** Takes out records that overlap another; of each passage the last match comes first, so that offsets hold. */
function withoutConflicts(matches: Match[], complain: Complain): Match[] {
  const sorted = [...matches].sort((a, b) => b.start - a.start || b.end - a.end);
  const refused = new Set<Match['correction']>();
  const refuse = (correction: Match['correction'], other: Match['correction']): void => {
    if (refused.has(correction)) return;
    refused.add(correction);
    complain(correction, 'alone', messages.revise.conflict(correction.record.find, other.line));
  };
  const nearest = new Map<Passage, Match>();
  for (const match of sorted) {
    const after = nearest.get(match.passage);
    if (after && match.end > after.start && match.correction !== after.correction) {
      refuse(match.correction, after.correction);
      refuse(after.correction, match.correction);
    }
    nearest.set(match.passage, match);
  }
  return sorted.filter(({ correction }) => !refused.has(correction));
}

/** Alters the nodes that hold the words that differ, the last first, and lists each change. */
function replaceWords({ passage, start, end, correction }: Match): void {
  const { raw, ledger } = passage.tree;
  for (const hunk of differences(passage.text.slice(start, end), correction.record.replace).reverse()) {
    const changed = { start: start + hunk.start, end: start + hunk.end };
    ledger.changes.push({
      rule: 'revise:words',
      law: 'letters',
      before: passage.text.slice(changed.start, changed.end),
      after: hunk.text,
      span: rawSpan(passage, changed),
      file: raw.name,
    });
    alter(passage, changed, hunk.text);
  }
}

function alter(passage: Passage, changed: Span, text: string): void {
  let inserted = text;
  for (const { node, start, length } of passage.pieces) {
    const from = changed.start - start;
    const to = changed.end - start;
    // new words go where the old ones stood; where none stood, behind what comes before them
    const takesOver = inserted !== '' && from >= 0 && (changed.start < changed.end ? from < length : from <= length);
    if (!takesOver && (to <= 0 || from >= length)) continue;
    node.value =
      node.value.slice(0, Math.max(0, from)) + (takesOver ? inserted : '') + node.value.slice(Math.max(0, to));
    if (takesOver) inserted = '';
  }
}

/** Takes out texts that hold nothing any more, and paragraphs that hold nothing else. */
function dropEmptied(parent: Parents): void {
  const kept = (parent.children as Nodes[]).filter((child) => {
    if (child.type === 'text') return child.value !== '';
    if (!('children' in child)) return true;
    const held = child.children.length;
    dropEmptied(child);
    return held === 0 || child.children.length > 0 || child.type === 'tableCell';
  });
  if (kept.length < parent.children.length) (parent.children as Nodes[]) = kept;
}
