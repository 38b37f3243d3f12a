/** Every character that the pages of an edition may need: documents in, a text to cut fonts by out. */
import type { ElementContent } from 'hast';
import { mathCharacters } from '../../math-characters.js';
import type { Edition } from '../../../../model/index.js';

/** Digits, marks and signs that may be written once the pages are known. */
const always = '0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿＊-‐— ';

/**
 * @param furniture everything that is set beside the edition's own text: running heads, signs
 * @returns each character once
 */
export function charactersOf({ documents }: Edition, furniture: string): string {
  const characters = new Set(always + furniture);
  const add = (text: string): void => {
    for (const character of text) characters.add(character);
  };
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value);
      else if (node.type === 'element') visit(node.children as ElementContent[]);
    }
  };
  for (const { title, body, notes } of documents) {
    add(title);
    const all = [...body, ...notes.flatMap(({ content }) => content)];
    visit(all);
    add(mathCharacters(all));
  }
  return [...characters].join('');
}
