/**
 * Proves that nothing of a raw text was lost and nothing added: for every character, read − set aside ± changed = set.
 *
 * What does not print is not counted (see `vocabulary/characters.ts`).
 */
import { say } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import type { Issue, RawText } from '../model.js';
import { withoutBlanks } from '../vocabulary/characters.js';
import { wordsOf } from './words-of.js';

/** What became of the characters of one raw text, in code points that print. */
export interface LedgerSums {
  file: string;
  read: number;
  set: number;
  /** By rule. */
  aside: Record<string, number>;
  /** Characters that changes took out, and that they put in, by rule. */
  changed: Record<string, { before: number; after: number }>;
}

/**
 * Says a fatal message on each raw text whose sums do not meet.
 *
 * @returns the sums of each raw text, in order
 */
export function ledgerCloses(issue: Issue): LedgerSums[] {
  return issue.raws.map((raw) => {
    const tally = new Tally();
    const sums: LedgerSums = { file: raw.name, read: tally.add(raw.text, 1), set: 0, aside: {}, changed: {} };
    for (const { rule, text, file } of issue.ledger.aside) {
      if (file === raw.name) sums.aside[rule] = (sums.aside[rule] ?? 0) + tally.add(text, -1);
    }
    for (const { rule, before, after, file } of issue.ledger.changes) {
      if (file !== raw.name) continue;
      const entry = (sums.changed[rule] ??= { before: 0, after: 0 });
      entry.before += tally.add(before, -1);
      entry.after += tally.add(after, 1);
    }
    for (const article of issue.articles) {
      if (article.raw === raw) for (const words of wordsOf(article)) sums.set += tally.add(words, -1);
    }
    report(raw, tally);
    return sums;
  });
}

/** Counts of code points: more read than accounted for is positive. */
class Tally {
  private counts = new Map<string, number>();

  add(text: string, sign: 1 | -1): number {
    let number = 0;
    for (const character of withoutBlanks(text)) {
      this.counts.set(character, (this.counts.get(character) ?? 0) + sign);
      number++;
    }
    return number;
  }

  /** Characters whose count is above (1) or below (-1) zero, each as often as that. */
  off(sign: 1 | -1): string {
    return [...this.counts]
      .map(([character, count]) => (count * sign > 0 ? character.repeat(count * sign) : ''))
      .join('');
  }
}

function report(raw: RawText, tally: Tally): void {
  const lost = tally.off(1);
  const added = tally.off(-1);
  if (lost === '' && added === '') return;
  say(raw, 'fatal', 'verify:ledger-closes', messages.ledger.open(lost, added));
}
