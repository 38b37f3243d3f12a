/** The bench's table: a row a kind of damage, mean and worst of every measure. */
import { meanOf, measureNames, perfect, type Measures } from './measures.js';

export interface Scored {
  kind: string;
  apart: boolean;
  /** Name of the article. */
  name: string;
  measures: Measures;
  /** A proof failed: no edition would be written. */
  fatal: boolean;
}

/** Mean of each measure, by kind. */
export function meansOf(scored: Scored[]): Map<string, Measures> {
  return new Map([...byKind(scored)].map(([kind, rows]) => [kind, mean(rows)]));
}

function byKind(scored: Scored[]): Map<string, Scored[]> {
  const rows = new Map<string, Scored[]>();
  for (const one of scored) rows.set(one.kind, [...(rows.get(one.kind) ?? []), one]);
  return rows;
}

function mean(rows: Scored[]): Measures {
  return meanOf(rows.map(({ measures }) => measures));
}

function worst(rows: Scored[]): Measures {
  return combined((name) => (perfect[name] === 1 ? Math.min : Math.max)(...rows.map(({ measures }) => measures[name])));
}

function combined(of: (name: keyof Measures) => number): Measures {
  return Object.fromEntries(measureNames.map((name) => [name, of(name)])) as Measures;
}

export function printTable(scored: Scored[]): void {
  const rule = '─'.repeat(40 + measureNames.length * 13);
  console.log(`${'mean/worst'.padEnd(40)}${measureNames.map((name) => name.padStart(13)).join('')}`);
  console.log(rule);
  const row = (label: string, rows: Scored[]): void => {
    const [middle, least] = [mean(rows), worst(rows)];
    const cells = measureNames.map((name) => `${short(middle[name])}/${short(least[name])}`.padStart(13));
    const fatal = rows.filter((one) => one.fatal).length;
    console.log(pad(label, 40) + cells.join('') + (fatal > 0 ? `  ${fatal} refused` : ''));
  };
  const print = (rows: Scored[], total: string): void => {
    for (const [kind, ofKind] of byKind(rows)) row(kind, ofKind);
    if (rows.length === 0) return;
    console.log(rule);
    row(`${total}, ${rows.length} raws`, rows);
  };
  print(
    scored.filter(({ apart }) => !apart),
    'all',
  );
  const apart = scored.filter((one) => one.apart);
  if (apart.length > 0) console.log('\nscored apart');
  print(apart, 'apart');
}

const short = (value: number): string => (value === 1 ? '1' : value === 0 ? '0' : value.toFixed(3).replace(/^0/u, ''));

/** Padded to columns of a terminal, where Han are two wide. */
function pad(text: string, columns: number): string {
  const wide = text.match(/[\u2460-\u24ff\u3000-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
  return text + ' '.repeat(Math.max(1, columns - text.length - wide));
}
