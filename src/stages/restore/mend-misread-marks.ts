/**
 * Put right marks that were read for others, where the one that is read cannot stand.
 *
 * Damage: “9？11” for “9·11”, （Trust）—词 for 一词, 网站’http:// for 网站，, 图〗 for 图1; a stray ＂ behind a note.
 * Evidence: what stands on both sides; see `vocabulary/misread-marks.ts`.
 * Leaves alone: questions, dashes between numbers and names, quotations within quotations.
 *
 * @example
 *   before: “9？11”之后，“信任”—词通行。
 *   after:  “9·11”之后，“信任”一词通行。
 */
import { isLineByLine } from '../clean/survey.js';
import { restoreRule } from '../../diagnostics/index.js';
import { misreadMarks } from '../../vocabulary/misread-marks.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';

export const mendMisreadMarks = restoreRule({
  name: 'mend-misread-marks',
  touches: 'letters',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    const marks = misreadMarks.filter(({ byLine }) => !byLine || isLineByLine(context.survey));
    for (const words of blocksWithWords(root)) {
      const inNote = words.owner.type === 'footnoteDefinition';
      const found = marks
        .filter(({ note }) => !note || inNote)
        .flatMap(({ read, right, certain }) =>
          Array.from(words.text.matchAll(read), ({ 0: sign, index }): Emendation => ({
            start: index,
            end: index + sign.length,
            text: right,
            confidence: certain ? 'certain' : 'likely',
          })),
        );
      emend(words, found, context);
    }
  },
});
