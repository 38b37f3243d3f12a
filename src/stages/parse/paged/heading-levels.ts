/**
 * Levels of headings: which kind of heading stands under which, as most of its members do. Level 1 is the highest below a
 * title.
 *
 * Numbers rank among each other by their system, everything else by size, then by place. A kind that comes once by mistake
 * moves no other.
 */
import { noteListHeadings } from '../../../vocabulary/headings.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import type { FoundHeading } from './headings.js';

/** Sizes within this share are one size. */
const sizeStep = 0.045;
const deepest = 5;

/** Headings that look and are numbered alike. */
interface Kind {
  ratio: number;
  /** Of its number's system. */
  rank: number | undefined;
  centred: boolean;
  /** 参考文献 and its like: parts of the article, however small they are set. */
  apparatus: boolean;
  /** How often it stood at each depth. */
  depths: Map<number, number>;
}

/** @returns the level of each heading, 1 to 5, in order */
export function headingLevels(headings: readonly FoundHeading[]): number[] {
  const kinds: Kind[] = [];
  const kindOf = headings.map((heading) => {
    const apparatus = isApparatus(heading.text);
    const known = kinds.find((kind) => isOfKind(heading, apparatus, kind));
    if (known) return known;
    const { ratio, centred, numeral } = heading;
    const kind: Kind = { ratio, centred, rank: numeral?.rank, apparatus, depths: new Map() };
    kinds.push(kind);
    return kind;
  });
  const above: Kind[] = [];
  for (const kind of kindOf) {
    if (kind.apparatus) above.length = 0;
    while (above.length > 0 && !isHigher(above.at(-1)!, kind)) above.pop();
    above.push(kind);
    kind.depths.set(above.length, (kind.depths.get(above.length) ?? 0) + 1);
  }
  return kindOf.map(({ depths }) => Math.min(deepest, mostOften(depths)));
}

function isApparatus(text: string): boolean {
  const words = text.replace(/[\s\u3000]/gu, '');
  return referenceHeading.test(words) || noteListHeadings.test(words);
}

function isOfKind(heading: FoundHeading, apparatus: boolean, kind: Kind): boolean {
  if (heading.numeral?.rank !== kind.rank || apparatus !== kind.apparatus) return false;
  return kind.rank !== undefined || apparatus || looksAlike(heading, kind);
}

function looksAlike(a: Pick<Kind, 'ratio' | 'centred'>, b: Pick<Kind, 'ratio' | 'centred'>): boolean {
  return Math.abs(a.ratio - b.ratio) <= sizeStep && a.centred === b.centred;
}

/** Does one kind of heading stand above another? */
function isHigher(upper: Kind, lower: Kind): boolean {
  if (upper === lower) return false;
  if (upper.rank !== undefined && lower.rank !== undefined) return upper.rank < lower.rank;
  if (looksAlike(upper, lower)) return false;
  if (Math.abs(upper.ratio - lower.ratio) > sizeStep) return upper.ratio > lower.ratio;
  if (upper.centred !== lower.centred) return upper.centred;
  return upper.rank !== undefined;
}

function mostOften(depths: ReadonlyMap<number, number>): number {
  return [...depths].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}
