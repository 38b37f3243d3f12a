import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutGarbage } from '../../../src/stages/acquire/pages/unmapped-signs.js';
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

const read = (level: readonly Glyph[]): string => level.map(({ text }) => text).join('');

test('signs of a font without character map are read as □, one a glyph, and kept for the ledger', () => {
  const [page] = withoutGarbage([[...glyphs('̷ᙶࢰր', 0), ...glyphs('正文', 1)]], [font(true), font(false)]);
  assert.equal(read(page!.level), '□□□□正文');
  assert.equal(read(page!.unmapped), '̷ᙶࢰր');
});

test('a font without map whose numbers are those of its characters is read', () => {
  const [page] = withoutGarbage([glyphs('校勘记第一', 0)], [font(true)]);
  assert.equal(read(page!.level), '校勘记第一');
  assert.deepEqual(page!.unmapped, []);
});
