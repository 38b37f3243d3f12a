/** Rows of a page in, its lines in reading order out: column after column between what goes over all of them. */
import { PackedGlyphs } from '../pdf/packed-glyphs.js';
import type { Glyph } from '../pdf/types.js';
import type { Gutter } from './columns.js';
import { runsOf, type LineRun } from './line-text.js';
import type { Row } from './rows.js';

/** A line before it has its place in the text. */
export interface DraftLine {
  x: number;
  right: number;
  y: number;
  size: number;
  font: number;
  column: number;
  text: string;
  runs: LineRun[];
  /** From left to right; made anew each time that they are asked for. */
  readonly glyphs: Glyph[];
  /** Share of its signs that the file marks as page furniture. */
  artifact: number;
  /** Share of its signs without ink. */
  hidden: number;
}

/** Lines of one paragraph are no farther apart, in line sizes. */
const farthestLeading = 2.2;
/** A mark stands so much higher than its line, em. */
const leastRise = 0.15;
/** A line of running text is longer, em. */
const longLine = 8;
/** The lines below the first of a note are set in by no more, em. */
const deepestHang = 2.2;
/** A raised mark is smaller than its line by this factor. */
const loneMark = 0.8;

/** @param blanks blank glyphs of the page */
export function linesOfPage(
  rows: readonly { row: Row; column: number }[],
  gutters: readonly Gutter[],
  blanks: readonly Glyph[],
): DraftLine[] {
  const lines = rows.map(({ row, column }) => {
    const near = blanks.filter((blank) => Math.abs(blank.y - row.y) < 0.6 * row.size);
    return draft(row, column, near);
  });
  if (gutters.length === 0) return withMarksOfLinesAbove(lines);
  goOnAcross(lines);
  return withMarksOfLinesAbove(byColumns(lines));
}

/** A raised mark that had no room on its line begins the next one; where nothing follows it, it stands alone there. */
function withMarksOfLinesAbove(lines: readonly DraftLine[]): DraftLine[] {
  const out: DraftLine[] = [];
  for (const line of lines) {
    const above = out.at(-1);
    const alone =
      above !== undefined &&
      above.column === line.column &&
      line.size < loneMark * above.size &&
      line.y - above.y > 0.5 * above.size &&
      line.y - above.y < farthestLeading * above.size &&
      Math.abs(line.x - above.x) < 2.5 * above.size &&
      (/^(?:[[(（〔［]\d{1,3}[\])）〕］]|[①-⑳㉑-㉟㊱-㊿])+$/u.test(line.text) ||
        (/^\d{1,3}$/.test(line.text) && isRaised(line, above, out.at(-2))));
    if (!alone) {
      out.push(line);
      continue;
    }
    const runs = [...above.runs, ...line.runs.map((run) => ({ ...run, raised: 1 as const }))];
    out[out.length - 1] = { ...above, runs, text: above.text + line.text, glyphs: [...above.glyphs, ...line.glyphs] };
  }
  return out;
}

/** @param blanks blank glyphs near the row */
export function draft(row: Row, column: number, blanks: readonly Glyph[]): DraftLine {
  const { glyphs, size, y, x, right } = row;
  const runs = runsOf(row, blanks);
  const packed = new PackedGlyphs(glyphs);
  const fonts = new Map<number, number>();
  let artifact = 0;
  let hidden = 0;
  for (const glyph of glyphs) {
    fonts.set(glyph.font, (fonts.get(glyph.font) ?? 0) + 1);
    if (glyph.artifact) artifact++;
    if (glyph.hidden) hidden++;
  }
  return {
    x,
    right,
    y,
    size,
    font: [...fonts].sort((a, b) => b[1] - a[1])[0]![0],
    column,
    text: runs.map(({ text }) => text).join(''),
    runs,
    get glyphs() {
      return packed.unpack();
    },
    artifact: artifact / glyphs.length,
    hidden: hidden / glyphs.length,
  };
}

/** A number below a long line stands higher than the next line would. */
function isRaised(line: DraftLine, above: DraftLine, before: DraftLine | undefined): boolean {
  if (!before || before.column !== above.column || above.right - above.x < longLine * above.size) return false;
  const leading = above.y - before.y;
  return leading < farthestLeading * above.size && line.y - above.y < leading - leastRise * above.size;
}

/** The short last line of a paragraph that goes over all columns lies in the first one, and belongs to its paragraph. */
function goOnAcross(lines: DraftLine[]): void {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.x - b.x);
  let wide: DraftLine | undefined;
  for (const line of sorted) {
    if (line.column === -1) {
      wide = line;
      continue;
    }
    if (!wide || line.column !== 0) {
      wide = undefined;
      continue;
    }
    const close = line.y - wide.y <= farthestLeading * wide.size && line.y > wide.y;
    const alike = Math.abs(line.size - wide.size) <= 0.06 * wide.size;
    const beside = sorted.some((other) => other.column > 0 && Math.abs(other.y - line.y) < 0.8 * line.size);
    // notes hang: what goes on is set in
    const flush = line.x > wide.x - 0.8 * wide.size && line.x < wide.x + deepestHang * wide.size;
    if (close && alike && flush && !beside) {
      line.column = -1;
      wide = line;
    } else wide = undefined;
  }
}

function byColumns(lines: readonly DraftLine[]): DraftLine[] {
  const across = lines.filter((line) => line.column === -1).sort((a, b) => a.y - b.y);
  const within = lines.filter((line) => line.column !== -1);
  const columns = [...new Set(within.map((line) => line.column))].sort((a, b) => a - b);
  const ordered: DraftLine[] = [];
  let from = -Infinity;
  for (const wide of [...across, undefined]) {
    const to = wide?.y ?? Infinity;
    for (const column of columns) {
      ordered.push(
        ...within.filter((line) => line.column === column && line.y > from && line.y <= to).sort((a, b) => a.y - b.y),
      );
    }
    if (wide) ordered.push(wide);
    from = to;
  }
  return ordered;
}
