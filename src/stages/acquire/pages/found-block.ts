/** A figure or table of a page before it has its place in the text. */
import type { Box } from '../pdf/matrix.js';
import type { DraftLine } from './page-lines.js';
import type { Rule } from './rules.js';

/** A figure or table with the lines that are part of it. */
export interface FoundBlock extends Box {
  kind: 'figure' | 'table';
  lines: DraftLine[];
  level: Rule[];
  upright: Rule[];
  /** The text layer of a scan leaves it out. */
  unread?: true;
}
