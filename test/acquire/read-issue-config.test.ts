import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VFile } from 'vfile';
import { readIssueConfig } from '../../src/stages/acquire/read-issue-config.js';
import { Misuse } from '../../src/messages/misuse.js';

const read = (text: string, files: string[] = ['1.txt', 'cover.jpg']) =>
  readIssueConfig(new VFile({ path: 'issue.yaml', value: text }), (file) => Promise.resolve(files.includes(file)));

/** What is complained of, a line each. */
async function complaints(text: string): Promise<string[]> {
  try {
    await read(text);
  } catch (error) {
    assert.ok(error instanceof Misuse, String(error));
    return error.message.split('\n');
  }
  assert.fail('nothing was complained of');
}

test('numbers and words may be quoted or not', async () => {
  const bare = await read(
    'year: 2026\nnumber: 2\nvolume: 05\ntotal: 118\nissn: 1000-0011\ndate: 2026-03-15\neditors: 张三',
  );
  const quoted = await read(
    'year: "2026"\nnumber: "2"\nvolume: "05"\ntotal: \'118\'\nissn: "1000-0011"\ndate: "2026-03-15"\neditors: ["张三"]',
  );
  assert.deepEqual(bare.config, quoted.config);
  assert.deepEqual(bare.config, {
    year: 2026,
    number: '2',
    volume: '05',
    total: '118',
    issn: '1000-0011',
    date: '2026-03-15',
    editors: ['张三'],
  });
});

test('a key without a value is absent, and an empty file says nothing', async () => {
  for (const text of ['', '# only a remark\n', 'journal:\nissn: # 1234-5678\ncover: ~\n', '---\n']) {
    assert.deepEqual((await read(text)).config, {}, JSON.stringify(text));
  }
});

test('the words no, yes and null in quotes stay words', async () => {
  assert.deepEqual((await read('title: no\nsubtitle: "null"')).config, { title: 'no', subtitle: 'null' });
});

test('an unknown key is named with its line and the nearest right one', async () => {
  assert.deepEqual(await complaints('journal: 甲\njornal: 乙\n'), [
    'issue.yaml:2:1: Unknown key "jornal"; is "journal" meant?',
  ]);
  assert.deepEqual(await complaints('texts:\n  - file: 1.txt\n    titel: 题\n'), [
    'issue.yaml:3:5: Unknown key "titel"; is "title" meant?',
  ]);
  const [far] = await complaints('zzzzzzzz: 1');
  assert.match(far!, /^issue\.yaml:1:1: Unknown key "zzzzzzzz"; known are journal, /);
});

test('a wrong value is named with its line and what is expected', async () => {
  assert.deepEqual(await complaints('\nyear: 二〇二六'), [
    'issue.yaml:2:1: Unexpected "二〇二六" for "year", expected a whole number.',
  ]);
  assert.deepEqual(await complaints('language: zh-hans'), [
    'issue.yaml:1:1: Unexpected "zh-hans" for "language", expected one of zh-Hans, zh-Hant, ja (is "zh-Hans" meant?).',
  ]);
  assert.match(
    (await complaints('journal: [a, b]'))[0]!,
    /^issue\.yaml:1:1: Unexpected a list for "journal", expected words\.$/,
  );
  assert.match((await complaints('date: 15.3.2026'))[0]!, /expected a date as 2026, 2026-03 or 2026-03-15/);
  assert.match((await complaints('texts:\n  - title: 题'))[0]!, /^issue\.yaml:2:5: The key "file" is missing/);
  assert.match((await complaints('- 1\n- 2'))[0]!, /^issue\.yaml:1:1: Expected keys with values/);
});

test('every fault is named at once', async () => {
  assert.equal((await complaints('jornal: 甲\nyear: x\nlanguage: fr\n')).length, 3);
});

test('what is no YAML is named with its line', async () => {
  assert.match((await complaints('journal: 甲\n\ttitle: "乙\n'))[0]!, /^issue\.yaml:[23]:\d+: This is no YAML/);
  assert.match(
    (await complaints('journal: 甲\njournal: 乙'))[0]!,
    /^issue\.yaml:2:1: .*"journal" stands here a second time/,
  );
  assert.match(
    (await complaints('jurnal：渡口\njournal: 甲'))[0]!,
    /^issue\.yaml:1:.*after "jurnal" stands a fullwidth colon/,
  );
});

test('listed files, the cover and encodings must be there', async () => {
  assert.match((await complaints('texts: [1.txt, 2.txt]'))[0]!, /^issue\.yaml:1: There is no file "2\.txt"/);
  assert.match(
    (await complaints('texts:\n- 1.txt\n- 1.txt'))[0]!,
    /^issue\.yaml:3: "1\.txt" stands in "texts" already at line 2/,
  );
  assert.match((await complaints('cover: front.jpg'))[0]!, /^issue\.yaml:1: There is no picture "front\.jpg"/);
  assert.match(
    (await complaints('texts:\n- file: 1.txt\n  encoding: gbq'))[0]!,
    /^issue\.yaml:3: Unknown encoding "gbq"/,
  );
});

test('a check digit that does not fit is a warning', async () => {
  const warnings = async (text: string): Promise<string[]> =>
    (await read(text)).file.messages.map((m) => `${m.line}:${m.ruleId}:${m.fatal}`);
  assert.deepEqual(await warnings('issn: 0317-8471\nisbn: 978-7-5000-0002-1'), ['2:isbn-holds:false']);
  assert.deepEqual(await warnings('issn: 2434-561X\nisbn: 0-306-40615-2'), []);
  assert.deepEqual(await warnings('\nissn: 0317-8472'), ['2:issn-holds:false']);
});
