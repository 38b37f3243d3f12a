/**
 * Articles on real pages: printed by this project and, where it is installed, by another typesetter, and read back.
 *
 * Typesetters: `makePdf`; MuPDF's (`mutool convert` of a page of HTML, notes at the end). Readers: pdfjs-dist, `pdftotext`
 * as it comes, `-raw` and `-layout`, MuPDF's. What is not installed is skipped, and said so.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { clean } from '../../../src/stages/clean/index.js';
import type { Edition } from '../../../src/model/index.js';
import { parse } from '../../../src/stages/parse/index.js';
import { restore } from '../../../src/stages/restore/index.js';
import { structure } from '../../../src/stages/structure/index.js';
import { cutFont } from '../../../src/stages/typeset/cut-font.js';
import { composeEdition } from '../../../src/stages/typeset/html/index.js';
import { makePdf } from '../../../src/stages/typeset/pdf/index.js';
import { rawText } from '../../cases/raw-text.js';
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import { marks } from './habits.js';
import type { Damaged } from './damage.js';
import { writeMarkdown } from './plain-text.js';

const run = promisify(execFile);

export interface PrintedCase extends Damaged {
  kind: string;
}

/** A PDF on disk and which of its pages belong to which article. */
interface Print {
  typesetter: string;
  file: string;
  article: CleanArticle;
  first: number;
  last: number;
}

type Reader = (print: Print) => Promise<string>;

/** @returns raw texts of every typesetter by every reader, and a line for each that is not here */
export async function printedCases(articles: CleanArticle[]): Promise<{ cases: PrintedCase[]; skipped: string[] }> {
  const [hasPoppler, hasMupdf] = await Promise.all([isHere('pdftotext', '-v'), isHere('mutool', '-v')]);
  const skipped: string[] = [];
  if (!hasPoppler) skipped.push('pdftotext is not installed: its readings are skipped');
  if (!hasMupdf) skipped.push('mutool is not installed: the second typesetter is skipped');
  const folder = await mkdtemp(path.join(tmpdir(), 'recovery-bench-'));
  try {
    const prints = (
      await Promise.all([ownPrints(articles, folder), ...(hasMupdf ? [mupdfPrints(articles, folder)] : [])])
    ).flat();
    const readers: [string, Reader][] = [
      ['pdfjs', readWithPdfjs],
      ...(hasPoppler
        ? ([
            ['pdftotext', (print) => readWithPoppler(print, [])],
            ['pdftotext -raw', (print) => readWithPoppler(print, ['-raw'])],
            ['pdftotext -layout', (print) => readWithPoppler(print, ['-layout'])],
          ] satisfies [string, Reader][])
        : []),
      ...(hasMupdf ? ([['mutool', readWithMupdf]] satisfies [string, Reader][]) : []),
    ];
    const cases: PrintedCase[] = [];
    for (const [reader, read] of readers)
      for (const print of prints)
        cases.push({ kind: `${print.typesetter}, ${reader}`, article: print.article, raw: await read(print) });
    return { cases, skipped };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One edition of all articles: a browser takes its second once. */
async function ownPrints(articles: CleanArticle[], folder: string): Promise<Print[]> {
  const edition = editionOf(articles);
  const { bytes, pages, contents } = await makePdf(edition);
  const file = path.join(folder, 'own.pdf');
  await writeFile(file, bytes);
  const documents = edition.documents.map(({ id, article }) => ({
    isArticle: article !== undefined,
    first: contents.find((place) => place.id === id)?.page,
  }));
  const starts = documents.flatMap(({ first }) => first ?? []);
  return documents
    .filter(({ isArticle }) => isArticle)
    .map(({ first }, i) => ({
      typesetter: 'printed here',
      file,
      article: articles[i]!,
      first: first!,
      last: Math.min(pages + 1, ...starts.filter((start) => start > first!)) - 1,
    }));
}

function editionOf(articles: CleanArticle[]): Edition {
  const raws = articles.map((article) => rawText(writeMarkdown(article, true), `${article.name}.md`));
  const texts = raws.map(({ path, name }) => ({ path, name }));
  const config = { journal: '刊本通讯', year: 2025, number: '1' };
  const issue = structure(
    raws.map((raw) => restore(parse(clean(raw)))),
    { slug: 'bench', name: 'bench', folder: '/texts', single: false, texts, config },
  );
  return composeEdition(issue, { sourceDateEpoch: 0 });
}

/** A file an article: plain HTML, as a person would write it for a quick print. */
async function mupdfPrints(articles: CleanArticle[], folder: string): Promise<Print[]> {
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  );
  // cut to the characters that are used: of two characters with one glyph MuPDF would name the other
  const used = articles
    .map((article) => writeHtml(article, 0) + writeHtml(article, 1) + writeHtml(article, 2))
    .join('');
  const cut = await cutFont(await readFile(font), { characters: used });
  await writeFile(path.join(folder, 'serif.ttf'), cut);
  return Promise.all(
    articles.map(async (clean, i): Promise<Print> => {
      const [page, file] = [`${i}.html`, path.join(folder, `${i}.pdf`)];
      const { titleNote: _, english: __, ...article } = clean;
      await writeFile(path.join(folder, page), writeHtml(article, i));
      await run('mutool', ['convert', '-o', file, page], { cwd: folder });
      return { typesetter: 'printed by MuPDF', file, article, first: 1, last: 999 };
    }),
  );
}

/** Measures and marks differ from file to file, as journals do. */
function writeHtml(article: CleanArticle, nth: number): string {
  const mark = [marks.bracket, marks.shell, marks.circled][nth % 3]!;
  const size = ['A5', 'A4', 'B5'][nth % 3]!;
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const inked = (text: string): string =>
    escape(text).replace(calls, (call) => `<sup>${mark.call(noteOf(call) + 1)}</sup>`);
  const line = (text: string): string => `<p>${escape(text)}</p>`;
  const body = article.blocks.flatMap((block) => {
    if (block.kind === 'heading') return `<h${block.rank + 1}>${inked(block.text)}</h${block.rank + 1}>`;
    if (block.kind === 'picture') return [];
    if (block.kind !== 'table') return `<p>${inked(block.text)}</p>`;
    return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  });
  return [
    '<html><head><style>',
    '@font-face { font-family: S; src: url(serif.ttf) }',
    `@page { size: ${size}; margin: 2cm } body { font-family: S; font-size: 10.5pt; text-align: justify } p { text-indent: 2em; margin: 0 }`,
    '</style></head><body>',
    `<h1>${escape(article.title)}</h1>`,
    line(article.authors.join('　')),
    line(`摘要：${article.abstract}`),
    line(`关键词：${article.keywords.join('；')}`),
    line(`中图分类号：${article.clc}　文献标识码：${article.documentCode}　文章编号：${article.articleId}`),
    ...article.bios.map((bio, i) => line(i === 0 ? `作者简介：${bio}` : bio)),
    ...body,
    line(`（责任编辑：${article.editor}）`),
    '<h2>注释</h2>',
    ...article.notes.map((text, i) => line(mark.note(i + 1) + text)),
    '</body></html>',
  ].join('\n');
}

/** Items in the order of the file; a line ends where the next item's baseline lies elsewhere. */
async function readWithPdfjs({ file, first, last }: Print): Promise<string> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let n = first; n <= Math.min(last, pdf.numPages); n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    let text = '';
    let baseline: number | undefined;
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const y = (item.transform as number[])[5]!;
      // a raised mark stays in its line
      if (baseline !== undefined && Math.abs(y - baseline) > 7) text += '\n';
      if (baseline === undefined || Math.abs(y - baseline) > 7) baseline = y;
      text += item.str;
    }
    pages.push(text);
  }
  await task.destroy();
  return `${pages.join('\n\f')}\n`;
}

async function readWithPoppler({ file, first, last }: Print, how: string[]): Promise<string> {
  const pages = ['-f', String(first), ...(last < 999 ? ['-l', String(last)] : [])];
  const { stdout } = await run('pdftotext', [...how, '-enc', 'UTF-8', ...pages, file, '-'], { maxBuffer: 1 << 26 });
  return stdout;
}

async function readWithMupdf({ file, first, last }: Print): Promise<string> {
  const { stdout } = await run('mutool', ['draw', '-q', '-F', 'txt', file, `${first}-${last < 999 ? last : 'N'}`], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}

async function isHere(program: string, argument: string): Promise<boolean> {
  return run(program, [argument]).then(
    () => true,
    (error: { code?: unknown }) => error.code !== 'ENOENT',
  );
}
