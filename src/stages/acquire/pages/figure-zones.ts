/**
 * Figures by their captions: captions, drawings and lines of a page in, boxes of figures with the words within them out.
 *
 * A chart falls into many pieces, and its axis, grid and legend lie apart from each other. What stands between a caption
 * and the nearest running text above it, and is no text, is one figure; where nothing is drawn there, what stands below.
 */
import { captionPattern } from '../../../vocabulary/labels.js';
import type { Box } from '../pdf/matrix.js';
import type { DraftLine } from './page-lines.js';

/** Type of the running text. */
export interface TextType {
  /** pt */
  size: number;
  isTextFace(font: number): boolean;
}

/** A figure with the words within it. */
export interface FoundFigure extends Box {
  lines: DraftLine[];
}

/** What is drawn on a page and belongs to no table. */
export interface Drawings {
  /** Shapes, pictures and upright rules. */
  pieces: readonly Box[];
  /** Level rules: lines of a grid where they lie by a figure. */
  levels: readonly Box[];
}

/** Lines of a grid are no farther apart, em. */
const gridStep = 3.6;
/** A title within a chart, or the unit of its axis, stands this near above it, em. */
const titleReach = 2.4;
/** Smaller drawings are signs and ornaments, pt. */
const smallest = { width: 36, height: 24 };

const isFigureCaption = (text: string): boolean =>
  /^\s*(?:附?[图圖]|Fig)/iu.test(text) && captionPattern.test(text.trim());
const saysOfFigure = /^\s*(?:资料来源|資料來源|数据来源|图片来源|来源|注\s*[：:]|说明\s*[：:])/u;
const isCaption = (text: string): boolean => captionPattern.test(text.trim()) || saysOfFigure.test(text);

/**
 * @param lines of the page without furniture
 * @param edges of the column of a line
 * @param columns columns of the page
 */
export function figureZones(
  lines: readonly DraftLine[],
  { pieces, levels }: Drawings,
  tables: readonly Box[],
  type: TextType,
  edges: (column: number) => { left: number; right: number } | undefined,
): FoundFigure[] {
  const captions = lines.filter((line) => isFigureCaption(line.text) && !isSentence(line, type, edges(line.column)));
  if (captions.length === 0 || pieces.length + levels.length === 0) return [];
  const text = textLines(lines, type, edges);
  const top = Math.min(...lines.map((line) => line.y - line.size));
  const grid = levels.filter((rule) => rule.y > top);
  const stops = [
    ...lines.filter((line) => text.has(line) || isCaption(line.text)).map((line) => ({ ...boxOfLine(line) })),
    ...tables,
  ];
  // the last words of a paragraph at the head of a page
  const isFlush = (line: DraftLine): boolean =>
    type.isTextFace(line.font) && Math.abs(line.x - (edges(line.column)?.left ?? -Infinity)) < 0.8 * type.size;
  const figures: FoundFigure[] = [];
  const used = new Set<Box>();
  for (const caption of captions) {
    const range = rangeOf(caption, captions, lines, edges);
    const inRange = (box: Box): boolean =>
      (box.x + box.right) / 2 < range.right && (box.x + box.right) / 2 > range.left;
    const own = stops.filter((stop) => inRange(stop));
    const above = { top: lowest(own, caption.y - caption.size), bottom: caption.y - caption.size };
    const below = { top: caption.y, bottom: highest(own, caption.y) };
    for (const zone of [above, below]) {
      const figure = figureIn(
        zone,
        pieces.filter((piece) => inRange(piece) && !used.has(piece)),
        grid.filter(inRange),
        type.size,
      );
      if (!figure) continue;
      for (const piece of figure.pieces) used.add(piece);
      const words = lines.filter(
        (line) =>
          !text.has(line) &&
          !isCaption(line.text) &&
          inRange(boxOfLine(line)) &&
          isWithin(line, figure.box, zone, type.size, isFlush(line)),
      );
      figures.push({ ...words.map(boxOfLine).reduce(union, figure.box), lines: words });
      break;
    }
  }
  return figures;
}

/** 图 1 显示了……: a sentence of the text that begins with the name of a figure. */
export function isSentence(
  line: DraftLine,
  { size, isTextFace }: TextType,
  edges: { left: number; right: number } | undefined,
): boolean {
  if (!edges || Math.abs(line.size - size) > 0.04 * size || !isTextFace(line.font)) return false;
  const fills = edges.right - line.right < 2 * size;
  const centred =
    Math.abs(line.x - edges.left - (edges.right - line.right)) < 2 * size && line.x - edges.left > 1.2 * size;
  return fills && !centred;
}

/** Running lines, and the short ones that go on below them. */
function textLines(
  lines: readonly DraftLine[],
  { size, isTextFace }: TextType,
  edges: (column: number) => { left: number; right: number } | undefined,
): Set<DraftLine> {
  const text = new Set<DraftLine>();
  const alike = (line: DraftLine): boolean => Math.abs(line.size - size) <= 0.05 * size && isTextFace(line.font);
  for (const line of lines) {
    const column = edges(line.column);
    const width = column ? column.right - column.left : 20 * size;
    const long = line.right - line.x > 0.55 * width && line.right - line.x > 8 * size;
    if (long && Math.abs(line.size - size) <= 0.3 * size && isRunning(line)) text.add(line);
  }
  for (let before = -1; before !== text.size;) {
    before = text.size;
    for (const line of lines) {
      if (text.has(line) || !alike(line)) continue;
      const left = edges(line.column)?.left ?? line.x;
      const flush = Math.abs(line.x - left) < 0.8 * size || Math.abs(line.x - left - 2 * size) < 0.8 * size;
      const near = [...text].some(
        (other) =>
          other.column === line.column &&
          Math.abs(other.y - line.y) > 0.5 * size &&
          Math.abs(other.y - line.y) < 2.1 * size,
      );
      if (flush && near && /[\p{Script=Han}\p{L}]/u.test(line.text)) text.add(line);
    }
  }
  return text;
}

/** Without gaps as between labels. */
function isRunning({ text }: DraftLine): boolean {
  return !/\u3000/u.test(text.trim()) && !/[.…·]{4}/u.test(text) && /\p{L}/u.test(text);
}

/** Columns that a caption may speak for: its own, or between those of its neighbours in one row. */
function rangeOf(
  caption: DraftLine,
  captions: readonly DraftLine[],
  lines: readonly DraftLine[],
  edges: (column: number) => { left: number; right: number } | undefined,
): { left: number; right: number } {
  const row = captions.filter(
    ({ y, size, column }) => Math.abs(y - caption.y) < 0.5 * size && column === caption.column,
  );
  const before = row.filter(({ x }) => x < caption.x).map(({ right }) => (right + caption.x) / 2);
  const after = row.filter(({ x }) => x > caption.x).map(({ x }) => (x + caption.right) / 2);
  const columns = Math.max(...lines.map(({ column }) => column)) + 1;
  const own = columns > 1 && caption.column !== -1 ? edges(caption.column) : undefined;
  return {
    left: Math.max(own && caption.column > 0 ? own.left - 4 : -Infinity, ...before),
    right: Math.min(own && caption.column < columns - 1 ? own.right + 4 : Infinity, ...after),
  };
}

/** Lower edge of what stands next above. */
function lowest(stops: readonly Box[], from: number): number {
  return Math.max(-Infinity, ...stops.filter((stop) => stop.bottom <= from + 1).map((stop) => stop.bottom));
}

/** Upper edge of what stands next below. */
function highest(stops: readonly Box[], from: number): number {
  return Math.min(Infinity, ...stops.filter((stop) => stop.y >= from).map((stop) => stop.y));
}

interface Zone {
  top: number;
  bottom: number;
}

function figureIn(
  zone: Zone,
  pieces: readonly Box[],
  levels: readonly Box[],
  size: number,
): { box: Box; pieces: Box[] } | undefined {
  const lies = (box: Box): boolean => {
    const shared = Math.min(box.bottom, zone.bottom + 2) - Math.max(box.y, zone.top - 2);
    return shared >= 0 && shared >= 0.6 * (box.bottom - box.y);
  };
  const own = pieces.filter(lies);
  const grid = levels.filter(lies);
  if (own.length === 0 && grid.length < 3) return undefined;
  let box = (own.length > 0 ? own : grid).reduce(union, nothing);
  for (let grows = true; grows;) {
    grows = false;
    for (const rule of grid) {
      const near = rule.y > box.y - gridStep * size && rule.y < box.bottom + gridStep * size;
      const inside = rule.y >= box.y && rule.y <= box.bottom && rule.x >= box.x && rule.right <= box.right;
      if (!near || inside || rule.right <= box.x || rule.x >= box.right) continue;
      box = union(box, rule);
      grows = true;
    }
  }
  box = { ...box, y: Math.max(box.y, zone.top), bottom: Math.min(box.bottom, zone.bottom) };
  return box.right - box.x >= smallest.width && box.bottom - box.y >= smallest.height
    ? { box, pieces: own }
    : undefined;
}

/** Words in the figure, below it as far as its caption, and small ones right above it. */
function isWithin(line: DraftLine, box: Box, zone: Zone, size: number, isFlush: boolean): boolean {
  const middle = line.y - 0.35 * line.size;
  if (middle < zone.top || middle > zone.bottom || line.size > 1.1 * size) return false;
  if (middle >= box.y) return true;
  const short = line.text.trim().length <= 6 && !isFlush;
  return middle > box.y - titleReach * size && (line.size < 0.97 * size || short);
}

const nothing: Box = { x: Infinity, y: Infinity, right: -Infinity, bottom: -Infinity };

function union(a: Box, b: Box): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function boxOfLine({ x, right, y, size }: DraftLine): Box {
  return { x, right, y: y - size, bottom: y + 0.25 * size };
}
