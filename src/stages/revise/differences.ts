/**
 * Where two short texts differ: a text and what it should be in, the fewest edits out.
 *
 * What both have stays untouched, so that a note mark or an emphasis between its characters keeps its place. White space
 * that only the first has stays, too: it is a line end of the source, not something a correction is about.
 */
import type { Edit } from '../../model/index.js';
import { separatesWords } from './flows.js';

/** @returns edits in ascending order; offsets in `before` */
export function differences(before: string, after: string): Edit[] {
  const a = [...before];
  const b = [...after];
  const common = commonLengths(a, b);
  const edits: Edit[] = [];
  let open: Edit | undefined;
  let at = 0;
  const edit = (): Edit => (open ??= { start: at, end: at, text: '' });
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      if (open) edits.push(open);
      open = undefined;
      at += a[i]!.length;
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      const current = edit();
      at += a[i++]!.length;
      current.end = at;
    } else {
      edit().text += b[j++];
    }
  }
  if (open) edits.push(open);
  return edits.map((one) => withoutBlanks(one, before)).filter(({ start, end, text }) => start < end || text !== '');
}

/** Length of the longest text that `a` from i and `b` from j have in common. */
function commonLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function withoutBlanks({ start, end, text }: Edit, before: string): Edit {
  if (/^\s|\s$/.test(text)) return { start, end, text };
  const isIdle = (at: number): boolean => /\s/.test(before[at]!) && !separatesWords(before, at);
  let [from, to] = [start, end];
  while (from < to && isIdle(from)) from++;
  while (from < to && isIdle(to - 1)) to--;
  return { start: from, end: to, text };
}
