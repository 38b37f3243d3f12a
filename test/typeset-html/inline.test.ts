import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { linkAddresses, safeAddress } from '../../src/stages/typeset/html/link-addresses.js';
import { markEnglish } from '../../src/stages/typeset/html/mark-english.js';

const linked = (value: string): string =>
  toHtml({ type: 'root', children: linkAddresses([{ type: 'text', value }]) }).replace(
    /<a href="[^"]*">(.*?)<\/a>/g,
    '[$1]',
  );

for (const [text, expected] of [
  ['见http://a.cn/b。', '见[http://a.cn/b]。'],
  ['（https://a.cn/b_c-d?e=f#g）', '（[https://a.cn/b_c-d?e=f#g]）'],
  ['https://a.cn/b，https://a.cn/c；完', '[https://a.cn/b]，[https://a.cn/c]；完'],
  ['see https://a.cn/b. Then', 'see [https://a.cn/b]. Then'],
  ['(https://a.cn/b)', '([https://a.cn/b])'],
  ['https://a.cn/b_(c)', '[https://a.cn/b_(c)]'],
  ['“https://a.cn/b”', '“[https://a.cn/b]”'],
  ['HTTP://A.CN/B', '[HTTP://A.CN/B]'],
  ['https://a.cn/100%和', '[https://a.cn/100%]和'],
  ['http://、http:// a', 'http://、http:// a'],
  ['ftp://a.cn javascript://a.cn mailto:a@b.cn', 'ftp://a.cn javascript://a.cn mailto:a@b.cn'],
  ['没有地址', '没有地址'],
] as const) {
  test(`address in ${text}`, () => assert.equal(linked(text), expected));
}

test('an href is always one that the URL standard takes', () => {
  assert.equal(safeAddress('https://a.cn/100%'), 'https://a.cn/100%25');
  assert.equal(safeAddress('https://a.cn/a|b[c]'), 'https://a.cn/a%7Cb%5Bc%5D');
  assert.equal(safeAddress('javascript:alert(1)'), undefined);
  assert.equal(safeAddress('https://'), undefined);
  assert.equal(safeAddress(''), undefined);
});

const marked = (value: string): string =>
  toHtml({ type: 'root', children: markEnglish([{ type: 'text', value }]) }).replace(
    /<span lang="en">(.*?)<\/span>/g,
    '[$1]',
  );

for (const [text, expected] of [
  ['东盟（ASEAN）与AUKUS机制', '东盟（ASEAN）与AUKUS机制'],
  ['阿查亚（Amitav Acharya）指出', '阿查亚（Amitav Acharya）指出'],
  ['他说“the quick brown fox”然后', '他说“[the quick brown fox]”然后'],
  [
    '参见“The Long Title,” Some Journal, No.3, 1995, pp.304-315。',
    '参见[“The Long Title,” Some Journal, No.3, 1995, pp.304-315]。',
  ],
  ['Ministry of Foreign Affairs (2+2).', '[Ministry of Foreign Affairs (2+2).]'],
  ['第3期 2020 12 5 7', '第3期 2020 12 5 7'],
  ['A B 中 C D', 'A B 中 C D'],
] as const) {
  test(`passage in ${text}`, () => assert.equal(marked(text), expected));
}

test('a note call ends a passage and is not swallowed by it', () => {
  const call = { type: 'element', tagName: 'a', properties: { dataNote: 'n' }, children: [] } as const;
  const nodes = markEnglish([
    { type: 'text', value: 'one two three' },
    { ...call, children: [] },
    { type: 'text', value: ' four five six' },
  ]);
  assert.deepEqual(
    nodes.map((node) => (node.type === 'element' ? node.tagName : node.type)),
    ['span', 'a', 'text', 'span'],
  );
});

test('paragraphs of millions of characters and addresses of brackets alone take no more than their share', () => {
  const han = '雕版先于活字。'.repeat(300_000);
  assert.equal(marked(han), han);
  const latin = 'one two three '.repeat(100_000);
  assert.equal(marked(latin), `[${latin.trimEnd()}] `);
  const brackets = `http://a.cn/${')'.repeat(1_000_000)}`;
  assert.equal(linked(brackets), brackets);
});
