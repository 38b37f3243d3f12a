/**
 * Measures the making of books: `npm run bench:epub [-- folder or file …]`.
 *
 * Raw text to EPUB with embedded fonts, for the texts once, four and sixteen times over, each as the command that a
 * person runs (compiled: `node build.js`); beside it, where it is installed, pandoc making an EPUB of the same articles
 * from clean Markdown. The two take turns and the quickest run of each counts, so that a busy machine weighs on both.
 * Written as a table of times and ratios. Without paths, the sample issue is measured.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportMarkdown } from '../../../src/export/export-markdown.js';
import { multiplied, table, textsOf } from '../inputs.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bin = join(root, 'lib/bin.js');
const turns = 5;

/**
 * @returns seconds that a command takes
 * @throws with what it said when it fails
 */
function secondsOf(command: string, args: readonly string[]): number {
  const begun = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return (performance.now() - begun) / 1000;
}

/** The articles of an issue as finished Markdown, a file each: what another tool is given. */
async function exported(folder: string, out: string): Promise<string[]> {
  const { issues } = await exportMarkdown(folder, { out });
  return issues.flatMap(({ written }) => written.map(({ name }) => name)).filter((name) => name.endsWith('.md'));
}

const asked = process.argv.slice(2);
const texts = await textsOf(asked.length > 0 ? asked : [join(root, 'source/yinshua-shihua')]);
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const base = await mkdtemp(join(tmpdir(), 'kanben-bench-'));
try {
  const rows = [['texts', 'raw kB', 'EPUB kB', 's', 'growth', 'pandoc s', 'ratio']];
  let once: { size: number; seconds: number } | undefined;
  for (const times of [1, 4, 16]) {
    const folder = await multiplied(texts, times, base);
    const markdown = hasPandoc ? await exported(folder, join(base, `markdown-${times}`)) : [];
    let [ours, pandoc] = [Infinity, Infinity];
    for (let turn = 0; turn < (times === 1 ? turns : 2); turn++) {
      const build = [bin, 'build', folder, '--out', base, '--format', 'epub', '--quiet', '--no-cache'];
      ours = Math.min(ours, secondsOf(process.execPath, build));
      if (hasPandoc)
        pandoc = Math.min(
          pandoc,
          secondsOf('pandoc', ['--file-scope', '--toc', '-o', join(base, 'pandoc.epub'), ...markdown]),
        );
    }
    const size = (await Promise.all(texts.map((text) => stat(text)))).reduce((sum, file) => sum + file.size, 0) * times;
    const book = await stat(join(base, `${basename(folder)}.epub`));
    once ??= { size, seconds: ours };
    rows.push([
      `${texts.length} × ${times}`,
      (size / 1000).toFixed(0),
      (book.size / 1000).toFixed(0),
      ours.toFixed(2),
      // 1.00 is linear
      (ours / once.seconds / (size / once.size)).toFixed(2),
      ...(hasPandoc ? [pandoc.toFixed(2), (ours / pandoc).toFixed(2)] : ['–', '–']),
    ]);
    console.log(rows.at(-1)!.join('  '));
  }
  console.log(table(rows));
} finally {
  await rm(base, { recursive: true, force: true });
}
