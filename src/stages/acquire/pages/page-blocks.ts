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
import { openTables } from './open-tables.js';
import { straightRules, type Rule } from './rules.js';
import type { LaidOutPage } from './page-layout.js';

/** A figure or table with the lines that are part of it. */
export interface FoundBlock extends Box {
  kind: 'figure' | 'table';
  lines: DraftLine[];
  level: Rule[];
  upright: Rule[];
}

/** Smaller things are ornaments, signs or letters, pt. */
const smallest = { width: 36, height: 24 };
/** Shapes nearer than this belong together, pt. */
const togetherWithin = 12;
/** Rules of one table begin and end alike, pt. */
const ruleDrift = 9;
/** A picture of this share of the page is the page: a scan, or a coloured ground. */
const wholePage = 0.8;
/** Width of the rules of a frame, and their distance where they are doubled, pt. */
const frameWidth = 5;
/** Share of letters in a sentence; a row of figures has fewer. */
const leastLetters = 0.4;
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
  const blocks = [...found, ...others];
  return blocks.filter(({ kind, lines: own }) => kind === 'figure' || own.length > 0).sort((a, b) => a.y - b.y);
}

/** Lower edge of the running head and of the rule beneath it. */
function headBottom(page: LaidOutPage, lines: readonly DraftLine[], size: number): number {
  const free = new Set(lines);
  const heads = page.lines.filter((line) => !free.has(line) && line.y < headShare * page.height);
  if (heads.length === 0) return -Infinity;
  return Math.max(...heads.map(({ y }) => y)) + size;
}

/** Curves and bars within the rules: they are the lines of a chart. */
function isChart(table: FoundBlock, shapes: readonly Box[]): boolean {
  const strips = table.level.length - 1;
  const inside = shapes.filter(
    (shape) => overlaps(shape, table, 0) && shape.right - shape.x > 3 && shape.bottom - shape.y > 3,
  ).length;
  const curve = shapes.some(
    (shape) =>
      overlaps(shape, table, 0) &&
      shape.right - shape.x > 0.25 * (table.right - table.x) &&
      shape.right - shape.x < 0.98 * (table.right - table.x) &&
      shape.bottom - shape.y > 0.25 * (table.bottom - table.y) &&
      shape.bottom - shape.y < 0.98 * (table.bottom - table.y),
  );
  if (curve) return true;
  const held = table.lines.length;
  return inside >= 3 || held < strips;
}

/** A picture no higher than two lines that stands in one is a sign of the text. */
function isSign({ y, bottom, x, right }: Box, size: number): boolean {
  return bottom - y < 2 * size && right - x < 4 * size;
}

/** Level rules that touch upright ones are axes and frames; others part sections of a page. */
function longLevels(level: readonly Rule[], upright: readonly Rule[]): Rule[] {
  return level.filter((rule) => upright.some((other) => overlaps(rule, other, 3)));
}

function overlaps(a: Box, b: Box, reach: number): boolean {
  return a.x <= b.right + reach && a.right >= b.x - reach && a.y <= b.bottom + reach && a.bottom >= b.y - reach;
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

/** Nothing but a frame: every stroke runs along an edge, or round all of it. What stands within is text. */
function isFrame(box: Box, drawn: readonly Box[]): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= frameWidth;
  return drawn
    .filter((piece) => overlaps(piece, box, 0))
    .every(({ x, y, right, bottom }) => {
      const across = near(x, box.x) && near(right, box.right);
      const down = near(y, box.y) && near(bottom, box.bottom);
      const edge = near(x, right)
        ? near(x, box.x) || near(x, box.right)
        : near(y, bottom) && (near(y, box.y) || near(y, box.bottom));
      return (across && down) || edge;
    });
}

function isFrameOfText(box: Box, lines: readonly DraftLine[], size: number): boolean {
  const inside = lines.filter((line) => isInside(line, box, 0));
  const text = inside.filter((line) => isRunning(line, size) && line.right - line.x > 0.6 * (box.right - box.x));
  return text.length >= 3 && text.length >= 0.5 * inside.length;
}

function isInside(line: DraftLine, box: Box, reach: number): boolean {
  const middle = line.y - 0.35 * line.size;
  return (
    middle > box.y - reach && middle < box.bottom + reach && line.right > box.x - reach && line.x < box.right + reach
  );
}

/** Text that runs round a picture reaches into its margin. */
function liesIn(line: DraftLine, block: FoundBlock): boolean {
  const shared = Math.min(line.right, block.right) - Math.max(line.x, block.x);
  return shared > 0.7 * (line.right - line.x);
}

/** A line of the text's size that is as long as sentences are, without gaps as between cells. */
function isRunning(line: DraftLine, size: number): boolean {
  return (
    Math.abs(line.size - size) <= 0.2 * size &&
    line.right - line.x > 12 * size &&
    !/\u3000|[.…·]{4}/u.test(line.text) &&
    line.text.replace(/[^\p{L}]/gu, '').length > leastLetters * line.text.replace(/\s/g, '').length
  );
}

/** Level rules of one width, one below the other, with cells between. */
function findTables(
  level: Rule[],
  upright: Rule[],
  lines: readonly DraftLine[],
  measure: number,
  size: number,
): FoundBlock[] {
  const long = level
    .filter((rule) => rule.right - rule.x > Math.min(0.25 * measure, 12 * size))
    .sort((a, b) => a.y - b.y);
  const used = new Set<Rule>();
  const tables: FoundBlock[] = [];
  for (const rule of long) {
    if (used.has(rule)) continue;
    const chain = [rule];
    for (const next of long) {
      if (next.y <= chain.at(-1)!.y + 2 || used.has(next)) continue;
      const alike = Math.abs(next.x - rule.x) <= ruleDrift && Math.abs(next.right - rule.right) <= ruleDrift;
      const inner = next.x >= rule.x - ruleDrift && next.right <= rule.right + ruleDrift;
      if (!alike && !inner) continue;
      if (
        !(isWalled(chain.at(-1)!, next, upright) || holdsCells(chain.at(-1)!, next, lines, size)) ||
        isGap(chain, next, lines, upright, size)
      ) {
        if (alike) break;
        continue;
      }
      chain.push(next);
    }
    const whole = chain.filter(
      (other) => Math.abs(other.x - rule.x) <= ruleDrift && Math.abs(other.right - rule.right) <= ruleDrift,
    );
    if (whole.length < 2) continue;
    const box = { x: rule.x, y: rule.y, right: rule.right, bottom: whole.at(-1)!.y };
    const inside = lines.filter((line) => isInside(line, box, 1));
    const walled = isWalled(rule, whole.at(-1)!, upright);
    if (inside.length === 0 || (!walled && (inside.length < 2 || box.bottom - box.y < 2 * size))) continue;
    const walls = upright.filter((wall) => overlaps(wall, box, 2));
    if (walls.length < 3 && !inside.some((line) => /\u3000/.test(line.text))) continue;
    const own = level.filter((other) => overlaps(other, box, 2));
    for (const other of own) used.add(other);
    tables.push({ ...box, kind: 'table', lines: inside, level: own, upright: walls });
  }
  return tables;
}

/** Do upright rules part what stands between two level ones? */
function isWalled(above: Rule, below: Rule, upright: readonly Rule[]): boolean {
  const inner = upright.filter((wall) => wall.x > above.x + ruleDrift && wall.x < above.right - ruleDrift);
  return inner.filter((wall) => reaches(wall, above, below)).length >= 2;
}

function reaches(wall: Rule, above: Rule, below: Rule): boolean {
  return Math.min(wall.bottom, below.y) - Math.max(wall.y, above.y) > 0.7 * (below.y - above.y);
}

/** Do words stand between two rules that are of two tables: outside all walls, or sentences below a table without walls? */
function isGap(
  chain: readonly Rule[],
  below: Rule,
  lines: readonly DraftLine[],
  upright: readonly Rule[],
  size: number,
): boolean {
  const above = chain.at(-1)!;
  const box = { x: above.x, right: above.right, y: above.y, bottom: below.y };
  const inside = lines.filter((line) => isInside(line, box, 0));
  if (inside.length === 0) return false;
  const near = upright.filter((wall) => wall.x > box.x - ruleDrift && wall.x < box.right + ruleDrift);
  if (near.some((wall) => reaches(wall, above, below))) return false;
  if (near.some((wall) => Math.abs(wall.bottom - above.y) < ruleDrift)) return true;
  const sentences = inside.filter((line) => !/\u3000/u.test(line.text.trim()) && line.right - line.x > 8 * size);
  return chain.length > 2 && sentences.length === inside.length;
}

/** Are the lines between two rules cells rather than running text? A table may be empty between two of its rules. */
function holdsCells(above: Rule, below: Rule, lines: readonly DraftLine[], size: number): boolean {
  const box = { x: above.x, right: above.right, y: above.y, bottom: below.y };
  const inside = lines.filter((line) => isInside(line, box, 0));
  // the caption of the next table
  if (inside.some((line) => /^(?:续|續)?[表]\s*[\d一二三四五六七八九十]/u.test(line.text))) return false;
  const width = box.right - box.x;
  const text = inside.filter((line) => isRunning(line, size) && line.right - line.x > 0.75 * width);
  return text.length <= 0.25 * inside.length;
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
