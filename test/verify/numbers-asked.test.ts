/** Paragraphs with numbers close to their words may be notes: a printed text that has several is asked about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue, TextTree } from '../../src/model/index.js';
import { numbersAsked } from '../../src/stages/verify/numbers-asked.js';
import { rawText } from '../cases/raw-text.js';

function asked(paragraphs: string[], kind = 'wrapped'): number {
  const raw = rawText(paragraphs.join('\n'));
  const children = paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  const issue = { articles: [{ raw, body: { children } }] } as unknown as Issue;
  numbersAsked(issue, [{ raw, survey: { kind } } as unknown as TextTree]);
  return raw.file.messages.length;
}

test('verify/numbers: notes as text are asked about, items, months and Markdown are not', () => {
  const notes = ['1王祯在书中指出。', '3沈括也说过。', '正文。', '5金简又说。', '7后人从之。'];
  assert.equal(asked(notes), 1);
  assert.equal(asked(notes, 'ocr-markdown'), 0);
  assert.equal(asked(notes.slice(0, 3)), 0);
  assert.equal(asked(['1. 甲', '2. 乙', '3. 丙', '4. 丁']), 0);
  assert.equal(asked(['1月开工。', '2月停工。', '3月又开。', '4月完工。']), 0);
});
