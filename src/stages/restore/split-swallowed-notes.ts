/**
 * Free a note's text that a broken link has swallowed into the note before it.
 *
 * Damage: an OCR takes the next note for the words of the link in this one: … [[3] Next note.](https://example.org/rest
 * of this note <div data-bbox=)
 * Evidence: within a note, words in brackets that open with the mark that follows this note's, before a parenthesis that
 * opens an address; no other note of the block bears that mark.
 * Leaves alone: links, brackets without a mark, marks that stand elsewhere.
 *
 * @example ocr-markdown
 *   before: 始于宋代。<sup>[2]</sup>
 *
 *           [2] 见A, [\[3\] B, p. 1.](https://example.org/a b)
 *   after:  始于宋代。^[2]^
 *           note 2: 见A, https://example.org/a b
 *           note 3: B, p. 1.
 */
import type { Paragraph, RootContent, Text } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { dataOf, isParagraph, roleOf, setRole, spanOf, textOf } from './blocks.js';

const swallowed = /\[\s*\[(\d{1,3})\]\s*([^[\]]+)\]\((?=https?:)/u;
const debris = /(?:<[^<>]*>?|[\s)])+$/u;

export const splitSwallowedNotes = restoreRule({
  name: 'split-swallowed-notes',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    root.children = blocks.flatMap((node, i): RootContent[] => {
      if (!isParagraph(node) || roleOf(node) !== 'note') return [node];
      const at = node.children.findIndex((child) => child.type === 'text' && swallowed.test(child.value));
      const text = node.children[at];
      const tail = node.children.slice(at + 1);
      if (text?.type !== 'text' || !tail.every((child) => child.type === 'text')) return [node];
      text.value += tail.map((child) => child.value).join('');
      node.children.splice(at + 1);
      const found = swallowed.exec(text.value)!;
      const mark = Number(found[1]);
      const beside = [blocks[i - 1], blocks[i + 1]].some((other) => other && dataOf(other).mark === mark);
      if (beside || node.data?.mark !== mark - 1) return [node];
      const position = text.position!;
      const words = found[2]!.trim();
      const rest = text.value.slice(found.index + found[0].length);
      const kept = rest.replace(debris, '');
      const next: Paragraph = {
        type: 'paragraph',
        position,
        children: [{ type: 'text', value: words, position } satisfies Text],
      };
      dataOf(next).mark = mark;
      setRole(next, 'note');
      text.value = text.value.slice(0, found.index) + kept;
      context.setAside(withoutBlanks(`[[${found[1]}]](${rest.slice(kept.length)}`), spanOf(node));
      context.say('warning', messages.restore.swallowedNote(mark, textOf(next)), spanOf(node), {
        confidence: 'likely',
      });
      return [node, next];
    });
  },
});
