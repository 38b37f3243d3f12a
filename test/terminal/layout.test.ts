/** Lines of the terminal: how wide they are, where they break, and findings of a kind together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from '../../src/messages/index.js';
import type { Finding } from '../../src/publish/findings.js';
import { groupFindings, isAskedFor } from '../../src/terminal/finding-groups.js';
import { palette } from '../../src/terminal/palette.js';
import { textWidth } from '../../src/terminal/text-width.js';
import { workList } from '../../src/terminal/work-list.js';
import { wrapLine } from '../../src/terminal/wrap-line.js';

test('Han take two columns, colours and combining marks none', () => {
  assert.equal(textWidth('渡口 a，'), 8);
  assert.equal(textWidth('\u001B[31m渡\u001B[39m'), 2);
  assert.equal(textWidth('e\u0301'), 1);
});

test('a line breaks at blanks and between Han, never before a closing mark or after an opening one', () => {
  assert.deepEqual(wrapLine('  short', 20), ['  short']);
  const long = '  a.txt:12:3  警告  注码“[2]”没有对应的注文（原文已缺），请补上。  restore:pair-notes';
  for (const columns of [24, 31, 40]) {
    const lines = wrapLine(long, columns);
    for (const line of lines) {
      assert.ok(textWidth(line) <= columns, `${columns}: ${line}`);
      assert.doesNotMatch(line.trimStart(), /^[，。、；：！？”’）》]/u);
      assert.doesNotMatch(line, /[“‘（《]$/u);
    }
    assert.equal(lines.join('').replace(/\s/g, ''), long.replace(/\s/g, ''), 'nothing is lost');
  }
});

test('a path stays whole, however long', () => {
  const path = '/a/very/long/path/that/nobody/should/have/to/put/together.txt';
  assert.ok(wrapLine(`  see ${path} there`, 24).some((line) => line.includes(path)));
});

const finding = (line: number, more: Partial<Finding> = {}): Finding => ({
  file: 'a.txt',
  line,
  severity: 'warning',
  rule: 'restore:ends',
  reason: 'A note ends in ".".',
  id: 'restore.ends',
  args: [],
  confidence: 'likely',
  excerpt: `第${line}行`,
  ...more,
});

test('findings of a kind stand in one group, those of another apart', () => {
  const groups = groupFindings([finding(1), finding(2, { id: 'other' }), finding(3), finding(4, { reading: 'x' })]);
  assert.deepEqual(
    groups.map((group) => group.map(({ line }) => line)),
    [[1, 3], [2], [4]],
  );
  assert.ok(isAskedFor(finding(1), { rule: 'ends' }) && isAskedFor(finding(1), { rule: 'restore:ends' }));
  assert.ok(!isAskedFor(finding(1), { rule: 'nds' }) && !isAskedFor(finding(1), { sure: 'certain' }));
});

test('a work list says what a kind says once, with as many places as are asked for, and one record for all', () => {
  const list = (limit: number, more = {}) =>
    workList(
      [1, 2, 3, 4].map((line) => finding(line)),
      { paint: palette(false), words: wordsIn('en'), limit, ...more },
    );
  const lines = list(2);
  assert.equal(lines.filter((line) => line.includes('A note ends')).length, 1);
  assert.match(lines[0]!, /4 × warning/);
  assert.equal(lines.filter((line) => /第\d行/.test(line)).length, 2);
  assert.ok(lines.some((line) => line.includes('2 more: --rule restore:ends')));
  assert.ok(lines.some((line) => line.includes('- {accept: restore:ends, all: true, why:')));
  assert.match(list(2, { rule: 'other' }).join('\n'), /4 more questions not asked for/);
});
