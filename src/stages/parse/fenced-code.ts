/** Lines in, the code between fences that some of them are, letter for letter. */
import type { Point } from 'unist';
import type { PrintedLine } from './column-by-column.js';
import type { FoundInLines } from './piped-rows.js';

const opening = /^[ \t]*(`{3,})([\w+#.-]*)[ \t]*$/u;

/** The code that begins with a line, if some does: nothing is code to the end of a text. */
export function fencedCode(lines: readonly PrintedLine[], from: number): FoundInLines | undefined {
  const head = lines[from]!;
  const [, fence, lang] = opening.exec(head.text) ?? [];
  if (fence === undefined) return undefined;
  let end = from + 1;
  while (lines[end] && lines[end]!.text.trim() !== fence) end++;
  const foot = lines[end];
  if (!foot) return undefined;
  const value = lines
    .slice(from + 1, end)
    .map(({ text }) => text)
    .join('\n');
  const at = (offset: number): Point => ({ line: 1, column: 1, offset });
  const position = { start: at(head.offset), end: at(foot.offset + foot.text.length) };
  const signs = [head, foot].map(({ text, offset }) => ({ text: text.trim(), start: offset + text.search(/\S/u) }));
  return { node: { type: 'code', ...(lang && { lang }), value, position }, end: end + 1, signs };
}
