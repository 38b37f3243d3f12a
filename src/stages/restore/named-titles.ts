/** Finds the titles that a contents list names among the blocks behind it, and gives them their role. */
import type { RootContent } from 'mdast';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { namesTitle, type ContentsEntry } from '../../vocabulary/contents.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isAffiliation } from '../../vocabulary/affiliations.js';
import { isByline } from '../../vocabulary/people.js';
import { isComplete, isParagraph, isTextBlock, roleOf, setRole, textOf } from './blocks.js';

const longestTitle = 100;
/** Lines over which a title runs. */
const mostLines = 3;

/** A place where the title of an entry stands, over so many blocks. */
interface Place {
  at: number;
  lines: number;
  evidence: number;
}

/** Gives the titles that the entries name their role, each where most speaks for an opening. */
export function markTitles(blocks: RootContent[], from: number, entries: ContentsEntry[]): void {
  const best = new Map<ContentsEntry, Place>();
  const near = entriesByPairs(entries);
  for (let at = from; at < blocks.length; at++) {
    const node = blocks[at]!;
    if (!isTextBlock(node) || textOf(node).length > longestTitle) continue;
    const likely = near(textOf(node));
    for (const entry of likely) {
      const lines = linesNamed(blocks, at, entry);
      if (lines === 0) continue;
      const place = { at, lines, evidence: evidenceOf(blocks, at, lines) };
      if (place.evidence > (best.get(entry)?.evidence ?? 0)) best.set(entry, place);
    }
  }
  for (const { at, lines } of best.values()) {
    for (const node of blocks.slice(at, at + lines))
      setRole(node, /^[—–-]{1,2}/u.test(textOf(node)) ? 'subtitle' : 'title');
    for (let i = at + lines; isOfPeople(blocks[i]); i++) setRole(blocks[i]!, 'byline');
  }
}

function isOfPeople(node: RootContent | undefined): boolean {
  return isParagraph(node) && roleOf(node) === 'body' && (isByline(textOf(node)) || isAffiliation(textOf(node)));
}

/** How many blocks from one on make up the title that an entry names; 0 for none. */
function linesNamed(blocks: RootContent[], at: number, entry: ContentsEntry): number {
  let words = '';
  let alike = 0;
  for (let n = 1; n <= mostLines; n++) {
    const node = blocks[at + n - 1];
    if (!node || !isTextBlock(node) || roleOf(node) !== 'body') break;
    const text = textOf(node);
    const people = n > 1 && (isByline(text) || isAffiliation(text));
    if (people && entry.title === undefined) break;
    words += text;
    if (words.length > longestTitle) break;
    const naming = namesTitle(entry, words);
    if (naming === 'same') return n;
    if (naming === 'alike' && !people) alike ||= n;
  }
  return alike;
}

/** What speaks for an opening at a place: people or a label below, the sign of a heading, a complete text above. */
function evidenceOf(blocks: RootContent[], at: number, lines: number): number {
  const people = isOfPeople(blocks[at + lines]);
  const labelled = blocks.slice(at + lines, at + lines + 8).some((node) => isTextBlock(node) && labelOf(textOf(node)));
  const before = blocks[at - 1];
  const complete = !before || !isTextBlock(before) || isComplete(textOf(before));
  return (people ? 4 : 0) + (labelled ? 3 : 0) + (blocks[at]!.type === 'heading' ? 2 : 0) + (complete ? 1 : 0);
}

/** Gives the entries that share a third and more of a line's pairs of characters: few lines are like any. */
function entriesByPairs(entries: ContentsEntry[]): (line: string) => ContentsEntry[] {
  const holders = new Map<string, ContentsEntry[]>();
  for (const entry of entries)
    for (const pair of pairsOf(entry.text)) holders.set(pair, [...(holders.get(pair) ?? []), entry]);
  return (line) => {
    const pairs = pairsOf(line);
    const shared = new Map<ContentsEntry, number>();
    for (const pair of pairs)
      for (const entry of holders.get(pair) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1);
    return [...shared].filter(([, times]) => times * 3 >= pairs.size).map(([entry]) => entry);
  };
}

function pairsOf(text: string): Set<string> {
  const words = withoutBlanks(text);
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)));
}
