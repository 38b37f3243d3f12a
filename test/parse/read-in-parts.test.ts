/** A Markdown text that is read in parts gives the tree that it gives when it is read at once. */
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markdownTree } from '../../src/stages/parse/markdown/markdown-tree.js';
import { readInParts } from '../../src/stages/parse/markdown/read-in-parts.js';

const lines = [
  ...[
    '# 题',
    '## 一、起源',
    '### [木][a]',
    '#',
    '#无',
    '  # 缩',
    '    # 四',
    '活字。',
    '活字[^1]与[^b 2]。',
    '[木][a]与[A]',
  ],
  ...[
    '[^1]: 注。',
    '[^B]: 注一。',
    '    注二。',
    '> [^q]: 引中之注',
    '> 引[^q]',
    '> # 引题',
    '- 一',
    '  续',
    '- # 项',
    '1. 一',
  ],
  ...[
    '[a]: /x',
    '[z]: /y "题',
    '续"',
    '[^q]',
    '| a | b |',
    '| - | - |',
    '| 1 | [^1] |',
    '---',
    '***',
    '===',
    '\\',
    '\\[^1]',
  ],
  ...['```', '~~~', '<div>', '</div>', '<!-- page 3 -->', '<!--', '-->', '<pre>', '</pre>', '- ```', '> <!--', '  ```'],
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n', '\n \n')), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.flat().join(''));
const ended = fc.tuple(text, fc.boolean()).map(([words, end]) => (end ? words : words.trimEnd()));

test('the tree is the same', () => {
  fc.assert(
    fc.property(ended, (words) => deepEqual(markdownTree(words, 'person', 1), markdownTree(words, 'person', Infinity))),
    { numRuns: 500 },
  );
});

test('a text is parted where headings are, and not where one may stand in code', () => {
  const words = '# 一\n\n活字。[^1]\n\n# 二\n\n[^1]: 注。\n\n```\n\n# 三\n\n```\n\n# 四\n';
  const read: string[] = [];
  const reader = unified().use(remarkParse);
  readInParts(words, (part) => (read.push(part), reader.parse(part)), 1);
  deepEqual(
    read.map((part) => part.trim().split('\n\n').length),
    [5, 6],
  );
});
