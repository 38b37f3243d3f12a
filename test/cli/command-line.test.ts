import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../src/commands/cli.js';
import type { Report } from '../../src/index.js';
import { version } from '../../src/version.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

test('help and version are no misuse', async (t) => {
  const cwd = await temporaryFolder(t);
  const help = await runCli(cwd, ['--help']);
  assert.equal(help.code, 0);
  for (const word of ['build', 'check', 'init', 'Exit codes: 0 done']) assert.match(help.stdout, new RegExp(word));
  const build = await runCli(cwd, ['build', '--help']);
  assert.equal(build.code, 0);
  for (const option of ['--out', '--format', '--strict', '--json', '--quiet', '--browser'])
    assert.match(build.stdout, new RegExp(option));
  assert.deepEqual(await runCli(cwd, ['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
});

test('misuse ends with 2 and says what is known', async (t) => {
  const cwd = await temporaryFolder(t, { '1.txt': '一段文字。\n' });
  for (const [args, said] of [
    [['biuld'], /Unknown command "biuld"; is build meant\?/],
    [['build', '--fromat', 'epub'], /Unknown option "--fromat"; is --format meant\?/],
    [
      ['build', '--format', 'epbu', '1.txt'],
      /Unexpected "epbu" for --format, expected epub, pdf, html, jats or epub,pdf,html,jats/,
    ],
    [['build', '--format', ',', '1.txt'], /Unexpected "," for --format/],
    [['build', 'nowhere.txt'], /^error: There is no file or folder "nowhere\.txt"; in its place stand 1\.txt\.\n$/],
    [['build'], /^error: There is no folder source\/ here/],
    [['init'], /The argument <folder> is missing/],
    [[], /Usage: kanben/],
  ] as const) {
    const { code, stdout, stderr } = await runCli(cwd, [...args]);
    assert.equal(code, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /\n {4}at /);
  }
});

test('under --json misuse is a document, too', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/issue.yaml': 'jornal: 甲', 'a/1.txt': '文。' });
  const { code, stdout } = await runCli(cwd, ['check', '--json', 'a']);
  assert.equal(code, 2);
  const { errors, ...rest } = JSON.parse(stdout) as { errors: { args: unknown[] }[] };
  assert.deepEqual(rest, { kanben: version, ok: false });
  const [{ args, ...error }] = errors as [{ args: unknown[] }];
  const reason = 'Unknown key "jornal"; is "journal" meant?';
  assert.deepEqual(error, { file: 'a/issue.yaml', line: 1, column: 1, reason, id: 'acquire.unknownKey' });
  assert.deepEqual(args.slice(0, 2), ['jornal', 'journal']);
});

test('help, findings and errors are Chinese under --lang zh, and so is the report', async (t) => {
  const cwd = await temporaryFolder(t, {
    'a/1.md': '# 渡口\n\n文[^1]。\n',
    'b/issue.yaml': 'jurnal：渡口\njournal: 甲',
    'b/1.txt': '文。',
  });
  assert.match((await runCli(cwd, ['build', '--help', '--lang', 'zh'])).stdout, /生成成品/);
  const { stdout } = await runCli(cwd, ['build', 'a', '--lang', 'zh', '--format', 'epub', '--json']);
  const [{ report }] = (JSON.parse(stdout) as { issues: [{ report: Report }] }).issues;
  const [finding] = report.findings;
  assert.match(finding!.reason, /没有对应的注文/);
  assert.equal(finding!.id, 'restore.callWithoutNote');
  assert.deepEqual(finding!.args, ['[^1]']);
  const { code, stderr } = await runCli(cwd, ['check', 'b', '--lang=zh']);
  assert.equal(code, 2);
  assert.match(stderr, /错误.*b\/issue\.yaml:1:1: .*“jurnal”后面是全角冒号/);
});

test('init begins an issue once, and leaves what stands there', async (t) => {
  const cwd = await temporaryFolder(t, { 'old/README.md': 'mine', 'old/1.txt': '文。' });
  const { code, stdout } = await runCli(cwd, ['init', 'new/issue']);
  assert.equal(code, 0);
  assert.match(stdout, /Made new\/issue\/issue\.yaml and new\/issue\/README\.md/);
  assert.match(stdout, /kanben build new\/issue/);
  const again = await runCli(cwd, ['init', 'new/issue']);
  assert.equal(again.code, 2);
  assert.match(again.stderr, /There is an issue here already \(new\/issue\/issue\.yaml\)/);
  const beside = await runCli(cwd, ['init', 'old']);
  assert.match(beside.stdout, /^Made old\/issue\.yaml\.\n/);
});

test('what init makes is a configuration that holds', async (t) => {
  const cwd = await temporaryFolder(t);
  await runCli(cwd, ['init', 'new']);
  const { code, stderr } = await runCli(cwd, ['check', 'new']);
  assert.equal(code, 2);
  assert.match(stderr, /^error: new: The folder holds no texts/);
});

test('a mistake of ours says so, without a stack trace unless one is asked for', async (t) => {
  const cwd = await temporaryFolder(t, { '1.txt': '一段文字。\n' });
  const broken = async (): Promise<{ code: number; stderr: string }> => {
    const stderr: string[] = [];
    const code = await run(['check', '1.txt'], {
      cwd,
      stdout: { write: () => assert.fail('boom') } as unknown as NodeJS.WriteStream,
      stderr: { write: (text: string) => stderr.push(text) > 0 } as unknown as NodeJS.WriteStream,
    });
    return { code, stderr: stderr.join('') };
  };
  const { code, stderr } = await broken();
  assert.equal(code, 1);
  assert.match(stderr, /error: This is a mistake in kanben, not in your text: boom\nPlease report it/);
  assert.doesNotMatch(stderr, /\n {4}at /);
  process.env.DEBUG = '1';
  t.after(() => delete process.env.DEBUG);
  assert.match((await broken()).stderr, /\n {4}at /);
});

test('without a browser the three ways to supply one are named, and what needs none', async (t) => {
  const cwd = await temporaryFolder(t, { '1.txt': '一段文字。\n' });
  const { code, stderr } = await runCli(cwd, [
    'build',
    '1.txt',
    '--format',
    'pdf',
    '--browser',
    '/nowhere/chrome',
    '--quiet',
  ]);
  assert.equal(code, 2);
  assert.match(stderr, /\/nowhere\/chrome[^]*--browser[^]*PUPPETEER_EXECUTABLE_PATH[^]*--format epub/);
  assert.doesNotMatch(stderr, /\n {4}at /);
});
