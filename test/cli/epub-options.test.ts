import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import JSZip from 'jszip';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

const article =
  '# 活字的道理\n\n王小明\n\n一枚活字只管一个字。[^1]拆下来还能再用。[^2]\n\n[^1]: 《梦溪笔谈》卷十八。\n[^2]: 同上。\n';

/** Names in the book that these arguments make, and its article. */
async function built(cwd: string, ...args: string[]): Promise<{ names: string[]; markup: string }> {
  const { code, stderr, stdout } = await runCli(cwd, ['build', 'issue', '--format', 'epub', ...args]);
  assert.equal(code, 0, stderr + stdout);
  const zip = await JSZip.loadAsync(await readFile(path.join(cwd, 'dist/issue.epub')));
  const names = Object.keys(zip.files);
  const file = names.find((name) => name.endsWith('huo-zi-de-dao-li.xhtml'))!;
  return { names, markup: await zip.file(file)!.async('string') };
}

test('issue.yaml says what notes are written for, whether fonts are carried and 同上 completed', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/1.md': article,
    'issue/issue.yaml': 'epub:\n  notes: weread\n  fonts: none\n  ibid: complete\n',
  });
  const { names, markup } = await built(cwd);
  assert.match(markup, /class="note-sign qqreader-footnote"/);
  assert.match(markup, /同上<span class="added"[^>]*>［《梦溪笔谈》卷十八］<\/span>。/);
  assert.deepEqual(
    names.filter((name) => name.includes('fonts/')),
    [],
  );
});

test('the command line overrules it', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/1.md': article,
    'issue/issue.yaml': 'epub: { notes: weread, fonts: none }\n',
  });
  const { names, markup } = await built(cwd, '--notes', 'plain', '--fonts', 'embed');
  assert.doesNotMatch(markup, /note-sign|noteref|<aside/);
  assert.ok(names.includes('OEBPS/fonts/kanben-song.ttf'));
});

test('a reader that nobody knows is misuse, and the known ones are named', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': article, 'issue/issue.yaml': 'epub: { notes: kindle }\n' });
  const flag = await runCli(cwd, ['build', 'issue', '--notes', 'kindle']);
  assert.equal(flag.code, 2);
  assert.match(flag.stderr, /standard, duokan, weread, plain/);
  const yaml = await runCli(cwd, ['build', 'issue', '--format', 'epub']);
  assert.equal(yaml.code, 2);
  assert.match(yaml.stderr, /issue\.yaml:1.*"kindle" for "notes".*standard, duokan, weread, plain/);
});

test('a character without a glyph is a warning with its code point and place', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': article.replace('拆下来', 'ꙮ拆下来') });
  const { code, stdout } = await runCli(cwd, ['build', 'issue', '--format', 'epub']);
  assert.equal(code, 0);
  assert.match(stdout, /1\.md:5:\d+ +warning +No font has "ꙮ" \(U\+A66E/);
});
