/**
 * One measurement in a process of its own: a text, how many times it is to be taken, and whether as `one file` or as
 * `files`; ms from raw text to issue, by the clock and of the processor, and the most memory held, as JSON out.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findIssues } from '../../../src/stages/acquire/index.js';
import { makeIssue } from '../../../src/pipeline/make-issue.js';

/** Processor time of this process, ms: what else the machine does hardly shows in it. */
const spent = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

const [text, times, as] = process.argv.slice(2) as [string, string, 'one file' | 'files'];
const folder = await mkdtemp(path.join(tmpdir(), 'kanben-bench-'));
try {
  const copies = Array<string>(Number(times)).fill(await readFile(text, 'utf8'));
  const files = as === 'files' ? copies : [copies.join('\n\n')];
  for (const [i, content] of files.entries()) await writeFile(path.join(folder, `${i}.txt`), content);
  const [source] = await findIssues([folder], folder);
  const [begun, before] = [performance.now(), spent()];
  let taken: { ms: number; cpu: number } | undefined;
  const stop = () => (taken ??= { ms: performance.now() - begun, cpu: spent() - before });
  // the road to the tree ends where the edition begins
  const onProgress = ({ stage }: { stage: string }): void => void (stage === 'typeset' && stop());
  await makeIssue(source!, { formats: [], cwd: folder, onProgress });
  console.log(JSON.stringify({ ...stop(), megabytes: process.resourceUsage().maxRSS / 1024 }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
