import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readRawText } from '../../../src/stages/acquire/read-raw-text.js';
import { clean } from '../../../src/stages/clean/index.js';
import type { BlockData, RawText } from '../../../src/model/index.js';
import { parse } from '../../../src/stages/parse/index.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { makePdf, pageWidth, prose, type Words } from '../pdf/make-pdf.js';

const size = 12;
/** A line in the middle of the page. */
const middle = (text: string, y: number, own = size): Words => ({
  text,
  x: (pageWidth - text.length * own) / 2,
  y,
  size: own,
});
/** Paragraphs of three lines, the first of each set in, from a height downwards. */
const body = (seed: number, top: number, lines: number): Words[] =>
  prose(seed, lines).map((words, i) => {
    const y = top - i * 20;
    if (i % 3 === 0) return { ...words, text: words.text.slice(0, 32), x: 114, y };
    return { ...words, text: i % 3 === 2 ? `${words.text.slice(0, 18)}。` : `${words.text}，考`, x: 90, y };
  });

async function read(pages: Words[][], t: test.TestContext): Promise<{ root: Root; raw: RawText }> {
  const folder = await temporaryFolder(t);
  const file = path.join(folder, 'paper.pdf');
  await writeFile(file, await makePdf(pages.map((words) => ({ words }))));
  const raw = await readRawText(file, { cwd: folder });
  return { root: parse(clean(raw)).root, raw };
}

const roleOf = (node: RootContent): string | undefined => (node.data as BlockData | undefined)?.role;
const wordsOf = (root: Root, role: string): string[] =>
  root.children.filter((node) => roleOf(node) === role).map((node) => toString(node));

const opening: Words[] = [
  middle('排印的尺度', 780, 20),
  { text: '沈编校', x: 200, y: 745, size },
  { text: '１，２', x: 236, y: 749, size: 7 },
  { text: '陆闻笛', x: 270, y: 745, size },
  { text: '２', x: 306, y: 749, size: 7 },
  middle('１（青溪大学文学院，青溪２１００００）', 722, 9),
  middle('２（南湖大学历史学院，南湖３１００００）', 708, 9),
];
const note: Words[] = [
  { text: '1', x: 100, y: 103, size: 5 },
  { text: '见前书，第十页。', x: 106, y: 100, size: 9 },
];

test('raised numbers on names tell places and call no notes of the page', async (t) => {
  const called = [...body(1, 660, 24), { text: '1', x: 90 + 19 * 12, y: 624, size: 6 }, ...note];
  const { root } = await read([[...opening, ...called], body(2, 760, 30), body(3, 760, 30)], t);
  assert.deepEqual(wordsOf(root, 'title'), ['排印的尺度']);
  const people = wordsOf(root, 'byline');
  assert.match(people[0]!, /^沈编校1[，,]2\s*陆闻笛2$/u);
  assert.deepEqual(people.slice(1), ['1（青溪大学文学院，青溪210000）', '2（南湖大学历史学院，南湖310000）']);
  const calls = root.children.flatMap((node) =>
    node.type === 'paragraph' ? node.children.filter(({ type }) => type === 'footnoteReference') : [],
  );
  assert.equal(calls.length, 1);
  assert.equal(root.children.filter(({ type }) => type === 'footnoteDefinition').length, 1);
});

test('a folio close to the name of the journal is furniture on every page, a range of pages at the foot is none', async (t) => {
  const foot = (number: number): Words =>
    number % 2 === 0
      ? { text: `${number}样刊研究`, x: 90, y: 40, size: 9 }
      : { text: `样刊研究${number}`, x: 420, y: 40, size: 9 };
  const last = { text: '见前书，第１３１－１６５', x: 90, y: 120, size };
  const pages = [22, 23, 24, 25].map((number) => [...body(number, 760, number === 24 ? 32 : 34), foot(number)]);
  pages[2]!.push(last);
  const { root, raw } = await read(pages, t);
  assert.deepEqual(
    raw.paged!.pages.map(({ folio }) => folio),
    ['22', '23', '24', '25'],
  );
  const text = root.children.map((node) => toString(node)).join('\n');
  assert.doesNotMatch(text, /样刊研究/u);
  assert.match(text, /第131[-－]165/u);
});

test('the record of a library behind an article is no part of it', async (t) => {
  const record: Words[] = [
    { text: '排印的尺度', x: 90, y: 780, size: 14 },
    { text: '作者：沈编校，陆闻笛', x: 90, y: 750, size },
    { text: '作者单位：青溪大学文学院', x: 90, y: 730, size },
    { text: '刊名：样刊研究', x: 90, y: 710, size },
    { text: '年，卷（期）：2009，12（3）', x: 90, y: 690, size },
    { text: '被引用次数：3次', x: 90, y: 670, size },
  ];
  const more = body(9, 760, 6);
  const pages = [[...opening, ...body(1, 660, 24)], body(2, 760, 30), body(3, 760, 30), record, more];
  const { root, raw } = await read(pages, t);
  assert.doesNotMatch(root.children.map((node) => toString(node)).join('\n'), /被引用次数|样刊研究/u);
  assert.ok(raw.file.messages.some(({ ruleId, reason }) => ruleId === 'outside-page' && /4, 5/u.test(String(reason))));
});

test('two of its labels make no record: they open paragraphs of a text', async (t) => {
  const list: Words[] = [
    { text: '作者：沈编校', x: 114, y: 760, size },
    { text: '刊名：样刊研究', x: 114, y: 740, size },
    ...body(5, 700, 27),
  ];
  const { root } = await read([[...opening, ...body(1, 660, 24)], body(2, 760, 30), body(3, 760, 30), list], t);
  assert.match(root.children.map((node) => toString(node)).join('\n'), /样刊研究/u);
});

test('references that go on overleaf are no list of notes', async (t) => {
  const entry = (number: number, y: number): Words[] => [
    { text: `［${number}］沈编校．排印的尺度与字的间隔［Ｊ］．样刊研究，２００９（３）：１２．`, x: 90, y, size: 9 },
  ];
  const tail = [...body(4, 760, 12), middle('参考文献', 500, 14)];
  const first = [1, 2, 3, 4, 5, 6, 7].flatMap((number, i) => entry(number, 470 - i * 14));
  const rest = [8, 9, 10, 11, 12, 13, 14, 15].flatMap((number, i) => entry(number, 780 - i * 14));
  const { root } = await read([[...opening, ...body(1, 660, 24)], body(2, 760, 30), [...tail, ...first], rest], t);
  assert.equal(root.children.filter(({ type }) => type === 'footnoteDefinition').length, 0);
  assert.equal(root.children.filter((node) => /^[[［]\d+[\]］]/u.test(toString(node))).length, 15);
});

test('lines of a displayed formula are no headings, and one question names their pages', async (t) => {
  const formula = [
    { text: 'α', x: 300, y: 330, size: 14 },
    { text: 'S(a, b) = d(a, b) + α', x: 230, y: 312, size },
  ];
  const pages = [
    [...opening, ...body(1, 660, 15), ...formula, ...body(6, 270, 6)],
    [...body(2, 760, 12), middle('2　Method Notes', 480, 14), ...body(3, 440, 18)],
    body(3, 760, 30),
  ];
  const { root, raw } = await read(pages, t);
  const headings = root.children.filter(({ type }) => type === 'heading').map((node) => toString(node));
  assert.deepEqual(headings, ['2 Method Notes']);
  const asked = raw.file.messages.filter(({ ruleId }) => ruleId === 'formulas');
  assert.equal(asked.length, 1);
  assert.match(String(asked[0]!.reason), /p\. 1\)/u);
});
