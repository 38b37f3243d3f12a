/** Many notes of a printed text without their marks are one finding, too many stop the edition. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../../src/diagnostics/index.js';
import { messages } from '../../src/messages/index.js';
import type { Issue, TextTree } from '../../src/model/index.js';
import { notesTied } from '../../src/stages/verify/notes-tied.js';
import { rawText } from '../cases/raw-text.js';

function severityOf(notes: number, untied: number, kind = 'wrapped', confirmed = false): boolean | undefined | null {
  const raw = rawText('甲');
  for (let i = 0; i < untied; i++) say(raw, 'warning', 'restore:pair-notes', messages.restore.noteWithoutCall('甲'));
  const children = Array.from({ length: notes }, () => ({ type: 'footnoteDefinition' }));
  const issue = { articles: [{ raw, body: { children } }] } as unknown as Issue;
  notesTied(issue, [{ raw, survey: { kind } } as unknown as TextTree], () => confirmed);
  return raw.file.messages.find(({ ruleId }) => ruleId === 'notes-tied')?.fatal;
}

test('verify/notes-tied: a quarter without marks is torn, most of many are hopeless unless a person confirms', () => {
  assert.equal(severityOf(40, 5), undefined);
  assert.equal(severityOf(40, 15), false);
  assert.equal(severityOf(40, 30), true);
  assert.equal(severityOf(40, 30, 'wrapped', true), false);
  assert.equal(severityOf(40, 30, 'markdown'), undefined);
  assert.equal(severityOf(4, 4), undefined);
});
