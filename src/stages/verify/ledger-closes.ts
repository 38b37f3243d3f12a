/**
 * Proves that nothing of a raw text was lost and nothing added: for every character, read − set aside ± changed = set.
 *
 * What does not print is not counted (see `vocabulary/characters.ts`).
 */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Issue, RawText } from '../../model/index.js';
import { CharacterTally } from '../../vocabulary/character-tally.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
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
  const aside = byFile(issue.ledger.aside);
  const changes = byFile(issue.ledger.changes);
  return issue.raws.map((raw) => {
    const tally = new CharacterTally();
    const add = (text: string, sign: 1 | -1): number => tally.add(withoutBlanks(text), sign);
    const sums: LedgerSums = { file: raw.name, read: add(readOf(raw), 1), set: 0, aside: {}, changed: {} };
    for (const { rule, text } of aside.get(raw.name) ?? []) sums.aside[rule] = (sums.aside[rule] ?? 0) + add(text, -1);
    for (const { rule, before, after } of changes.get(raw.name) ?? []) {
      const entry = (sums.changed[rule] ??= { before: 0, after: 0 });
      entry.before += add(before, -1);
      entry.after += add(after, 1);
    }
    for (const article of issue.articles) {
      if (article.raw === raw) for (const words of wordsOf(article)) sums.set += add(words, -1);
    }
    report(raw, tally);
    return sums;
  });
}

/** All that was read: also what is in the file and not in its text. */
function readOf({ text, paged, structured }: RawText): string {
  const beside = [...(paged?.dropped ?? []), ...(structured?.aside ?? [])];
  return [text, ...beside.map((one) => one.text)].join('');
}

function byFile<Entry extends { file: string }>(entries: readonly Entry[]): Map<string, Entry[]> {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = files.get(entry.file);
    if (known) known.push(entry);
    else files.set(entry.file, [entry]);
  }
  return files;
}

/** More read than accounted for is lost, less is added. */
function report(raw: RawText, tally: CharacterTally): void {
  const [lost, added] = [1, -1].map((sign) =>
    tally
      .counts()
      .map(([character, count]) => character.repeat(Math.max(0, count * sign)))
      .join(''),
  ) as [string, string];
  if (lost === '' && added === '') return;
  say(raw, 'fatal', 'verify:ledger-closes', messages.ledger.open(lost, added));
}
