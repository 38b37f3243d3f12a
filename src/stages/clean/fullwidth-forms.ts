/**
 * Write fullwidth digits and Latin letters halfwidth, with the signs between them.
 *
 * Damage: ２０１８年, ＣＩＣＡ, ２＋２, ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ from older text layers.
 * Evidence: the character itself; a sign (． － ＋ ／ ＆ ＝ ＿ ％ ？ ：) only between such characters.
 * Leaves alone: fullwidth punctuation of Chinese; ① and Roman numerals. An ideographic space between Latin words becomes
 * a plain one, and the point of an initial (Ｃ．Ｂｕｓｈ) or of a sentence (ｄｒｉｖｅｎ．Ｔｈｉｓ) gets the space that its
 * fullwidth form carried.
 *
 * @example
 *   before: ２０１８年（Ｃ．Ｂｕｓｈ）的２＋２
 *   after:  2018年（C. Bush）的2+2
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { replaceEach } from './edits.js';

const run =
  /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．－＋／＆＝＿％？：＃＠～＊　 ]*[０-９Ａ-Ｚａ-ｚ％])?(?:．(?=[，；：\s]|$)|：／／|(?:[ 　]?[＆＝＿／]|(?<=[ａ-ｚＡ-Ｚ])－)+(?=\s*(?:\n|$)))?/gu;

export const fullwidthForms = cleanRule({
  name: 'fullwidth-forms',
  touches: 'width',
  propose(text) {
    const edits: Edit[] = [];
    for (const found of text.matchAll(run)) {
      const whole = found[0];
      const url = /ｗｗｗ|ｈｔｔｐ|／／/u.test(whole);
      edits.push(
        ...replaceEach(whole, /[\uFF01-\uFF5E]|　/gu, (match) => {
          const before = whole[match.index - 1] ?? '';
          const after = whole[match.index + 1] ?? '';
          if (match[0] === '　') return ' ';
          if (match[0] === '？' && !url) return undefined;
          if (match[0] === '：' && !url && !(/[０-９]/.test(before) && /[０-９]/.test(after))) return undefined;
          const narrow = String.fromCharCode(match[0].charCodeAt(0) - 0xfee0);
          if (match[0] !== '．' || url || !/[Ａ-Ｚ]/.test(after)) return narrow;
          const initial = /[Ａ-Ｚ]/.test(before) && !/[Ａ-Ｚ]/.test(whole[match.index - 2] ?? '');
          return initial || /[ａ-ｚ]/.test(before) ? '. ' : narrow;
        }).map((edit) => ({ start: edit.start + found.index, end: edit.end + found.index, text: edit.text })),
      );
    }
    return edits;
  },
});
