/** How much two texts are alike: the share of their pairs of neighbouring characters that both have (Dice), 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const counts = new Map<string, number>();
  let pairsA = 0;
  for (const pair of pairsOf(a)) {
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    pairsA++;
  }
  let [pairsB, common] = [0, 0];
  for (const pair of pairsOf(b)) {
    pairsB++;
    const left = counts.get(pair) ?? 0;
    if (left > 0) common++;
    counts.set(pair, left - 1);
  }
  return pairsA + pairsB === 0 ? 0 : (2 * common) / (pairsA + pairsB);
}

function* pairsOf(text: string): Generator<string> {
  const tight = text.replace(/\s+/g, '');
  for (let i = 0; i + 2 <= tight.length; i++) yield tight.slice(i, i + 2);
}
