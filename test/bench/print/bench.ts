/**
 * Measures print: `npm run bench:print [folder or file …]`.
 *
 * Raw text to PDF, by the program as it is compiled and with nothing kept from before, from its start to its end: one
 * text, and all of them once, four and sixteen times over. Each stands beside the floor: the same edition as one page of
 * HTML with its notes at the end, printed by the same browser without composition, libraries loaded. Beside them,
 * where they are installed, other typesetters on the same HTML with page footnotes; from four times on only those that
 * the floor does not leave far behind. All take turns, and the quickest run of each counts, so that a busy machine
 * weighs on all. Written as a table of times, ratios and memory. Without paths, the sample issue is measured.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measuredRun, type MeasuredRun } from '../measured-run.js';
import { multiplied, table, textsOf } from '../inputs.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const worker = fileURLToPath(new URL('print-once.ts', import.meta.url));
const program = join(root, 'lib/bin.js');
const timeout = 1_200_000;

interface Cost extends Omit<MeasuredRun, 'stdout'> {
  pages: number;
}

/** Other typesetters: how a page of HTML becomes a PDF. */
const peers: { name: string; command: string; args(html: string, pdf: string): string[] }[] = [
  { name: 'Vivliostyle', command: 'vivliostyle', args: (html, pdf) => ['build', html, '-o', pdf] },
  { name: 'Paged.js', command: 'pagedjs-cli', args: (html, pdf) => [html, '-o', pdf] },
  { name: 'WeasyPrint', command: 'weasyprint', args: (html, pdf) => [html, pdf] },
];

/** The program, as a person runs it. */
async function ours(folder: string): Promise<Cost> {
  const args = [program, 'build', folder, '-o', join(base, 'out'), '--format', 'pdf', '--no-cache', '--json'];
  const { stdout, ...run } = await measuredRun(process.execPath, args, { cwd: root, timeout });
  const { issues } = JSON.parse(stdout) as { issues: { written: { pages?: number }[] }[] };
  return { ...run, pages: issues[0]!.written.find(({ pages }) => pages !== undefined)!.pages! };
}

/** Runs in a process of its own, so that memory is that of this work alone. */
async function once(kind: 'floor' | 'html', folder: string, file: string): Promise<Cost> {
  const { stdout, ...run } = await measuredRun(process.execPath, ['--import', 'tsx', worker, kind, folder, file], {
    cwd: root,
    timeout,
  });
  const { pages, ms, before } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>;
  const cpu = run.cpu === undefined ? {} : { cpu: run.cpu - before! };
  return { ...run, ...cpu, seconds: ms! / 1000, pages: pages! };
}

/** The quickest of several runs of each kind, taking turns. */
async function quickest(turns: number, kinds: (() => Promise<Cost>)[]): Promise<Cost[]> {
  const best: Cost[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (const [k, run] of kinds.entries()) {
      const cost = await run();
      if (!best[k] || cost.seconds < best[k].seconds) best[k] = cost;
    }
  }
  return best;
}

const round = (value: number | undefined, digits = 2): string => value?.toFixed(digits) ?? '–';
const ratio = (a: number | undefined, b: number | undefined): string => (a && b ? (a / b).toFixed(2) : '–');

const texts = await textsOf(process.argv[2] ? process.argv.slice(2) : [join(root, 'source/yinshua-shihua')]);
const present = peers.filter(({ command }) => spawnSync(command, ['--version']).status === 0);
const base = await mkdtemp(join(tmpdir(), 'kanben-bench-'));
execFileSync(process.execPath, ['build.js'], { cwd: root });
try {
  const head = [
    'input',
    'pages',
    's',
    'floor s',
    'ratio',
    'CPU ratio',
    'ms a page',
    'own MB',
    'all MB',
    'floor all MB',
  ];
  const rows: string[][] = [[...head, ...peers.flatMap(({ name }) => [`${name} s`, 'to floor'])]];
  const cases: [string, string[], number][] = [
    [`one text (${basename(texts[0]!, extname(texts[0]!)).slice(0, 12)})`, texts.slice(0, 1), 1],
    ...(texts.length > 1 ? [['all', texts, 1] satisfies [string, string[], number]] : []),
    ['all × 4', texts, 4],
    ['all × 16', texts, 16],
  ];
  const slow = new Set<string>();
  for (const [name, list, times] of cases) {
    const folder = await multiplied(list, times, base);
    const [pdf, html] = [join(base, 'out.pdf'), join(base, 'page.html')];
    const [own, floor] = await quickest(times === 1 ? 3 : 2, [() => ours(folder), () => once('floor', folder, pdf)]);
    const theirs: string[] = [];
    await once('html', folder, html);
    for (const peer of peers) {
      const here = present.includes(peer) && !slow.has(peer.name);
      const cost = here
        ? await measuredRun(peer.command, peer.args(html, pdf), { timeout }).catch(() => undefined)
        : undefined;
      theirs.push(round(cost?.seconds), ratio(cost?.seconds, floor!.seconds));
      if (!cost || cost.seconds > 5 * floor!.seconds) slow.add(peer.name);
    }
    rows.push([
      name,
      String(own!.pages),
      round(own!.seconds),
      round(floor!.seconds),
      ratio(own!.seconds, floor!.seconds),
      ratio(own!.cpu, floor!.cpu),
      round((own!.seconds * 1000) / own!.pages, 1),
      round(own!.own, 0),
      round(own!.tree, 0),
      round(floor!.tree, 0),
      ...theirs,
    ]);
    console.log(rows.at(-1)!.join('  '));
  }
  console.log(table(rows));
} finally {
  await rm(base, { recursive: true, force: true });
}
