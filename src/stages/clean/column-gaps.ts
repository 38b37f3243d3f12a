/**
 * Mark the gap between two columns that were read across.
 *
 * Damage: each line holds a line of the left column and one of the right.
 * Evidence: a wide gap at one place in a third of all lines and more; the survey measured it.
 * Leaves alone: lines of one column; lines that run over both (titles, abstracts).
 *
 * @example wrapped
 *   before: （一栏的文字没有间隔，不改。）
 *   after:  （一栏的文字没有间隔，不改。）
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { columnGap } from './columns.js';

export const columnGaps = cleanRule({
  name: 'column-gaps',
  touches: 'spacing',
  propose(text, { columnAt }) {
    if (columnAt === undefined) return [];
    const edits: Edit[] = [];
    let offset = 0;
    for (const line of text.split('\n')) {
      const found = line.includes('\t') ? undefined : columnGap(line, columnAt);
      if (found) edits.push({ start: offset + found.start, end: offset + found.end, text: '\t' });
      offset += line.length + 1;
    }
    return edits;
  },
});
