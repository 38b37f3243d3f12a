/** What stands elsewhere than in its source is in the ledger, and asked about where no rule has spoken of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paragraph } from 'mdast';
import type { Issue, TextTree } from '../../src/model/index.js';
import { orderKept } from '../../src/stages/verify/order-kept.js';
import { rawText } from '../cases/raw-text.js';

const lines = ['甲段在前。', '乙段在后。', '丙段又在后。', '丁段最后。'];
const raw = (): ReturnType<typeof rawText> => rawText(lines.join('\n'));

function paragraph(line: number): Paragraph {
  const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
  const point = (offset: number) => ({ line: line + 1, column: 1, offset });
  const position = { start: point(start), end: point(start + lines[line]!.length) };
  return { type: 'paragraph', children: [{ type: 'text', value: lines[line]!, position }], position };
}

function proved(body: number[], abstract: number[] = [], bios: number[] = []) {
  const text = raw();
  const article = {
    raw: text,
    abstract: abstract.map(paragraph),
    bios: bios.map((line) => [paragraph(line)]),
    body: { type: 'root', children: body.map(paragraph) },
  };
  const issue = { articles: [article], ledger: { aside: [], changes: [] } } as unknown as Issue;
  orderKept(issue, [{ raw: text, survey: {} } as unknown as TextTree]);
  return { moved: issue.ledger.moved?.map(({ text: words }) => words), said: text.file.messages.length };
}

test('verify/order: a text in its order is silent', () => {
  assert.deepEqual(proved([0, 1, 2, 3]), { moved: undefined, said: 0 });
  assert.deepEqual(proved([1, 2, 3], [0]), { moved: undefined, said: 0 });
});

test('verify/order: a block that moved is in the ledger, and asked about', () => {
  assert.deepEqual(proved([0, 2, 3, 1]), { moved: ['乙段在后。'], said: 1 });
});

test('verify/order: an abstract from amid the text is asked about, a note on a person only recorded', () => {
  assert.deepEqual(proved([0, 1, 3], [2]), { moved: ['丙段又在后。'], said: 1 });
  assert.deepEqual(proved([0, 1, 3], [], [2]), { moved: ['丙段又在后。'], said: 0 });
});
