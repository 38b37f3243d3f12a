/** Texts compared: wording folded out of a text, sequences matched, edits counted. */

const shapes = new Map(
  Object.entries({
    '"': '“”„＂',
    "'": '‘’＇',
    '-': '—–－―─',
    '[': '〔【［',
    ']': '〕】］',
    '·': '•・‧',
    '.': '。',
    ',': '、',
    '<': '《〈',
    '>': '》〉',
  }).flatMap(([to, from]) => [...from].map((one) => [one, to] as const)),
);
const shaped = new RegExp(`[${[...shapes.keys()].join('')}]`, 'gu');

/** Folds away width, shape of quotes and dashes, and all white space: what is left is the wording. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(shaped, (one) => shapes.get(one)!)
    .replace(/[\s\u200b\ufeff\u00ad\u2060]+/gu, '');
}

/** White space at the edges of Han is dropped and runs are one space: width and quotes count. */
export function strict(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060]/gu, '')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .trim()
    .replace(/(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])/gu, '');
}

/** Length of what two sequences have in common: the longest run, then the same on either side of it (as difflib). */
export function matched(these: string[], those: string[]): number {
  const places = new Map<string, number[]>();
  those.forEach((one, at) => places.set(one, [...(places.get(one) ?? []), at]));
  const between = (fromA: number, toA: number, fromB: number, toB: number): number => {
    let [bestA, bestB, best] = [fromA, fromB, 0];
    let runs = new Map<number, number>();
    for (let a = fromA; a < toA; a++) {
      const here = new Map<number, number>();
      for (const b of places.get(these[a]!) ?? []) {
        if (b < fromB || b >= toB) continue;
        const run = (runs.get(b - 1) ?? 0) + 1;
        here.set(b, run);
        if (run > best) [bestA, bestB, best] = [a - run + 1, b - run + 1, run];
      }
      runs = here;
    }
    if (best === 0) return 0;
    return best + between(fromA, bestA, fromB, bestB) + between(bestA + best, toA, bestB + best, toB);
  };
  return between(0, these.length, 0, those.length);
}

/** Characters to delete from and to insert into the first text to make the second (Myers' greedy walk). */
export function editDistance(from: string, to: string): { deleted: number; inserted: number } {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++;
  const [a, b] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  const reach = new Int32Array(2 * (a.length + b.length) + 3);
  const middle = a.length + b.length + 1;
  for (let edits = 0; ; edits++) {
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a.charCodeAt(x) === b.charCodeAt(x - k)) x++;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) {
        const deleted = (edits + a.length - b.length) / 2;
        return { deleted, inserted: edits - deleted };
      }
    }
  }
}
