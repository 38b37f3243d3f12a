/**
 * Measures how PDFs are read: `npm run bench:pdf [pdf …]`.
 *
 * Each file is read by pdf.js alone, for the same lists of operators, and as kanben does, several times in turn, each in a
 * process of its own; the ratio is that of the medians. Without files, books of 10, 100 and 1,000 pages are made: the
 * memory of the last shows whether pages are let go.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePdf, prose, type PageContent } from '../../acquire/pdf/make-pdf.js';
import { table } from '../inputs.js';

const runs = 5;
const once = fileURLToPath(new URL('read-once.ts', import.meta.url));
type Once = Record<'pages' | 'cpu' | 'megabytes', number>;

/** A page of a journal: 38 lines, notes in small type, head and folio. */
function journalPage(number: number): PageContent {
  const text = prose(number, 34).map((line, i) => ({ ...line, y: 770 - i * 17, ...(i % 9 === 4 && { x: 114 }) }));
  const notes = prose(number + 3, 6).map(({ text: words, x }, i) => ({
    text: `${i % 2 === 0 ? '①②③'[i / 2] : ''}${words}`,
    x,
    y: 160 - i * 13,
    size: 9,
  }));
  const head = { text: '印刷史研究　第三期', x: 230, y: 800, size: 9 };
  return { words: [head, ...text, ...notes, { text: String(number), x: 290, y: 60, size: 9 }] };
}

const folder = await mkdtemp(path.join(tmpdir(), 'kanben-bench-pdf-'));
try {
  const files = process.argv.slice(2);
  for (const pages of files.length > 0 ? [] : [10, 100, 1000]) {
    const file = path.join(folder, `${pages} pages.pdf`);
    await writeFile(file, await makePdf(Array.from({ length: pages }, (_, i) => journalPage(i + 1))));
    files.push(file);
  }
  const rows = [['file', 'pages', 'pdf.js CPU ms', 'kanben CPU ms', 'ratio', 'pdf.js MB', 'kanben MB']];
  for (const file of files) {
    const seen: Record<'pdfjs' | 'kanben', Once[]> = { pdfjs: [], kanben: [] };
    for (let run = 0; run < runs; run++) {
      for (const way of ['pdfjs', 'kanben'] as const) {
        const said = execFileSync(process.execPath, ['--import', 'tsx', once, way, file], { encoding: 'utf8' });
        seen[way].push(JSON.parse(said) as Once);
      }
    }
    const [alone, ours] = [seen.pdfjs, seen.kanben].map((all) => ({
      cpu: median(all.map(({ cpu }) => cpu)),
      megabytes: median(all.map(({ megabytes }) => megabytes)),
    })) as [Omit<Once, 'pages'>, Omit<Once, 'pages'>];
    rows.push([
      path.basename(file),
      String(seen.kanben[0]!.pages),
      ...[alone.cpu, ours.cpu].map((ms) => ms.toFixed(0)),
      (ours.cpu / alone.cpu).toFixed(2),
      ...[alone.megabytes, ours.megabytes].map((megabytes) => megabytes.toFixed(0)),
    ]);
    console.error(rows.at(-1)!.join('  '));
  }
  console.log(table(rows));
} finally {
  await rm(folder, { recursive: true });
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
