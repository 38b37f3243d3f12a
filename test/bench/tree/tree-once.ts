/** One measurement in a process of its own: a text and how many times it is to be taken; ms of processor time from raw text to issue out. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findIssues } from '../../../src/acquire/index.js';
import { makeIssue } from '../../../src/pipeline.js';

/** Processor time of this process, ms: what else the machine does hardly shows in it. */
const spent = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

const [text, times] = process.argv.slice(2) as [string, string];
const folder = await mkdtemp(path.join(tmpdir(), 'kanben-bench-'));
try {
  const copy = await readFile(text, 'utf8');
  await writeFile(path.join(folder, 'text.txt'), Array<string>(Number(times)).fill(copy).join('\n\n'));
  const [source] = await findIssues([path.join(folder, 'text.txt')], folder);
  let tree = 0;
  const begun = spent();
  // the road to the tree ends where the edition begins
  const onProgress = ({ stage }: { stage: string }): void => void (stage === 'typeset' && (tree = spent()));
  await makeIssue(source!, { formats: [], cwd: folder, onProgress });
  console.log((tree || spent()) - begun);
} finally {
  await rm(folder, { recursive: true, force: true });
}
