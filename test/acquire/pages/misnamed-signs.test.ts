import assert from 'node:assert/strict';
import test from 'node:test';
import { layOut } from '../../../src/stages/acquire/pages/page-layout.js';
import { preparePage } from '../../../src/stages/acquire/pages/prepare-page.js';
import type { FontFacts, Glyph } from '../../../src/stages/acquire/pdf/types.js';

const face = (name: string): FontFacts => ({ name, bold: false, italic: false, vertical: false, mapped: true });
/** Signs of a font, so wide (em). */
interface Set {
  text: string;
  font: number;
  width: number;
  /** How far the next sign stands, em; as far as this one is wide where nothing is said. */
  step?: (sign: string) => number;
}

function lineOf(sets: readonly Set[], y = 50): Glyph[] {
  let x = 0;
  return sets.flatMap(({ text, font, width, step = () => width }) =>
    [...text].flatMap((sign): Glyph[] => {
      const from = x;
      x += 10 * step(sign);
      if (sign === ' ') return [];
      const common = { y, size: 10, font, hidden: false, turned: false, vertical: false, artifact: false };
      return [{ text: sign, x: from, right: from + 10 * width, ...common }];
    }),
  );
}

function readLines(lines: readonly Glyph[][], fonts: FontFacts[]): { lines: string[]; unmapped: string } {
  const glyphs = lines.flat();
  const page = { number: 1, width: 900, height: 800, glyphs, strokes: [], pictures: [] };
  const [read] = layOut([preparePage({ ...page, directions: [glyphs.length, 0, 0, 0] })], fonts).pages;
  return { lines: read!.lines.map(({ text }) => text), unmapped: read!.unmapped };
}

/** Letters as files name them whose map counts from a Chinese subfont. */
const misnamed = (letters: string): string =>
  [...letters].map((letter) => String.fromCharCode(0x8f00 + letter.charCodeAt(0))).join('');

test('letters that a map counts from a Chinese subfont are letters', () => {
  const fonts = [face('CMR10'), face('SimSun')];
  const sets = [
    { text: '活字考', font: 1, width: 1 },
    { text: misnamed('(10.02)Baker'), font: 0, width: 0.5 },
    { text: '其书已佚', font: 1, width: 1 },
  ];
  assert.deepEqual(readLines([lineOf(sets)], fonts), { lines: ['活字考(10.02)Baker其书已佚'], unmapped: '' });
  assert.equal(fonts[0]!.misnamed, true);
});

test('Han of one block in their own width, and narrow ones of several blocks, stay', () => {
  const fonts = [face('SimSun'), face('FZXiHeiTiCon')];
  const wide = { text: '输软车载转轨轮轴轻较辐辑', font: 0, width: 1 };
  const narrow = { text: '期刊的编辑先读来稿再看版面', font: 1, width: 0.6 };
  const lines = [50, 70, 90, 110].map((y) => lineOf([wide], y));
  const read = readLines([...lines, lineOf([narrow], 150)], fonts).lines;
  assert.deepEqual(read, [wide.text, wide.text, wide.text, wide.text, narrow.text]);
  assert.ok(fonts.every((font) => !font.misnamed));
});

test('marks of a symbol font are read, others of it are □ and told of', () => {
  const fonts = [face('FZSSK--GBK1-0'), face('Symbol02')];
  const sets = (sign: string): Set[] => [
    { text: '第一版', font: 0, width: 1 },
    { text: sign, font: 1, width: 1 },
    { text: '第二版', font: 0, width: 1 },
  ];
  const read = readLines([lineOf(sets('唱'), 50), lineOf(sets('甲'), 90)], fonts);
  assert.deepEqual(read, { lines: ['第一版-第二版', '第一版□第二版'], unmapped: '甲' });
});

test('the same Han in a font of Han is a Han', () => {
  const text = '他们提倡唱和，其意欢畅';
  assert.deepEqual(readLines([lineOf([{ text, font: 0, width: 1 }])], [face('FZSSK--GBK1-0')]).lines, [text]);
});

/** Widths of letters in a book face, em: no two alike. */
const widths: Record<string, number> = {
  i: 0.28,
  t: 0.31,
  r: 0.36,
  s: 0.4,
  e: 0.45,
  o: 0.52,
  n: 0.56,
  m: 0.84,
  w: 0.76,
};

test('words in a fullwidth font part where its letters stand farther apart than in words', () => {
  const fonts = [face('E-BZ')];
  const step = (sign: string): number => (sign === ' ' ? 0.27 : widths[sign]!);
  const words = 'tree more stones more winter town sworn tree rest motion tennis stem';
  const lines = Array.from({ length: 12 }, (_, i) => lineOf([{ text: words, font: 0, width: 1, step }], 50 + 20 * i));
  assert.deepEqual(new globalThis.Set(readLines(lines, fonts).lines), new globalThis.Set([words]));
});

test('letters that stand a square apart each are one word', () => {
  const lines = Array.from({ length: 12 }, (_, i) => lineOf([{ text: 'tennis', font: 0, width: 1 }], 50 + 20 * i));
  assert.deepEqual(new globalThis.Set(readLines(lines, [face('E-BZ')]).lines), new globalThis.Set(['tennis']));
});

test('names of two signs that are set out stand beside names of three', () => {
  const step = (): number => 2.1;
  const names: Set[] = [
    { text: '沈闻陆笛', font: 0, width: 1, step },
    { text: '秦志光', font: 0, width: 1 },
  ];
  assert.deepEqual(readLines([lineOf(names)], [face('FZFSK')]).lines, ['沈　闻　陆　笛　秦志光']);
  const setOut = [{ text: '期刊编辑部', font: 0, width: 1, step }];
  assert.deepEqual(readLines([lineOf(setOut)], [face('FZFSK')]).lines, ['期刊编辑部']);
});
