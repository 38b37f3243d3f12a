/** `kanben correct`: a record is written when it applies, shown before and after; else nothing is. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { wordsIn } from '../../src/messages/index.js';
import { recordKinds } from '../../src/stages/revise/records/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

const article = '# 活字的命运\n\n沈一\n\n摘要：活子印刷。\n\n毕昇的活子印刷术。其后失传。\n';
const mine = '# 我的改正\n- find:   毕升   # 人名\n  replace: 毕昇\n';

test('the keys of the command are those of the records', () => {
  const shapes = recordKinds.flatMap(({ schema }) => Object.keys((schema as unknown as { shape: object }).shape));
  const { kinds, keys } = wordsIn('en').revise;
  assert.deepEqual(Object.keys(kinds).toSorted(), recordKinds.map(({ key }) => key).toSorted());
  assert.deepEqual([...Object.keys(kinds), ...Object.keys(keys)].toSorted(), [...new Set(shapes)].toSorted());
});

test('a record is written behind the others, which stay as they are', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': article.replace('毕昇', '毕升'), 'a/corrections.yaml': mine });
  const { code, stdout } = await runCli(cwd, [
    ...['correct', 'a', '--find', '昇的活子', '--replace', '昇的活字', '--why', '形近'],
  ]);
  // what another record alters is not there to be found
  assert.equal(code, 2);
  assert.equal(stdout, '');
  const done = await runCli(cwd, ['correct', 'a', '--find', '的活子', '--replace', '的活字', '--why', '形近']);
  assert.equal(done.code, 0, done.stderr);
  assert.match(
    done.stdout,
    /- .*毕升的活子印刷术。其后失传。\n\+ .*毕升的活字印刷术。其后失传。\nWritten: a\/corrections\.yaml:4\n$/,
  );
  assert.equal(
    readFileSync(path.join(cwd, 'a/corrections.yaml'), 'utf8'),
    `${mine}- find: 的活子\n  replace: 的活字\n  why: 形近\n  line: 7\n`,
  );
});

test('what does not apply is refused with the nearest words, and nothing is written', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': article });
  const refused = await runCli(cwd, ['correct', 'a', '--find', '其候失传', '--replace', '其后散佚']);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /"其候失传" does not stand in the text; nearest is "其后失传" \(a\/1\.md:7\)/);
  const twice = await runCli(cwd, ['correct', 'a', '--find', '活子', '--replace', '活字']);
  assert.match(twice.stderr, /stands twice in the text \(a\/1\.md:5, a\/1\.md:7\)/);
  assert.match((await runCli(cwd, ['correct', 'a', '--find', '活子'])).stderr, /The key "replace" is missing/);
  assert.match((await runCli(cwd, ['correct', 'a', '--why', '无'])).stderr, /begin with --find/);
  assert.match((await runCli(cwd, ['correct', 'a', '--find', '活', '--drop', '活'])).stderr, /a record for each/);
  assert.deepEqual(readdirSync(path.join(cwd, 'a')), ['1.md']);
});

test('a single text has a file of its own; --dry-run writes none', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': article, '2.md': article });
  const heading = ['correct', '1.md', '--split', '印刷术。 | 其后失传'];
  const dry = await runCli(cwd, [...heading, '--dry-run', '--json']);
  assert.equal(dry.code, 0, dry.stderr);
  const { ok, written, file, line, applied } = JSON.parse(dry.stdout) as Record<string, unknown>;
  assert.deepEqual({ ok, written, file, line }, { ok: true, written: false, file: '1.corrections.yaml', line: 1 });
  assert.equal((applied as unknown[]).length, 1);
  assert.equal(existsSync(path.join(cwd, '1.corrections.yaml')), false);
  assert.equal((await runCli(cwd, heading)).code, 0);
  assert.match(
    readFileSync(path.join(cwd, '1.corrections.yaml'), 'utf8'),
    /^- split: 印刷术。 \| 其后失传\n {2}line: 7\n$/,
  );
  const check = await runCli(cwd, ['check', '1.md', '--json']);
  assert.match(check.stdout, /"paragraphs": 2/);
  assert.match((await runCli(cwd, ['check', '2.md', '--json'])).stdout, /"paragraphs": 1/);
});

test('lists are said by naming a key more than once; a file that is no list is left alone', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': article, 'b/1.md': article, 'b/corrections.yaml': '[]\n' });
  const done = await runCli(cwd, ['correct', 'a', '--article', '活字的命', '--authors', '沈一', '--authors', '陆二']);
  assert.match(done.stdout, /- authors: 沈一\n\+ authors: 沈一、陆二\n/);
  assert.match(readFileSync(path.join(cwd, 'a/corrections.yaml'), 'utf8'), /authors:\n\s+- 沈一\n\s+- 陆二\n/);
  const refused = await runCli(cwd, ['correct', 'b', '--find', '失传', '--replace', '散佚']);
  assert.match(refused.stderr, /b\/corrections\.yaml.*block style/);
});

test('the records that check offers can be pasted, and answer their questions', async (t) => {
  const lost = '# 活字的命运\n\n沈一\n\n摘要：活字。\n\n注却不见了。[1]又说一遍。[2]\n\n[1] 沈一：《字库》，第9页。\n';
  const cwd = await temporaryFolder(t, { 'a/1.md': lost });
  const { stdout } = await runCli(cwd, ['check', 'a']);
  const offered = stdout.split('\n').flatMap((line) => /^ {6}(- \{.*?\})(?: {2}# .*)?$/.exec(line)?.[1] ?? []);
  assert.ok(offered.length >= 2, stdout);
  const again = await temporaryFolder(t, { 'a/1.md': lost, 'a/corrections.yaml': `${offered[0]}\n` });
  const checked = await runCli(again, ['check', 'a', '--strict']);
  assert.equal(checked.code, 0, checked.stdout);
  assert.match(checked.stdout, /0 questions to answer in corrections\.yaml; 1 answer found there/);
});
