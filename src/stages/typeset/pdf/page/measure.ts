/** Reads the galley, where everything stands in one column: elements in, lines and notes as numbers out. */
import type { ComposeInput } from '../plan/compose-types.js';
import type { Geometry, NoteSize, Unit } from '../plan/types.js';
import { settleBreaks } from './settle-breaks.js';
import { mayPartAt, measureTable, setTablesOnGrid, tablesOf } from './tables.js';
import type { Column } from './column.js';
import { keepWords } from './whole-words.js';
import { isContainer, type Leaf, type MeasuredDocument, type MeasuredNote } from './measured.js';

/** Words that are added to the text. */
type Words = Pick<ComposeInput['words'], 'tableContinued'>;

/** Not in the type area: it fills the sheet. */
export const fullPage = '.cover-picture';
/** Set large: no word of theirs is parted. */
const titles = 'h1, h2, h3, .title, .subtitle, .cover-title, .cover-subtitle';
/** Elements that are set whole. */
const boxes = 'figure.picture, .formula, img, hr, .contents-entry, .fact';
/** What follows these stays with them. */
const keepsNext =
  'h1, h2, h3, h4, h5, h6, .column, .subtitle, .byline, .english-title, .english-byline, figure.table > figcaption, dt, .stray-notes-title, .endnotes-title';
/** These stay with what is before them. */
const keepsPrevious = '.source, .editors, .subtitle, .byline, .numbers, .english-keywords';
/** Text of the body begins on the grid, whatever the styles leave above it. */
const onGridAlways = 'p, li, dt, dd, pre';
/** Set on lines of their own height; what follows them is on the grid again. */
const smallType = '.english p, .endnotes .note p';
/** Lines that may be added above a block on a loose page. */
const stretches: [selector: string, lines: number][] = [
  ['.opening .title', 2],
  ['.opening .column', 1],
  ['.abstract > p:first-child, .opening + p, .opening + .opening-foot + p', 1],
  ['h2, h3, figcaption, figure.picture, .english-title', 1],
];
/** Lines that must follow a heading on its page. */
const linesAfterHeading = 2;
/** Rounding of the browser's own lengths, px. */
const tolerance = 0.51;

/**
 * @param section of one document in the galley
 * @param column its blocks
 * @param words that a table which goes on is headed by
 * @param notesOf the note elements that a call calls, the note's own calls included
 */
export function measureDocument(
  section: HTMLElement,
  column: Column,
  geometry: Geometry,
  words: Words,
  notesOf: (call: Element) => MeasuredNote[],
): MeasuredDocument {
  const leaves: Leaf[] = [];
  const feet = column.blocks.flatMap((block) => (block.matches('.opening-foot') ? [...block.children] : []));
  column.forEachPiece((blocks, bottom) => {
    for (const title of titlesOf(blocks)) keepWords(title);
    setTablesOnGrid(tablesOf(blocks), geometry);
    settleBreaks(blocks);
    measureLeaves(blocks, bottom, geometry, words, leaves);
  });
  return { section, leaves, ...unitsOf(feet, leaves, geometry, notesOf) };
}

/** Titles and headings among some blocks. */
function titlesOf(blocks: readonly HTMLElement[]): HTMLElement[] {
  return blocks.flatMap((block) => [
    ...(block.matches(titles) ? [block] : []),
    ...block.querySelectorAll<HTMLElement>(titles),
  ]);
}

/** @param bottom of what stands before the blocks */
function measureLeaves(
  blocks: readonly HTMLElement[],
  bottom: number,
  geometry: Geometry,
  words: Words,
  leaves: Leaf[],
): void {
  const visit = (element: HTMLElement) => {
    if (element.matches(`.opening-foot, ${fullPage}`)) return;
    if (!element.matches(boxes) && element.tagName !== 'TABLE' && isContainer(element)) {
      for (const child of element.children) visit(child as HTMLElement);
      return;
    }
    const rect = element.getBoundingClientRect();
    if (rect.height === 0) return;
    const leaf = measureLeaf(element, rect, rect.top - bottom, geometry, words);
    for (const call of element.querySelectorAll('a.note-call'))
      leaf.calls.push({ call, line: lineOf(call, leaf, rect) });
    leaves.push(leaf);
    bottom = rect.bottom;
  };
  for (const block of blocks) visit(block);
}

function measureLeaf(element: HTMLElement, rect: DOMRect, before: number, geometry: Geometry, words: Words): Leaf {
  const style = getComputedStyle(element);
  const padding: [number, number] = [parseFloat(style.paddingTop), parseFloat(style.paddingBottom)];
  const parent = element.parentElement!;
  const stretch = stretches.find(([selector]) => element.matches(selector))?.[1] ?? 0;
  const base = { element, parent, before: Math.max(0, round(before)), stretch, calls: [], extra: 0, padding };
  if (element.tagName === 'TABLE')
    return measureTable(
      { ...base, kind: 'table', heights: [], repeated: 0, height: rect.height },
      words.tableContinued,
      geometry,
    );
  const line = lineHeightOf(element, style, geometry);
  const lines = rect.height / line;
  const isText =
    !element.matches(boxes) &&
    padding[0] + padding[1] === 0 &&
    line > 0 &&
    Math.abs(lines - Math.round(lines)) * line < tolerance;
  if (isText) return { ...base, kind: 'text', lines: Math.round(lines), line, height: Math.round(lines) * line };
  const height = Math.ceil((rect.height - tolerance) / geometry.line) * geometry.line;
  return { ...base, kind: 'box', height, extra: Math.max(0, height - rect.height) };
}

/** The body's line where a block is set on it, its own where small type has one; 0 for anything else. */
function lineHeightOf(element: HTMLElement, style: CSSStyleDeclaration, { line }: Geometry): number {
  const own = parseFloat(style.lineHeight);
  if (Math.abs(own - line) < 0.1) return line;
  return element.matches(smallType) ? own : 0;
}

function unitsOf(
  feet: Element[],
  leaves: Leaf[],
  geometry: Geometry,
  notesOf: (call: Element) => MeasuredNote[],
): { units: Unit[]; places: { leaf: number; line: number }[]; notes: MeasuredNote[] } {
  const units: Unit[] = [];
  const places: { leaf: number; line: number }[] = [];
  const notes: MeasuredNote[] = [];
  let sinceHeading = linesAfterHeading;
  let depth = 0;
  leaves.forEach((leaf, l) => {
    const first = units.length;
    const previous = leaves[l - 1]?.element;
    const tied = (previous?.matches(keepsNext) ?? false) || leaf.element.matches(keepsPrevious);
    const count = leaf.kind === 'text' ? leaf.lines : leaf.kind === 'table' ? leaf.heights.length : 1;
    const heading = leaf.element.matches(keepsNext);
    const off = remainder(depth + leaf.before, geometry.line);
    if (
      off > 0 &&
      leaf.kind === 'text' &&
      leaf.line === geometry.line &&
      leaf.element.matches(onGridAlways) &&
      !leaf.element.closest('figure')
    ) {
      leaf.before += geometry.line - off;
    }
    for (let k = 0; k < count; k++) {
      const inside = k > 0;
      const splits = leaf.kind === 'table' ? mayPartAt(leaf, k, geometry) : k >= 2 && count - k >= 2 && !heading;
      const before = inside ? 0 : leaf.before;
      const height = leaf.kind === 'text' ? leaf.line : leaf.kind === 'table' ? leaf.heights[k]! : leaf.height;
      const lead = remainder(depth + before, geometry.line);
      depth += before + height;
      units.push({
        height,
        before,
        lead,
        atTop: leaf.kind === 'table' && inside ? leaf.repeated : 0,
        ...(!inside && leaf.stretch > 0 && { stretch: leaf.stretch }),
        breakBefore: inside ? splits : !tied && sinceHeading >= linesAfterHeading,
        notes: [],
      });
      places.push({ leaf: l, line: k });
      sinceHeading = heading ? 0 : sinceHeading + 1;
    }
    for (const { call, line } of leaf.calls) {
      const unit = units[first + line]!;
      for (const note of notesOf(call)) {
        unit.notes.push(notes.length);
        notes.push(note);
      }
    }
    if (feet.length > 0 && (leaf.element.matches('.title, h1') || l === leaves.length - 1)) {
      for (const element of feet.splice(0)) {
        units.at(-1)!.notes.push(notes.length);
        notes.push(...notesOf(element));
      }
    }
  });
  return { units, places, notes };
}

/** Unit of a leaf in which a call stands. */
function lineOf(call: Element, leaf: Leaf, leafBox: DOMRect): number {
  if (leaf.kind === 'box') return 0;
  const { top, bottom } = call.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  if (leaf.kind === 'table') {
    const tops = leaf.rows!.map((row) => row.getBoundingClientRect().top);
    return Math.max(
      0,
      tops.findLastIndex((top) => top <= middle),
    );
  }
  return Math.min(leaf.lines - 1, Math.max(0, Math.floor((middle - leafBox.top) / leaf.line)));
}

/** Sizes of notes in the order in which they will stand. */
export function noteSizes(notes: readonly MeasuredNote[]): NoteSize[] {
  return notes.map(({ lines, splittable }) => ({ lines, splittable }));
}

/** Lines of a note in the note galley. */
export function measureNote(element: HTMLElement, geometry: Geometry): MeasuredNote {
  const { height } = element.getBoundingClientRect();
  const lines = Math.max(1, Math.ceil((height - tolerance) / geometry.noteLine));
  const paragraphs = [...element.children] as HTMLElement[];
  const splittable = paragraphs.every(
    (p) => p.tagName === 'P' && Math.abs(parseFloat(getComputedStyle(p).lineHeight) - geometry.noteLine) < 0.1,
  );
  return { element, key: element.dataset.key!, lines, splittable };
}

/** What is left of a length after whole lines; 0 for what rounding left. */
function remainder(length: number, line: number): number {
  const rest = length % line;
  return line - rest < tolerance ? 0 : round(rest);
}

function round(value: number): number {
  return Math.round(value * 64) / 64;
}
