/** Text layers whose lines are in disorder are told from texts that only look like them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { clean } from '../../src/stages/clean/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { rawText } from '../cases/raw-text.js';

const folder = new URL('../../source/yinshua-shihua/', import.meta.url);
const prose = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')
  .replace(/[\s\p{Co}]+/gu, '');

/** Lines of so many signs, as a page prints them. */
function printed(text: string, measure: number): string[] {
  return text.match(new RegExp(`.{1,${measure}}`, 'gu')) ?? [];
}

/** What is said of a layer: the message, and whether it stops the edition. */
function judged(lines: string[], kind?: 'wrapped' | 'plain'): [string, boolean] | undefined {
  const raw = rawText(lines.join('\n'));
  parse(clean(raw, kind));
  const message = raw.file.messages.find(({ ruleId }) => ruleId === 'layer');
  return message && [message.content!.id, message.fatal === true];
}

const lines = printed(prose.slice(0, 12_000), 30);

test('printed lines in their order are whole', () => {
  assert.equal(judged(lines), undefined);
});

test('columns that are woven into one another are refused, unless a person has looked at them', () => {
  const half = Math.ceil(lines.length / 2);
  const woven = lines.slice(0, half).flatMap((line, i) => [line, lines[half + i] ?? '']);
  assert.deepEqual(judged(woven), ['parse.layer.woven', true]);
  assert.deepEqual(judged(woven, 'wrapped'), ['parse.layer.woven', false]);
});

test('glyphs that stand one a line are named where some do, refused where most do', () => {
  const some = [...lines, ...prose.slice(0, 30)];
  assert.deepEqual(judged(some), ['parse.layer.fragments', false]);
  assert.deepEqual(judged([...lines.slice(0, 100), ...prose.slice(0, 300)]), ['parse.layer.fragments', true]);
});

test('a layer whose commonest signs and marks are lost is refused', () => {
  const left = prose.slice(0, 4000).replace(/[^\p{Script=Han}]|[的一是不了在有人以之书印]/gu, '\n');
  assert.deepEqual(judged(left.split(/\n+/)), ['parse.layer.dropped', true]);
});

test('halves of lines that changed places are named', () => {
  const torn = lines.flatMap((line, i) => (i % 12 === 5 ? [line.slice(18), `${line.slice(0, 17)}，`] : [line]));
  assert.deepEqual(judged(torn), ['parse.layer.torn', false]);
});

test('speakers, names in a list, verse and numbers are in order', () => {
  const speakers = lines.slice(0, 40).flatMap((line, i) => [i % 2 ? '记者' : '答', `${line.slice(0, 20)}。`]);
  assert.equal(judged(speakers), undefined);
  assert.equal(judged([...lines, ...'王一 李二 赵三 孙四 周五 吴六 郑七 冯八 陈九 卫十'.split(' ')]), undefined);
  assert.equal(judged([...lines, ...Array.from({ length: 30 }, (_, i) => String(i))]), undefined);
  const verse = printed(prose.replace(/[^\p{Script=Han}]/gu, '').slice(0, 1400), 7);
  assert.equal(judged(verse.map((line, i) => line + (i % 2 ? '。' : '，'))), undefined);
});
