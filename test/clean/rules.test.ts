/** Each rule of the clean stage on its cases, and on the example in its header. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bookRules, cleanRules } from '../../src/stages/clean/index.js';
import type { TextKind } from '../../src/model/index.js';
import { applyCleanRule } from '../../src/diagnostics/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { messagesOf, testBothWays, testCases } from '../cases/case-folders.js';
import { examplesOf } from '../cases/header-examples.js';
import { rawText, ruleNames, uncleaned } from '../cases/raw-text.js';
import { visible } from '../cases/visible-text.js';

/** The text after one rule alone. */
function after(name: string, input: string, kind?: TextKind): { text: string; messages: string[] } {
  const rule = [...cleanRules, ...bookRules].find((one) => one.name === name)!;
  const raw = rawText(input);
  const { text } = applyCleanRule(rule, uncleaned(raw, kind));
  return { text, messages: messagesOf(raw, 'clean', name) };
}

test('clean: every rule in the folder is in the list of rules', () => {
  const folder = path.join(packageFolder, 'src/stages/clean');
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && readFileSync(path.join(folder, file), 'utf8').includes('= cleanRule('),
  );
  assert.deepEqual(files.sort(), ruleNames.clean.map((name) => `${name}.ts`).sort());
});

for (const name of ruleNames.clean) {
  test(`clean/${name}: the example of its header`, () => {
    const examples = examplesOf(`src/stages/clean/${name}.ts`);
    assert.ok(examples.length > 0, 'the header has no @example');
    for (const { kind, ...example } of examples) {
      assert.equal(visible(after(name, example.before, kind).text), visible(example.after));
    }
  });
}

testBothWays('clean', ruleNames.clean);

testCases('clean', ruleNames.clean, ({ rule, input, kind }) => {
  const { text, messages } = after(rule, input, kind);
  return { before: visible(input), after: visible(text), messages };
});
