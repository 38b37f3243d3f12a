/**
 * Write the fullwidth hyphens, points and slashes between Latin letters and digits halfwidth.
 *
 * Damage: older typesetting programs have no halfwidth signs: Jean－Frédéric, pp．119－130, http: ／ ／ www．peio．me.
 * Evidence: letters or digits on both sides; an address behind http; a hyphen between the names of one person.
 * Leaves alone: － between spaced letters of a formula, ． that numbers a heading, dashes of Chinese sentences.
 *
 * @example
 *   before: 让－弗雷德里克（Jean－Frédéric Morin），C．Randall，pp．119－130．
 *   after:  让-弗雷德里克（Jean-Frédéric Morin），C. Randall，pp. 119-130.
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { han, latin } from '../../vocabulary/characters.js';

const hyphen = new RegExp(`(?<=[${latin}\\d${han}])－(?=[${latin}\\d${han}])`, 'gu');
const point = new RegExp(`(?<=[${latin}\\d])．(?=[ ]?([${latin}\\d]|[)\\]）］，,;:：；”]|$))[ ]?`, 'gmu');
const address = /https?[:：][ ]?[/／][ ]?[/／][ ]?(?:[\w.:/／?=&%#~+－．-]|[ ](?=[/／])|(?<=[/／.．])[ ](?=[\w-]))+/giu;
/** A number at a line's head, whose point belongs to it. */
const headingNumber = /^[\s　]*\d{1,2}(?:．\d{1,2})*．/u;

export const latinSigns = cleanRule({
  name: 'latin-signs',
  touches: 'width',
  propose(text) {
    const edits: Edit[] = [];
    const taken: Edit[] = [];
    for (const found of text.matchAll(address)) {
      const whole = found[0].replace(/[\s.．]+$/u, '');
      const plain = whole.replace(/[ ]/g, '').normalize('NFKC');
      if (plain !== whole) taken.push({ start: found.index, end: found.index + whole.length, text: plain });
      else taken.push({ start: found.index, end: found.index + whole.length, text: whole });
    }
    const free = (start: number, end: number): boolean => !taken.some((one) => start < one.end && one.start < end);
    for (const { index, 0: whole } of text.matchAll(hyphen)) {
      if (free(index, index + whole.length)) edits.push({ start: index, end: index + whole.length, text: '-' });
    }
    for (const found of text.matchAll(point)) {
      const { index } = found;
      const whole = found[0];
      const lineStart = text.lastIndexOf('\n', index) + 1;
      const lead = headingNumber.exec(text.slice(lineStart))?.[0].length ?? 0;
      if (!free(index, index + whole.length) || index < lineStart + lead) continue;
      const next = found[1] ?? '';
      const decimal = /\d/.test(text[index - 1]!) && /\d/.test(next);
      const gap = decimal || next === '' || !/[\p{L}\d]/u.test(next) ? '' : ' ';
      edits.push({ start: index, end: index + whole.length, text: `.${gap}` });
    }
    edits.push(...taken.filter((one) => text.slice(one.start, one.end) !== one.text));
    return edits.sort((a, b) => a.start - b.start);
  },
});
