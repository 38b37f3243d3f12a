/** Broken text layers are refused with the evidence; prose of every kind is not. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { illegibility } from '../../src/clean/legibility.js';

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
