/** Where sentences are cut tells a printed line from a paragraph. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCutLines } from '../../src/stages/clean/cut-lines.js';

const line = (length: number, end = '中'): string => '文'.repeat(length - 1) + end;

test('lines that end within a sentence give the measure', () => {
  const lines = [line(30), line(12, '。'), '', line(30), line(31, '，'), line(30), line(20, '。')];
  assert.deepEqual(findCutLines(lines), { count: 4, at: 31, tight: 1 });
});

test('an empty line behind each line is no break between paragraphs', () => {
  assert.equal(findCutLines([line(30), '', line(30), '', line(30), '', line(9, '。')]).tight, 0);
});

test('paragraphs of a line each, lines of verse and of Latin are not cut', () => {
  assert.deepEqual(
    findCutLines([line(64, '。'), line(120, '。'), '一夜西风过江城，', 'A line of Latin words that goes']),
    {
      count: 0,
      tight: 0,
    },
  );
});

test('lines cut at all widths give no measure', () => {
  const lines = [24, 31, 38, 45, 52].flatMap((length) => [line(length), line(8, '。')]);
  assert.equal(findCutLines(lines).at, undefined);
});
