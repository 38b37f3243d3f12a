/**
 * Clean the characters of paragraphs once their lines are joined, as the clean stage does for lines.
 *
 * Damage: the mark stands at the beginning of a printed line and what tells its width at the end of the one before.
 * Evidence: that of the rules of the clean stage, on whole paragraphs.
 * Leaves alone: what those rules leave alone.
 *
 * @example wrapped
 *   before: 活字的标准载于南湖印刷学会
 *           (NPS)的网页，各地刊本的编
 *           者都可以查到这一份文件。
 *   after:  活字的标准载于南湖印刷学会（NPS）的网页，各地刊本的编者都可以查到这一份文件。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { chinesePunctuation } from '../clean/chinese-punctuation.js';
import { chineseQuotes } from '../clean/chinese-quotes.js';
import { latinPunctuation } from '../clean/latin-punctuation.js';
import { latinQuotes } from '../clean/latin-quotes.js';
import { latinSigns } from '../clean/latin-signs.js';
import { blocksWithWords } from './block-words.js';
import { emend } from './emend.js';

const rules = [latinSigns, latinPunctuation, chineseQuotes, chinesePunctuation, latinQuotes];

export const cleanJoinedLines = restoreRule({
  name: 'clean-joined-lines',
  touches: 'letters',
  apply(root, context) {
    for (const words of blocksWithWords(root)) {
      for (const rule of rules) {
        const edits = rule.propose(words.text, context.survey);
        emend(
          words,
          edits.map((edit) => ({ ...edit, confidence: 'certain' as const })),
          context,
        );
      }
    }
  },
});
