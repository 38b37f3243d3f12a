/**
 * Measures the road from a raw text to its assembled tree: `npm run bench:tree <text> [times …]`.
 *
 * The text is taken once, ten times and a hundred times over, each in a process of its own; the last column is the time
 * of the processor that a copy takes, which stays level where the road is linear.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [text, ...counts] = process.argv.slice(2);
if (text === undefined) throw new Error('expected the path of a raw text');
const worker = fileURLToPath(new URL('tree-once.ts', import.meta.url));
const characters = readFileSync(text, 'utf8').length;
console.log('| copies | characters | s | ms a copy |\n| --- | --- | --- | --- |');
for (const times of counts.length > 0 ? counts.map(Number) : [1, 10, 100]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', worker, text, String(times)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const ms = Number(stdout);
  console.log(`| ${times} | ${characters * times} | ${(ms / 1000).toFixed(2)} | ${(ms / times).toFixed(0)} |`);
}
