/**
 * The notes at the foot of a page: by the rule above them, their size, their place and the mark that they open with.
 *
 * No single sign is enough: a source below a table is small and low, too, and many journals draw no rule.
 */
import type { Box } from '../pdf/matrix.js';
import type { Stroke } from '../pdf/types.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import { labelOf } from '../../../vocabulary/labels.js';
import { findNoteLists } from './note-lists.js';
import { findReferenceLists } from './reference-lists.js';
import type { DraftLine } from './page-lines.js';
import { mostly } from './rows.js';

/** What is known of a page. */
export interface NotePage {
  height: number;
  /** Without furniture and what is inside figures and tables. */
  lines: readonly DraftLine[];
  strokes: readonly Stroke[];
  /** Figures and tables: their rules part no notes off, and their sources stand right below. */
  blocks: readonly Box[];
}

/** Smaller than the text by this factor. */
const smaller = 0.94;
/** A rule above notes is no wider than this share of its column or of the page, and no narrower than this many em. */
const widestRule = 0.6;
const narrowestRule = 2.5;
/** A gap above the notes, in lines. */
const gapAbove = 1.4;
/** Mark at the start of a note. */
const opensNote =
  /^(?:[①-⑳㉑-㉟㊱-㊿⓪❶-❿]|[⁰¹²³⁴-⁹]+|[*＊∗※†‡]|[\[［〔【(（]\s*(?:注|註)?\s*\d{1,3}\s*[\]］〕】)）]|(?:注|註)\s*\d{0,3}\s*[：:]|\d{1,3}(?![\d.．]\d)(?:[.．、]|[\s\u3000]|(?=\p{Script=Han}|[A-Z“《])))/u;
const capLine = /^(?:图|圖|表|附图|附表|Fig|Table|资料来源|資料來源|数据来源|来源|注\s*[：:]|说明\s*[：:])/iu;

/** @returns the lines of each page that are notes */
export function findNoteAreas(all: readonly NotePage[], size: number): Set<DraftLine> {
  const references = findReferenceLists(all.map(({ lines }) => lines));
  const pages = all.map((page) => ({ ...page, lines: page.lines.filter((line) => !references.has(line)) }));
  const listed = findNoteLists(
    pages.map(({ lines }) => lines),
    (line) => line.size < smaller * size,
    size,
  );
  const notes = new Set<DraftLine>(listed);
  let open = false; // the last note of the page before may run on
  for (const page of pages) {
    const ofBlock = ({ x, y, right, bottom }: Box): boolean =>
      page.blocks.some((one) => x >= one.x - 3 && right <= one.right + 3 && y >= one.y - 3 && bottom <= one.bottom + 3);
    const rest = {
      ...page,
      lines: page.lines.filter((line) => !listed.has(line)),
      strokes: page.strokes.filter((stroke) => !ofBlock(stroke)),
    };
    const found = notesOfPage(rest, size, open);
    for (const line of found) notes.add(line);
    open = found.length > 0;
  }
  return onlyUsual(notes, pages, size);
}

function notesOfPage(page: NotePage, size: number, open: boolean): DraftLine[] {
  const found: DraftLine[] = [];
  const columns = [...new Set(page.lines.map((line) => line.column))].sort((a, b) => a - b);
  const taken = new Set<DraftLine>();
  for (const column of columns) {
    // notes over all columns are looked for first: what stands above them are columns again
    const lines = page.lines.filter((line) => line.column === column).sort((a, b) => a.y - b.y);
    const area = beforeReferences(tailOf(lines, page, size, open));
    if (column === -1 && area.length > 0 && page.lines.some((line) => line.column !== -1 && line.y > area[0]!.y + 2))
      continue;
    for (const line of area) taken.add(line);
    found.push(...area);
  }
  return found;
}

/** Notes end where a list of references begins. */
function beforeReferences(area: DraftLine[]): DraftLine[] {
  const at = area.findIndex(({ text }) => heads(referenceHeading, text) && !/^注/u.test(text.trim()));
  return at < 0 ? area : area.slice(0, at);
}

function heads(pattern: RegExp, text: string): boolean {
  return pattern.test(text.replace(/[\s\u3000]/gu, ''));
}

/** The lines at the end of a column that are notes. */
function tailOf(lines: readonly DraftLine[], page: NotePage, size: number, open: boolean): DraftLine[] {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < smaller * size) from--;
  // an English abstract at the end of an article is small and low, too: notes stand below it
  const english = lines.findLastIndex(({ text }, i) => i >= from && labelOf(text.trim())?.part === 'english-abstract');
  if (english >= 0) {
    const below = lines.findIndex(({ text }, i) => i > english && opensNote.test(text));
    if (below < 0) return [];
    from = below;
  }
  const byRule = ruleAbove(lines, page, size);
  if (byRule !== undefined && byRule < from) {
    // notes as large as the text: the rule and the marks tell them
    const tail = lines.slice(byRule);
    const marks = tail.filter(({ text }) => opensNote.test(text)).length;
    if (marks > 0 && opensNote.test(tail[0]!.text)) return tail;
  }
  const tail = lines.slice(from);
  if (tail.length === 0) return [];
  const ruled = byRule !== undefined && byRule >= from ? byRule - from : undefined;
  if (ruled !== undefined) return tail.slice(ruled);
  const first = tail.findIndex(
    ({ text }, i) => opensNote.test(text) && !capLine.test(text) && startsArea(tail, i, lines[from - 1]),
  );
  if (first >= 0) {
    // what goes on from the page before stands above the first mark
    const start = open && first > 0 && goesOn(tail, first, lines[from - 1], page) ? 0 : first;
    return tail.slice(start);
  }
  const above = lines[from - 1];
  const apart = above !== undefined && tail[0]!.y - above.y > gapAbove * above.size;
  const low = tail[0]!.y > 0.55 * page.height;
  return open && low && apart && !capLine.test(tail[0]!.text) && !belowBlock(tail[0]!, page) ? tail : [];
}

/** Index of the first line below a short rule; undefined where there is none. */
function ruleAbove(lines: readonly DraftLine[], page: NotePage, size: number): number | undefined {
  if (lines.length === 0) return undefined;
  const left = mostly(lines, (line) => Math.round(line.x / 2) * 2);
  const right = lines.reduce((most, line) => Math.max(most, line.right), -Infinity);
  const rules = page.strokes.filter(({ kind, x, right: end, y }) => {
    const width = end - x;
    if (kind !== 'level' || width < narrowestRule * size || width > Math.max(widestRule * (right - left), 0))
      return false;
    return x > left - 3 * size && x < left + 3 * size && y > 0.25 * page.height;
  });
  for (const rule of rules.sort((a, b) => b.y - a.y)) {
    const at = lines.findIndex((line) => line.y - 0.7 * line.size > rule.y - 2);
    if (at < 0) continue;
    const first = lines[at]!;
    const near = first.y - rule.y < 3.2 * size;
    // all that is below must look like notes: the rule of a table has text below it
    const rest = lines.slice(at);
    const small = rest.filter((line) => line.size < smaller * size).length;
    const marked = rest.some(({ text }) => opensNote.test(text));
    if (
      near &&
      (small === rest.length || (marked && small >= 0.5 * rest.length) || (marked && opensNote.test(first.text)))
    )
      return at;
  }
  return undefined;
}

/** Does an area of notes begin at a line: lower than what is above by more than a line, or first of small lines? */
function startsArea(tail: readonly DraftLine[], at: number, above: DraftLine | undefined): boolean {
  const line = tail[at]!;
  const before = at > 0 ? tail[at - 1]! : above;
  if (!before) return true;
  return at === 0 || line.y - before.y > 1.05 * before.size || opensNote.test(line.text);
}

function goesOn(tail: readonly DraftLine[], first: number, above: DraftLine | undefined, page: NotePage): boolean {
  const head = tail[0]!;
  if (capLine.test(head.text) || belowBlock(head, page)) return false;
  for (let i = 1; i <= first; i++) if (tail[i]!.y - tail[i - 1]!.y > 2.4 * tail[i]!.size) return false;
  return above === undefined || head.y - above.y > gapAbove * above.size;
}

function belowBlock(line: DraftLine, { blocks }: NotePage): boolean {
  return blocks.some(
    ({ x, right, bottom }) => line.y > bottom && line.y - bottom < 4 * line.size && line.x < right && line.right > x,
  );
}

/** Notes of a document are of one size, but for single pages: what is unlike the others and bears no mark is none. */
function onlyUsual(notes: Set<DraftLine>, pages: readonly NotePage[], size: number): Set<DraftLine> {
  if (notes.size < 6) return notes;
  const usual = mostly(
    [...notes],
    (line) => Math.round(line.size * 2) / 2,
    (line) => line.text.length,
  );
  const kept = new Set<DraftLine>();
  for (const { lines } of pages) {
    const here = lines.filter((line) => notes.has(line));
    const like = here.some((line) => Math.abs(line.size - usual) <= 0.12 * usual);
    const marked = here.some((line) => opensNote.test(line.text));
    for (const line of here) if (like || marked || Math.abs(line.size - usual) <= 0.06 * size) kept.add(line);
  }
  return kept;
}
