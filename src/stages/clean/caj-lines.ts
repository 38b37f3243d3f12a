/**
 * Put the printed lines of a CAJ text layer together again.
 *
 * Damage: printed lines are torn into pieces, ASCII spaces stand everywhere, private-use characters carry what is true.
 * Evidence: a line without the line mark is a torn piece; U+E5E5 is a true space; a line that opens with a space
 * begins a new block (a page, or text after a loss). See `vocabulary/caj-marks.ts`.
 * Leaves alone: spaces between keywords and between names, which are the only sign of where one ends.
 *
 * @example caj
 *   before: 活 字 印\n一\n、刷⟦end⟧\n术
 *   after:  活字印一、刷\n术
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { cajMarks } from '../../vocabulary/caj-marks.js';
import { han, measure } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { replaceEach } from './edits.js';

const names = new RegExp(`^ ?[${han}]{2,4}(?: [${han}]{2,4}){1,3}$`, 'u');

export const cajLines = cleanRule({
  name: 'caj-lines',
  touches: 'spacing',
  propose(text, survey) {
    if (survey.kind !== 'caj' || !text.includes(cajMarks.lineEnd)) return [];
    const edits: Edit[] = [];
    let closed = true; // the line before carried the line mark
    for (const line of text.matchAll(/([^\n]*)(\n+|$)/g)) {
      const [, body = '', breaks = ''] = line;
      if (body === '' && breaks === '') continue;
      const at = line.index;
      const marked = body.trimEnd().endsWith(cajMarks.lineEnd);
      const opensBlock = /^ \S/u.test(body);
      if (!closed && !opensBlock && at > 0) {
        // the break before this line tore it: take the break out
        let from = at;
        while (text[from - 1] === '\n') from--;
        if (from < at) edits.push({ start: from, end: at, text: '' });
      }
      edits.push(...inLine(body, at, survey.bodyWidth));
      closed = marked || body.trim() === '';
      if (body.trim() === '') closed = true;
    }
    return edits;
  },
});

/** Edits within one line: marks out, true spaces in, noise out. */
function inLine(line: string, at: number, bodyWidth: number): Edit[] {
  const keepSpaces = labelOf(line)?.part === 'keywords' || names.test(line.replace(/[\uE5D2\uE5CF\uE5CE\s]+$/u, ''));
  return replaceEach(
    line,
    /\uE5D2\uE5CF(?=\s*[^\s\uE5D2\uE5CF\uE5CE])|[\uE5D2\uE5CF\uE5CE]|\uE5E5(?: *\uE5E5)*| +/gu,
    (match) => {
      if (match[0].startsWith(cajMarks.space)) return ' ';
      // a printed line ends within this one: two cells of a table, or lines that were read on
      if (match[0] === cajMarks.lineEnd) return measure(line) < bodyWidth ? '\t' : '\n';
      if (match[0].startsWith(' ')) {
        if (match.index === 0) return ' ';
        return keepSpaces && match.index + match[0].length < line.trimEnd().length ? undefined : '';
      }
      return '';
    },
  ).map((edit) => ({ start: edit.start + at, end: edit.end + at, text: edit.text }));
}
