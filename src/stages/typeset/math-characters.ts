/** The characters that formulas are set in: hast in, what stands in `math` and the slanted letters that browsers make out. */
import type { ElementContent } from 'hast';

/** First letters of the slanted alphabets of Unicode, by the first letter that each stands for and their number. */
const alphabets: [from: number, count: number, to: number][] = [
  [0x41, 26, 0x1d434],
  [0x61, 26, 0x1d44e],
  [0x391, 25, 0x1d6e2],
  [0x3b1, 25, 0x1d6fc],
];
/** Slanted letters that were there before the alphabets. */
const others = new Map([
  ['h', 'ℎ'],
  ['∂', '𝜕'],
  ['ϵ', '𝜖'],
  ['ϑ', '𝜗'],
  ['ϕ', '𝜙'],
  ['ϱ', '𝜚'],
  ['ϖ', '𝜛'],
]);

/** What a browser shows of a letter that stands by itself in `mi`. */
export function slanted(letter: string): string {
  const other = others.get(letter);
  if (other) return other;
  const point = letter.codePointAt(0) ?? 0;
  const found = alphabets.find(([from, count]) => point >= from && point < from + count);
  return found ? String.fromCodePoint(point - found[0] + found[2]) : letter;
}

/** All that formulas among the nodes may show; empty where there are none. */
export function mathCharacters(nodes: readonly ElementContent[], within = false): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += within ? node.value : '';
    else if (node.type === 'element') {
      const inside = within || node.tagName === 'math';
      // the sign of a root is drawn, and stands nowhere
      const own =
        (/^m(?:sqrt|root)$/u.test(node.tagName) ? '√' : '') + mathCharacters(node.children as ElementContent[], inside);
      text += node.tagName === 'mi' && [...own].length === 1 ? own + slanted(own) : own;
    }
  }
  return text;
}
