/** Level and upright rules of a page: what is drawn in, straight lines put together out. */
import type { Stroke } from '../pdf/types.js';

/** A straight line, level or upright, pt. */
export interface Rule {
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** Pieces on one line that are no farther apart are one rule, pt. */
const closest = 3;
/** Two rules are on one line when they differ by no more, pt. */
const sameLine = 1.6;
const shortest = 6;

/** @returns level and upright rules, and the strokes that are neither */
export function straightRules(strokes: readonly Stroke[]): { level: Rule[]; upright: Rule[]; shapes: Stroke[] } {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  const shapes: Stroke[] = [];
  for (const stroke of strokes) {
    if (stroke.kind === 'level') level.push(stroke);
    else if (stroke.kind === 'upright') upright.push(stroke);
    else {
      const pieces = stroke.pieces ?? [];
      const levels = pieces.filter(isLevel);
      const uprights = pieces.filter(isUpright);
      // a path of nothing but level and upright lines is a frame or a grid
      if (pieces.length > 0 && levels.length + uprights.length >= pieces.filter((piece) => !isDot(piece)).length) {
        level.push(...levels);
        upright.push(...uprights);
      } else shapes.push(stroke);
    }
  }
  return { level: joinLevel(level), upright: joinUpright(upright), shapes };
}

const isDot = ({ x, y, right, bottom }: Rule): boolean => right - x < 1 && bottom - y < 1;
const isLevel = ({ x, y, right, bottom }: Rule): boolean => bottom - y <= sameLine && right - x >= shortest;
const isUpright = ({ x, y, right, bottom }: Rule): boolean => right - x <= sameLine && bottom - y >= shortest;

function joinLevel(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = joined.findLast(
      (other) =>
        Math.abs(other.y - rule.y) <= sameLine && rule.x <= other.right + closest && rule.right >= other.x - closest,
    );
    if (last) {
      last.x = Math.min(last.x, rule.x);
      last.right = Math.max(last.right, rule.right);
    } else joined.push({ ...box(rule) });
  }
  return joined;
}

function joinUpright(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.x - b.x || a.y - b.y)) {
    const last = joined.findLast(
      (other) =>
        Math.abs(other.x - rule.x) <= sameLine && rule.y <= other.bottom + closest && rule.bottom >= other.y - closest,
    );
    if (last) {
      last.y = Math.min(last.y, rule.y);
      last.bottom = Math.max(last.bottom, rule.bottom);
    } else joined.push({ ...box(rule) });
  }
  return joined;
}

const box = ({ x, y, right, bottom }: Rule): Rule => ({ x, y, right, bottom });
