/**
 * Each kind of correction record on its cases: `input.txt` and `corrections.yaml` in, the tree and what a person is shown
 * of each record out; `messages.txt` is what is said of the records. A record that is refused alters nothing.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { packageFolder } from '../../src/system/locations.js';
import { recordKinds } from '../../src/stages/revise/records/index.js';
import { testBothWays, testCases } from '../cases/case-folders.js';
import { dumpIssue } from '../cases/dump-issue.js';
import { revisedIssue, type RevisedIssue } from './revised-issue.js';

const kinds = readdirSync(path.join(packageFolder, 'src/stages/revise/records'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'index');

test('revise: every kind of record is in the list of kinds', () => {
  assert.equal(kinds.length, recordKinds.length);
  assert.equal(new Set(recordKinds.map(({ key }) => key)).size, recordKinds.length);
});

const show = ({ blocks, applied, files }: RevisedIssue): string => {
  const shown = applied.map(({ shown: { before, after } }) => `- ${before}\n+ ${after}\n`);
  const answered = files
    .flatMap((file) => file.messages)
    .flatMap((message) => (message.answered ? [`answered at line ${message.answered.line}: ${message.reason}\n`] : []));
  return `${blocks.flat().join('\n')}\n${shown.length > 0 ? `\n${shown.join('')}` : ''}${answered.join('')}`;
};

testBothWays('revise', kinds);

testCases('revise', kinds, ({ rule: kindOfCase, input, kind, folder }) => {
  const yaml = readFileSync(path.join(folder, 'corrections.yaml'), 'utf8');
  const revised = revisedIssue([input], yaml, kind);
  const before = revisedIssue([input], '[]', kind);
  const after = kindOfCase === 'article' ? `${dumpIssue(revised.issue)}\n${show(revised)}` : show(revised);
  const same = kindOfCase === 'article' ? `${dumpIssue(before.issue)}\n${show(before)}` : show(before);
  return { before: same, after, messages: revised.said };
});
