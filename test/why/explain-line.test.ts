/** What spoke for what in one line is told from the file as it stands. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { explainLine } from '../../src/build/explain-line.js';
import { Misuse } from '../../src/messages/misuse.js';

const folder = mkdtempSync(path.join(tmpdir(), 'kanben-why-'));
after(() => rmSync(folder, { recursive: true }));

const lines = [
  '书坊账簿里的赊欠',
  '',
  '沈怀瑾',
  '',
  '摘要：本文取三家书坊的账目，说明当时的商业习惯，其中细节多为前人所未言及。',
  '关键词：书坊；账簿',
  '',
  '一、南门的铺子',
  ...Array.from(
    { length: 12 },
    (_, i) => `第${i + 1}册账簿记着往来，赊欠一项尤其详细，每一笔都有日期和中人，本文逐一说明。`,
  ),
];
writeFileSync(path.join(folder, 'a.txt'), lines.join('\n'));

test('--why: the votes on a line, and the block that it became', async () => {
  const story = await explainLine('a.txt:8', folder);
  assert.equal(story.text, '一、南门的铺子');
  assert.deepEqual(story.blocks, ['heading']);
  assert.ok(story.label?.votes.some(({ role }) => role === 'heading'));
});

test('--why: what was set aside of a line is named with its rule', async () => {
  const { aside } = await explainLine('a.txt:6', folder);
  assert.deepEqual(
    aside.map(({ rule }) => rule),
    ['structure:labels'],
  );
});

test('--why: a place that is none is a misuse', async () => {
  await assert.rejects(explainLine('a.txt', folder), Misuse);
  await assert.rejects(explainLine('a.txt:99', folder), Misuse);
});
