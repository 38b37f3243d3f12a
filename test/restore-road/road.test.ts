/**
 * Whole texts in the habits of different trades, from the raw text to the issue: what an editor would make of each.
 *
 * A folder is a trade, a folder in it a text; all texts are invented. What is expected was written from the text, not from
 * what came out.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { clean } from '../../src/stages/clean/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { notesBalance } from '../../src/stages/verify/notes-balance.js';
import { testCases } from '../cases/case-folders.js';
import { dumpIssue } from '../cases/dump-issue.js';
import { issueOfTree } from '../cases/issue-of-tree.js';
import { rawText } from '../cases/raw-text.js';

const home = path.join(packageFolder, 'test/restore-road');
const trades = readdirSync(home, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

testCases('restore-road', trades, ({ input, kind }) => {
  const raw = rawText(input);
  const issue = issueOfTree(restore(parse(clean(raw, kind))));
  ledgerCloses(issue);
  notesBalance(issue);
  assert.ok(!raw.file.messages.some(({ fatal }) => fatal === true), 'a proof fails');
  const warnings = raw.file.messages.filter(({ fatal }) => fatal === false);
  return {
    before: '',
    after: dumpIssue(issue),
    messages: warnings.map(({ line, ruleId, reason }) => `${line ?? '-'} ${ruleId}: ${reason}`),
  };
});
