import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { emptyLedger } from '../../src/diagnostics/index.js';
import { Misuse } from '../../src/messages/misuse.js';
import type { TextTree } from '../../src/model/index.js';
import { markdownTree } from '../../src/stages/parse/markdown/markdown-tree.js';
import { readCorrections, revise } from '../../src/stages/revise/index.js';

/** A tree as the stages before hand it on: each soft line end splits a text in two nodes that stand side by side. */
function treeOf(text: string, name = '01.txt'): TextTree {
  const root = markdownTree(text);
  const raw = {
    path: `/issue/${name}`,
    name,
    text,
    encoding: 'utf-8',
    bytes: text.length,
    digest: '',
    file: new VFile({ path: name, value: text }),
  };
  return { raw, survey: { kind: 'plain' } as TextTree['survey'], ledger: emptyLedger(), root };
}

/** Applies records; gives the text of each tree, the complaints, and the changes listed. */
function revised(texts: string[], yaml: string) {
  const trees = texts.map((text, i) => treeOf(text, `0${i + 1}.txt`));
  const corrections = readCorrections({ file: 'corrections.yaml', text: yaml });
  revise(trees, corrections);
  return {
    texts: trees.map(({ root }) => root.children.map((node) => toString(node)).join('¶')),
    said: corrections!.file.messages.map(({ line, ruleId, fatal, reason }) => `${line} ${ruleId} ${fatal} ${reason}`),
    changes: trees.flatMap(({ ledger }) =>
      ledger.changes.map(({ law, before, after, file, span }) => ({ law, before, after, file, span })),
    ),
    trees,
  };
}

test('words are replaced and the change is listed with its place', () => {
  const { texts, said, changes } = revised(
    ['一段。\n\n毕昇的活子印刷。'],
    '- find: 活子印刷\n  replace: 活字印刷\n  kind: ocr\n  why: 形近而误',
  );
  assert.deepEqual(texts, ['一段。¶毕昇的活字印刷。']);
  assert.deepEqual(said, []);
  assert.deepEqual(changes, [
    { law: 'letters', before: '子', after: '字', file: '01.txt', span: { start: 9, end: 10 } },
  ]);
});

test('words are found across lines, emphasis and note marks, which stay where they are', () => {
  const text = '毕昇的活\n子印[^1]*刷术*。\n\n[^1]: 见《梦溪笔谈》。';
  const { texts, trees } = revised(
    [text],
    '- {find: 活子印刷术, replace: 活字印刷法}\n- {find: 梦溪笔谈, replace: 夢溪筆談}',
  );
  assert.deepEqual(texts, ['毕昇的活\n字印刷法。¶见《夢溪筆談》。']);
  const [paragraph] = trees[0]!.root.children;
  assert.ok(paragraph?.type === 'paragraph');
  assert.deepEqual(
    paragraph.children.map((node) => (node.type === 'footnoteReference' ? 'note' : toString(node))),
    ['毕昇的活\n字印', 'note', '刷法', '。'],
  );
});

test('blanks between Latin words count, blanks beside Han do not', () => {
  assert.deepEqual(revised(['用 LaTeX 排  版'], '- {find: 用LaTeX排版, replace: 用 TeX 排版}').texts, [
    '用 TeX 排  版',
  ]);
  assert.deepEqual(revised(['moveable, move able'], '- {find: move able, replace: movable}').texts, [
    'moveable, movable',
  ]);
  // another OCR parts other words: where the words stand nowhere else, blanks do not count
  assert.deepEqual(revised(['move able type'], '- {find: moveable, replace: movable}').texts, ['movable type']);
  assert.deepEqual(revised(['move able type'], '- {find: move able, replace: movable}').texts, ['movable type']);
});

test('words may be put in and taken out', () => {
  assert.deepEqual(revised(['见于《笔谈》卷。'], '- {find: 笔谈》卷, replace: 笔谈》卷十八}').texts, [
    '见于《笔谈》卷十八。',
  ]);
  assert.deepEqual(revised(['重重复复。\n\n水印文字\n\n后文'], '- {find: 水印文字, replace: ""}').texts, [
    '重重复复。¶后文',
  ]);
});

test('the order of records does not matter', () => {
  const records = ['- {find: 甲乙, replace: 丙丁戊}', '- {find: 己庚, replace: 辛}', '- {find: 壬, replace: 癸癸}'];
  const forward = revised(['甲乙壬己庚'], records.join('\n'));
  const backward = revised(['甲乙壬己庚'], [...records].reverse().join('\n'));
  assert.deepEqual(forward.texts, ['丙丁戊癸癸辛']);
  assert.deepEqual(backward.texts, forward.texts);
  assert.deepEqual(forward.said, []);
});

test('"in" names one text, "count" how often', () => {
  const texts = ['卜年。卜年。', '卜年。'];
  assert.deepEqual(revised(texts, '- {find: 卜年, replace: 十年, in: 02.txt}').texts, ['卜年。卜年。', '十年。']);
  assert.deepEqual(revised(texts, '- {find: 卜年, replace: 十年, count: 3}').texts, ['十年。十年。', '十年。']);
  assert.match(
    revised(texts, '- {find: 卜年, replace: 十年, in: 03.txt}').said[0]!,
    /^1 text-named false "in" names "03\.txt".*01\.txt, 02\.txt/,
  );
});

test('another number of times than stated is named, and nothing is changed', () => {
  const { texts, said } = revised(['卜年。\n\n卜年。'], '# head\n- {find: 卜年, replace: 十年}');
  assert.deepEqual(texts, ['卜年。¶卜年。']);
  assert.deepEqual(said, [
    '2 counted false "卜年" stands twice in the text (01.txt:1, 01.txt:3), expected once: write more of its surroundings into "find", or state "count: 2".',
  ]);
});

test('words that do not stand there are named with the nearest that do', () => {
  assert.deepEqual(revised(['前文。\n\n毕昇的活字印刷术。'], '- {find: 活宇印刷, replace: 活版印刷}').said, [
    '1 found false "活宇印刷" does not stand in the text; nearest is "活字印刷" (01.txt:3). Correct "find", or take the record out.',
  ]);
  assert.match(
    revised(['前文。'], '- {find: 毫不相干, replace: 毫不相同}').said[0]!,
    /does not stand in the text\. Correct/,
  );
});

test('what is right already is said to be', () => {
  assert.match(revised(['活字印刷'], '- {find: 活子, replace: 活字}').said[0]!, /^1 found false .*is right already/);
  assert.match(revised(['活字'], '- {find: 活字, replace: 活字}').said[0]!, /^1 changes false/);
});

test('records that find the same words are both named, and neither is applied', () => {
  const { texts, said } = revised(['甲乙丙丁'], '- {find: 甲乙丙, replace: 子}\n- {find: 丙丁, replace: 丑}');
  assert.deepEqual(texts, ['甲乙丙丁']);
  assert.deepEqual(said.map((line) => line.slice(0, 13)).sort(), ['1 alone false', '2 alone false']);
});

test('a wrong record is a misuse with its line and the nearest key', () => {
  const said = (yaml: string): string => {
    try {
      readCorrections({ file: 'c.yaml', text: yaml });
    } catch (error) {
      assert.ok(error instanceof Misuse, String(error));
      return error.message;
    }
    assert.fail('nothing was complained of');
  };
  assert.equal(said('- find: 甲\n  replace: 乙\n  kindd: ocr'), 'c.yaml:3:3: Unknown key "kindd"; is "kind" meant?');
  assert.match(
    said('- find: 甲\n  replace: 乙\n- find: 丙\n  replace: 丁\n  kind: orc'),
    /^c\.yaml:5:3: Unexpected "orc".*"ocr" meant/,
  );
  assert.match(said('- find: 甲'), /^c\.yaml:1:3: The key "replace" is missing/);
  assert.match(
    said('- find: 甲\n  replace: 乙\n  count: 0'),
    /^c\.yaml:3:3: Unexpected "0" for "count", expected a whole number from 1 up/,
  );
  assert.match(
    said('- change: 甲'),
    /^c\.yaml:1:3: A record with "change" is no correction: begin it with "keep", "find", /,
  );
  assert.match(said('find: 甲'), /^c\.yaml:1:1: Expected a list/);
});

test('no file and an empty file change nothing', () => {
  assert.equal(readCorrections(undefined), undefined);
  assert.deepEqual(readCorrections({ file: 'c.yaml', text: '# nothing yet\n' })!.records, []);
});
