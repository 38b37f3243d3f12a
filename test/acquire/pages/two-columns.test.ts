import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { readPdf, type ReadPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { printHtml, prose } from './print-html.js';

const styles = `
  .two { columns: 2; column-gap: 20pt; font-size: 9.5pt; line-height: 15pt; column-fill: auto; height: 400pt }
  .notes { font-size: 9pt; line-height: 13pt } .foot { font-size: 8pt; line-height: 11pt; margin-top: 8pt }
  .foot p { padding-left: 1.5em; text-indent: -1.5em }
  sup { font-size: 6pt; line-height: 0 }
  .names { text-align: center; text-indent: 0; font-size: 11pt; margin-bottom: 12pt }
  .out { margin-right: -0.9em }
`;
const marked = (seed: number, mark: string): string => `<p>${prose(120, seed).slice(0, -1)}。<sup>${mark}</sup></p>`;
// a mark with no room on its line, one behind a last line shorter than itself, a mark that hangs out of its column
const columns = (page: number): string =>
  `<div class="two">${marked(page, '[1]')}<p>${prose(90, page + 1)}<br>完。<sup>[12]</sup></p><p>${prose(77, page + 2)}<br><sup>[13]</sup></p>
   <h2 style="margin: 9pt 0">小节${page}</h2><p>先看版面字行与页都要对过原书凡有疑处<span class="out">，</span><br>${prose(200, page + 3)}</p><p>${prose(600, page + 4)}</p><p>${prose(700, page + 5)}</p></div>`;
const foot = (page: number): string =>
  `<div style="width: 30%; border-top: 0.5pt solid; margin-top: 10pt"></div><div class="foot"><p>① ${prose(30, page)}</p><p>② ${prose(64, page + 1)}</p><p>③ ${prose(20, page)}</p></div>`;

let read: ReadPdf;

before(async () => {
  const pages = [
    `<h1>两栏的文章</h1><p class="names">沈编校　　　　陆闻笛</p>${columns(1)}${foot(1)}`,
    `${columns(11)}${foot(11)}`,
    `${columns(21)}<h2>注释</h2><div class="notes">${[1, 2, 3, 4].map((n) => `<p>[${n}] ${prose(25 + n, n)}</p>`).join('')}</div>`,
    // a heading that is like that of a list of notes, and text below it
    `<h2>注释</h2><p>${prose(300, 31)}</p>`,
  ];
  read = await readPdf(await printHtml(pages, styles));
});

const linesOf = (page: number, area: string): string[] =>
  read.paged.pages[page]!.lines.filter((line) => line.area === area).map(({ start, end }) =>
    read.text.slice(start, end),
  );

test('names in the middle of the page are one line, though their gap lies over the gutter', () => {
  assert.ok(linesOf(0, 'body').some((line) => /^沈编校\s+陆闻笛$/u.test(line)));
});

test('a raised mark belongs to the words before it, on a short line and alone on the next', () => {
  const marks = read.paged.pages.flatMap(({ lines }) =>
    lines.flatMap(({ runs }) =>
      runs.filter(({ raised }) => raised === 1).map(({ start, end }) => read.text.slice(start, end)),
    ),
  );
  for (const mark of ['[1]', '[12]', '[13]']) assert.equal(marks.filter((one) => one === mark).length, 3, mark);
  assert.ok(linesOf(0, 'body').some((line) => line.startsWith('完。')));
  assert.ok(!linesOf(0, 'body').includes('[13]'));
});

test('a mark that hangs out of its column leaves the gutter where it is', () => {
  for (const page of [0, 1, 2])
    assert.ok(
      read.paged.pages[page]!.lines.every(({ column, area, size }) => area !== 'body' || size !== 9.5 || column >= 0),
    );
});

test('notes over both columns are whole, with the short and hanging end of each', () => {
  for (const page of [0, 1]) {
    const notes = linesOf(page, 'notes');
    assert.equal(notes.join('').replace(/\s/g, '').length, `①${prose(30, 1)}②${prose(64, 2)}③${prose(20, 1)}`.length);
    assert.match(notes[0]!, /^①/u);
  }
});

test('a list of notes below its heading is found in type nearly as large as the text', () => {
  assert.equal(linesOf(2, 'notes').filter((line) => /^\[\d\]/.test(line)).length, 4);
  assert.deepEqual(linesOf(3, 'notes'), []);
});
