/** Chance with a seed: a name in, an endless source of the same choices out, on every machine. */

export interface Random {
  /** A whole number from 0 up to `below`, which is left out. */
  below(below: number): number;
  /** True in this share of cases. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
}

/** mulberry32 behind an FNV-1a hash of the seed. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    between: (least, most) => least + below(most - least + 1),
  };
}
