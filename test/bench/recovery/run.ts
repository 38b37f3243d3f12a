/**
 * The recovery bench: `npm run bench:recovery -- [part of a kind …] [--verbose] [--floor] [--save FOLDER]`.
 *
 * Makes damaged raws of clean articles and prints some and reads them back; recovers all of them; prints a row for each
 * kind of damage: mean and worst of every measure. Ends with 1 when a mean lies below `floor.json`; `--floor` writes that
 * file anew, for a person to read the diff.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCases, models, printedArticles, sampleCases } from './bench-cases.js';
import { belowFloor, readFloor, writeFloor } from './floor.js';
import type { Damaged } from './damage.js';
import { generateArticle } from './generate-article.js';
import { illegible, illegibleKinds } from './illegible.js';
import { measureAll } from './measures.js';
import { printedCases } from './printed.js';
import { recover } from './recovered-article.js';
import { meansOf, printTable, type Scored } from './score-table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean' }, floor: { type: 'boolean' }, save: { type: 'string' } },
});
const isWanted = (name: string): boolean =>
  positionals.length === 0 || positionals.some((part) => name.includes(part) || part.startsWith(name));

const start = performance.now();
const scored: Scored[] = [];

function score(kind: string, name: string, apart: boolean, { article, more = [], raw }: Damaged): void {
  if (values.save !== undefined) {
    mkdirSync(values.save, { recursive: true });
    writeFileSync(path.join(values.save, `${kind.replaceAll(/[\s:,/]+/gu, '-')}--${name}.txt`), raw);
  }
  const remarks: string[] = [];
  const found = recover(raw);
  const measures = measureAll([article, ...more], found, remarks);
  scored.push({ kind, apart, name, measures, fatal: found.fatal.length > 0 });
  if (values.verbose) {
    console.log(`\n${kind} · ${name} · read as ${found.kind} · ${JSON.stringify(measures)}`);
    for (const remark of [...found.fatal, ...remarks]) console.log(`  ${remark.slice(0, 150)}`);
  }
}

for (const { kind, name, make } of benchCases())
  if (isWanted(kind.name)) score(kind.name, name, kind.apart === true, make());
if (isWanted('printed')) {
  const { cases, skipped } = await printedCases(printedArticles());
  for (const damaged of cases) score(damaged.kind, damaged.article.name, false, damaged);
  for (const line of skipped) console.log(line);
}
printTable(scored);
const nobodyReads = isWanted('illegible') ? illegibleKinds : [];
const passedOn = nobodyReads.flatMap((kind) =>
  [...models, generateArticle(kind.name)]
    .filter((article) => recover(illegible(kind, article)).fatal.length === 0)
    .map(({ name }) => `${kind.name}, of ${name}: not refused`),
);
console.log(`\n${nobodyReads.length} kinds of illegible texts, ${passedOn.length} passed on`);
console.log(`\n${scored.length} raws in ${((performance.now() - start) / 1000).toFixed(1)} s`);

const means = meansOf(scored);
if (values.floor) {
  if (positionals.length > 0) throw new Error('The floor is of all kinds: name none.');
  const samples = sampleCases().map(({ kind, make }) => {
    const { article, more = [], raw } = make();
    return [kind.name, measureAll([article, ...more], recover(raw))] as const;
  });
  writeFloor(means, new Map(samples));
} else {
  const fallen = [...belowFloor(means, readFloor().means), ...passedOn];
  for (const line of fallen) console.log(line);
  if (fallen.length > 0) process.exitCode = 1;
}
