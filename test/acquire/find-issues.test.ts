import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { findIssues } from '../../src/stages/acquire/index.js';
import { Misuse } from '../../src/messages/misuse.js';
import { temporaryFolder } from '../temporary-folder.js';

const text = '一段文字。\n';

/** The complaints of a search that must fail. */
async function complaints(paths: string[], cwd: string): Promise<string> {
  try {
    await findIssues(paths, cwd);
  } catch (error) {
    assert.ok(error instanceof Misuse, String(error));
    return error.message;
  }
  assert.fail('nothing was complained of');
}

test('a folder is one issue, its texts in natural order', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/10.txt': text,
    'issue/2.txt': text,
    'issue/第十篇.md': text,
    'issue/第九篇.markdown': text,
    'issue/README.md': 'not a text',
    'issue/picture.png': 'not a text either',
    'issue/.hidden.txt': 'nor this',
  });
  const [issue, ...others] = await findIssues(['issue'], cwd);
  assert.equal(others.length, 0);
  assert.equal(issue!.slug, 'issue');
  assert.equal(issue!.single, false);
  assert.deepEqual(
    issue!.texts.map(({ name }) => name),
    ['issue/2.txt', 'issue/10.txt', 'issue/第九篇.markdown', 'issue/第十篇.md'],
  );
});

test('issue.yaml says which texts and in which order, and warns of what it leaves out', async (t) => {
  const cwd = await temporaryFolder(t, {
    'a/issue.yaml': 'texts:\n  - file: 2.txt\n    column: 专论\n  - 1.txt\n',
    'a/1.txt': text,
    'a/2.txt': text,
    'a/3.txt': text,
  });
  const [issue] = await findIssues(['a'], cwd);
  assert.deepEqual(
    issue!.texts.map(({ name, config }) => [name, config?.column]),
    [
      ['a/2.txt', '专论'],
      ['a/1.txt', undefined],
    ],
  );
  assert.deepEqual(
    issue!.configFile!.messages.map(
      (message) => `${message.line} ${message.ruleId} ${message.fatal} ${message.reason.slice(0, 7)}`,
    ),
    ['1 text-listed false "3.txt"'],
  );
});

test('a single file is an issue; issue.yaml beside it speaks for it only when it covers it', async (t) => {
  const cwd = await temporaryFolder(t, {
    'all/issue.yaml': 'journal: 印刷史\nslug: whole',
    'all/1.txt': text,
    'some/issue.yaml': 'journal: 印刷史\ntexts: [1.txt]',
    'some/1.txt': text,
    'some/2.txt': text,
    'bare/活字.txt': text,
  });
  const issues = await findIssues(['all/1.txt', 'some/2.txt', 'bare/活字.txt'], cwd);
  assert.deepEqual(
    issues.map(({ slug, single, config, texts }) => [slug, single, config.journal, texts.length]),
    [
      ['1', true, '印刷史', 1],
      ['2', true, undefined, 1],
      ['huo-zi', true, undefined, 1],
    ],
  );
});

test('nothing asked for means the folders of source/', async (t) => {
  const cwd = await temporaryFolder(t, {
    'source/README.md': '',
    'source/b/1.txt': text,
    'source/a/1.txt': text,
    'source/empty/': '',
  });
  const issues = await findIssues([], cwd);
  assert.deepEqual(
    issues.map(({ slug }) => slug),
    ['a', 'b'],
  );
});

test('globs open to files and folders, each once', async (t) => {
  const cwd = await temporaryFolder(t, {
    'x/a1/1.txt': text,
    'x/a2/1.txt': text,
    'x/b/1.txt': text,
    'x/one.txt': text,
    'x/p.png': '',
  });
  assert.deepEqual(
    (await findIssues(['x/a*', 'x/a1', 'x/*.txt'], cwd)).map(({ slug }) => slug),
    ['a1', 'a2', 'one'],
  );
  // names with the marks of a glob are names first
  const odd = await temporaryFolder(t, { 'a[1].txt': text });
  assert.equal((await findIssues(['a[1].txt'], odd))[0]!.slug, 'a-1');
  assert.match(await complaints(['x/*.md'], cwd), /No text or folder matches "x\/\*\.md"/);
});

test('a missing path is named with what stands in its place', async (t) => {
  const cwd = await temporaryFolder(t, { 'texts/1.txt': text });
  assert.match(await complaints(['text'], cwd), /no file or folder "text"; in its place stand texts/);
  assert.match(await complaints(['no/where/1.txt'], cwd), /no file or folder "no\/where\/1\.txt", nor the folder/);
  assert.match(await complaints([], cwd), /no folder source\/ here.*kanben init/);
});

test('every missing path is named, not only the first', async (t) => {
  const cwd = await temporaryFolder(t);
  const said = await complaints(['one', 'two'], cwd);
  assert.match(said, /"one"/);
  assert.match(said, /"two"/);
});

test('a folder without texts is refused', async (t) => {
  const cwd = await temporaryFolder(t, { 'empty/': '', 'pictures/a.png': '', 'configured/issue.yaml': 'journal: 甲' });
  for (const folder of ['empty', 'pictures', 'configured']) {
    assert.match(await complaints([folder], cwd), new RegExp(`^${folder}: The folder holds no texts`));
  }
});

test('two issues with one slug are both named', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/活字.txt': text, 'b/huo-zi.txt': text });
  assert.match(
    await complaints(['a/活字.txt', 'b/huo-zi.txt'], cwd),
    /^a\/活字\.txt and b\/huo-zi\.txt would both be written as "huo-zi"/,
  );
});

test('names are short and never hold this machine’s folders where a relative path is shorter', async (t) => {
  const cwd = await temporaryFolder(t, { 'here/': '', 'there/1.txt': text });
  const [issue] = await findIssues(['../there/1.txt'], path.join(cwd, 'here'));
  assert.equal(issue!.texts[0]!.name, '../there/1.txt');
});
