/**
 * Make breaks of lines that hold nothing but ornament.
 *
 * Damage: * * *, ※　※, ◇ and ———— between two scenes are lines of text.
 * Evidence: no sign of the line is a letter or a mark of a sentence.
 * Leaves alone: …… on a line of its own, which is said; a line with any word in it.
 *
 * @example
 *   before: 雪停了。
 *           ※　※　※
 *           又过了一年。
 *   after:  雪停了。
 *           ---
 *           又过了一年。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../../diagnostics/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { sceneBreak } from '../../../vocabulary/books/opening-lines.js';
import { isParagraph, roleOf, spanOf, textOf } from '../blocks.js';

export const findBreaks = restoreRule({
  name: 'find-breaks',
  touches: 'furniture',
  apply(root, context) {
    root.children = root.children.flatMap((node): RootContent[] => {
      if (!isParagraph(node) || roleOf(node) !== 'body' || node.children.some(({ type }) => type !== 'text'))
        return [node];
      const text = textOf(node).trim();
      if (!sceneBreak.test(text)) return [node];
      context.setAside(withoutBlanks(text), spanOf(node));
      return [{ type: 'thematicBreak', position: node.position! }];
    });
  },
});
