import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { build, check } from '../../src/index.js';
import { findIssues } from '../../src/stages/acquire/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const text = '春分\n\n沈一\n\n河水涨了一寸，船就靠得近一些。\n';

/** Names of the files that nobody reads. */
async function unread(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const cwd = await temporaryFolder(t, files);
  const [issue] = await findIssues(['a'], cwd);
  return issue!.unread!.map(({ path, reason }) => `${path.slice(cwd.length + 3)} ${reason.id}`);
}

test('a file that is neither read nor a companion of the texts is named', async (t) => {
  assert.deepEqual(
    await unread(t, {
      'a/1.txt': text,
      'a/2.caj': 'CAJ\0rest',
      'a/3.wps': 'what?',
      'a/4': 'no name ends so',
    }),
    ['2.caj acquire.unreadKind', '3.wps acquire.unread', '4 acquire.unread'],
  );
});

test('pictures, styles, records, fonts and what systems leave behind are no texts', async (t) => {
  assert.deepEqual(
    await unread(t, {
      'a/1.txt': text,
      'a/README.md': 'about',
      'a/LICENSE': 'terms',
      'a/.DS_Store': '',
      'a/~$draft.docx': '',
      'a/Thumbs.db': '',
      'a/desktop.ini': '',
      'a/map.PNG': '',
      'a/images/notes.psd': '',
      'a/print.css': '',
      'a/old.edition.json': '{}',
      'a/corrections.yaml': '[]',
      'a/node_modules/x/y.txt': text,
    }),
    [],
  );
});

test('a text in a folder below is named, an issue of its own there is not', async (t) => {
  assert.deepEqual(
    await unread(t, {
      'a/1.txt': text,
      'a/late/2.txt': text,
      'a/reprint/issue.yaml': 'title: 别的一本\n',
      'a/reprint/3.txt': text,
    }),
    ['late/2.txt acquire.textBelow'],
  );
});

test('leaveOut names files and folders that stay out without a word', async (t) => {
  assert.deepEqual(
    await unread(t, {
      'a/issue.yaml': '不收: [2.caj, late, 3.txt]\ntexts: [1.txt]\n',
      'a/1.txt': text,
      'a/2.caj': 'CAJ\0rest',
      'a/3.txt': text,
      'a/late/2.txt': text,
      'a/5.mobi': '',
    }),
    ['5.mobi acquire.unread'],
  );
});

test('an unread file is a warning of the issue, also of an edition that stands', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.txt': text });
  const options = { cwd, out: 'dist', formats: ['epub' as const], language: 'zh' as const };
  const warned = (findings: { rule: string; severity: string; file: string }[]): string[] =>
    findings.filter(({ rule }) => rule === 'acquire:file-read').map(({ file, severity }) => `${file} ${severity}`);
  assert.deepEqual(warned((await build('a', options)).issues[0]!.findings), []);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${cwd}/a/2.caj`, 'CAJ\0rest');
  assert.deepEqual(warned((await build('a', options)).issues[0]!.findings), ['a/2.caj warning']);
  assert.deepEqual(warned((await build('a', options)).issues[0]!.findings), ['a/2.caj warning']);
  const { issues } = await check('a', { cwd, language: 'zh' });
  assert.match(
    issues[0]!.findings.find(({ rule }) => rule === 'acquire:file-read')!.reason,
    /CAJ 文件。若属于本期，请在 CAJ/u,
  );
});
