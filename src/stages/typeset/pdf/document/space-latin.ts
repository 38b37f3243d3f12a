/**
 * Puts a gap of its own size between Han and Latin letters or digits: phrasing content in, the same with the gaps out.
 *
 * The browser's own gap is an eighth of an em and no other. Any other size is a blank of that width, since a blank alone
 * goes where a line ends or begins; the styles give it its width. The edition's text has none, and the proof counts none.
 */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isNoteCall } from '../../html/plain-text.js';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Not the fullwidth forms, which stand as wide as Han. */
const latin = /(?![\uff00-\uffef])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Spaces one paragraph, heading, cell or caption; elements in it are no boundary. */
export function spaceLatin(nodes: readonly ElementContent[]): ElementContent[] {
  let last = '';
  const space = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return inText(node.value);
      if (node.type !== 'element') return [node];
      if (!isNoteCall(node)) return [{ ...node, children: space(node.children as ElementContent[]) }];
      last = '';
      return [node];
    });
  const inText = (value: string): ElementContent[] => {
    const result: ElementContent[] = [];
    let from = 0;
    let at = 0;
    for (const character of value) {
      if ((han.test(last) && latin.test(character)) || (latin.test(last) && han.test(character))) {
        if (at > from) result.push({ type: 'text', value: value.slice(from, at) });
        result.push(h('span.latin-gap', ' '));
        from = at;
      }
      last = character;
      at += character.length;
    }
    return from < at ? [...result, { type: 'text', value: value.slice(from) }] : result;
  };
  return space(nodes);
}
