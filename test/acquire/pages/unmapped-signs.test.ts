import assert from 'node:assert/strict';
import test from 'node:test';
import { layOut } from '../../../src/stages/acquire/pages/page-layout.js';
import { preparePage } from '../../../src/stages/acquire/pages/prepare-page.js';
import type { FontFacts, Glyph } from '../../../src/stages/acquire/pdf/types.js';

const font = (lacksMap: boolean): FontFacts => ({
  name: 'Face',
  bold: false,
  italic: false,
  vertical: false,
  mapped: !lacksMap,
  ...(lacksMap && { lacksMap }),
});

const glyphs = (text: string, face: number): Glyph[] =>
  [...text].map((sign, i) => ({
    text: sign,
    x: i * 10,
    right: i * 10 + 10,
    y: 50,
    size: 10,
    font: face,
    hidden: false,
    turned: false,
    vertical: false,
    artifact: false,
  }));

/** A page of one line of such glyphs, laid out. */
function laidOut(line: Glyph[], fonts: FontFacts[]): { text: string; unmapped: string } {
  const placed = line.map((glyph, i) => ({ ...glyph, x: i * 10, right: i * 10 + 10 }));
  const page = { number: 1, width: 600, height: 800, glyphs: placed, strokes: [], pictures: [] };
  const [read] = layOut([preparePage({ ...page, directions: [placed.length, 0, 0, 0] })], fonts).pages;
  return { text: read!.lines.map(({ text }) => text).join(''), unmapped: read!.unmapped };
}

test('signs of a font without character map are read as □, one a glyph, and kept for the ledger', () => {
  const text = '正文的字形有对照而题目的字形没有';
  const read = laidOut([...glyphs('̷ᙶࢰր', 0), ...glyphs(text, 1)], [font(true), font(false)]);
  assert.deepEqual(read, { text: `□□□□${text}`, unmapped: '̷ᙶࢰր' });
});

test('a font without map whose numbers are those of its characters is read', () => {
  const read = laidOut(glyphs('校勘记第一', 0), [font(true)]);
  assert.deepEqual(read, { text: '校勘记第一', unmapped: '' });
});
