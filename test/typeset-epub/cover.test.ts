import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageSize } from 'image-size';
import { CoverageMap } from '../../src/stages/typeset/epub/cover/coverage.js';
import { drawCover } from '../../src/stages/typeset/epub/cover/draw-cover.js';
import { balancedLines } from '../../src/stages/typeset/epub/cover/line-breaks.js';
import { sortName } from '../../src/stages/typeset/epub/sort-name.js';

const coverage = (draw: (map: CoverageMap) => void): number[][] => {
  const map = new CoverageMap(6, 4);
  draw(map);
  return Array.from(map.rows(), (row) => [...row].map((value) => Math.round(value * 1000) / 1000));
};

test('coverage is the exact area of a shape in each pixel', () => {
  const box = (left: number, top: number, right: number, bottom: number) => (map: CoverageMap) => {
    map.line(left, top, left, bottom);
    map.line(left, bottom, right, bottom);
    map.line(right, bottom, right, top);
    map.line(right, top, left, top);
  };
  assert.deepEqual(coverage(box(1, 1, 4, 3)), [
    [0, 0, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0],
    [0, 1, 1, 1, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ]);
  assert.deepEqual(coverage(box(0.5, 0.25, 2.25, 1)), [
    [0.375, 0.75, 0.188, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ]);
  const triangle = coverage((map) => {
    map.line(0, 0, 0, 4);
    map.line(0, 4, 4, 4);
    map.line(4, 4, 0, 0);
  });
  assert.deepEqual(
    triangle.flat().reduce((sum, value) => sum + value),
    8,
  );
  assert.deepEqual(triangle[2], [1, 1, 0.5, 0, 0, 0]);
  const slanted = coverage((map) => {
    map.line(0.5, 0, 5.5, 1);
    map.line(5.5, 1, 0.5, 1);
    map.line(0.5, 1, 0.5, 0);
  });
  assert.ok(Math.abs(slanted.flat().reduce((sum, value) => sum + value) - 2.5) < 0.01);
});

test('titles break into balanced lines that no closing mark begins and no opening mark ends', () => {
  const width = (text: string) => [...text].length;
  assert.deepEqual(balancedLines('一二三四五六七八九十', width, 6), ['一二三四五', '六七八九十']);
  assert.deepEqual(balancedLines('一二三四，五六七', width, 4), ['一二三', '四，五', '六七']);
  assert.deepEqual(balancedLines('中国与“二加二”机制', width, 5), ['中国与“二', '加二”机制']);
  assert.deepEqual(balancedLines('Paper and Ink', width, 9), ['Paper', 'and Ink']);
  assert.deepEqual(balancedLines('', width, 9), []);
  for (const line of balancedLines('——'.repeat(3) + '《题》'.repeat(20), width, 7)) {
    assert.doesNotMatch(line, /^[》”，。]|[《“]$/);
  }
});

for (const [name, title] of [
  ['a short name', '纸'],
  ['a long title', '很长的题目：它有两段'.repeat(40)],
  ['a title without any word', ''],
  ['a title that no font has', 'ꙮꙮ'],
  ['one unbreakable word', 'x'.repeat(300)],
] as const) {
  test(`a cover is drawn for ${name}, the same each time`, async () => {
    const words = {
      title,
      secondary: title,
      issue: title,
      publisher: title,
      articles: Array(20).fill({ title, byline: title }),
    };
    const cover = await drawCover(words);
    const { width, height, type } = imageSize(cover);
    assert.deepEqual([width, height, type], [1480, 2080, 'png']);
    assert.deepEqual(Buffer.from(await drawCover(words)), Buffer.from(cover));
  });
}

test('names are sorted by the readings of surnames', () => {
  assert.equal(sortName('单霁翔'), 'Shan Jixiang');
  assert.equal(sortName('欧阳修'), 'Ouyang Xiu');
  assert.equal(sortName('曾子'), 'Zeng Zi');
  assert.equal(sortName('仇英'), 'Qiu Ying');
  assert.equal(sortName('Joseph Needham'), 'Joseph Needham');
  assert.equal(sortName('本刊编辑部特约评论员'), '本刊编辑部特约评论员');
});
