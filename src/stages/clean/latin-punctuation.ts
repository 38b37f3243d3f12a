/**
 * Write the fullwidth marks of Latin passages halfwidth, each with the space that its width stood for.
 *
 * Damage: a Latin citation in an older text layer reads Dyer，A Selection：Malacca，１８３４．
 * Evidence: the mark stands between letters or digits of a passage of three Latin words or more without Han.
 * Leaves alone: marks beside Han; short Latin words in a Chinese sentence; the mark that ends the passage unless it is ．
 *
 * @example
 *   before: 见Samuel Dyer，A Selection of Characters，Malacca，1834．
 *   after:  见Samuel Dyer, A Selection of Characters, Malacca, 1834.
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { latin } from '../../vocabulary/characters.js';
import { replaceEach } from './edits.js';

const passage = new RegExp(`[${latin}][${latin}\\d \\n　'’“”‘()（）&\\-–—／/．.,:;，：；＂"]*[${latin}\\d]．?`, 'gu');
const half: Record<string, string> = { '，': ',', '：': ':', '；': ';', '．': '.' };

export const latinPunctuation = cleanRule({
  name: 'latin-punctuation',
  touches: 'width',
  propose(text) {
    const edits: Edit[] = [];
    for (const found of text.matchAll(passage)) {
      const whole = found[0];
      if (!/[，：；．]/u.test(whole) || (whole.match(new RegExp(`[${latin}]{2,}`, 'gu'))?.length ?? 0) < 3) continue;
      for (const edit of replaceEach(whole, /([，：；．])[ 　]*/gu, (match) => {
        const next = whole[match.index + match[0].length];
        const abbreviation =
          match[1] === '．' && /[\da-z]/.test(next ?? '') && /[\da-z]/.test(whole[match.index - 1] ?? '');
        return half[match[1]!]! + (next === undefined || /[\n，：；,:;]/u.test(next) || abbreviation ? '' : ' ');
      })) {
        edits.push({ start: edit.start + found.index, end: edit.end + found.index, text: edit.text });
      }
    }
    return edits;
  },
});
