/** The roles that the labelling gives to lines, and what a witness says of one. */
import type { Survey } from '../../../model/index.js';
import type { Line } from '../lines/line.js';
import type { weights } from './weights.js';

export const lineRoles = [
  'source',
  'column',
  'title',
  'subtitle',
  'byline',
  'heading',
  'line',
  'text',
  'fixed',
] as const;

/**
 * `source`: where a text was printed. `line`: a line of its own, joined with nothing. `fixed`: what has a role already, or a
 * label, and is not weighed.
 */
export type LineRole = (typeof lineRoles)[number];

/** Names of weights, see `weights.ts`. */
export type Weight = keyof typeof weights;

export interface Vote {
  for: LineRole;
  weight: Weight;
}

/** What the witnesses read: all lines, and what holds for the whole text. */
export interface LineText {
  lines: readonly Line[];
  survey: Survey;
  /** Lines that have a role already. */
  fixed: readonly boolean[];
  /** Where a list of references or notes is headed: what stands below is its own. */
  listAt: number;
  /** By the place of a line: how it stands in a series of numbered lines. */
  series: ReadonlyMap<number, SeriesPlace>;
}

/** A place in a series of lines that one system numbers. */
export interface SeriesPlace {
  system: string;
  value: number;
  /** Members that follow upon one another in this series. */
  members: number;
  /** The lines right above or below are members, too: a list. */
  inList: boolean;
  /** The number that should have come: it is not there. */
  missing?: number;
}

/** Says what speaks for what in a line, and decides nothing: the order of witnesses does not matter. */
export interface Witness {
  name: string;
  read(line: Line, at: number, text: LineText): Vote[];
}

/** What a line was labelled, and how sure: by how much the best reading of the text beats the best one without this role. */
export interface Labelled {
  role: LineRole;
  margin: number;
  second: LineRole;
  votes: (Vote & { witness: string })[];
}
