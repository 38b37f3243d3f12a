/**
 * Give halfwidth marks of a Chinese paragraph their full width where the lines kept that from showing.
 *
 * Damage: the brackets of （soft power） stand on two lines, and one of them beside Latin; a comma stands behind a
 * quotation mark that was straight.
 * Evidence: a bracket whose partner is full and that stands behind Han; a comma, semicolon or colon between a closing mark
 * and Han.
 * Leaves alone: brackets in pairs of one width, marks beside figures and Latin, paragraphs that are not Chinese.
 *
 * @example wrapped
 *   before: 官方的禁令(soft
 *           power）由来已久，所谓“纸贵则书少”,说的是纸价，
 *           不是书价。
 *   after:  官方的禁令（soft power）由来已久，所谓“纸贵则书少”，说的是纸价，不是书价。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { closingMark, isChinese } from '../../vocabulary/characters.js';
import { fullwidthMarks } from '../../vocabulary/marks.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';

/** The sign comes first and what stands before it behind: signs are rare. */
const half = [
  /\((?<=[\p{Script=Han}”》]\()(?=[^()（）]*）)/gu,
  /\)(?<=（[^()（）]*\))/gu,
  new RegExp(`[,;:](?<=[${closingMark}].)(?=\\p{Script=Han})`, 'gu'),
];

export const widenMarks = restoreRule({
  name: 'widen-marks',
  touches: 'letters',
  apply(root, context) {
    for (const words of blocksWithWords(root)) {
      if (!/[(),;:]/.test(words.text) || !isChinese(words.text)) continue;
      const found = half.flatMap((pattern) =>
        Array.from(words.text.matchAll(pattern), ({ 0: sign, index }): Emendation => ({
          start: index,
          end: index + 1,
          text: fullwidthMarks[sign]!,
          confidence: 'certain',
        })),
      );
      emend(words, found, context);
    }
  },
});
