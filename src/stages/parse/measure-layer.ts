/**
 * How whole is a text layer that a program took from pages? In: its lines, as they are read. Out: what of their order is
 * torn, as shares.
 *
 * Words tell whether a line goes on with the next: the two signs that meet at a line's end stand elsewhere in the text, too.
 * Where they do with the line after the next, two columns are woven into one another.
 */
import { han } from '../../vocabulary/characters.js';

/** Shares, 0 to 1, of the lines that hold anything. */
interface Layer {
  /** How many lines that are, and how many Han in them. */
  lines: number;
  han: number;
  /** Lines of one or two signs, three and more behind one another: glyphs that stand one a line. */
  fragments: number;
  /** Lines of one or two signs wherever they stand, and lines that are no names. */
  pieces: number;
  longer: number;
  /** Lines that go on after the next line, of those that show where they go on. */
  woven: number;
  /** Lines that break at a comma far from the margin, with a full line below. */
  torn: number;
  /** Marks of punctuation to a Han. */
  marks: number;
}

/** What is measured of a long text, lines: one layer is of one make. */
const longestSample = 12_000;
/** Fewest lines that show where they go on. */
const fewestJoins = 24;
/** Signs of a line that a column may hold. */
const narrowest = 10;
/** How far from the margin a line breaks that no margin has broken, signs. */
const farFromMargin = 4;

const isHan = new RegExp(`^[${han}]$`, 'u');

export function measureLayer(printed: readonly string[]): Layer {
  const lines = printed
    .slice(0, longestSample)
    .map((line) => [...line.replace(/[\s\u3000]+/gu, '')])
    .filter((line) => line.length > 0);
  const all = Math.max(1, lines.length);
  const hanSigns = lines.reduce((sum, line) => sum + line.filter((sign) => isHan.test(sign)).length, 0);
  const marks = lines.reduce(
    (sum, line) => sum + line.filter((sign) => /[，。、；：！？,.;:!?]/u.test(sign)).length,
    0,
  );
  return {
    lines: lines.length,
    han: hanSigns,
    fragments: countFragments(lines) / all,
    pieces: lines.filter(({ length }) => length <= 2).length / all,
    longer: lines.filter(({ length }) => length >= narrowest / 2).length / all,
    woven: shareWoven(lines),
    torn: countTorn(lines, usualLength(lines)) / all,
    marks: marks / Math.max(1, hanSigns),
  };
}

/** Lines of one or two signs, numbers aside, in runs. Names of two Han stand in lists, too: half of a run are shorter. */
function countFragments(lines: string[][]): number {
  let count = 0;
  let run: string[][] = [];
  for (const line of [...lines, []]) {
    if (line.length > 0 && line.length <= 2 && line.some((sign) => /\p{L}/u.test(sign))) run.push(line);
    else {
      const glyphs = run.filter(({ length, 0: first }) => length === 1 || !isHan.test(first!)).length;
      if (run.length >= 3 && glyphs * 2 >= run.length) count += run.length;
      run = [];
    }
  }
  return count;
}

/** Of the lines whose last sign is known to stand before the first of one of the two lines below, the share of the second. */
function shareWoven(lines: string[][]): number {
  const pairs = new Set<string>();
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++)
      if (isHan.test(line[i]!) && isHan.test(line[i + 1]!)) pairs.add(line[i]! + line[i + 1]!);
  let next = 0;
  let afterNext = 0;
  for (let i = 0; i + 2 < lines.length; i++) {
    const [line, below, second] = lines.slice(i, i + 3) as [string[], string[], string[]];
    if ([line, below, second].some(({ length }) => length < narrowest) || !isHan.test(line.at(-1)!)) continue;
    const [one, other] = [below, second].map((to) => pairs.has(line.at(-1)! + to[0]!));
    if (one && !other) next++;
    if (other && !one) afterNext++;
  }
  return next + afterNext < fewestJoins ? 0 : afterNext / (next + afterNext);
}

function countTorn(lines: string[][], full: number): number {
  return lines.filter((line, i) => {
    const below = lines[i + 1];
    const far = line.length >= 3 && line.length < full - farFromMargin;
    return far && /[，、]/u.test(line.at(-1)!) && below !== undefined && below.length >= full - farFromMargin;
  }).length;
}

function usualLength(lines: string[][]): number {
  const times = new Map<number, number>();
  for (const { length } of lines) if (length >= narrowest) times.set(length, (times.get(length) ?? 0) + 1);
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
