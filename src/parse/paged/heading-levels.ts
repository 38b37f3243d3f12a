/** Levels of headings: by their size first, then by their numbers, then by place and face. Level 1 is the highest below a title. */
import type { FoundHeading } from './headings.js';

/** Sizes within this share are one size. */
const sizeStep = 0.045;
const deepest = 5;

/** Headings that look and are numbered alike. */
interface Kind {
  ratio: number;
  rank: number | undefined;
  centred: boolean;
  bold: boolean;
  headings: FoundHeading[];
}

/** @returns the level of each heading, 1 to 5, in order */
export function headingLevels(headings: readonly FoundHeading[]): number[] {
  const kinds: Kind[] = [];
  for (const heading of headings) {
    const kind = kinds.find((one) => isOfKind(heading, one));
    if (kind) kind.headings.push(heading);
    else
      kinds.push({
        ratio: heading.ratio,
        rank: heading.numeral?.rank,
        centred: heading.centred,
        bold: heading.bold,
        headings: [heading],
      });
  }
  const numbered = kinds.filter(({ rank }) => rank !== undefined);
  // without a number, a heading ranks with the numbered ones that look like it
  const ordered = [...numbered].sort(compare);
  const levels = new Map<Kind, number>();
  let level = 0;
  let last: Kind | undefined;
  for (const kind of ordered) {
    if (!last || compare(last, kind) !== 0) level++;
    levels.set(kind, level);
    last = kind;
  }
  const bare = kinds.filter(({ rank }) => rank === undefined).sort(compare);
  for (const kind of bare) {
    const twin = ordered.find((other) => looksAlike(other, kind));
    if (twin) levels.set(kind, levels.get(twin)!);
  }
  const rest = bare.filter((kind) => !levels.has(kind));
  for (const kind of rest) levels.set(kind, levelBySize(kind, ordered, levels, rest));
  return headings.map((heading) =>
    Math.min(deepest, levels.get(kinds.find(({ headings: own }) => own.includes(heading))!)!),
  );
}

function isOfKind(heading: FoundHeading, kind: Kind): boolean {
  if (heading.numeral?.rank !== kind.rank) return false;
  return kind.rank !== undefined || looksAlike(heading, kind);
}

function looksAlike(
  a: { ratio: number; centred: boolean; bold: boolean },
  b: { ratio: number; centred: boolean; bold: boolean },
): boolean {
  return Math.abs(a.ratio - b.ratio) <= sizeStep && a.centred === b.centred;
}

/** Below zero: a is higher. Numbers decide where both have one. */
function compare(a: Kind, b: Kind): number {
  if (a.rank !== undefined && b.rank !== undefined) return a.rank - b.rank;
  if (Math.abs(a.ratio - b.ratio) > sizeStep) return b.ratio - a.ratio;
  if (a.centred !== b.centred) return a.centred ? -1 : 1;
  return 0;
}

/** A heading without a number, and unlike all that have one: as high as the numbered ones of its size or smaller. */
function levelBySize(
  kind: Kind,
  ordered: readonly Kind[],
  levels: ReadonlyMap<Kind, number>,
  rest: readonly Kind[],
): number {
  if (ordered.length > 0) {
    const notLarger = ordered.find((other) => other.ratio <= kind.ratio + sizeStep);
    return notLarger ? levels.get(notLarger)! : Math.max(...ordered.map((other) => levels.get(other)!)) + 1;
  }
  return 1 + rest.filter((other) => compare(other, kind) < 0).length;
}
