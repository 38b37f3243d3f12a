import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { build } from '../../src/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { runCli } from '../cli/run-cli.js';
import { temporaryFolder } from '../temporary-folder.js';

async function exported(t: TestContext, files: Record<string, string>, issue = 'issue'): Promise<string> {
  const cwd = await temporaryFolder(t, files);
  const { code, stderr, stdout } = await runCli(cwd, ['export', '--markdown', issue, '-o', 'out']);
  assert.equal(code, 0, stderr + stdout);
  return cwd;
}

for (const folder of ['source/yinshua-shihua', 'test/editions/model-issue']) {
  test(`${folder} and its export make the same EPUB, byte for byte`, async (t) => {
    const out = await temporaryFolder(t);
    const place = path.join(packageFolder, folder);
    const { code, stderr } = await runCli(out, ['export', '--markdown', place, '-o', 'markdown', '--quiet']);
    assert.equal(code, 0, stderr);
    for (const [from, to] of [
      [place, 'a'],
      ['markdown', 'b'],
    ] as const)
      await build(from, { cwd: out, out: to, formats: ['epub'] });
    const [name] = (await readdir(path.join(out, 'a'))).filter((file) => file.endsWith('.epub'));
    const [a, b] = await Promise.all(['a', 'b'].map((to) => readFile(path.join(out, to, name!))));
    assert.ok(a!.equals(b!));
  });
}

test('corrections stand in the exported text and are not exported', async (t) => {
  const cwd = await exported(t, {
    'issue/1.txt': '活字的道理\n\n活子印刷始于北宋，以胶泥刻字，火烧令坚。\n',
    'issue/corrections.yaml': '- find: 活子印刷\n  replace: 活字印刷\n',
  });
  const [name, ...more] = (await readdir(path.join(cwd, 'out'))).sort();
  assert.match(await readFile(path.join(cwd, 'out', name!), 'utf8'), /活字印刷始于北宋/);
  assert.deepEqual(more, ['issue.yaml']);
});

test('a folder that holds something is left alone, or with --force added to', async (t) => {
  const text = { 'issue/1.md': '# 题\n\n文。\n', 'out/mine.txt': '我的' };
  const cwd = await temporaryFolder(t, text);
  const refused = await runCli(cwd, ['export', 'issue', '-o', 'out']);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /out: This folder holds something: name a new one, or add --force/);
  assert.deepEqual(await readdir(path.join(cwd, 'out')), ['mine.txt']);
  assert.equal((await runCli(cwd, ['export', 'issue', '-o', 'out', '--force'])).code, 0);
  assert.deepEqual((await readdir(path.join(cwd, 'out'))).sort(), ['01-ti.md', 'issue.yaml', 'mine.txt']);
});

test('what stops an edition stops its export, and several issues are none', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.txt': '', 'b/1.md': '# 题\n\n文。\n' });
  assert.equal((await runCli(cwd, ['export', 'a', '-o', 'out'])).code, 1);
  await assert.rejects(readdir(path.join(cwd, 'out')));
  const several = await runCli(cwd, ['export', '.', '-o', 'out']);
  assert.equal(several.code, 2);
  assert.match(several.stderr, /Here are 2 issues \(a, b\): name one of them/);
});

test('finished Markdown is taken as it stands, and a call or a note left alone is told', async (t) => {
  const body = '１２３　，空 格 （甲） "x" [1] ①[^1]\n\n丙[^9] \\[^8]\n\n[^1]: 注。\n\n[^2]: 无人。\n';
  const cwd = await temporaryFolder(t, {
    'issue/1.md': `---\ntitle: 题*目*\n---\n\n${body}`,
    'issue/issue.yaml': 'texts: [{ file: 1.md, kind: finished }]\n',
  });
  const { issues } = await build('issue', { cwd, formats: ['epub'] });
  const { made, findings } = issues[0]!;
  assert.deepEqual(
    findings.map(({ rule, severity, line }) => [rule, severity, line]),
    [
      ['restore:pair-notes', 'warning', 7],
      ['restore:pair-notes', 'warning', 11],
    ],
  );
  const article = made!.edition!.documents.find(({ kind }) => kind === 'article')!;
  const words = JSON.stringify(article.body);
  assert.ok(words.includes('１２３　，空 格 （甲） \\"x\\" [1] ①'), words);
  assert.ok(words.includes(' [^8]'), words);
  assert.match(words, /"em"/);
});

test('pages of the source, captions and pictures stand in the files', async (t) => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const cwd = await temporaryFolder(t, {
    'issue/sub/图 1.png': picture,
    'issue/1.md':
      '# 题\n\n文。\n\n<!-- page 12 -->\n\n页首，<!-- page 13 -->句中。\n\n<!-- caption: table -->\n\n某表\n\n| 甲 |\n| - |\n| \\| |\n\n![图](sub/图%201.png)\n',
    'issue/issue.yaml': 'texts: [{ file: 1.md, kind: finished }]\n',
  } as never);
  const { code, stderr } = await runCli(cwd, ['export', 'issue', '-o', 'out']);
  assert.equal(code, 0, stderr);
  const [file] = (await readdir(path.join(cwd, 'out'))).filter((name) => name.endsWith('.md'));
  const text = await readFile(path.join(cwd, 'out', file!), 'utf8');
  for (const part of ['\n<!-- page 12 -->\n\n页首，<!-- page 13 -->句中。\n', '<!-- caption: table -->\n\n某表\n', '| \\| |', '![图](images/图%201.png)'])
    assert.ok(text.includes(part), text);
  assert.deepEqual(await readFile(path.join(cwd, 'out/images/图 1.png')), picture);
});
