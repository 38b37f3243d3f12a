/**
 * Measures print: `npm run bench:print [folder or file …]`.
 *
 * Raw text to PDF for one article and for an issue once, four and sixteen times over, each beside the floor: the same
 * edition as one page of HTML with its notes at the end, printed by the same browser without composition. Written as a
 * table of times, memory and ratios. Without paths, the sample issue is measured.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { multiplied, table, textsOf } from '../inputs.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const worker = fileURLToPath(new URL('print-once.ts', import.meta.url));

interface Measured {
  pages: number;
  /** ms from raw text to bytes. */
  ms: number;
  /** Largest resident memory of our own process, MB. */
  memory: number;
}

/** Runs in a process of its own, so that memory is that of this work alone. */
function measure(kind: 'ours' | 'floor', folder: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', worker, kind, folder], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
}

const asked = process.argv.slice(2);
const texts = await textsOf(asked.length > 0 ? asked : [join(root, 'source/yinshua-shihua')]);
const base = await mkdtemp(join(tmpdir(), 'kanben-bench-'));
try {
  const rows: string[][] = [['input', 'pages', 'ms', 'floor ms', 'ratio', 'ms a page', 'memory MB']];
  const cases: [string, string[], number][] = [
    [`one text (${basename(texts[0]!, extname(texts[0]!)).slice(0, 12)})`, texts.slice(0, 1), 1],
    ['all', texts, 1],
    ['all × 4', texts, 4],
    ['all × 16', texts, 16],
  ];
  for (const [name, list, times] of cases) {
    const folder = await multiplied(list, times, base);
    const [ours, floor] = [measure('ours', folder), measure('floor', folder)];
    rows.push([
      name,
      String(ours.pages),
      String(ours.ms),
      String(floor.ms),
      (ours.ms / floor.ms).toFixed(2),
      (ours.ms / ours.pages).toFixed(1),
      String(ours.memory),
    ]);
    console.log(rows.at(-1)!.join('  '));
  }
  console.log(table(rows));
} finally {
  await rm(base, { recursive: true, force: true });
}
