/**
 * Each rule of the restore stage on its cases, and on the example in its header.
 *
 * The raw text goes through clean, parse and the rules before; what is compared is the tree (`cases/dump-tree.ts`), and
 * behind it what the rule set aside.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { TextKind } from '../../src/model/index.js';
import { runRestoreRule } from '../../src/diagnostics/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { restoreRules } from '../../src/stages/restore/index.js';
import { messagesOf, testBothWays, testCases, type Outcome } from '../cases/case-folders.js';
import { dumpTree } from '../cases/dump-tree.js';
import { examplesOf } from '../cases/header-examples.js';
import { rawText, ruleNames, treeBefore } from '../cases/raw-text.js';
import { visible } from '../cases/visible-text.js';

function run(name: string, input: string, kind?: TextKind): Outcome & { aside: string } {
  const raw = rawText(input);
  const tree = treeBefore(name, raw, kind);
  const before = dumpTree(tree.root.children);
  runRestoreRule(
    restoreRules.find((one) => one.name === name)!,
    tree,
  );
  const aside = tree.ledger.aside.filter(({ rule }) => rule === `restore:${name}`).map(({ text }) => visible(text));
  return {
    before,
    after: dumpTree(tree.root.children),
    aside: aside.length > 0 ? `\nset aside: ${aside.join(' | ')}\n` : '',
    messages: messagesOf(raw, 'restore', name),
  };
}

test('restore: every rule in the folder is in the list of rules', () => {
  const folder = path.join(packageFolder, 'src/stages/restore');
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && readFileSync(path.join(folder, file), 'utf8').includes('= restoreRule('),
  );
  assert.deepEqual(files.sort(), ruleNames.restore.map((name) => `${name}.ts`).sort());
});

for (const name of ruleNames.restore) {
  test(`restore/${name}: the example of its header`, () => {
    const examples = examplesOf(`src/stages/restore/${name}.ts`);
    assert.ok(examples.length > 0, 'the header has no @example');
    for (const { kind, before, after } of examples)
      assert.equal(run(name, before, kind).after.trimEnd(), visible(after));
  });
}

testBothWays('restore', ruleNames.restore);

testCases('restore', ruleNames.restore, ({ rule, input, kind }) => {
  const { before, after, aside, messages } = run(rule, input, kind);
  return { before, after: after + aside, messages };
});
