import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import { visit } from 'unist-util-visit';
import { build, check } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

/** A small article that nothing is wrong with. */
const article = `# 活字的道理

王小明

一枚活字只管一个字，拆下来还能再用，这是它和雕版最大的不同。[^1]

## 一、制字

胶泥刻字，火烧令坚，字印便成了。排版时以铁范为界，字平如砥。[^2]

[^1]: 参见《梦溪笔谈》卷十八。
[^2]: 同上。
`;

const epubOnly = ['--format', 'epub'];

test('build writes the book and its report, and says so', async (t) => {
  const cwd = await temporaryFolder(t, { '活字.md': article });
  const { code, stdout, stderr } = await runCli(cwd, ['build', '活字.md', ...epubOnly]);
  assert.equal(code, 0, stderr + stdout);
  assert.deepEqual((await readdir(path.join(cwd, 'dist'))).sort(), [
    'huo-zi.edition.json',
    'huo-zi.epub',
    'huo-zi.report.json',
  ]);
  assert.match(stdout, /^活字的道理 \(活字\.md\): sound \(/);
  assert.match(
    stdout,
    /1 article, 2 paragraphs, 2 notes\n {2}dist\/huo-zi\.epub {2}\d+ kB\n {2}dist\/huo-zi\.report\.json/,
  );
  assert.match(stderr, /^huo-zi: reading\n/);
  assert.doesNotMatch(stderr + stdout, /\u001b/);
});

test('the report accounts for every character and names no place of this machine', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/1.md': article,
    'issue/issue.yaml': 'issn: 0317-8472\njournal: 印刷史\n',
  });
  await runCli(cwd, ['build', 'issue', ...epubOnly]);
  const text = await readFile(path.join(cwd, 'dist/issue.report.json'), 'utf8');
  assert.ok(!text.includes(cwd));
  const report = JSON.parse(text) as Awaited<ReturnType<typeof build>>['issues'][number]['report'];
  assert.deepEqual(
    report.inputs.map(({ file, sha256, bytes, encoding }) => ({ file, sha256, bytes, encoding })),
    [
      {
        file: '1.md',
        sha256: createHash('sha256').update(article).digest('hex'),
        bytes: Buffer.byteLength(article),
        encoding: 'utf-8',
      },
    ],
  );
  assert.equal(report.ledger.read, report.ledger.set + report.ledger.setAside);
  assert.ok(report.ledger.set > 80);
  assert.deepEqual(
    report.findings.map(({ file, line, severity, rule }) => ({ file, line, severity, rule })),
    [{ file: 'issue.yaml', line: 1, severity: 'warning', rule: 'acquire:issn-holds' }],
  );
  const book = await readFile(path.join(cwd, 'dist/issue.epub'));
  assert.deepEqual(report.outputs, [
    { file: 'issue.epub', format: 'epub', bytes: book.length, sha256: createHash('sha256').update(book).digest('hex') },
  ]);
});

test('the PDF is made, too, and its pages are counted', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article });
  const { code, stdout, stderr } = await runCli(cwd, ['build', '1.md', '-o', 'out']);
  assert.equal(code, 0, stderr + stdout);
  assert.equal((await readFile(path.join(cwd, 'out/1.pdf'))).subarray(0, 5).toString(), '%PDF-');
  assert.match(stdout, /out\/1\.pdf {2}\d+ kB, \d+ pages?\n/);
});

test('check makes no files', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article });
  const { code, stdout } = await runCli(cwd, ['check', '1.md']);
  assert.equal(code, 0);
  assert.match(stdout, /checked in/);
  assert.deepEqual(await readdir(cwd), ['1.md']);
});

test('the same texts give the same bytes, at any time and place', async (t) => {
  const bytes = async (epoch?: number): Promise<string[]> => {
    const cwd = await temporaryFolder(t, { 'a/1.md': article });
    await build('a', { cwd, formats: ['epub'], ...(epoch && { sourceDateEpoch: epoch }) });
    return Promise.all(
      ['a.epub', 'a.report.json', 'a.edition.json'].map((file) => readFile(path.join(cwd, 'dist', file), 'base64')),
    );
  };
  const first = await bytes();
  assert.deepEqual(await bytes(), first);
  assert.notDeepEqual(await bytes(1767225600), first);
});

test('--json prints one document and nothing else', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article });
  const { code, stdout, stderr } = await runCli(cwd, ['build', '1.md', '--json', ...epubOnly]);
  assert.equal(code, 0);
  assert.equal(stderr, '');
  const said = JSON.parse(stdout) as {
    ok: boolean;
    issues: { slug: string; written: { name: string }[]; report: { slug: string } }[];
  };
  assert.equal(said.ok, true);
  assert.deepEqual(
    said.issues.map(({ slug, written }) => [slug, written.map(({ name }) => name)]),
    [['1', ['dist/1.epub', 'dist/1.report.json', 'dist/1.edition.json']]],
  );
});

test('--quiet prints errors only', async (t) => {
  const cwd = await temporaryFolder(t, { 'good.md': article, 'empty.txt': '' });
  assert.deepEqual(await runCli(cwd, ['build', 'good.md', '--quiet', ...epubOnly]), {
    code: 0,
    stdout: '',
    stderr: '',
  });
  const { code, stdout, stderr } = await runCli(cwd, ['build', 'empty.txt', '--quiet', ...epubOnly]);
  assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  assert.match(stderr, /^empty\.txt {2}error {2}The file is empty/);
});

test('--strict lets a warning stop the edition', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': article, 'a/issue.yaml': 'issn: 0317-8472' });
  const { code, stdout } = await runCli(cwd, ['build', 'a', '--strict', ...epubOnly]);
  assert.equal(code, 1);
  assert.match(stdout, /a\/issue\.yaml:1:1 {2}warning {2}The ISSN 0317-8472/);
  assert.match(stdout, /1 warning stops \(--strict\) this edition: nothing of it was written/);
  assert.deepEqual(await readdir(path.join(cwd, 'dist')), []);
  assert.equal((await runCli(cwd, ['build', 'a', ...epubOnly])).code, 0);
});

for (const [name, content, said] of [
  ['an empty file', '', /The file is empty/],
  ['a binary file', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) & 255)), /This is a binary file/],
  ['a damaged PDF', Buffer.from('%PDF-1.4\n...'), /The PDF is damaged or cut off: none of its pages can be read/],
] as const) {
  test(`${name} stops the edition with a clear message, and the last edition stays`, async (t) => {
    const cwd = await temporaryFolder(t, { '1.txt': content, 'dist/1.epub': 'the last one' });
    const { code, stdout, stderr } = await runCli(cwd, ['build', '1.txt']);
    assert.equal(code, 1);
    assert.match(stdout, said);
    assert.match(stdout, /1 error stops this edition: nothing of it was written/);
    assert.doesNotMatch(stdout + stderr, /\n {4}at /);
    assert.deepEqual(await readdir(path.join(cwd, 'dist')), ['1.epub']);
    assert.equal(await readFile(path.join(cwd, 'dist/1.epub'), 'utf8'), 'the last one');
  });
}

test('one faulty issue does not keep the others from being made', async (t) => {
  const cwd = await temporaryFolder(t, { 'a.txt': '', 'b.md': article });
  const { ok, issues } = await build(['a.txt', 'b.md'], { cwd, formats: ['epub'] });
  assert.equal(ok, false);
  assert.deepEqual(
    issues.map(({ slug, ok: made, written }) => [slug, made, written.length]),
    [
      ['a', false, 0],
      ['b', true, 3],
    ],
  );
});

test('an output folder that is a file, or cannot be made, is a misuse before any work', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article, taken: 'a file' });
  for (const [out, said] of [
    ['taken', /^error: taken: This is a file, and editions go into a folder/],
    ['taken/below', /^error: taken\/below: A part of this path is a file/],
    ['/proc/kanben', /^error: \/proc\/kanben: .*What was made before stands as it was/],
  ] as const) {
    const { code, stdout, stderr } = await runCli(cwd, ['build', '1.md', '-o', out, ...epubOnly]);
    assert.equal(code, 2, out);
    assert.equal(stdout, '');
    assert.match(stderr, said);
  }
});

test('when one file cannot be written, none is', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article, 'dist/1.report.json/': '', 'dist/1.epub': 'the last one' });
  const { code, stderr } = await runCli(cwd, ['build', '1.md', ...epubOnly]);
  assert.equal(code, 2);
  assert.match(stderr, /error: dist\/1\.report\.json: A folder stands where the file is to go/);
  assert.deepEqual((await readdir(path.join(cwd, 'dist'))).sort(), ['1.epub', '1.report.json']);
  assert.equal(await readFile(path.join(cwd, 'dist/1.epub'), 'utf8'), 'the last one');
});

test('sources are never altered', async (t) => {
  const cwd = await temporaryFolder(t, {
    'a/1.md': article,
    'a/corrections.yaml': '- {find: 火烧令坚, replace: 火燒令堅}\n',
  });
  const before = await stat(path.join(cwd, 'a/1.md'));
  await build('a', { cwd, formats: ['epub'] });
  assert.equal(await readFile(path.join(cwd, 'a/1.md'), 'utf8'), article);
  assert.equal((await stat(path.join(cwd, 'a/1.md'))).mtimeMs, before.mtimeMs);
});

test('corrections stand in the edition and in its report; one that fails is a warning on its line', async (t) => {
  const cwd = await temporaryFolder(t, {
    'a/1.md': article,
    'a/corrections.yaml': '- {find: 火烧令坚, replace: 火燒令堅}\n- {find: 不在文中的话, replace: 别的}\n',
  });
  const { issues } = await build('a', { cwd, formats: ['epub'] });
  const { report, findings } = issues[0]!;
  assert.deepEqual(
    report.ledger.letters.map(({ file, line, before, after }) => [file, line, before, after]),
    [
      ['1.md', 9, '烧', '燒'],
      ['1.md', 9, '坚', '堅'],
    ],
  );
  assert.deepEqual(
    findings.map(({ file, line, severity, rule }) => [file, line, severity, rule]),
    [['a/corrections.yaml', 2, 'warning', 'revise:found']],
  );
  const zip = await JSZip.loadAsync(await readFile(path.join(cwd, 'dist/a.epub')));
  const texts = await Promise.all(zip.file(/\.xhtml$/).map((file) => file.async('string')));
  assert.match(texts.join(''), /火燒令堅/);
});

test('a character that no font has is named at its place', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article.replace('铁范', '铁范\u{2FFFE}\u{1F9FF}') });
  const { findings } = (await build('1.md', { cwd })).issues[0]!;
  const [seen, ...more] = findings.filter(({ reason }) => reason.includes('U+1F9FF'));
  assert.deepEqual([seen!.line, seen!.severity, seen!.rule], [9, 'warning', 'verify:glyphs-exist']);
  assert.deepEqual(more, []);
});

test('text that would act or fetch does neither', async (t) => {
  const hostile = `${article}
<script>alert(1)</script> <iframe src="https://example.com/frame"></iframe>

[点这里](javascript:alert(1)) ![图](https://example.com/spy.png) ![图](file:///etc/passwd) <img src=x onerror=alert(1)>

<a href="javascript:alert(2)">又一处</a> <style>@import url(https://example.com/s.css)</style>
`;
  const cwd = await temporaryFolder(t, { '1.md': hostile });
  const { code, stdout, stderr } = await runCli(cwd, ['build', '1.md']);
  assert.equal(code, 0, stdout + stderr);
  const zip = await JSZip.loadAsync(await readFile(path.join(cwd, 'dist/1.epub')));
  for (const file of zip.file(/\.xhtml$/)) {
    visit(fromHtml(await file.async('string')), 'element', ({ tagName, properties }) => {
      assert.ok(
        !['script', 'iframe', 'object', 'embed', 'style', 'base', 'form'].includes(tagName),
        `${file.name}: ${tagName}`,
      );
      for (const [name, value] of Object.entries(properties)) {
        assert.doesNotMatch(name, /^on/i, file.name);
        if (/^(href|src)$/.test(name))
          assert.doesNotMatch(String(value), tagName === 'a' ? /^(?!https?:)\w+:/ : /^\w+:|^\/\//, file.name);
      }
    });
  }
  assert.doesNotMatch(await zip.file('OEBPS/styles/edition.css')!.async('string'), /@import|https?:/);
});

test('a long list of warnings is cut on a terminal, with the place of the whole', async (t) => {
  const records = Array.from({ length: 30 }, (_, i) => `- {find: 没有这句${i}, replace: 有}`).join('\n');
  const cwd = await temporaryFolder(t, { 'a/1.md': article, 'a/corrections.yaml': records });
  const onTerminal = await runCli(cwd, ['build', 'a', ...epubOnly], true);
  assert.match(onTerminal.stdout, /… and 10 more warnings: see dist\/a\.report\.json/);
  const piped = await runCli(cwd, ['build', 'a', ...epubOnly]);
  assert.match(piped.stdout, /30 × warning {2}/);
  assert.equal(piped.stdout.match(/^ {4}\S+:\d+:\d+ {2}/gm)?.length, 30);
});

test('the library prints nothing', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article });
  const said: unknown[] = [];
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  stdout.write = stderr.write = ((chunk: unknown) => said.push(chunk) > 0) as typeof stdout.write;
  try {
    await build('1.md', { cwd, formats: ['epub'] });
    await check('1.md', { cwd });
  } finally {
    [stdout.write, stderr.write] = writes;
  }
  assert.deepEqual(said, []);
});
