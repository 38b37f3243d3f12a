/**
 * Runs the tests: `node test/run.js [part of a path …]`.
 *
 * `--fast` takes those that need no browser and build no edition.
 * Every `test/**\/*.test.ts` in a process of its own; failures in full; the last line is the count.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from 'node:test';
import { inspect } from 'node:util';
import glob from 'fast-glob';

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const fast = process.argv.includes('--fast');
const all = (await glob('**/*.test.ts', { cwd: here })).sort();
// those that start browsers, build whole editions, kill them or judge them: `--fast` leaves them out
const slow =
  /^(?:bench|cli|desk\/(?!guard)|editions|install|inspect|publish|typeset-(?:pdf|epub|html)|library|properties\/(?:recovery|corrections|round-trip)|verify\/outputs|revise\/(?:all-kinds|answers)|acquire\/(?:pdf|pages))/;
const chosen = all.filter((file) =>
  wanted.length > 0 ? wanted.some((part) => file.includes(part)) : !(fast && slow.test(file)),
);
const files = chosen.map((file) => path.join(here, file));

// what an earlier run has left must not decide what this one sees; tests of the cache give themselves one
process.env.KANBEN_CACHE = 'off';
// nor the language of whoever runs them
process.env.KANBEN_LANG = 'en';
// the runner's children inherit this: tests are TypeScript
process.execArgv.push('--import', 'tsx');

const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {Map<string, { passed: number, ms: number }>} */
const byFile = new Map();

const short = (/** @type {string | undefined} */ file) => path.relative(here, file ?? here);

/** @param {any} data of a test:pass or test:fail event */
function note(data, passed) {
  const isSuite = data.details?.type === 'suite';
  if (isSuite && passed) return;
  if (data.skip !== undefined || data.todo !== undefined) {
    counts.skipped++;
    const reason = data.skip ?? data.todo;
    console.log(
      `skipped  ${short(data.file)} › ${data.name}${typeof reason === 'string' && reason ? `: ${reason}` : ''}`,
    );
    return;
  }
  if (passed) {
    counts.passed++;
    const file = byFile.get(data.file) ?? { passed: 0, ms: 0 };
    file.passed++;
    if (data.nesting === 0) file.ms += data.details.duration_ms;
    byFile.set(data.file, file);
    return;
  }
  const error = data.details.error;
  // a parent that fails only because a child did is not another failure
  if (error?.failureType === 'subtestsFailed') return;
  counts.failed++;
  const cause = error?.cause ?? error;
  console.log(`\nFAILED   ${short(data.file)} › ${data.name}`);
  console.log(cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause));
}

if (files.length === 0) {
  console.log(`No test matches ${wanted.join(', ')}.`);
  process.exitCode = 2;
} else {
  const stream = run({ files, concurrency: Math.max(2, availableParallelism()) });
  stream.on('test:pass', (data) => note(data, true));
  stream.on('test:fail', (data) => note(data, false));
  stream.on('test:stdout', (data) => process.stdout.write(data.message));
  stream.on('test:stderr', (data) => process.stderr.write(data.message));
  stream.on('end', () => {
    for (const [file, { passed, ms }] of [...byFile].sort()) {
      console.log(`ok       ${short(file)}  ${passed} in ${(ms / 1000).toFixed(1)} s`);
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
    process.exitCode = counts.failed > 0 ? 1 : 0;
  });
  stream.resume();
}
