/**
 * The text of a source with positions: laid-out pages in, one text in reading order and its lines with their places out.
 *
 * A line feed ends each line, a form feed each page. Heads come first on their page; notes stand after all columns of text.
 */
import type { Area, BodyType, PagedLine, PagedPage, PagedText, Run } from '../../paged-text.js';
import type { FontFacts } from '../pdf/types.js';
import { columnEdges, type EdgeTable } from './column-edges.js';
import { findFurniture } from './furniture.js';
import { findNoteAreas } from './note-areas.js';
import { findBlocks, type FoundBlock } from './page-blocks.js';
import type { DraftLine } from './page-lines.js';
import type { Layout } from './page-layout.js';
import { pageKind } from './page-kind.js';
import { mostly } from './rows.js';

/** @returns the pages, and the text that their offsets point into */
export function assemble(layout: Layout, fonts: readonly FontFacts[]): { paged: PagedText; text: string } {
  const { pages, size, font } = layout;
  const furniture = findFurniture(layout);
  const free = pages.map(({ lines }) => lines.filter((line) => !furniture.lines.has(line)));
  const edges = columnEdges(free, size);
  const blocks = pages.map((page, i) => findBlocks(page, free[i]!, edges.of(i, 0), layout));
  const inBlock = new Map<DraftLine, { kind: Area; index: number }>();
  for (const found of blocks) {
    for (const [index, { kind, lines }] of found.entries()) for (const line of lines) inBlock.set(line, { kind, index });
  }
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
  const paged = pages.map((page, index): PagedPage => {
    if (index > 0) text += '\f\n';
    const ordered = inOrder(page.lines, areaOf, blocks[index]!);
    const lines = ordered.map((line): PagedLine => {
      const start = text.length;
      const runs = line.runs.map(({ text: words, ...run }): Run => {
        const at = text.length;
        text += words;
        return { ...run, start: at, end: text.length };
      });
      const end = text.length;
      text += '\n';
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
      kind: pageKind(page, fonts),
      width: page.width,
      height: page.height,
      ...(folio !== undefined && { folio: String(folio) }),
      lines,
      blocks: blocks[index]!.map(({ kind, x, y, right, bottom }) => ({ kind, x, y, right, bottom })),
      edges: edgesOf(page.lines, edges, index),
    };
  });
  return {
    text,
    paged: {
      pages: paged,
      fonts: fonts.map(({ name, bold, italic, mapped }) => ({ name, bold, italic, mapped })),
      body: bodyType(layout, free, edges, size, font),
      dropped: pages.flatMap(({ number, duplicates, outside }) => [
        ...(duplicates.length > 0 ? [{ page: number, reason: 'duplicate' as const, text: duplicates.map((glyph) => glyph.text).join('') }] : []),
        ...(outside.length > 0 ? [{ page: number, reason: 'outside' as const, text: outside.map((glyph) => glyph.text).join('') }] : []),
      ]),
    },
  };
}

/** Heads, then text with figures where they stand, then notes, then what is at the foot. */
function inOrder(lines: readonly DraftLine[], areaOf: (line: DraftLine) => Area, blocks: readonly FoundBlock[]): DraftLine[] {
  const isEdge = (line: DraftLine): boolean => areaOf(line) === 'furniture' || areaOf(line) === 'stamp';
  const text = lines.filter((line) => !isEdge(line) && areaOf(line) !== 'notes');
  const middle = text.length > 0 ? (Math.min(...text.map(({ y }) => y)) + Math.max(...text.map(({ y }) => y))) / 2 : 0;
  const down = (a: DraftLine, b: DraftLine): number => a.y - b.y || a.x - b.x;
  const ordered: DraftLine[] = [];
  const done = new Set<FoundBlock>();
  for (const line of text) {
    const block = blocks.find((one) => one.lines.includes(line));
    if (!block) ordered.push(line);
    else if (!done.has(block)) {
      done.add(block);
      ordered.push(...[...block.lines].sort(down));
    }
  }
  return [
    ...lines.filter((line) => isEdge(line) && line.y < middle).sort(down),
    ...ordered,
    ...lines.filter((line) => areaOf(line) === 'notes'),
    ...lines.filter((line) => isEdge(line) && line.y >= middle).sort(down),
  ];
}

function edgesOf(lines: readonly DraftLine[], edges: EdgeTable, page: number): PagedPage['edges'] {
  const own: PagedPage['edges'] = {};
  for (const column of new Set([0, ...lines.map((line) => line.column)])) {
    const found = edges.of(page, column);
    if (found) own[column] = found;
  }
  return own;
}

function bodyType(layout: Layout, pages: readonly DraftLine[][], edges: EdgeTable, size: number, font: number): BodyType {
  const steps: number[] = [];
  for (const lines of pages) {
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      const step = b.y - a.y;
      const isText = [a, b].every((line) => Math.abs(line.size - size) <= 0.06 * size);
      if (isText && a.column === b.column && step > 0.8 * size && step < 4 * size) steps.push(step);
    }
  }
  const columns = mostly(layout.pages.filter(({ lines }) => lines.length > 8), ({ gutters }) => gutters.length + 1);
  const widths = layout.pages.flatMap((_, i) => edges.of(i, 0) ?? []).map(({ left, right }) => right - left);
  return {
    size,
    font,
    leading: mostly(steps, (step) => Math.round(step * 4) / 4) || 1.6 * size,
    columns: columns || 1,
    measure: mostly(widths, (width) => Math.round(width)) || 0,
  };
}
