/**
 * The recovery bench: `npm run bench:recovery -- [part of a kind …] [--verbose] [--floor] [--save FOLDER]`.
 *
 * Makes damaged raws of clean articles, recovers them, prints a row for each kind of damage: mean and worst of every
 * measure. Ends with 1 when a mean lies below `floor.json`; `--floor` writes that file anew, for a person to read the diff.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCases, sampleCases } from './bench-cases.js';
import { belowFloor, readFloor, writeFloor } from './floor.js';
import { measure } from './measures.js';
import { recover } from './recovered-article.js';
import { printTable, meanOf, type Scored } from './score-table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean' }, floor: { type: 'boolean' }, save: { type: 'string' } },
});
const isWanted = (name: string): boolean => positionals.length === 0 || positionals.some((part) => name.includes(part));

const start = performance.now();
const scored: Scored[] = [];
for (const { kind, name, make } of benchCases()) {
  if (!isWanted(kind.name)) continue;
  const { article, raw } = make();
  if (values.save !== undefined) {
    mkdirSync(values.save, { recursive: true });
    writeFileSync(path.join(values.save, `${kind.name.replaceAll(/[\s:,/]+/gu, '-')}--${name}.txt`), raw);
  }
  const remarks: string[] = [];
  const found = recover(raw);
  const measures = measure(article, found, remarks);
  scored.push({ kind: kind.name, apart: kind.apart === true, name, measures, fatal: found.fatal.length > 0 });
  if (values.verbose) {
    console.log(`\n${kind.name} · ${name} · read as ${found.kind} · ${JSON.stringify(measures)}`);
    for (const remark of [...found.fatal, ...remarks]) console.log(`  ${remark.slice(0, 150)}`);
  }
}
printTable(scored);
console.log(`\n${scored.length} raws in ${((performance.now() - start) / 1000).toFixed(1)} s`);

const means = meanOf(scored);
if (values.floor) {
  if (positionals.length > 0) throw new Error('The floor is of all kinds: name none.');
  const samples = sampleCases().map(({ kind, make }) => {
    const { article, raw } = make();
    return [kind.name, measure(article, recover(raw))] as const;
  });
  writeFloor(means, new Map(samples));
} else {
  const fallen = belowFloor(means, readFloor().means);
  for (const line of fallen) console.log(line);
  if (fallen.length > 0) process.exitCode = 1;
}
