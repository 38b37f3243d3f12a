import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, languages, messages, sentenceOf, wordsIn } from '../../src/messages/index.js';

/** Every entry of a set by its id: how many arguments it takes, or none where it is a sentence. */
function entriesOf(set: object, path = ''): [id: string, takes: number | 'sentence'][] {
  return Object.entries(set).flatMap(([name, entry]: [string, unknown]): [string, number | 'sentence'][] => {
    const id = path ? `${path}.${name}` : name;
    if (typeof entry === 'string') return [[id, 'sentence']];
    if (typeof entry === 'function') return [[id, entry.length]];
    return entriesOf(entry as object, id);
  });
}

test('all languages have the same messages, with the same arguments', () => {
  const known = entriesOf(wordsIn('en'));
  assert.ok(known.length > 300);
  for (const language of languages) assert.deepEqual(entriesOf(wordsIn(language)).sort(), known.toSorted(), language);
});

test('what is said in Chinese is Chinese: every sentence has Han', () => {
  const left = sentences(wordsIn('zh')).filter(([, words]) => !/\p{Script=Han}/u.test(words));
  // names of things that have no other
  const names = ['URN', 'none', 'EPUB', 'DOI', 'Node'];
  assert.deepEqual(
    left.filter(([, words]) => !names.some((name) => words.includes(name))),
    [],
  );
});

function sentences(set: object, path = ''): [id: string, words: string][] {
  return Object.entries(set).flatMap(([name, entry]: [string, unknown]): [string, string][] => {
    const id = path ? `${path}.${name}` : name;
    if (typeof entry === 'string') return [[id, entry]];
    return typeof entry === 'function' ? [] : sentences(entry as object, id);
  });
}

test('a message is worded in the language of whoever reads it, and so is a message within it', () => {
  const { wrongValue, found, expected } = messages.acquire;
  const message = wrongValue('year', found.words('二〇二六'), expected.wholeNumber);
  assert.deepEqual(JSON.parse(JSON.stringify(message)), {
    id: 'acquire.wrongValue',
    args: ['year', { id: 'acquire.found.words', args: ['二〇二六'] }, { id: 'acquire.expected.wholeNumber', args: [] }],
  });
  assert.equal(sentenceOf(message), 'Unexpected "二〇二六" for "year", expected a whole number.');
  assert.equal(sentenceOf(message, 'zh'), '“year”的值不对：应为整数，现为“二〇二六”。');
});

test('a message that no set holds is a mistake of ours', () => {
  assert.throws(() => sentenceOf({ id: 'restore.none', args: [] }), /no message has the id restore\.none/);
});

test('the language is what was asked for, then our variable, then the locale', () => {
  const cases: [args: string[], environment: Record<string, string>, locale: string, expected: string][] = [
    [[], {}, 'en-US', 'en'],
    [[], {}, 'zh-CN', 'zh'],
    [[], {}, 'de-DE', 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh-CN', 'en'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'zh-CN', 'en'],
    [[], { LANG: 'en_US.UTF-8', KANBEN_LANG: 'zh' }, 'en-US', 'zh'],
    [['check', '--lang', 'en'], { KANBEN_LANG: 'zh' }, 'zh-CN', 'en'],
    [['--lang=zh', 'check'], {}, 'en-US', 'zh'],
    [['--lang'], {}, 'zh-CN', 'zh'],
  ];
  for (const [args, environment, locale, expected] of cases)
    assert.equal(languageOf(args, environment, locale), expected, JSON.stringify([args, environment, locale]));
});
