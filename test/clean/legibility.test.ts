/** Broken text layers are refused with the evidence; prose of every kind is not. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { illegibility } from '../../src/stages/clean/legibility.js';

const folder = new URL('../../source/yinshua-shihua/', import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** As a font whose codes are shifted would give it. */
const shifted = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => String.fromCodePoint(character.codePointAt(0)! + 7));

test('prose is legible', () => {
  for (const text of texts) assert.equal(illegibility(text), undefined);
  assert.equal(illegibility(''), undefined);
  assert.equal(illegibility('Nothing but Latin. '.repeat(100)), undefined);
});

test('Han mapped to other Han are told, with the share of common ones', () => {
  for (const text of texts) {
    const fault = illegibility(shifted(text));
    assert.equal(fault?.kind, 'wrong-characters');
    assert.ok(fault.share < 0.12, `${fault.share}`);
  }
});

test('codes in place of characters are told', () => {
  const text = texts[0]!;
  const withCodes = (every: number): string =>
    [...text].map((character, i) => (i % every === 0 ? `(cid:${i % 900})` : character)).join('');
  assert.equal(illegibility(withCodes(3))?.kind, 'no-characters');
  assert.equal(illegibility(withCodes(400)), undefined, 'a few codes are damage, not a broken layer');
  assert.equal(
    illegibility(text.replace(/的/g, '\uFFFD').replace(/[一是不了]/g, '\uE100'.repeat(6)))?.kind,
    'no-characters',
  );
});

test('names of glyphs, one sign for all, lines that run backwards and bytes of another encoding are told', () => {
  const each = (text: string, make: (character: string) => string): string => text.replace(/\p{Script=Han}/gu, make);
  for (const text of texts) {
    const told = (broken: string): string | undefined => illegibility(broken)?.kind;
    const code = (character: string): number => character.codePointAt(0)! % 4000;
    assert.equal(told(each(text, (character) => `/g${code(character)}`)), 'no-characters');
    assert.equal(told(each(text, (character) => `/uni${character.codePointAt(0)!.toString(16)}`)), 'no-characters');
    for (const sign of '□口?〓') assert.equal(told(each(text, () => sign)), 'one-sign', sign);
    const backwards = text.replace(/[^\n]+/gu, (line) => [...line].reverse().join(''));
    assert.equal(told(backwards), 'backwards');
    assert.equal(told(Buffer.from(text).toString('latin1')), 'other-encoding');
  }
});

test('what looks broken and is not passes', () => {
  const blanks = '（1）□□□□年□月，□□□来到□□，写下《□□》。\n'.repeat(6);
  assert.equal(illegibility(blanks + texts[0]!), undefined);
  assert.equal(illegibility(`${'—'.repeat(40)}\n${texts[0]!}`), undefined);
  assert.equal(illegibility('“第一，……”与《甲\n》（乙\n）'.repeat(40)), undefined);
  assert.equal(illegibility(`| 1 | 2 | 3 |\n| --- | --- | --- |\n`.repeat(60) + texts[0]!), undefined);
  const classical = '子曰學而時習之不亦說乎有朋自遠方來不亦樂乎人不知而不慍不亦君子乎有子曰其為人也孝弟而好犯上者鮮矣';
  assert.equal(illegibility(classical.repeat(10)), undefined);
});
