/**
 * Figures and tables of a page: rules, shapes, pictures and lines in, boxes with the lines within them out.
 *
 * A table is ruled: level rules of one width with cells between them, or a grid. A figure is a picture, or shapes that lie
 * together. Running text within a frame is neither: it stays text.
 */
import type { Box } from '../pdf/matrix.js';
import type { ColumnEdges } from './column-edges.js';
import type { DraftLine } from './page-lines.js';
import { figureZones, isSentence, type TextType } from './figure-zones.js';
import { isInside, isRunning, liesIn, overlaps } from './box-relations.js';
import type { FoundBlock } from './found-block.js';
import { isFrame, isFrameOfText, isGround } from './frames.js';
import { openTables } from './open-tables.js';
import { findTables, isChart } from './ruled-tables.js';
import { straightRules, type Rule } from './rules.js';
import { unreadAreas } from './unread-areas.js';
import type { LaidOutPage } from './page-layout.js';

/** Smaller things are ornaments, signs or letters, pt. */
const smallest = { width: 36, height: 24 };
/** Shapes nearer than this belong together, pt. */
const togetherWithin = 12;
/** A picture of this share of the page is the page: a scan, or a coloured ground. */
const wholePage = 0.8;
/** A running head stands in this part of the page. */
const headShare = 0.15;
/** Labels stand this near to their figure, em of the text. */
const labelReach = 1.6;
/** A label has no more signs; what is longer beside a picture is text: the life of the author whose portrait it is. */
const longestLabel = 24;
/** More shapes are gathered by their places, not one by one. */
const mostShapes = 3000;

/**
 * @param lines of the page without furniture
 * @param columns edges of the columns of running text
 */
export function findBlocks(
  page: LaidOutPage,
  lines: readonly DraftLine[],
  columns: (column: number) => ColumnEdges | undefined,
  { size, font, isTextFace }: TextType & { font: number },
): FoundBlock[] {
  if (lines.length === 0) return [];
  const top = Math.min(...lines.map((line) => line.y - line.size));
  const bottom = Math.max(...lines.map((line) => line.y));
  const head = headBottom(page, lines, size);
  // what is drawn outside of the text belongs to the sheet: crop marks, stamps, rules of the running head
  const within = (box: Box): boolean => {
    if (box.bottom < head) return false;
    const isPage = box.right - box.x > wholePage * page.width && box.bottom - box.y > wholePage * page.height;
    return (
      !isPage &&
      box.bottom > top - 0.25 * page.height &&
      box.y < bottom + 3 * size &&
      box.right > 0 &&
      box.x < page.width
    );
  };
  const inText = page.strokes.filter(
    (stroke) => within(stroke) && stroke.y < bottom + 2 * size && stroke.bottom > top - 6 * size,
  );
  const { level, upright, shapes } = straightRules(inText);
  const edges = columns(0);
  const measure = edges ? edges.right - edges.left : page.width * 0.6;
  const ruled = findTables(level, upright, lines, measure, size).filter((table) => !isChart(table, shapes));
  const tables = openTables(lines, ruled, {
    level,
    upright,
    shapes,
    edges: columns,
    isSentence: (line) => isSentence(line, { size, isTextFace }, columns(line.column)),
  });
  const inTable = (box: Box): boolean => tables.some((table) => overlaps(box, table, 1));
  const strokes = [...shapes, ...upright].filter((box) => !inTable(box)).slice(0, mostShapes);
  const pictures = page.pictures.filter((box) => within(box) && box.y < bottom + 6 * size && !isSign(box, size));
  const captioned = figureZones(
    lines,
    { pieces: [...strokes, ...pictures], levels: level.filter((rule) => !inTable(rule)) },
    tables,
    { size, isTextFace },
    columns,
  );
  const isCaptioned = (box: Box): boolean => captioned.some((figure) => overlaps(box, figure, 0));
  const drawn = [...strokes, ...longLevels(level, upright).filter((box) => !inTable(box)), ...pictures].filter(
    (box) => !isCaptioned(box),
  );
  const figures = gather(drawn)
    .filter(({ x, y, right, bottom: low }) => right - x >= smallest.width && low - y >= smallest.height)
    .filter(
      (box) =>
        pictures.some((picture) => overlaps(picture, box, 0)) ||
        !(isFrame(box, drawn) || isFrameOfText(box, lines, size)),
    );
  const asFigure = (box: Box, own: DraftLine[]): FoundBlock => ({
    ...box,
    kind: 'figure',
    lines: own,
    level: [],
    upright: [],
  });
  const found = captioned.map(({ lines: own, ...box }) => asFigure(box, own));
  const taken = new Set(found.flatMap((figure) => figure.lines));
  const others = [...tables, ...gather(figures).map((box) => asFigure(box, []))];
  giveLines(
    others,
    lines.filter((line) => !taken.has(line)),
    size,
    font,
  );
  const blocks = [...found, ...others.filter((block) => !isGround(block, inText, pictures, lines, taken))];
  const held = new Set(blocks.flatMap((block) => block.lines));
  const unread = page.recognised
    ? unreadAreas(
        lines.filter((line) => !held.has(line)),
        size,
        columns,
      ).filter((area) => !blocks.some((block) => overlaps(area, block, 0)))
    : [];
  return [...blocks, ...unread]
    .filter(({ kind, lines: own }) => kind === 'figure' || own.length > 0)
    .sort((a, b) => a.y - b.y);
}

/** Lower edge of the running head and of the rule beneath it. */
function headBottom(page: LaidOutPage, lines: readonly DraftLine[], size: number): number {
  const free = new Set(lines);
  const heads = page.lines.filter((line) => !free.has(line) && line.y < headShare * page.height);
  if (heads.length === 0) return -Infinity;
  return Math.max(...heads.map(({ y }) => y)) + size;
}

/** A picture no higher than two lines that stands in one is a sign of the text. */
function isSign({ y, bottom, x, right }: Box, size: number): boolean {
  return bottom - y < 2 * size && right - x < 4 * size;
}

/** Level rules that touch upright ones are axes and frames; others part sections of a page. */
function longLevels(level: readonly Rule[], upright: readonly Rule[]): Rule[] {
  return level.filter((rule) => upright.some((other) => overlaps(rule, other, 3)));
}

/** Boxes that lie together as one. */
function gather(boxes: readonly Box[]): Box[] {
  let groups: Box[] = boxes.map(({ x, y, right, bottom }) => ({ x, y, right, bottom }));
  for (let before = -1; before !== groups.length;) {
    before = groups.length;
    groups = sweep(groups);
  }
  return groups;
}

function sweep(boxes: Box[]): Box[] {
  const groups: Box[] = [];
  for (const box of boxes.sort((a, b) => a.y - b.y)) {
    const near = groups.find((group) => overlaps(group, box, togetherWithin));
    if (near) grow(near, box);
    else groups.push(box);
  }
  return groups;
}

function grow(group: Box, box: Box): void {
  group.x = Math.min(group.x, box.x);
  group.y = Math.min(group.y, box.y);
  group.right = Math.max(group.right, box.right);
  group.bottom = Math.max(group.bottom, box.bottom);
}

/** Each line goes to the block that it lies in; labels beside a figure go with it. */
function giveLines(blocks: readonly FoundBlock[], lines: readonly DraftLine[], size: number, font: number): void {
  for (const block of blocks) block.lines = [];
  const left = new Set(lines);
  for (const line of lines) {
    const within = blocks.find(
      (block) =>
        isInside(line, block, 1) && (block.kind === 'table' || (liesIn(line, block) && !isRunning(line, size))),
    );
    if (!within) continue;
    within.lines.push(line);
    left.delete(line);
  }
  const figures = blocks.filter(({ kind }) => kind === 'figure');
  // the figures of an axis and the legend lie round the drawing: each that is taken brings the next one near
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const line of left) {
      const beside = figures.find((block) => isLabel(line, block, size, font));
      if (!beside) continue;
      beside.lines.push(line);
      left.delete(line);
      growBy(beside, line);
    }
  }
  for (const block of figures) for (const line of block.lines) growBy(block, line);
  for (const block of figures) takeLegend(block, left, size, font);
}

/** Farthest from a figure (em) that its caption stands. */
const captionReach = 9;

/** What stands between a figure and its caption, and is no text, belongs to the figure. */
function takeLegend(block: FoundBlock, left: Set<DraftLine>, size: number, font: number): void {
  const below = [...left]
    .filter((line) => line.y - 0.5 * line.size > block.bottom && overlapsAcross(line, block))
    .sort((a, b) => a.y - b.y);
  const caption = below.findIndex((line) => captionLike.test(line.text));
  if (caption < 0 || below[caption]!.y - block.bottom > captionReach * size) return;
  const between = below.slice(0, caption);
  if (between.some((line) => Math.abs(line.size - size) <= 0.05 * size && line.font === font)) return;
  for (const line of between) {
    block.lines.push(line);
    left.delete(line);
    growBy(block, line);
  }
}

function overlapsAcross(line: DraftLine, block: FoundBlock): boolean {
  return line.x < block.right && line.right > block.x;
}

function growBy(block: FoundBlock, line: DraftLine): void {
  block.x = Math.min(block.x, line.x);
  block.right = Math.max(block.right, line.right);
  block.y = Math.min(block.y, line.y - line.size);
  block.bottom = Math.max(block.bottom, line.y + 0.2 * line.size);
}

const captionLike = /^\s*(?:附?[图圖表]|Fig|Table|资料来源|資料來源|数据来源|来源|注\s*[：:]|说明)/iu;

/** Small words beside a figure, in another size or face than the text: figures of an axis, a legend. */
function isLabel(line: DraftLine, block: FoundBlock, size: number, font: number): boolean {
  const words = line.text.replace(/[\s\u3000\d.%,，\-—]/gu, '').length;
  const likeText = Math.abs(line.size - size) <= 0.05 * size && line.font === font;
  if ((likeText && words > 2) || line.size > 1.05 * size) return false;
  if (captionLike.test(line.text) || /[。；，]/u.test(line.text)) return false;
  if (line.text.trim().length > longestLabel) return false;
  return isInside(line, block, labelReach * size) && line.right - line.x < 1.1 * (block.right - block.x) + 4 * size;
}
