import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { templatesFolder } from '../../src/system/locations.js';
import { editionStrings, fill } from '../../src/stages/typeset/html/edition-strings.js';

type Strings = Record<string, Record<string, string>>;
const languages = parse(readFileSync(path.join(templatesFolder, 'strings.yaml'), 'utf8')) as Record<string, Strings>;
const model = languages['zh-Hans']!;
const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

for (const [language, groups] of Object.entries(languages)) {
  test(`${language} has no words that nobody asks for, and the slots of the model`, () => {
    for (const [group, words] of Object.entries(groups)) {
      if (group === 'like') continue;
      for (const [key, text] of Object.entries(words)) {
        assert.ok(typeof model[group]?.[key] === 'string', `${group}.${key}`);
        assert.deepEqual(slots(text), slots(model[group]![key]!), `${group}.${key}`);
      }
    }
  });
}

test('a language is complete, by what it is like', () => {
  const strings = editionStrings('zh-Hant') as unknown as Strings;
  for (const [group, words] of Object.entries(model)) {
    assert.deepEqual(Object.keys(strings[group]!).sort(), Object.keys(words).sort());
  }
  assert.equal(strings.documents!.contents, '目錄');
  assert.equal(editionStrings('xx').documents.contents, '目录');
});

test('slots are filled, others stay', () => {
  assert.equal(fill('{a}与{b}', { a: '$&' }), '$&与{b}');
});
