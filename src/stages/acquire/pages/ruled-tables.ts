/**
 * Tables by their rules: level rules of one width, one below the other, with cells between, or a grid.
 */
import type { Box } from '../pdf/matrix.js';
import { isInside, isRunning, overlaps } from './box-relations.js';
import type { FoundBlock } from './found-block.js';
import type { DraftLine } from './page-lines.js';
import type { Rule } from './rules.js';

/** Rules of one table begin and end alike, pt. */
const ruleDrift = 9;

/** Level rules of one width, one below the other, with cells between. */
export function findTables(
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

/** Curves and bars within the rules: they are the lines of a chart. */
export function isChart(table: FoundBlock, shapes: readonly Box[]): boolean {
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
