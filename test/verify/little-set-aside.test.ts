/** Much of a text that was taken for its frame is a finding, very much stops the edition. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue } from '../../src/model/index.js';
import { littleSetAside } from '../../src/stages/verify/little-set-aside.js';
import { rawText } from '../cases/raw-text.js';

function severityOf(share: number, rule = 'structure:masthead', confirmed = false): boolean | undefined | null {
  const text = '字'.repeat(2000);
  const raw = rawText(text);
  const span = { start: 0, end: text.length * share };
  const aside = [{ rule, text: text.slice(0, span.end), span, file: raw.name }];
  littleSetAside({ raws: [raw], ledger: { aside, changes: [] } } as unknown as Issue, () => confirmed);
  return raw.file.messages[0]?.fatal;
}

test('verify/set-aside: above 3 % a person should look, above 20 % no edition is made', () => {
  assert.equal(severityOf(0.02), undefined);
  assert.equal(severityOf(0.05), false);
  assert.equal(severityOf(0.5), true);
  assert.equal(severityOf(0.5, 'structure:labels'), undefined);
  assert.equal(severityOf(0.5, 'structure:masthead', true), false);
});

test('verify/paragraph-aside: a paragraph among the furniture is named, a line of it is not', () => {
  const named = (text: string): boolean => {
    const raw = rawText(text);
    const aside = [{ rule: 'structure:masthead', text, span: { start: 0, end: text.length }, file: raw.name }];
    littleSetAside({ raws: [raw], ledger: { aside, changes: [] } } as unknown as Issue);
    return raw.file.messages.some(({ ruleId }) => ruleId === 'paragraph-aside');
  };
  assert.ok(named(`${'书坊所刻，今存者少，'.repeat(7)}兹录于此。`));
  assert.ok(!named('青溪学报'.repeat(20)));
  assert.ok(!named('书坊所刻，今存者少。'));
});
