/**
 * Put right a quotation mark that was read for other signs, where its partner stands alone.
 *
 * Damage: 许涛：77亚信会议”， for “亚信会议”; in the “Changing System, J Quarterly for System,” Quarterly.
 * Evidence: a mark closes what none has opened, or one that opens is not closed, and where its partner belongs stands
 * one sign, and only one, that such a mark is read for.
 * Leaves alone: marks in pairs; numbers and signs where every mark has its partner.
 *
 * @example
 *   before: 沈括：77活字考”，《印史》1985年。
 *   after:  沈括：“活字考”，《印史》1985年。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { misreadClosing, misreadOpening } from '../../vocabulary/misread-marks.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';
import { loneQuotes } from './lone-quotes.js';

export const mendMisreadQuotes = restoreRule({
  name: 'mend-misread-quotes',
  touches: 'letters',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    for (const words of blocksWithWords(root)) {
      const found = loneQuotes(words.text).flatMap(({ opens, from, to }): Emendation[] => {
        const signs = opens ? misreadClosing : misreadOpening;
        const [first, ...others] = Array.from(words.text.matchAll(signs)).filter(
          ({ 0: sign, index }) => index >= from && index + sign.length <= to,
        );
        if (!first || others.length > 0) return [];
        const end = first.index + first[0].length;
        return [{ start: first.index, end, text: opens ? '”' : '“', confidence: 'likely' }];
      });
      emend(words, found, context);
    }
  },
});
