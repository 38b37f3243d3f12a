/**
 * Finds words in texts without reading these through each time: texts in, an index of their pairs of characters out.
 *
 * Every question of an issue asks whether some words stand in it once; read through each time, a text twice as long,
 * with twice as many questions, would take four times as long.
 */
import { firstAt } from '../../positions/first-at.js';

/** Words in one of the texts. */
export interface Found {
  /** Number of the text. */
  text: number;
  /** Offset in it. */
  at: number;
}

/** The texts are searched as one; none of them, and no words, hold this. */
const between = '\n';

/** More buckets than texts have pairs of characters would only be empty. */
const mostBuckets = 2 ** 20;

export class WordIndex {
  private readonly all: string;
  /** Where each text begins in `all`. */
  private readonly starts: number[] = [];
  /** Where pairs of characters begin in `all`, rising within each bucket, and where the buckets begin. */
  private readonly pairs: Int32Array;
  private readonly buckets: Int32Array;
  private readonly mask: number;
  /** Single characters that were looked for. */
  private readonly single = new Map<string, Found[]>();

  constructor(texts: readonly string[]) {
    let length = 0;
    for (const text of texts) {
      this.starts.push(length);
      length += text.length + between.length;
    }
    this.all = texts.join(between);
    const count = Math.min(mostBuckets, 2 ** Math.ceil(Math.log2(length + 1)));
    this.mask = count - 1;
    this.buckets = new Int32Array(count + 1);
    const last = this.all.length - 1;
    // each bucket's end, from which the last pass counts down to its start
    for (let i = 0; i < last; i++) this.buckets[this.bucketAt(this.all, i)]!++;
    for (let i = 1; i <= count; i++) this.buckets[i]! += this.buckets[i - 1]!;
    this.pairs = new Int32Array(Math.max(0, last));
    for (let i = last - 1; i >= 0; i--) this.pairs[--this.buckets[this.bucketAt(this.all, i)]!] = i;
  }

  /** All places where words stand, in order, one behind the other. */
  find(words: string): Found[] {
    if (words.length === 1) {
      const known = this.single.get(words) ?? this.readThrough(words);
      this.single.set(words, known);
      return known;
    }
    const found: Found[] = [];
    let free = 0;
    const { from, to, offset } = this.rarest(words);
    for (let i = from; i < to; i++) {
      const at = this.pairs[i]! - offset;
      if (at < free || !this.all.startsWith(words, at)) continue;
      found.push(this.place(at));
      free = at + words.length;
    }
    return found;
  }

  private readThrough(character: string): Found[] {
    const found: Found[] = [];
    for (let at = this.all.indexOf(character); at >= 0; at = this.all.indexOf(character, at + 1))
      found.push(this.place(at));
    return found;
  }

  /** The bucket of the pair of some words that has fewest places. */
  private rarest(words: string): { from: number; to: number; offset: number } {
    let best = { from: 0, to: Infinity, offset: 0 };
    for (let offset = 0; offset + 1 < words.length; offset++) {
      const bucket = this.bucketAt(words, offset);
      const [from, to] = [this.buckets[bucket]!, this.buckets[bucket + 1]!];
      if (to - from < best.to - best.from) best = { from, to, offset };
    }
    return best;
  }

  private bucketAt(text: string, at: number): number {
    const mixed = Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }

  private place(at: number): Found {
    const text = firstAt(this.starts, (start) => start > at) - 1;
    return { text, at: at - this.starts[text]! };
  }
}
