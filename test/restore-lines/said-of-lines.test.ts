/** What issue.yaml says of lines: running heads go, roles are given, and words that stand nowhere are named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIssues, makeIssue } from '../../src/index.js';
import { dumpIssue } from '../cases/dump-issue.js';
import { temporaryFolder } from '../temporary-folder.js';

const text = [
  '坊间闲话',
  '灯下',
  '',
  '书坊的账簿记着往来，赊欠一项尤其详细，每一笔都有日期和中人，可以看出当时的习惯。',
  '青溪杂志',
  '其中三家的账簿保存得最好，一家在县城，两家在码头，年代都在乾隆与嘉庆之间。',
  '说账',
  '流水逐日记录，总清按户归并，二者可以互相核对，凡数目不合之处，多半出在折色上面。',
  '杂志',
].join('\n');

async function made(t: Parameters<typeof temporaryFolder>[0], yaml: string): Promise<{ dump: string; said: string[] }> {
  const folder = await temporaryFolder(t, { '01.txt': text, 'issue.yaml': yaml });
  const [source] = await findIssues([folder], folder);
  const issue = await makeIssue(source!, { formats: [], cwd: folder });
  return {
    dump: dumpIssue(issue.issue!),
    said: issue.files.flatMap(({ messages }) => messages.map(({ reason }) => reason)),
  };
}

test('issue.yaml: heads and roles are votes with a high weight', async (t) => {
  const { dump, said } = await made(
    t,
    'journal: 青溪杂志\nkind: journal\nheads: 青溪杂志\nroles:\n  column: 坊间*\n  title: [灯下]\n  heading: 说账\n',
  );
  assert.match(dump, /^column: 坊间闲话$/mu);
  assert.match(dump, /^title: 灯下$/mu);
  assert.match(dump, /^## 说账$/mu);
  assert.doesNotMatch(dump, /^青溪杂志$/mu);
  // a look-alike: the words are a part of the head, not the head
  assert.match(dump, /^杂志$/mu);
  assert.deepEqual(
    said.filter((reason) => reason.includes('stands in no text')),
    [],
  );
});

test('issue.yaml: words that stand nowhere are named, and Chinese keys mean the same', async (t) => {
  const { dump, said } = await made(
    t,
    '刊名: 青溪杂志\n类别: 期刊\n书眉: [青溪杂誌]\n行类:\n  栏目: 坊间闲话\n  题名: 灯下\n',
  );
  assert.match(dump, /^column: 坊间闲话$/mu);
  assert.equal(said.filter((reason) => reason.includes('青溪杂誌')).length, 1);
  assert.match(dump, /^青溪杂志/mu);
});
