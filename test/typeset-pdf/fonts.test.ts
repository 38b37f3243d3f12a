import assert from 'node:assert/strict';
import test from 'node:test';
import { findIssues } from '../../src/stages/acquire/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { readFace, subsetFaces } from '../../src/stages/typeset/fonts.js';
import { coveredCodePoints } from '../../src/stages/typeset/sfnt.js';
import { ordinaryHan } from '../../src/vocabulary/ordinary-han.js';
import { temporaryFolder } from '../temporary-folder.js';

test('faces are cut to the characters asked for and keep their trimming features', async () => {
  const { faces, missing } = await subsetFaces('学术期刊，。“”①㊿——A', ['song', 'hei', 'kai']);
  assert.deepEqual(missing, []);
  const song = faces.find(({ face }) => face === 'song')!;
  assert.equal(song.data.readUInt32BE(0), 0x00010000, 'TrueType outlines');
  assert.ok(song.data.length < 60_000);
  for (const feature of ['halt', 'chws', 'fwid']) assert.ok(song.data.includes(feature), feature);
  assert.ok(coveredCodePoints(song.data).has(0x32bf));
});

test('every ordinary Han is in the faces, and only simplified Chinese has a list of them', async () => {
  const han = [...ordinaryHan('zh-Hans')];
  assert.equal(new Set(han).size, 3755);
  assert.equal(han[0]! + han.at(-1)!, '啊座');
  for (const face of ['song', 'song-bold', 'hei', 'kai'] as const) {
    const { faces } = await subsetFaces(han.join(''), [face]);
    const covered = coveredCodePoints(faces[0]!.data);
    assert.deepEqual(
      han.filter((one) => !covered.has(one.codePointAt(0)!)),
      [],
      face,
    );
  }
  assert.equal(ordinaryHan('zh-Hant') + ordinaryHan('ja'), '');
});

test('Kai gives Han only, and the letters that no other face has', async () => {
  const { faces } = await subsetFaces('学，“A”şł', ['song', 'hei', 'kai']);
  const kai = coveredCodePoints(faces.find(({ face }) => face === 'kai')!.data);
  assert.deepEqual(
    ['学', '，', '“', 'A', 'ş', 'ł'].map((c) => kai.has(c.codePointAt(0)!)),
    [true, false, false, false, true, true],
  );
});

test('italics give Latin only, and stand behind no other face', async () => {
  const { faces, missing } = await subsetFaces('学A\u0259“ş\u{1d6a4}', ['song', 'italic']);
  const italic = coveredCodePoints(faces.find(({ face }) => face === 'italic')!.data);
  assert.deepEqual(
    ['学', 'A', 'ş'].map((c) => italic.has(c.codePointAt(0)!)),
    [false, true, true],
  );
  const song = coveredCodePoints(faces.find(({ face }) => face === 'song')!.data);
  const lacking = ['学', 'A', '“', 'ş', '\u0259', '\u{1d6a4}'].filter((c) => !song.has(c.codePointAt(0)!));
  assert.deepEqual(missing, lacking, 'what italics alone have is missing in a text');
  assert.ok(lacking.includes('ş'));
});

test('characters without a glyph are named, white space and joiners are not', async () => {
  const { missing } = await subsetFaces('学\u{2A6D6}😀 \u2060\u200b\n', ['song', 'hei', 'kai']);
  assert.deepEqual(missing, ['😀', '\u{2A6D6}']);
});

/** Blocks of Unicode 16 that hold Chinese characters and what they are written and explained with. */
const blocks: [name: string, from: number, to: number][] = [
  ['CJK Radicals Supplement', 0x2e80, 0x2eff],
  ['Kangxi Radicals', 0x2f00, 0x2fdf],
  ['Ideographic Description Characters', 0x2ff0, 0x2fff],
  ['CJK Symbols and Punctuation', 0x3000, 0x303f],
  ['Bopomofo', 0x3100, 0x312f],
  ['Bopomofo Extended', 0x31a0, 0x31bf],
  ['CJK Strokes', 0x31c0, 0x31ef],
  ['Enclosed CJK Letters and Months', 0x3200, 0x32ff],
  ['CJK Compatibility', 0x3300, 0x33ff],
  ['Extension A', 0x3400, 0x4dbf],
  ['CJK Unified Ideographs', 0x4e00, 0x9fff],
  ['CJK Compatibility Ideographs', 0xf900, 0xfaff],
  ['CJK Compatibility Forms', 0xfe30, 0xfe4f],
  ['Extension B', 0x20000, 0x2a6df],
  ['Extension C', 0x2a700, 0x2b73f],
  ['Extension D', 0x2b740, 0x2b81f],
  ['Extension E', 0x2b820, 0x2ceaf],
  ['Extension F', 0x2ceb0, 0x2ebef],
  ['Extension I', 0x2ebf0, 0x2ee5f],
  ['CJK Compatibility Ideographs Supplement', 0x2f800, 0x2fa1f],
  ['Extension G', 0x30000, 0x3134f],
  ['Extension H', 0x31350, 0x323af],
];
const charactersOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, k) => String.fromCodePoint(from + k));

test('of every block of Chinese characters, what is set and what is named as missing are the whole block', async () => {
  const names = ['song', 'hei', 'kai'] as const;
  const whole = await Promise.all(names.map(async (name) => coveredCodePoints(await readFace(name))));
  const all = blocks.flatMap(([, from, to]) => charactersOf(from, to));
  const { faces, missing } = await subsetFaces(all.join(''), names);
  const cut = faces.map(({ data }) => coveredCodePoints(data));
  const lacking = new Set(missing);
  for (const character of all) {
    const point = character.codePointAt(0)!;
    const isSet = cut.some((points) => points.has(point));
    // the ideographic space is white
    if (point !== 0x3000) assert.equal(lacking.has(character), !isSet, `U+${point.toString(16)}`);
    assert.equal(
      isSet,
      whole.some((points) => points.has(point)),
      `U+${point.toString(16)}`,
    );
  }
  const common = charactersOf(0x4e00, 0x9fa5).filter((character) => lacking.has(character));
  assert.deepEqual(common, [], 'every character of GBK has a glyph');
});

test('a build names each character that no font has, with its code point and its first place', async (t) => {
  const rows = blocks.map(([name, from, to]) => {
    const list = charactersOf(from, to);
    return `${name}：${list[0]!}字${list[Math.floor(list.length / 2)]!}字${list.at(-1)!}，一行。`;
  });
  const folder = await temporaryFolder(t, { 'a.md': `# 罕字\n\n${rows.join('\n\n')}\n` });
  const [source] = await findIssues(['a.md'], folder);
  const { raws } = await makeIssue(source!, { cwd: folder, formats: ['epub'] });
  const [raw] = raws;
  // text is set in Song, behind which Kai stands
  const names = ['song', 'kai'] as const;
  const whole = await Promise.all(names.map(async (name) => coveredCodePoints(await readFace(name))));
  const lacking = [...new Set(rows.join(''))].filter(
    (c) => /\S/.test(c) && !whole.some((points) => points.has(c.codePointAt(0)!)),
  );
  const told = raw!.file.messages.filter(({ ruleId }) => ruleId === 'glyphs-exist');
  assert.deepEqual(
    told.map(({ reason, line }) => [/U\+([0-9A-F]+)/.exec(reason)![1], line]).sort(),
    lacking
      .map((c) => [
        c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0'),
        3 + 2 * rows.findIndex((row) => row.includes(c)),
      ])
      .sort(),
  );
  assert.ok(lacking.length > 10);
});

test('the same characters give the same bytes, in whatever order they come', async () => {
  const [a, b] = [await subsetFaces('学术期刊', ['song']), await subsetFaces('刊期术学学', ['song'])];
  assert.deepEqual(a.faces[0]!.data, b.faces[0]!.data);
});
