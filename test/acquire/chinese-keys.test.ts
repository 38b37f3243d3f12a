import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chineseKeys } from '../../src/stages/acquire/chinese-keys.js';
import { issueConfigSchema } from '../../src/model/config/issue-config.js';
import { readYaml } from '../../src/stages/acquire/read-yaml.js';
import { readCorrections } from '../../src/stages/revise/read-corrections.js';

const read = (text: string) => readYaml(text, 'issue.yaml', () => issueConfigSchema, {});

test('keys may be Chinese, with fullwidth colons, and names parted by Chinese marks', () => {
  const { value, lineOf } = read(
    '刊名：渡口\n年: 2026\n责任编辑：张三、李四\n原文：\n  - 文件：1.txt\n    作者: [王五，赵六]\n',
  );
  assert.deepEqual(value, {
    journal: '渡口',
    year: 2026,
    editors: ['张三', '李四'],
    texts: [{ file: '1.txt', authors: ['王五', '赵六'] }],
  });
  assert.equal(lineOf(['editors']), 3);
});

test('records may be Chinese', () => {
  const records = readCorrections({ file: 'c.yaml', text: '- 改：活子\n  为：活字\n  理由：形近而误\n' })!.records;
  assert.deepEqual(
    records.map(({ key, record }) => [key, { ...record }]),
    [['find', { find: '活子', replace: '活字', why: '形近而误', kind: 'ocr', count: 1 }]],
  );
});

test('colons of the text itself are left alone', () => {
  const { value } = read(
    'description: |\n  刊名：渡口\n  年：二〇二六\ntitle: 论渡口：一种考察\nrights: "版权：\n  作者：张三"\n',
  );
  assert.equal(value.description, '刊名：渡口\n年：二〇二六\n');
  assert.equal(value.title, '论渡口：一种考察');
  assert.match(value.rights!, /版权： 作者：张三/);
});

test('what is said in both languages is named', () => {
  assert.throws(() => read('journal: 甲\n刊名: 乙\n'), /issue\.yaml:2:1: .*"刊名" stands here a second time/);
});

test('every Chinese name stands for a key that there is', () => {
  const known = Object.keys(issueConfigSchema.shape);
  for (const key of ['刊名', '年', '卷', '期', '封面', '印刷', '电子书'])
    assert.ok(known.includes(chineseKeys[key]!), key);
});
