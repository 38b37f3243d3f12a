/**
 * The text of a source with positions: laid-out pages in, one text in reading order and its lines with their places out.
 *
 * A line feed ends each line, a form feed each page. Heads come first on their page; notes stand after all columns of text.
 */
import type { Area, BodyType, PageBlock, PagedLine, PagedPage, PagedText, Run } from '../../../model/paged-text.js';
import type { FontFacts } from '../pdf/types.js';
import { columnEdges, type EdgeTable } from './column-edges.js';
import { findFurniture } from './furniture.js';
import { cutSideBySide } from './side-by-side.js';
import { repeatedDrawings } from './repeated-drawings.js';
import { findNoteAreas } from './note-areas.js';
import type { FoundBlock } from './found-block.js';
import { findBlocks } from './page-blocks.js';
import type { DraftLine } from './page-lines.js';
import type { Layout } from './page-layout.js';
import { droppedSigns } from './dropped-signs.js';
import { drawnSign } from './picture-signs.js';
import { mostly } from './rows.js';
import { tableGrid, type TableGrid } from './table-grid.js';

/** @returns the pages, and the text that their offsets point into */
export function assemble(
  layout: Layout,
  fonts: readonly FontFacts[],
): { paged: Omit<PagedText, 'pageCount' | 'damaged' | 'readInPart'>; text: string } {
  const { pages, size, font } = layout;
  const furniture = findFurniture(layout);
  const free = pages.map(({ lines }) => lines.filter((line) => !furniture.lines.has(line)));
  const edges = columnEdges(free, size);
  const face = fonts[font];
  const isTextFace = (own: number): boolean =>
    own === font || (fonts[own]?.name === face?.name && fonts[own]?.bold === face?.bold);
  pages.forEach((page, i) => {
    const cut = cutSideBySide(free[i]!);
    if (cut.length === free[i]!.length) return;
    const own = new Set(free[i]);
    page.lines = [...page.lines.filter((line) => !own.has(line)), ...cut];
    free[i] = cut;
  });
  const repeated = repeatedDrawings(pages);
  const blocks = pages.map((page, i) =>
    findBlocks(repeated.without(page), free[i]!, (column) => edges.of(i, column), { size, font, isTextFace }),
  );
  const inBlock = new Map<DraftLine, { kind: Area; index: number }>();
  const grids = new Map<FoundBlock, TableGrid>();
  blocks.forEach((found, i) => {
    for (const [index, block] of found.entries()) {
      const grid = block.kind === 'table' ? tableGrid(block) : undefined;
      if (grid) {
        // each cell has lines of its own from here on
        grids.set(block, grid);
        const whole = new Set(block.lines);
        block.lines = grid.rows.flat().flatMap((cell) => cell.lines);
        pages[i]!.lines = [...pages[i]!.lines.filter((line) => !whole.has(line)), ...block.lines];
      }
      for (const line of block.lines) inBlock.set(line, { kind: block.kind, index });
    }
  });
  const notes = findNoteAreas(
    pages.map((page, i) => ({
      height: page.height,
      strokes: page.strokes,
      lines: free[i]!.filter((line) => !inBlock.has(line)),
      blocks: blocks[i]!,
    })),
    size,
  );
  const areaOf = (line: DraftLine): Area =>
    furniture.lines.get(line) ?? inBlock.get(line)?.kind ?? (notes.has(line) ? 'notes' : 'body');

  let text = '';
  const places = new Map<DraftLine, { start: number; end: number }>();
  const paged = pages.map((page, index): PagedPage => {
    if (index > 0) text += '\f\n';
    const pageStart = text.length;
    const drawn: number[] = [];
    const ordered = inOrder(page.lines, areaOf, blocks[index]!);
    const lines = ordered.map((line): PagedLine => {
      const start = text.length;
      const runs = line.runs.map(({ text: words, ...run }): Run => {
        const at = text.length;
        for (let i = words.indexOf(drawnSign); i >= 0; i = words.indexOf(drawnSign, i + 1)) drawn.push(at + i);
        text += words.replaceAll(drawnSign, '□');
        return { ...run, start: at, end: text.length };
      });
      const end = text.length;
      text += '\n';
      places.set(line, { start, end });
      const { x, right, y, size: own, font: face, column } = line;
      const block = inBlock.get(line)?.index;
      return {
        start,
        end,
        page: page.number,
        x,
        right,
        y,
        size: own,
        font: face,
        column,
        area: areaOf(line),
        runs,
        ...(block !== undefined && { block }),
      };
    });
    const folio = furniture.folios[index];
    return {
      number: page.number,
      kind: page.kind,
      start: pageStart,
      ...(page.recognised && { recognised: true }),
      width: page.width,
      height: page.height,
      ...(folio !== undefined && { folio: String(folio) }),
      lines,
      blocks: blocks[index]!.map((block) => pageBlock(block, grids.get(block), places)),
      edges: edgesOf(page.lines, edges, index),
      ...(drawn.length > 0 && { drawn }),
    };
  });
  return {
    text,
    paged: {
      pages: paged,
      fonts: fonts.map(({ name, bold, italic, mapped, misnamed }) => ({
        name,
        bold,
        italic,
        mapped,
        ...(misnamed && { misnamed }),
      })),
      body: bodyType(layout, free, edges, size, font),
      dropped: droppedSigns(pages),
    },
  };
}

function pageBlock(
  { kind, x, y, right, bottom, unread }: FoundBlock,
  grid: TableGrid | undefined,
  places: ReadonlyMap<DraftLine, { start: number; end: number }>,
): PageBlock {
  const rows = grid?.rows.map((cells) =>
    cells.map(({ lines, colspan, rowspan }) => ({
      lines: lines.flatMap((line) => places.get(line) ?? []),
      colspan,
      rowspan,
    })),
  );
  return {
    kind,
    x,
    y,
    right,
    bottom,
    ...(unread && { unread }),
    ...(rows && { rows, columns: grid!.columns }),
    ...(grid?.headRows !== undefined && { headRows: grid.headRows }),
  };
}

/** Heads, then text with figures where they stand, then notes, then what is at the foot. */
function inOrder(
  lines: readonly DraftLine[],
  areaOf: (line: DraftLine) => Area,
  blocks: readonly FoundBlock[],
): DraftLine[] {
  const isEdge = (line: DraftLine): boolean => areaOf(line) === 'furniture' || areaOf(line) === 'stamp';
  const text = lines.filter((line) => !isEdge(line) && areaOf(line) !== 'notes');
  const middle = text.length > 0 ? (Math.min(...text.map(({ y }) => y)) + Math.max(...text.map(({ y }) => y))) / 2 : 0;
  const down = (a: DraftLine, b: DraftLine): number => a.y - b.y || a.x - b.x;
  const owner = new Map(blocks.flatMap((block) => block.lines.map((line) => [line, block] as const)));
  const ordered: DraftLine[] = text.filter((line) => !owner.has(line));
  // a block stands before the first line of its columns that begins below it
  for (const block of blocks) {
    const at = ordered.findIndex((line) => line.y > block.y && overlapsAcross(line, block));
    const own = block.kind === 'table' ? block.lines : [...block.lines].sort(down);
    ordered.splice(at < 0 ? placeAfter(ordered, block) : at, 0, ...own);
  }
  return [
    ...lines.filter((line) => isEdge(line) && line.y < middle).sort(down),
    ...ordered,
    ...lines.filter((line) => areaOf(line) === 'notes'),
    ...lines.filter((line) => isEdge(line) && line.y >= middle).sort(down),
  ];
}

function overlapsAcross(line: DraftLine, block: FoundBlock): boolean {
  return line.x < block.right && line.right > block.x;
}

/** After the last line above a block in its columns. */
function placeAfter(ordered: readonly DraftLine[], block: FoundBlock): number {
  const above = ordered.findLastIndex((line) => overlapsAcross(line, block));
  return above < 0 ? ordered.length : above + 1;
}

function edgesOf(lines: readonly DraftLine[], edges: EdgeTable, page: number): PagedPage['edges'] {
  const own: PagedPage['edges'] = {};
  for (const column of new Set([0, ...lines.map((line) => line.column)])) {
    const found = edges.of(page, column);
    if (found) own[column] = found;
  }
  return own;
}

function bodyType(
  layout: Layout,
  pages: readonly DraftLine[][],
  edges: EdgeTable,
  size: number,
  font: number,
): BodyType {
  const steps: number[] = [];
  for (const lines of pages) {
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      const step = b.y - a.y;
      const isText = [a, b].every((line) => Math.abs(line.size - size) <= 0.06 * size);
      if (isText && a.column === b.column && step > 0.8 * size && step < 4 * size) steps.push(step);
    }
  }
  const columns = mostly(
    layout.pages.filter(({ lines }) => lines.length > 8),
    ({ gutters }) => gutters.length + 1,
  );
  const widths = layout.pages.flatMap((_, i) => edges.of(i, 0) ?? []).map(({ left, right }) => right - left);
  return {
    size,
    font,
    leading: mostly(steps, (step) => Math.round(step * 4) / 4) || 1.6 * size,
    columns: columns || 1,
    measure: mostly(widths, (width) => Math.round(width)) || 0,
  };
}
