/**
 * Parts the words of `<pre>` into paragraphs: inline nodes with line ends in, nodes with breaks out, two between paragraphs.
 *
 * Empty lines and indents part paragraphs. Lines of one that fill the measure were wrapped by a program and go on in the
 * next; others keep their ends, as verse does.
 */
import { measure } from '../../../vocabulary/characters.js';
import type { Inline } from '../structured/lay-out.js';

/** A wrapped line is at least so wide, as a share of the widest. */
const full = 0.75;
/** Widest lines of verse, em. */
const shortest = 12;

export function unwrapped(nodes: readonly Inline[]): Inline[] {
  const lines = linesOf(nodes);
  const widest = Math.max(0, ...lines.map(widthOf));
  const isFull = (line: Inline[]): boolean => widest >= shortest && widthOf(line) >= widest * full;
  const out: Inline[] = [];
  let open = false;
  for (const [i, line] of lines.entries()) {
    if (isBlank(line)) {
      open = false;
      continue;
    }
    const before = lines[i - 1];
    if (out.length > 0) {
      const goesOn = open && before !== undefined && !isIndented(line);
      if (!goesOn) out.push({ type: 'break' }, { type: 'break' });
      else if (isFull(before)) out.push({ type: 'text', value: '\n' });
      else out.push({ type: 'break' });
    }
    out.push(...line);
    open = true;
  }
  return out;
}

function linesOf(nodes: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)!.push(node);
    else
      for (const [i, value] of node.value.split(/\r\n|\r|\n/u).entries()) {
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)!.push({ ...node, value });
      }
  }
  return lines;
}

const wordsIn = (line: readonly Inline[]): string =>
  line.map((node) => (node.type === 'text' ? node.value : '')).join('');
const widthOf = (line: readonly Inline[]): number => measure(wordsIn(line));
const isBlank = (line: readonly Inline[]): boolean =>
  line.every((node) => node.type === 'text' && node.value.trim() === '');
const isIndented = (line: readonly Inline[]): boolean => /^(?: {2,}|\u3000|\t)/u.test(wordsIn(line));
