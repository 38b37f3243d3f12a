/**
 * Lift notes that stand in brackets within the text out of it.
 *
 * Damage: small type set into the line arrives as text: 用木活字。（①见《造活字印书法》。）其后……
 * Evidence: brackets that open with a circled numeral, twice or more, each numeral the next of the one before or ① again.
 * Leaves alone: enumerations （①）…（②）…, brackets without a numeral, texts with one such bracket only.
 *
 * @example plain
 *   before: 甲用泥。（①沈括：《梦溪笔谈》。）乙用木。（②王祯：《农书》。）丙用铜。
 *   after:  甲用泥。{call 1}乙用木。{call 2}丙用铜。
 *           note 1: 沈括：《梦溪笔谈》。
 *           note 2: 王祯：《农书》。
 */
import type { FootnoteReference, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { circled } from '../../vocabulary/characters.js';
import { circledValue } from '../../vocabulary/numerals.js';
import { dataOf, isRunningText, setRole, spanOf, textOf } from './blocks.js';

const inline = new RegExp(`[（(]\\s*([${circled}])([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]`, 'gu');
const fewestCharacters = 4;

export const liftInlineNotes = restoreRule({
  name: 'lift-inline-notes',
  touches: 'furniture',
  apply(root, context) {
    if (!inOrder(root.children)) return;
    root.children = root.children.flatMap((node): RootContent[] =>
      isRunningText(node) ? lift(node, context) : [node],
    );
  },
});

/** Do the numerals count up, beginning again at ① as they please? */
function inOrder(blocks: RootContent[]): boolean {
  const numbers = blocks
    .filter(isRunningText)
    .flatMap((node) => [...textOf(node).matchAll(inline)])
    .filter(([, , words]) => words!.trim().length >= fewestCharacters)
    .map(([, numeral]) => circledValue(numeral!)!);
  return numbers.length >= 2 && numbers.every((number, i) => number === 1 || number === (numbers[i - 1] ?? 0) + 1);
}

/** A paragraph, and behind it the notes that stood in it: one block that closes with the paragraph. */
function lift(paragraph: Paragraph, context: RestoreContext): RootContent[] {
  const notes: Paragraph[] = [];
  paragraph.children = paragraph.children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const out: PhrasingContent[] = [];
    let from = 0;
    for (const found of child.value.matchAll(inline)) {
      const words = found[2]!.trim();
      if (words.length < fewestCharacters) continue;
      const number = circledValue(found[1]!)!;
      const call: FootnoteReference = {
        type: 'footnoteReference',
        identifier: '',
        label: String(number),
        position: child.position!,
      };
      const text: Text = { type: 'text', value: words, position: child.position! };
      const note: Paragraph = { type: 'paragraph', position: child.position!, children: [text] };
      setRole(note, 'note');
      dataOf(note).mark = number;
      notes.push(note);
      out.push({ ...child, value: child.value.slice(from, found.index) }, call);
      from = found.index + found[0].length;
      context.setAside(
        `（${found[1]}）`.replace(/^（/u, found[0][0]!).replace(/）$/u, found[0].at(-1)!),
        spanOf(child),
      );
    }
    if (from === 0) return [child];
    return [...out, { ...child, value: child.value.slice(from) }].filter(
      (node) => node.type !== 'text' || node.value !== '',
    );
  });
  return [paragraph, ...notes];
}
