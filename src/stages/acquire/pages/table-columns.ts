/** The columns of a table: its rules and the stretches of its lines in, the edges of its columns out. */
import type { FoundBlock } from './found-block.js';
import type { Rule } from './rules.js';
import { baselinesOf, narrowGap, segmentsOf, type Segment } from './table-segments.js';

/** Rules nearer to each other (pt) are one. */
export const sameRule = 4;
/** Share of the rows that may cross a strip between columns. */
const mostCrossing = 0.15;
/** Share of the rows that have words on both sides of a strip, and of those beside a strip as narrow as a gap. */
const leastBeside = 0.2;
const leastBesideNarrow = 0.5;
/** Width of a strip, em: where many rows have words on both sides, and where few have. */
const narrowStrip = 0.35;
const wideStrip = 0.9;
/** In fewer rows gaps between words may stand below each other by chance. */
const fewRows = 4;
/** A level rule of this share of the width goes over the whole table. */
const wholeWidth = 0.9;

/** Edges of the columns from left to right, the outer ones included. */
export function columnBounds(table: FoundBlock): number[] {
  const height = table.bottom - table.y;
  const walls = merged(
    table.upright
      .filter(
        (wall) => wall.bottom - wall.y > Math.min(0.2 * height, 14) && wall.x > table.x + 6 && wall.x < table.right - 6,
      )
      .map(({ x }) => x),
  );
  if (walls.length >= 2) return [table.x, ...walls, table.right];
  const wide = bodyOf(
    table,
    table.lines.flatMap((line) => segmentsOf(line)),
  );
  const fine = bodyOf(
    table,
    table.lines.flatMap((line) => segmentsOf(line, narrowGap)),
  );
  const strips = freeStrips(table, baselinesOf(fine).length >= fewRows ? fine : wide);
  // a wall parts what the strips part, too; where there are few walls, strips between them are columns as well
  const inner = merged([...walls, ...strips.filter((at) => walls.every((wall) => Math.abs(wall - at) > 12))]);
  return [table.x, ...inner, table.right];
}

/** Places in order, those that are nearly one taken once. */
export function merged(places: readonly number[]): number[] {
  const out: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (out.length === 0 || place - out.at(-1)! > sameRule) out.push(place);
  return out;
}

/** Rules over the whole width between the upper and the lower edge, from above. */
export function innerRules({ level, x, right, y, bottom }: FoundBlock): Rule[] {
  return level
    .filter(
      (rule) => rule.right - rule.x > wholeWidth * (right - x) && rule.y > y + sameRule && rule.y < bottom - sameRule,
    )
    .sort((a, b) => a.y - b.y);
}

/** What is below the head, where a rule parts it off: words of the head go over several columns. */
function bodyOf(table: FoundBlock, segments: readonly Segment[]): readonly Segment[] {
  const rule = innerRules(table)[0];
  if (!rule) return segments;
  const body = segments.filter(({ y, size }) => y - 0.35 * size > rule.y);
  return baselinesOf(body).length >= 3 ? body : segments;
}

/** Middles of the upright strips that hardly a row crosses and that have cells on both sides. */
function freeStrips(table: FoundBlock, segments: readonly Segment[]): number[] {
  const rows = baselinesOf(segments);
  const strips: { from: number; to: number; beside: number }[] = [];
  for (let at = table.x + 2; at < table.right - 2; at += 1) {
    const crossing = rows.filter((row) => row.some(({ x, right }) => x < at && right > at)).length;
    const beside = rows.filter((row) => row.some(({ right }) => right <= at) && row.some(({ x }) => x >= at)).length;
    if (crossing > mostCrossing * rows.length || beside < Math.max(2, leastBeside * rows.length)) continue;
    const last = strips.at(-1);
    if (last && at - last.to <= 1) {
      last.to = at;
      last.beside = Math.max(last.beside, beside);
    } else strips.push({ from: at, to: at, beside });
  }
  const { size } = segments[0]!;
  const found = strips
    .filter(({ from, to, beside }) => {
      const least = beside >= leastBesideNarrow * rows.length ? narrowStrip : wideStrip;
      return to - from >= least * size;
    })
    .map(({ from, to }) => (from + to) / 2);
  return found.filter((at, i) => {
    const before = found[i - 1] ?? table.x;
    return segments.some(({ x, right }) => x >= before - 1 && right <= at + 1);
  });
}
