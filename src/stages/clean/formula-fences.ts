/**
 * Write the fences of formulas as $…$ and $$…$$, where an OCR gives \(…\) and \[…\].
 *
 * Damage: Markdown takes the backslash of \( R \) for an escape, and the fences would be plain brackets.
 * Evidence: a backslash before both brackets, and a sign of a formula between them: a command, a raised or lowered sign, an
 * equation, or a letter or two that stand alone.
 * Leaves alone: escaped brackets of the text: \[1\], \(见上\); Markdown written by a person.
 *
 * @example ocr-markdown
 *   before: 式中，\( R \) 为收支比，\( \lambda _ { i } \) 为期望，见\[1\]。
 *   after:  式中，$R$ 为收支比，$\lambda _ { i }$ 为期望，见\[1\]。
 */
import { cleanRule } from '../../diagnostics/index.js';
import { countHan } from '../../vocabulary/characters.js';
import { replaceEach } from './edits.js';

const fenced = /\\\(\s*([^\n]{1,300}?)\s*\\\)|\\\[\s*([^[\]]{1,900}?)\s*\\\]/gu;
const formula = /\\[A-Za-z]+|[\^_=<>]/;
/** Escaped brackets of the text have no room within: \(J\), \[M\]. */
const letterAlone = /^\\\(\s+[A-Za-z]{1,2}\s+\\\)$/;

export const formulaFences = cleanRule({
  name: 'formula-fences',
  touches: 'punctuation',
  propose(text, { kind }) {
    if (kind === 'markdown' || !text.includes('\\')) return [];
    return replaceEach(text, fenced, ([whole, within, apart]) => {
      const words = (within ?? apart)!;
      // words in Chinese stand in a formula within \text{…} only
      if (
        !(formula.test(words) || letterAlone.test(whole)) ||
        (countHan(words) > 0 && !/\\(?:text|mathrm|mbox)/.test(words))
      )
        return undefined;
      return within === undefined ? `$$${words}$$` : `$${words}$`;
    });
  },
});
