/**
 * Replace radicals that stand for the characters they look like.
 *
 * Damage: text layers of some fonts give ⼀ ⼈ ⽂ (Kangxi Radicals) for 一 人 文.
 * Evidence: the block U+2F00–2FDF, whose characters are never used in running text; NFKC knows the character meant.
 * Leaves alone: CJK Radicals Supplement, of which some have no character of their own; compatibility ideographs.
 *
 * @example
 *   before: ⼈⽂
 *   after:  人文
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

export const kangxiRadicals = cleanRule({
  name: 'kangxi-radicals',
  touches: 'width',
  propose: (text) => replaceEach(text, /[\u2F00-\u2FDF]+/g, ([radicals]) => radicals.normalize('NFKC')),
});
