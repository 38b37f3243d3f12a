/** `Root` → `Root`: the editor's corrections, each found in the text it names. */
import type { TextTree } from '../model.js';
import type { Complain, Corrections } from './correction.js';
import { recordKinds } from './record-kinds.js';

export { readCorrections } from './read-corrections.js';

/**
 * Applies the corrections to the trees of an issue, in place. What cannot be applied is a warning on its line.
 *
 * @param corrections undefined where there are none
 */
export function revise(trees: TextTree[], corrections: Corrections | undefined): TextTree[] {
  if (!corrections) return trees;
  const complain: Complain = ({ line }, rule, reason) => {
    corrections.file.message(reason, { place: { line, column: 1 }, source: 'revise', ruleId: rule }).fatal = false;
  };
  for (const kind of recordKinds) {
    const records = corrections.records.filter(({ key }) => key === kind.key);
    if (records.length > 0) kind.apply(trees, records, complain);
  }
  return trees;
}
