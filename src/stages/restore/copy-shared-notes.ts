/**
 * Give each of several marks that share one note a note of its own.
 *
 * Damage: ②③ 同上 stands once at the foot of the page, and is called twice: the second call would have no note.
 * Evidence: the mark of a note, and right behind it the next ones in their order.
 * Leaves alone: a note that begins with a mark out of order, or names one within its words.
 *
 * @example ocr-markdown
 *   before: 甲[1]乙[2]
 *
 *           [1] [2] 沈括：《梦溪笔谈》。
 *   after:  甲[1]乙[2]
 *           note 1: 沈括：《梦溪笔谈》。
 *           note 2: 沈括：《梦溪笔谈》。
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { markNumber, noteLead } from '../../vocabulary/note-markers.js';
import { cutLead, dataOf, isParagraph, roleOf, spanOf, textOf } from './blocks.js';

export const copySharedNotes = restoreRule({
  name: 'copy-shared-notes',
  touches: 'letters',
  apply(root, context) {
    root.children = root.children.flatMap((node): RootContent[] => {
      const mark = dataOf(node).mark;
      if (!isParagraph(node) || roleOf(node) !== 'note' || typeof mark !== 'number') return [node];
      const further = cutMarks(node, mark, context);
      const text = withoutBlanks(textOf(node));
      if (text === '') return [node];
      return [
        node,
        ...further.map((number): Paragraph => {
          context.change('', text, spanOf(node));
          const copy = structuredClone(node);
          copy.data = { ...copy.data, mark: number };
          return copy;
        }),
      ];
    });
  },
});

/** Cuts the marks off that go on from a note's own, and returns their numbers. */
function cutMarks(note: Paragraph, mark: number, context: RestoreContext): number[] {
  const numbers: number[] = [];
  for (;;) {
    const lead = noteLead.exec(textOf(note).replace(/^[、，,\s　]+/u, ''));
    if (!lead || markNumber(lead[1], lead[2]) !== mark + numbers.length + 1) return numbers;
    const { start } = spanOf(note);
    const cut = cutLead(note, textOf(note).indexOf(lead[0]) + lead[0].length);
    context.change(withoutBlanks(cut), '', { start, end: start + cut.length });
    numbers.push(mark + numbers.length + 1);
  }
}
