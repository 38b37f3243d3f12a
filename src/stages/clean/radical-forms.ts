/**
 * Replace radicals that Unicode gives no character for by the characters they look like.
 *
 * Damage: ⺠ ⻓ ⻛ ⻚ (CJK Radicals Supplement) for 民 长 风 页, ⼾ for 户: browsers print so, since character and radical are
 *   one glyph of their font.
 * Evidence: the block U+2E80–2EFF, whose signs are never used in running text; the script of the text tells 户 from 戶.
 * Leaves alone: radicals that are parts and no characters (⺡ ⻌), and what NFKC knows (⼈).
 *
 * @example
 *   before: ⻓江⻚
 *   after:  长江页
 */
import { cleanRule } from '../../diagnostics/index.js';
import { characterOfRadical, isSimplified, radicalPattern } from '../../vocabulary/radicals.js';
import { replaceEach } from './edits.js';

export const radicalForms = cleanRule({
  name: 'radical-forms',
  touches: 'letters',
  propose: (text) => {
    if (!/[\u2E80-\u2EFF\u2F3E]/u.test(text)) return [];
    const simplified = isSimplified(text);
    return replaceEach(text, radicalPattern, ([radical]) => characterOfRadical(radical, simplified));
  },
});
