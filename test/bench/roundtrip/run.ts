/**
 * Prints articles with kanben and with other printers where they are installed, reads the PDFs, and says what came back.
 *
 * node --import tsx test/bench/roundtrip/run.ts [-v] [part of a printer's name …] [--seeds 1,2]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageSizes, notePlacements, themes } from '../../../src/model/config/print-config.js';
import { build } from '../../../src/build/build.js';
import { launchBrowser } from '../../../src/stages/typeset/pdf/browser/launch-browser.js';
import { asFodt, officeStyles } from './as-fodt.js';
import { asHtml, htmlStyles } from './as-html.js';
import { asMarkdown } from './as-markdown.js';
import { asTex, texStyles } from './as-tex.js';
import { asTypst, typstStyles } from './as-typst.js';
import { compareArticles, type Comparison } from './compare-articles.js';
import { randomArticle, type PrintedArticle } from './random-article.js';
import { readArticles } from './read-articles.js';

interface Printer {
  name: string;
  /** Prints articles into a file. */
  print(articles: PrintedArticle[], folder: string): Promise<string>;
  articles: number;
  english: boolean;
}

const typst = process.env.TYPST ?? 'typst';

function printers(): Printer[] {
  const list: Printer[] = [];
  let n = 0;
  for (const size of Object.keys(pageSizes)) {
    const theme = themes[n % 2]!;
    const notes = notePlacements[n % 3]!;
    n++;
    list.push(kanben(size, theme, notes), kanben(size, themes[n % 2]!, notePlacements[(n + 1) % 3]!));
  }
  for (const style of htmlStyles) {
    list.push({
      name: `chromium-${style.name}`,
      articles: 1,
      english: false,
      async print([article], folder) {
        const html = path.join(folder, 'a.html');
        writeFileSync(html, asHtml(article!, style));
        const browser = await launchBrowser();
        const page = await browser.openPage();
        await page.goto(`file://${html}`);
        await page.evaluate('document.fonts.ready');
        const file = path.join(folder, 'a.pdf');
        await page.pdf({
          path: file,
          width: '185mm',
          height: '260mm',
          margin: { top: '20mm', bottom: '20mm', left: '24mm', right: '24mm' },
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate:
            '<div style="font-size:9px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
        });
        await browser.close();
        return file;
      },
    });
  }
  for (const style of texStyles) {
    list.push({
      name: `xelatex-${style.name}`,
      articles: 1,
      english: false,
      print([article], folder) {
        writeFileSync(path.join(folder, 'a.tex'), asTex(article!, style));
        for (let i = 0; i < 2; i++) {
          try {
            execFileSync('xelatex', ['-interaction=batchmode', 'a.tex'], { cwd: folder, stdio: 'ignore' });
          } catch {
            // a run with warnings ends with 1
          }
        }
        return Promise.resolve(path.join(folder, 'a.pdf'));
      },
    });
  }
  for (const style of typstStyles) {
    list.push({
      name: `typst-${style.name}`,
      articles: 1,
      english: false,
      print([article], folder) {
        writeFileSync(path.join(folder, 'a.typ'), asTypst(article!, style));
        execFileSync(typst, ['compile', 'a.typ', 'a.pdf'], { cwd: folder, stdio: 'pipe' });
        return Promise.resolve(path.join(folder, 'a.pdf'));
      },
    });
  }
  for (const style of officeStyles) {
    list.push({
      name: `office-${style.name}`,
      articles: 1,
      english: false,
      print([article], folder) {
        writeFileSync(path.join(folder, 'a.fodt'), asFodt(article!, style));
        execFileSync(
          'soffice',
          [
            '--headless',
            `-env:UserInstallation=file://${path.join(tmpdir(), 'kanben-office')}`,
            '--convert-to',
            'pdf',
            'a.fodt',
          ],
          { cwd: folder, stdio: 'ignore' },
        );
        return Promise.resolve(path.join(folder, 'a.pdf'));
      },
    });
  }
  return list;
}

function kanben(size: string, theme: string, notes: string): Printer {
  return {
    name: `kanben-${size}-${theme}-${notes}`,
    articles: 3,
    english: true,
    async print(articles, folder) {
      writeFileSync(
        path.join(folder, 'issue.yaml'),
        `journal: 刊本学报\njournalEnglish: Kanben Journal\nyear: 2020\nnumber: '3'\nprint: { size: ${size}, theme: ${theme}, notes: ${notes} }\n`,
      );
      articles.forEach((article, i) => writeFileSync(path.join(folder, `${i + 1}.md`), asMarkdown(article)));
      const out = path.join(folder, 'out');
      const results = await build([folder], { formats: ['pdf'], out, cwd: folder, cache: false });
      const file = results.issues.flatMap(({ written }) => written).find(({ name }) => name.endsWith('.pdf'));
      if (!file)
        throw new Error(
          JSON.stringify(
            results.issues
              .map(({ findings }) => findings)
              .flat()
              .slice(0, 3),
          ),
        );
      return path.resolve(folder, file.name);
    },
  };
}

const args = process.argv.slice(2);
const verbose = args.includes('-v');
const seeds = (args.find((arg) => arg.startsWith('--seeds='))?.slice(8) ?? '1').split(',').map(Number);
const kept = args.includes('--kept');
const wanted = args.filter((arg) => !arg.startsWith('-'));
const order = [
  'articles',
  'title',
  'subtitle',
  'authors',
  'abstract',
  'keywords',
  'english',
  'headings',
  'levels',
  'paragraphs',
  'notes',
  'rows',
  'lost',
  'added',
];
console.log(['printer'.padEnd(32), ...order.map((name) => name.slice(0, 7).padStart(7))].join(' '));
for (const printer of printers()) {
  if (wanted.length > 0 && !wanted.some((part) => printer.name.includes(part))) continue;
  for (const seed of seeds) {
    const folder = path.join(tmpdir(), 'kanben-roundtrip', `${printer.name}-${seed}`);
    const articles = Array.from({ length: printer.articles }, (_, i) =>
      randomArticle(seed * 100 + i, {
        sections: 2 + (i % 2),
        notes: 30,
        english: printer.english && i !== 1,
        numbered: (seed + i) % 3 !== 0,
        paragraphs: 2,
        longNote: i === 0,
      }),
    );
    try {
      const truthFolder = path.join(folder, 'truth');
      let file: string;
      if (kept) file = path.join(folder, printer.name.startsWith('kanben') ? 'out/kanben.pdf' : 'a.pdf');
      else {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(truthFolder, { recursive: true });
        articles.forEach((article, i) => writeFileSync(path.join(truthFolder, `${i + 1}.md`), asMarkdown(article)));
        const printed = path.join(folder, 'print');
        mkdirSync(printed, { recursive: true });
        file = await printer.print(articles, printed);
        writeFileSync(path.join(folder, 'file.txt'), file);
      }
      if (kept) file = (await import('node:fs')).readFileSync(path.join(folder, 'file.txt'), 'utf8');
      const truth = await readArticles(truthFolder);
      const read = await readArticles(file);
      report(`${printer.name} ${seed}`, compareArticles(truth.articles, read.articles), read.messages);
    } catch (error) {
      console.log(`${printer.name} ${seed}: ${String(error instanceof Error ? error.stack : error).slice(0, 900)}`);
    }
  }
}

function report(name: string, { counts, misses }: Comparison, told: string[]): void {
  const share = (key: string): string => {
    const sum = counts[key];
    if (!sum || sum.all === 0) return '-';
    return (sum.right / sum.all).toFixed(key === 'lost' || key === 'added' ? 4 : 3);
  };
  console.log([name.padEnd(32), ...order.map((key) => share(key).padStart(7))].join(' '));
  if (verbose)
    for (const miss of [...misses, ...told.map((text) => `! ${text.slice(0, 160)}`)]) console.log(`    ${miss}`);
}
