/** Texts for fast-check: the pieces of which real damage is made, in any order. */
import fc from 'fast-check';
import { textKinds } from '../../src/model/survey.js';
import type { TextKind } from '../../src/model/index.js';

const pieces = [
  // what stands in a text
  ...['活字', '雕版印刷', '王祯', '其一', '一', '十八', '安全机制的确立', '第三', '□', '〇', '々', '⼈⽂', '豈'],
  ...[
    '，',
    '。',
    '、',
    '；',
    '：',
    '？',
    '！',
    '“',
    '”',
    '‘',
    '’',
    '（',
    '）',
    '《',
    '》',
    '——',
    '———',
    '……',
    '—',
    '·',
    '．',
  ],
  ...[
    ',',
    '.',
    ';',
    ':',
    '?',
    '!',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '-',
    '--',
    '/',
    '&',
    '%',
    '*',
    '\\*',
    '\\',
    '_',
    '`',
    '|',
    '<',
    '>',
    '#',
  ],
  ...[
    'Type',
    'and',
    'a',
    'CICA',
    'p. 12',
    'Ｔｙｐｅ',
    'Ｃ．Ｂｕｓｈ',
    '２０１８',
    '１．５',
    '３：１',
    '2018',
    '1,000',
    '75',
    '２＋２',
    'é',
  ],
  ...['①', '②', '㉑', '[1]', '[12]', '<sup>[2]</sup>', '<sup>\\*</sup>', '［３］', '[^1]', '＊'],
  ...[
    'https://example.org/a_b?c=1',
    '[https://example.org/a\\\\_b](https://example.org/a_b)',
    'ｗｗｗ．ａ．ｃｏｍ',
    '<https://a.org/>',
  ],
  ...[' ', ' ', '  ', '\u3000', '\u00A0', '\t', '\n', '\n', '\n\n', '\n ', '\r\n', '\f', '\u2028'],
  ...['\u200B', '\uFEFF', '\u00AD', '\uE5D2\uE5CF\n', '\uE5D2\uE5CF', '\uE5E5', '\uE5CE', '\uE5D2'],
  ...[
    '\n---\n',
    '\n# ',
    '\n## 一、',
    '\n（一）',
    '\n1. ',
    '\n- ',
    '\n| a | b |\n| - | - |\n| 甲 | 乙 |\n',
    '\n![图](a.png)\n',
    '\n[^1]: ',
  ],
  ...[
    '\n摘要：',
    '\n关键词：',
    '\n〔作者简介〕',
    '\n表 1 ',
    '\n资料来源：',
    '\n[责任编辑：',
    '\n12\n',
    '\n— 3 —\n',
    '\n结语\n',
    'Abstract: ',
  ],
  ...['<u>', '</u>', '<table><tr><td>甲</td></tr></table>', '<script>', '&amp;', '&#x4E00;', '𠀀', '👍', '\uD800'],
];

const loose = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((chosen) => chosen.join(''));

/** Han that is spaced out, in lines of a measure, so that kinds and lines are met often. */
const lines = fc
  .array(fc.tuple(fc.array(fc.constantFrom(...pieces.slice(0, 40)), { minLength: 8, maxLength: 14 }), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) => rows.map(([row, spaced]) => (spaced ? [...row.join('')].join(' ') : row.join(''))).join('\n'));

/** Any text of such pieces. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  loose,
  lines,
  fc.tuple(lines, loose).map((parts) => parts.join('\n')),
);

/** A kind that a person may say a text is, or none. */
export const anyKind: fc.Arbitrary<TextKind | undefined> = fc.constantFrom(...textKinds, undefined);
