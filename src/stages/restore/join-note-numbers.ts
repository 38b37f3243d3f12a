/**
 * Put the number of a note that stands on a line of its own before the line below.
 *
 * Damage: at the page's foot a text layer gives the small raised number of a note as a line, and the note as the next.
 * Evidence: the same number was called above, glued to the end of a sentence, or on a line of its own amid the text while
 * the line below this one names a source; each call is answered once, and several are.
 * Leaves alone: page numbers, years, numbers of sections: nothing above calls them, or the note has come already.
 *
 * @example wrapped
 *   before: 活字印刷始于宋代。1其后又有木活字，见于农书。2
 *           近代以来又有铅活字，由西人传入。3各地皆用之。
 *
 *           1
 *
 *           沈括：《梦溪笔谈》卷十八。
 *
 *           2
 *
 *           王祯：《农书》卷二十二。
 *
 *           3
 *
 *           金简：《程式》卷首，奏议。
 *   after:  活字印刷始于宋代。1其后又有木活字，见于农书。2
 *           近代以来又有铅活字，由西人传入。3各地皆用之。
 *           1沈括：《梦溪笔谈》卷十八。
 *           2王祯：《农书》卷二十二。
 *           3金简：《程式》卷首，奏议。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { callBeforeNumber, citesSource, loweredCall, noteLead } from '../../vocabulary/note-markers.js';
import { isRunningText, textOf } from './blocks.js';

const number = /^\d{1,3}$/u;
/** What a number can stand before as that of a note. */
const opensNote = /^[\p{Script=Han}《“‘「『（〈[［A-Za-z]/u;
const fewest = 3;

export const joinNoteNumbers = restoreRule({
  name: 'join-note-numbers',
  touches: 'structure',
  apply(root, { survey }) {
    if (!isLineByLine(survey) || survey.kind === 'caj') return;
    const joined = notesBelowNumbers(root.children);
    if (joined.size < fewest) return;
    root.children = root.children.flatMap((node, at): RootContent[] => {
      if (joined.has(at - 1)) return [];
      return joined.has(at) ? [join(node as Paragraph, root.children[at + 1] as Paragraph)] : [node];
    });
  },
});

/** Places of the numbers that are answered calls, each above its note. */
function notesBelowNumbers(blocks: readonly RootContent[]): Set<number> {
  const open = { glued: new Set<number>(), alone: new Set<number>() };
  const joined = new Set<number>();
  blocks.forEach((node, at) => {
    if (!isRunningText(node) || joined.has(at - 1)) return;
    const words = withoutBlanks(textOf(node));
    if (!number.test(words)) {
      for (const value of strongCalls(textOf(node))) open.glued.add(value);
      return;
    }
    const value = Number(words);
    const below = blocks[at + 1];
    const note = isRunningText(below) ? textOf(below).trim() : '';
    const answers = open.glued.has(value) || (open.alone.has(value) && citesSource.test(note));
    if (answers && opensNote.test(note) && !noteLead.test(note)) {
      joined.add(at);
      open.glued.delete(value);
      open.alone.delete(value);
    } else open.alone.add(value);
  });
  return joined;
}

/** Numbers behind the end of a sentence or a quotation, where few but calls stand. */
function strongCalls(text: string): number[] {
  const calls = [...text.matchAll(loweredCall)].flatMap(({ 0: digits, 1: strong }) => (strong ? Number(digits) : []));
  const beforeNumbers = [...text.matchAll(callBeforeNumber)].flatMap(({ 0: digits }) => [
    Number(digits.slice(0, 1)),
    ...(digits.length > 3 ? [Number(digits.slice(0, 2))] : []),
  ]);
  return [...calls, ...beforeNumbers];
}

function join(mark: Paragraph, note: Paragraph): Paragraph {
  const position = { start: mark.position!.start, end: note.position!.end };
  return { ...note, children: [...mark.children, ...note.children], position, data: { ...note.data } };
}
