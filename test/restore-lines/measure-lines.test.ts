/** What is measured of each line of a text, before anything is decided. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean } from '../../src/stages/clean/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { findReturns } from '../../src/stages/restore/lines/find-returns.js';
import type { Line, Setting } from '../../src/stages/restore/lines/line.js';
import { measureLines } from '../../src/stages/restore/lines/measure-lines.js';
import { rawText } from '../cases/raw-text.js';

const sentence = '刻工按字计酬，熟手一天刻一百来字，生手三四十字。';

function linesOf(input: string): Line[] {
  return measureLines(parse(clean(rawText(input))).root.children);
}

test('restore/lines: every reading of what a line opens with stands beside the others', () => {
  const opens = (text: string) => linesOf(`${text}\n\n${sentence}`)[0]!.opens.map((one) => one.kind);
  assert.deepEqual(opens('一、雕版的成本'), ['numeral']);
  assert.deepEqual(opens('1. 沈括：《梦溪笔谈》，第 3 页。'), ['numeral', 'note']);
  assert.deepEqual(opens('② 沈括：《梦溪笔谈》，第 3 页。'), ['note']);
  assert.deepEqual(opens('表 1　三家的账目'), ['caption']);
  assert.deepEqual(opens('摘要：活字印刷留下两份记录。'), ['label']);
  assert.deepEqual(opens('答：我是跟父亲学的。'), ['speaker']);
  assert.deepEqual(opens('＊ 本文写于青溪。'), ['star']);
  assert.deepEqual(opens(sentence), []);
});

test('restore/lines: a line knows how it ends, how it is set in and what stands before it', () => {
  const [title, byline, first, note] = linesOf(
    `活字的命运\n沈一\n\n　　${sentence}\n沈括：《梦溪笔谈》，中华书局 1957年版，第 3 页`,
  );
  assert.deepEqual([title!.ends, first!.ends], ['open', 'sentence']);
  assert.deepEqual([first!.indent, first!.blankBefore, byline!.blankBefore], [2, 1, 0]);
  assert.ok(byline!.people > title!.people);
  assert.ok(note!.cites > first!.cites);
  assert.equal(first!.fill, 1);
  assert.ok(title!.fill < 0.5);
});

test('restore/lines: what returns is counted with the characters between', () => {
  const page = '字'.repeat(400);
  const returns = findReturns(['刊本通讯 1', page, '刊本通讯 2', page, '刊本通讯 3', '其一', '其二']);
  assert.deepEqual(returns[0], { times: 3, period: 405, counts: true });
  assert.equal(returns[1]?.times, undefined);
  assert.equal(returns[5], undefined);
  assert.deepEqual(findReturns(['记者', '您好？', '记者'])[2], { times: 2, period: 5, counts: false });
  assert.equal(findReturns(['1912', page, '1911'])[0], undefined);
});

test('restore/lines: a source with positions gives the edges of its pages', () => {
  const set = (page: number): Setting => ({
    size: 9,
    font: 'song',
    bold: false,
    centred: false,
    raised: false,
    area: 'body',
    column: 0,
    page,
    x: 72,
    y: 72,
    right: 400,
  });
  const { children } = parse(clean(rawText([sentence, sentence, sentence].join('\n\n')))).root;
  const lines = measureLines(children, [set(1), set(2), set(2)]);
  assert.deepEqual(
    lines.map(({ edge, set: setting }) => [edge, setting?.page]),
    [
      ['head', 1],
      ['head', 2],
      ['foot', 2],
    ],
  );
});

test('restore/lines: a measured line cannot be altered', () => {
  assert.ok(linesOf(sentence).every((line) => Object.isFrozen(line)));
});
