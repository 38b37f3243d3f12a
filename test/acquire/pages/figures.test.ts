import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { before } from 'node:test';
import { imageSize } from 'image-size';
import JSZip from 'jszip';
import { build } from '../../../src/build/build.js';
import { readPdf, type ReadPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { exportMarkdown } from '../../../src/export/export-markdown.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { printHtml, prose } from './print-html.js';

const chart = `<svg width="300" height="180" style="font: 8pt 'Kanben Song'">
  ${[0, 1, 2, 3, 4].map((n) => `<line x1="40" x2="290" y1="${20 + n * 28}" y2="${20 + n * 28}" stroke="#999" stroke-width="0.6"/><text x="14" y="${24 + n * 28}">${(4 - n) * 10}%</text>`).join('')}
  <polyline fill="none" stroke="black" points="50,120 110,70 170,95 230,40 285,60"/>
  ${[1991, 1993, 1995, 1997, 1999].map((year, n) => `<text x="${40 + n * 58}" y="148">${year}</text>`).join('')}
  <line x1="90" x2="120" y1="166" y2="166" stroke="black"/><text x="124" y="170">来稿</text>
  <line x1="170" x2="200" y1="166" y2="166" stroke="#999"/><text x="204" y="170">刊出</text>
</svg>`;

const portrait = `<div style="display: flex; gap: 10pt; margin-top: 10pt"><svg width="70" height="90" style="margin: 0; flex: none">
  <rect x="1" y="1" width="68" height="88" fill="#ccc" stroke="black"/><circle cx="35" cy="35" r="18" fill="#777"/><path d="M8 88 Q 35 40 62 88" fill="#777"/></svg>
  <p style="text-indent: 0; font-size: 9pt; line-height: 14pt">${prose(120, 4)}</p></div>`;

const sideBySide = (name: string): string =>
  `<div style="width: 48%; display: inline-block; text-indent: 0">${chart.replace('width="300"', 'width="200" viewBox="0 0 300 180"').replace('height="180"', 'height="120"')}<p class="caption">${name}</p></div>`;

let bytes: Uint8Array;
let read: ReadPdf;

before(async () => {
  bytes = await printHtml([
    `<h1>来稿与刊出之比</h1><p class="byline">沈编校</p><p>${prose(230)}</p>
     ${chart}<p class="caption">图1　历年来稿与刊出之比</p><p class="source">资料来源：编辑部据历年登记簿制图。</p>
     <p>${prose(260, 2)}</p><p>${prose(190, 3)}</p>`,
    `<p>${prose(300, 5)}</p>${portrait}<p style="margin-top: 10pt">${prose(250, 6)}</p>
     <div style="border: 0.6pt solid black; padding: 6pt; margin: 8pt 0"><p>${prose(150, 7)}</p></div><p>${prose(200, 8)}</p>`,
    `<p>${prose(200, 9)}</p>${sideBySide('图2　甲刊')}${sideBySide('图3　乙刊')}<p>${prose(300, 10)}</p>`,
  ]);
  read = await readPdf(bytes.slice());
});

const words = (page: number, block: number): string =>
  read.paged.pages[page]!.lines.filter((line) => line.block === block)
    .map(({ start, end }) => read.text.slice(start, end))
    .join(' ');

test('a chart is one figure with its grid, the figures of its axes and its legend', () => {
  const [page] = read.paged.pages;
  assert.deepEqual(
    page!.blocks.map(({ kind }) => kind),
    ['figure'],
  );
  const [figure] = page!.blocks;
  const caption = page!.lines.find(({ start }) => read.text.startsWith('图1', start))!;
  assert.ok(figure!.bottom <= caption.y - caption.size + 1, 'the caption is outside');
  for (const label of ['40%', '0%', '1991', '1999', '来稿', '刊出']) assert.ok(words(0, 0).includes(label), label);
  assert.ok(!/编辑|版面/u.test(words(0, 0)), 'no text within');
});

test('text beside a portrait and text within a frame stay text', () => {
  const page = read.paged.pages[1]!;
  assert.equal(page.blocks.length, 1);
  assert.equal(page.blocks[0]!.kind, 'figure');
  assert.ok(page.lines.every((line) => line.area !== 'figure'));
  assert.ok(page.blocks[0]!.right - page.blocks[0]!.x < 80);
});

test('figures side by side have each a caption', () => {
  assert.equal(read.paged.pages[2]!.blocks.length, 2);
});

test('a figure becomes a picture of itself in both editions and in exported Markdown, the same each time', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(path.join(folder, 'paper.pdf'), bytes);
  const cwd = folder;
  const result = await build('paper.pdf', { cwd, formats: ['epub'], cache: false });
  assert.deepEqual(
    result.issues[0]!.findings.filter(({ severity }) => severity === 'fatal').map(({ reason }) => reason),
    [],
  );
  const pictures = result.issues[0]!.made!.edition!.pictures;
  assert.equal(pictures.length, 4);
  const [first] = pictures;
  const size = imageSize(first!.content as Uint8Array);
  assert.ok(size.width > 3 * first!.width && size.width < 3.4 * first!.width, 'about 300 dpi');
  const zip = await JSZip.loadAsync(result.issues[0]!.made!.outputs[0]!.bytes);
  assert.deepEqual(
    Object.keys(zip.files).filter((name) => name.includes('/images/')),
    pictures.map(({ src }) => `OEBPS/${src}`),
  );
  const chapter = await Promise.all(
    Object.values(zip.files)
      .filter(({ name }) => name.endsWith('.xhtml'))
      .map((file) => file.async('string')),
  );
  const all = chapter.join('').replace(/\n/g, '');
  assert.match(all, new RegExp(`<img src="../${first!.src}" alt="图1　历年来稿与刊出之比"`));
  assert.match(all, /<figcaption>图1　历年来稿与刊出之比<\/figcaption><\/figure><p class="source">资料来源/);
  assert.ok(!all.includes('1993'), 'labels are in the picture alone');
  const aside = result.issues[0]!.made!.trees[0]!.ledger.aside.filter(({ rule }) => rule === 'parse:figure-labels');
  assert.ok(aside.some(({ text }) => text.includes('1993')));

  const again = await build('paper.pdf', { cwd, formats: ['epub'], cache: false });
  assert.deepEqual(again.issues[0]!.made!.outputs[0]!.bytes, result.issues[0]!.made!.outputs[0]!.bytes);
  const exported = await exportMarkdown('paper.pdf', { cwd, out: 'finished' });
  assert.ok(exported.ok);
  assert.equal(exported.issues[0]!.written.filter(({ name }) => name.endsWith('.png')).length, 4);
});
