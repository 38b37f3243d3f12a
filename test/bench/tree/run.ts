/**
 * Measures the road from a raw text to its assembled tree: `npm run bench:tree <text> [times …]`.
 *
 * The text is taken once, ten times and a hundred times over, as one file and as the files of one issue, each in a
 * process of its own. The time of the processor that a copy takes stays level where the road is linear; memory is the
 * most that the process held.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { table } from '../inputs.js';

const [text, ...counts] = process.argv.slice(2);
if (text === undefined) throw new Error('expected the path of a raw text');
const worker = fileURLToPath(new URL('tree-once.ts', import.meta.url));
const characters = readFileSync(text, 'utf8').length;
const rows = [['copies', 'characters', 'as', 's', 'CPU s', 'CPU ms a copy', 'MB']];
for (const times of counts.length > 0 ? counts.map(Number) : [1, 10, 100]) {
  for (const as of times > 1 ? (['one file', 'files'] as const) : (['one file'] as const)) {
    const args = ['--import', 'tsx', worker, text, String(times), as];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const { ms, cpu, megabytes } = JSON.parse(stdout) as Record<'ms' | 'cpu' | 'megabytes', number>;
    const seconds = [ms, cpu].map((value) => (value / 1000).toFixed(2));
    const row = [times, characters * times, as, ...seconds, (cpu / times).toFixed(0), megabytes.toFixed(0)];
    rows.push(row.map(String));
    console.error(row.join('  '));
  }
}
console.log(table(rows));
