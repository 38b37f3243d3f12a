import assert from 'node:assert/strict';
import test from 'node:test';
import { blanksAfterFront, divide, padding, placeAfter } from '../../src/stages/typeset/pdf/page-order.js';

const plain = (id: string) => ({ id, plain: true });
const main = (id: string) => ({ id, plain: false });

test('front matter ends where the first folio is, back matter begins after the last', () => {
  const parts = [plain('cover'), plain('contents'), main('a'), plain('plate'), main('b'), plain('colophon')];
  const ids = Object.values(divide(parts)).map((list) => list.map(({ id }) => id).join(' '));
  assert.deepEqual(ids, ['cover contents', 'a plate b', 'colophon']);
  assert.deepEqual(divide([plain('cover')]), { front: [plain('cover')], main: [], back: [] });
});

test('a page is a right one when its number is odd, and parts wait for one where they are told to', () => {
  const before = [
    { plain: false, pages: 3 },
    { plain: false, pages: 2 },
  ];
  assert.deepEqual(placeAfter([], main('a'), 8, 'recto'), { right: false, folio: 8, blank: 0 });
  assert.deepEqual(placeAfter(before.slice(0, 1), main('b'), 1, 'recto'), { right: true, folio: 5, blank: 1 });
  assert.deepEqual(placeAfter(before, main('c'), 1, 'recto'), { right: true, folio: 7, blank: 0 });
  assert.deepEqual(placeAfter(before, main('c'), 1, 'page'), { right: false, folio: 6, blank: 0 });
});

test('blank pages bring the first folio to its side and the whole to a multiple', () => {
  assert.deepEqual(
    [
      [0, 2],
      [3, 1],
      [4, 1],
      [3, 2],
      [4, 2],
    ].map(([front, folio]) => blanksAfterFront(front!, folio!)),
    [0, 1, 0, 0, 1],
  );
  assert.deepEqual(
    [8, 9, 15].map((pages) => padding(pages, 8)),
    [0, 7, 1],
  );
  assert.equal(padding(5, 1), 0);
});
