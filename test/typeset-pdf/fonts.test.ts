import assert from 'node:assert/strict';
import test from 'node:test';
import { subsetFaces } from '../../src/typeset/fonts.js';
import { coveredCodePoints } from '../../src/typeset/sfnt.js';

test('faces are cut to the characters asked for and keep their trimming features', async () => {
  const { faces, missing } = await subsetFaces('学术期刊，。“”①㊿——A', ['song', 'hei', 'kai']);
  assert.deepEqual(missing, []);
  const song = faces.find(({ face }) => face === 'song')!;
  assert.equal(song.data.readUInt32BE(0), 0x00010000, 'TrueType outlines');
  assert.ok(song.data.length < 60_000);
  for (const feature of ['halt', 'chws', 'fwid']) assert.ok(song.data.includes(feature), feature);
  assert.ok(coveredCodePoints(song.data).has(0x32bf));
});

test('Kai gives Han only, and the letters that no other face has', async () => {
  const { faces } = await subsetFaces('学，“A”şł', ['song', 'hei', 'kai']);
  const kai = coveredCodePoints(faces.find(({ face }) => face === 'kai')!.data);
  assert.deepEqual(
    ['学', '，', '“', 'A', 'ş', 'ł'].map((c) => kai.has(c.codePointAt(0)!)),
    [true, false, false, false, true, true],
  );
});

test('characters without a glyph are named, white space and joiners are not', async () => {
  const { missing } = await subsetFaces('学\u{2A6D6}😀 \u2060\u200b\n', ['song', 'hei', 'kai']);
  assert.deepEqual(missing, ['😀', '\u{2A6D6}']);
});

test('the same characters give the same bytes, in whatever order they come', async () => {
  const [a, b] = [await subsetFaces('学术期刊', ['song']), await subsetFaces('刊期术学学', ['song'])];
  assert.deepEqual(a.faces[0]!.data, b.faces[0]!.data);
});
