/**
 * Measures rebuilds: `npm run bench:rebuild [text]`.
 *
 * The program is run as a person runs it, EPUB and PDF each time: with nothing to go on, after one corrected word (in the
 * text, or by a record of corrections.yaml), and with nothing changed; several rounds of each, the fastest counts. Written
 * as ratios to the first, which two machines can compare. Without a path the sample issue is measured.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const asked = path.resolve(process.argv[2] ?? path.join(root, 'source/yinshua-shihua'));
const base = mkdtempSync(path.join(tmpdir(), 'kanben-bench-'));
const issue = path.join(base, 'issue');
const out = path.join(base, 'out');
const cache = path.join(base, 'cache');

/** Seconds of one build. */
function build(): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'lib/bin.js'), 'build', issue, '-o', out, '-q'],
    {
      encoding: 'utf8',
      env: { ...process.env, KANBEN_CACHE: cache },
    },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - begun) / 1000;
}

/** Puts another Han in the middle of a text: one that stands there already, or one that fonts have to be cut for. */
function correct(file: string, by: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const places = [...text.matchAll(/(?<=\p{Script=Han}{8})\p{Script=Han}(?=\p{Script=Han}{8})/gu)];
  const at = places[Math.floor(places.length / 2)]!.index;
  writeFileSync(file, text.slice(0, at) + by(text) + text.slice(at + 1));
}

/** Writes a record for words that stand once in the last third of a text. */
function record(file: string, text: string): void {
  const places = [...text.matchAll(/\p{Script=Han}{12}/gu)].map(([words]) => words);
  const [words] = places
    .slice(Math.floor((2 * places.length) / 3))
    .filter((one) => one[0] !== one.at(-1) && text.indexOf(one) === text.lastIndexOf(one));
  writeFileSync(file, `- find: ${words!}\n  replace: ${words!.slice(0, -1)}${words![0]!}\n`);
}

const known = (text: string): string => /\p{Script=Han}/u.exec(text)![0];
const strange = (text: string): string => [...'甲乙丙丁戊己庚辛壬癸鸡鸭鹅'].find((one) => !text.includes(one))!;

try {
  if (statSync(asked).isDirectory()) cpSync(asked, issue, { recursive: true });
  else cpSync(asked, path.join(issue, path.basename(asked)));
  const text = path.join(
    issue,
    readdirSync(issue).find((name) => /\.(?:txt|md)$/.test(name))!,
  );
  const corrections = path.join(issue, 'corrections.yaml');
  const seconds: Record<string, number[]> = {
    'from nothing': [],
    'one word': [],
    'one word, a character new to the text': [],
    'one word, by a record': [],
    'nothing changed': [],
  };
  for (let round = 0; round < rounds; round++) {
    rmSync(cache, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    seconds['from nothing']!.push(build());
    correct(text, known);
    seconds['one word']!.push(build());
    correct(text, strange);
    seconds['one word, a character new to the text']!.push(build());
    record(corrections, readFileSync(text, 'utf8'));
    seconds['one word, by a record']!.push(build());
    seconds['nothing changed']!.push(build());
    rmSync(corrections);
  }
  const cold = Math.min(...seconds['from nothing']!);
  console.log('| build | s | ratio |\n| --- | --- | --- |');
  for (const [name, all] of Object.entries(seconds)) {
    const least = Math.min(...all);
    console.log(`| ${name} | ${least.toFixed(2)} | ${(least / cold).toFixed(2)} |`);
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
