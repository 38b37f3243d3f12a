/** What a person at a terminal meets: where they stand, what is listed, completion, Chinese files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { textWidth } from '../../src/terminal/text-width.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

const text = '# 渡口\n\n船[^1]来了。岸[^2]很长。水[^3]很平。\n';

test('kanben in the folder of an issue builds it, elsewhere it tells what it can do', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/issue.yaml': '刊名：渡口志\n', 'issue/1.md': text, 'other/a.doc': '' });
  const built = await runCli(`${cwd}/issue`, ['build', '--format', 'html']);
  assert.equal(built.code, 0);
  assert.match(built.stdout, /issue-html\/index\.html/);
  const bare = await runCli(`${cwd}/issue`, ['check', '-q']);
  assert.equal(bare.code, 0);
  assert.match((await runCli(`${cwd}/other`, [])).stderr, /Usage:/);
  const nothing = await runCli(`${cwd}/other`, ['check']);
  assert.match(nothing.stderr, /no folder source/);
});

test('findings are asked for by rule, by sureness and by number', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': text });
  const check = async (...flags: string[]) => (await runCli(cwd, ['check', '1.md', ...flags])).stdout;
  assert.match(await check(), /3 × warning/);
  assert.equal((await check('--limit', '1')).match(/1\.md:3:/g)!.length, 1);
  assert.match(await check('--rule', 'restore:nothing'), /3 more questions not asked for/);
  assert.match((await runCli(cwd, ['check', '1.md', '--limit', 'x'])).stderr, /whole number/);
  assert.match((await runCli(cwd, ['check', '1.md', '--sure', 'x'])).stderr, /certain, likely/);
});

test('one record accepts all findings of a rule, and says how many', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': text });
  const seen = JSON.parse((await runCli(cwd, ['check', 'a', '--json'])).stdout) as {
    issues: { report: { findings: { rule: string; severity: string }[] } }[];
  };
  const { rule } = seen.issues[0]!.report.findings.find(({ severity }) => severity === 'warning')!;
  const said = await runCli(cwd, ['correct', 'a', '--accept', rule, '--all', 'true', '--why', '原刊如此']);
  assert.equal(said.code, 0, said.stderr);
  assert.match(said.stdout, /3 /);
  assert.match((await runCli(cwd, ['check', 'a'])).stdout, /3 answers found/);
  await writeFile(`${cwd}/a/corrections.yaml`, '- 认可: restore:mend-latin-words\n  全部: 是\n  理由: 无\n');
  assert.match((await runCli(cwd, ['check', 'a'])).stdout, /has no findings/);
});

test('lines on a terminal are no wider than it is', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': text });
  const { stdout } = await runCli(cwd, ['check', '1.md', '--lang', 'zh'], true);

  for (const line of stdout.split('\n')) assert.ok(textWidth(line.replace(/\u001B\[\d+m/g, '')) <= 80, line);
});

test('completion names every command and its options, in three shells', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await runCli('/', ['completion', shell]);
    assert.equal(code, 0);
    for (const word of ['build', 'check', 'correct', 'format', 'press']) assert.ok(stdout.includes(word), word);
    assert.ok(stdout.includes('duokan'), 'choices');
    const checked = spawnSync(shell, ['-n'], { input: stdout });
    if (!checked.error) assert.equal(checked.status, 0, String(checked.stderr));
  }
});

test('the Chinese template is read as it stands, and with everything in it said', async (t) => {
  const cwd = await temporaryFolder(t, {});
  assert.equal((await runCli(cwd, ['init', '--lang', 'zh', 'a'])).code, 0);
  for (const name of ['01-first.txt', '02-second.txt']) await writeFile(`${cwd}/a/${name}`, '渡口\n\n船来了。\n');
  assert.equal((await runCli(cwd, ['check', 'a'])).code, 0);
  const place = `${cwd}/a/issue.yaml`;
  const said = (await readFile(place, 'utf8')).replace(/^#(?=\S+:|  )/gm, '').replace(/^ +(?:样式|编码):.*$\n/gm, '');
  await writeFile(place, said);
  const { stderr, code } = await runCli(cwd, ['check', 'a']);
  assert.equal(code, 0, stderr);
});
