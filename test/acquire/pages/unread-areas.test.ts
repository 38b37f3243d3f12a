import assert from 'node:assert/strict';
import test from 'node:test';
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { makePdf, type Words } from '../pdf/make-pdf.js';

const words = '活字印刷的历史可以追溯到北宋毕昇用胶泥刻字一字一印火烧令坚后来的人在这个方法上又有所发明';

/** Lines of a scan's text layer: 18 above and 12 below, with room of so many pt between. */
function scan(room: number, between: Words[] = []): { picture: true; words: Words[] } {
  const lines = (from: number, count: number): Words[] =>
    Array.from({ length: count }, (_, i) => ({
      text: (words + words).slice(i, i + 34),
      x: 90,
      y: from - i * 18,
      mode: 3,
    }));
  return { picture: true, words: [...lines(780, 15), ...between, ...lines(780 - 14 * 18 - room, 12)] };
}

test('what an OCR left out between two lines is kept as a picture, below its caption', async () => {
  const caption: Words = { text: '表１各刊来稿', x: 250, y: 780 - 14 * 18 - 24, size: 9, mode: 3 };
  const scraps: Words = { text: '１２３　四', x: 200, y: 780 - 14 * 18 - 130, size: 7, mode: 3 };
  const { paged, text } = await readPdf(await makePdf([scan(160, [caption, scraps])]));
  const [page] = paged.pages;
  assert.equal(page!.blocks.length, 1);
  const [block] = page!.blocks;
  assert.equal(block!.unread, true);
  const inBlock = page!.lines.filter((line) => line.block === 0).map(({ start, end }) => text.slice(start, end).trim());
  assert.deepEqual(
    inBlock.map((line) => line.replace(/\s/g, '')),
    ['１２３四'],
  );
});

test('room as above a heading holds nothing, and pages that are no scans have no such areas', async () => {
  const { paged } = await readPdf(await makePdf([scan(50)]));
  assert.deepEqual(paged.pages[0]!.blocks, []);
  const drawn = scan(160);
  const printed = { words: drawn.words.map((line) => ({ ...line, mode: 0 })) };
  assert.deepEqual((await readPdf(await makePdf([printed]))).paged.pages[0]!.blocks, []);
});
