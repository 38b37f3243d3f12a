import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { readRawText } from '../../../src/stages/acquire/read-raw-text.js';
import { clean } from '../../../src/stages/clean/index.js';
import { parse } from '../../../src/stages/parse/index.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { makePdf, type Words } from '../pdf/make-pdf.js';

const words = '活字印刷的历史可以追溯到北宋毕昇用胶泥刻字一字一印火烧令坚后来的人在这个方法上又有所发明';
const line = (seed: number, length: number): string => (words + words).slice(seed, seed + length);

/** A paragraph of three lines, indented, whose last one ends with a mark. */
function paragraph(top: number, seed: number, mark: string, last = 20): Words[] {
  const end = `${line(seed + 9, last - 1)}。`;
  return [
    { text: line(seed, 32), x: 114, y: top },
    { text: line(seed + 3, 34), x: 90, y: top - 20 },
    { text: end, x: 90, y: top - 40 },
    // a line that is full leaves its mark no room: it begins the next one
    last >= 34 ? { text: mark, x: 90, y: top - 56, size: 6 } : { text: mark, x: 90 + last * 12, y: top - 36, size: 6 },
  ];
}

const note = (top: number, mark: string, text: string): Words[] => [
  { text: mark, x: 100, y: top + 3, size: 5 },
  { text, x: 100 + mark.length * 5, y: top, size: 9 },
];

async function rootOf(words: Words[], t: test.TestContext): Promise<Root> {
  const folder = await temporaryFolder(t);
  const file = path.join(folder, 'paper.pdf');
  await writeFile(file, await makePdf([{ words }]));
  return parse(clean(await readRawText(file, { cwd: folder }))).root;
}

test('a mark ends where the type grows, and words before a mark end their sentence', async (t) => {
  const root = await rootOf(
    [
      ...[1, 2, 3, 4].flatMap((n) => paragraph(760 - n * 80, n * 3, String(n + 19), n === 2 ? 34 : n === 3 ? 33 : 20)),
      ...note(130, '20', '活字考，北京，1990年。'),
      ...note(116, '21', '1869年前后已有此说。'),
      ...note(102, '22', '3种刻本，见前书。'),
      ...note(88, '23', '同上，第12页。'),
    ],
    t,
  );
  const notes = root.children.filter((node) => node.type === 'footnoteDefinition');
  assert.deepEqual(
    notes.map((node) => toString(node)),
    ['活字考，北京，1990年。', '1869年前后已有此说。', '3种刻本，见前书。', '同上，第12页。'],
  );
  const paragraphs = root.children.filter((node) => node.type === 'paragraph');
  assert.equal(paragraphs.length, 4);
  const calls = paragraphs.map((node) => node.children.filter(({ type }) => type === 'footnoteReference').length);
  assert.deepEqual(calls, [1, 1, 1, 1]);
});

test('a number below a short line, at the height of a line, is a line of its own', async () => {
  const numbers: Words[] = [
    { text: line(0, 4), x: 90, y: 760 },
    { text: '7', x: 90, y: 744, size: 7 },
  ];
  const rest = Array.from({ length: 12 }, (_, i): Words => ({ text: line(i, 34), x: 90, y: 700 - i * 20 }));
  const { text } = await readPdf(await makePdf([{ words: [...numbers, ...rest] }]));
  assert.match(text, /^7$/mu);
});

test('the circled numbers of a face without serifs are those of notes', async () => {
  const { text } = await readPdf(await makePdf([{ words: [{ text: '\u2780\u2789\u278a', x: 90, y: 700 }] }]));
  assert.equal(text.replace(/\s/g, ''), '①⑩❶');
});
