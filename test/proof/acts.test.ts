/** Every act on an issue ends in the record that a person would write, and the edition then reads as it was to read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '../../src/proof/types.js';
import { lostNotes, opened, type Opened } from './opened.js';

/** What stands in `corrections.yaml` after an act that is then taken back. */
async function recordOf(one: Opened, act: Act, after?: () => Promise<void>): Promise<string> {
  await one.issue.act(act);
  const text = await one.corrections();
  await after?.();
  await one.issue.undo();
  return text;
}

test('acts on blocks become records, and are undone', async (t) => {
  const one = await opened(t);
  const paragraph = await one.block('王祯是山东东平人');
  const cases: [name: string, act: Act, record: RegExp, blocks: string[]][] = [
    [
      'words are replaced with as few as tell them',
      { type: 'edit', block: paragraph.ref, words: paragraph.words.replace('旌德县尹', '旌德县令') },
      /^- find: 旌德县尹。他因\n {2}replace: 旌德县令。他因\n {2}line: \d+\n$/,
      [paragraph.words.replace('旌德县尹', '旌德县令')],
    ],
    [
      'a paragraph is parted',
      { type: 'split', block: paragraph.ref, offset: 9 },
      /^- split: .+ \| .+\n {2}line: \d+\n$/,
      [paragraph.words.slice(0, 9), paragraph.words.slice(9)],
    ],
    [
      'two are joined',
      { type: 'join', before: paragraph.ref, block: (await one.block('《造活字印书法》依次')).ref },
      /^- join: .+ \| 《造活\n {2}line: \d+\n$/,
      [paragraph.words + (await one.block('《造活字印书法》依次')).words],
    ],
    [
      'a heading goes down a level',
      { type: 'heading', block: (await one.block('二、王祯的木活字')).ref, level: '2' },
      /^- heading: 二、王祯的木活字\n {2}level: 2\n {2}line: \d+\n$/,
      ['二、王祯的木活字'],
    ],
    [
      'a heading becomes a paragraph',
      { type: 'heading', block: (await one.block('二、王祯的木活字')).ref, level: 'none' },
      /^- heading: 二、王祯的木活字\n {2}level: none\n/,
      ['二、王祯的木活字'],
    ],
    [
      'a line is taken out',
      { type: 'drop', block: (await one.block('资料来源：作者据')).ref },
      /^- drop: 资料来源：作者据王祯“造轮法”绘制。\n/,
      [],
    ],
    [
      'a note is supplied',
      { type: 'note', block: paragraph.ref, offset: 9, words: '今属泰安。' },
      /^- note: 今属泰安。\n {2}after: .+\n {2}line: \d+\n$/,
      ['今属泰安。'],
    ],
    [
      'a cell is altered',
      { type: 'edit', block: (await one.block('松脂、蜡、纸灰')).ref, words: '松脂、蜡、纸灰，加热黏合' },
      /^- find: .*粘合\n {2}replace: .*黏合\n/,
      ['松脂、蜡、纸灰，加热黏合'],
    ],
    [
      'a caption moves',
      {
        type: 'caption',
        block: (await one.block('图1　转轮')).ref,
        to: (await one.block('“盖以人寻字则难')).ref,
      },
      /^- caption: 图1　转轮排字盘平面示意\n {2}to: /,
      ['图1　转轮排字盘平面示意'],
    ],
  ];
  for (const [name, act, record, blocks] of cases) {
    await t.test(name, async () => {
      const text = await recordOf(one, act, async () => {
        for (const words of blocks) assert.equal((await one.block(words)).words, words);
      });
      assert.match(text, record);
      assert.equal(await one.corrections(), '');
    });
  }
});

test('a lost note is supplied where it stands, and its words may be altered afterwards', async (t) => {
  const one = await opened(t);
  const look = await one.look();
  const lost = (await one.issue.blocks(look.articles[2]!.id))!.find((block) => block.lost)!;
  const ref = { article: look.articles[2]!.id, n: lost.n, words: '' };
  await one.issue.act({ type: 'edit', block: ref, words: '见《申报》创刊号。' });
  assert.match(await one.corrections(), /^- note: 见《申报》创刊号。\n {2}after: .+\n/);
  assert.equal((await one.look()).questions.length, 0);
  const note = await one.block('见《申报》');
  await one.issue.act({ type: 'edit', block: note.ref, words: '见《申报》第一号。' });
  assert.match(await one.corrections(), /^- note: 见《申报》第一号。\n {2}after: .+\n/);
  assert.equal((await one.look()).records.length, 1);
});

test('what is put back as it came leaves no record', async (t) => {
  const one = await opened(t);
  const { ref, words } = await one.block('木子就是尚未刻字的木坯');
  await one.issue.act({ type: 'edit', block: ref, words: words.replace('尚未刻字', '未曾刻字') });
  const once = await one.block('木子就是未曾');
  await one.issue.act({ type: 'edit', block: once.ref, words: once.words.replace('未曾刻字', '未经刻字') });
  assert.equal((await one.look()).records.length, 1, 'a second change of the same words is one record');
  const twice = await one.block('木子就是未经');
  await one.issue.act({ type: 'edit', block: twice.ref, words });
  assert.equal(await one.corrections(), '');
  const parted = (await one.block('木子就是尚未')).ref;
  await one.issue.act({ type: 'split', block: parted, offset: 12 });
  const [before, after] = [await one.block('木子就是'), await one.block(words.slice(12))];
  await one.issue.act({ type: 'join', before: before.ref, block: after.ref });
  assert.equal(await one.corrections(), '');
});

test('changes far apart in a paragraph are records of their own', async (t) => {
  const one = await opened(t);
  const { ref, words } = await one.block('乾隆帝准其所请');
  await one.issue.act({
    type: 'edit',
    block: ref,
    words: words.replace('准其所请', '准如所请').replace('字柜', '字櫃'),
  });
  const { records } = await one.look();
  assert.deepEqual(
    records.map(({ key, applied }) => [key, applied.length]),
    [
      ['find', 1],
      ['find', 1],
    ],
  );
});

test('facts of articles and of the issue keep what a person has written', async (t) => {
  const one = await opened(t);
  await one.write('corrections.yaml', '# 校样二\n- {find: 旌德县尹, replace: 旌德县令, why: 据方志}   # 待核\n');
  const before = await one.read('issue.yaml');
  const [, article] = (await one.look()).articles;
  await one.issue.act({
    type: 'article',
    article: article!.id,
    facts: { authors: ['沈怀谨', '某甲'], column: '典籍' },
  });
  await one.issue.act({ type: 'article', article: article!.id, facts: { column: '典籍考' } });
  assert.equal(
    await one.corrections(),
    '# 校样二\n- {find: 旌德县尹, replace: 旌德县令, why: 据方志}   # 待核\n' +
      '- article: 《武英殿聚珍版程式》的工\n  authors:\n    - 沈怀谨\n    - 某甲\n  column: 典籍考\n',
  );
  const [, now] = (await one.look()).articles;
  assert.deepEqual([now!.authors, now!.column], [['沈怀谨', '某甲'], '典籍考']);
  await one.issue.act({ type: 'issue', facts: { issn: '', volume: '8' } });
  const after = await one.read('issue.yaml');
  assert.equal(after, `${before.replace('issn: 1234-5679\n', '')}volume: 8\n`);
  await one.issue.undo();
  assert.equal(await one.read('issue.yaml'), before);
});

test('another who writes the same file loses nothing', async (t) => {
  const one = await opened(t);
  const { ref, words } = await one.block('乾隆帝准其所请');
  await one.look();
  await one.write('corrections.yaml', '# 他人\n- {find: 旌德县尹, replace: 旌德县令}\n');
  await one.issue.act({ type: 'edit', block: ref, words: words.replace('准其所请', '准如所请') });
  await one.write('corrections.yaml', `${await one.corrections()}- {find: 尚未刻字, replace: 未曾刻字}\n`);
  await one.issue.undo();
  assert.equal(
    await one.corrections(),
    '# 他人\n- {find: 旌德县尹, replace: 旌德县令}\n- {find: 尚未刻字, replace: 未曾刻字}\n',
  );
});

test('what cannot be done is refused, and nothing is written', async (t) => {
  const one = await opened(t);
  const { ref } = await one.block('乾隆帝准其所请');
  await assert.rejects(one.issue.act({ type: 'edit', block: { ...ref, words: '别的字' }, words: '更别的' }), /changed/);
  await assert.rejects(one.issue.act({ type: 'drop', block: ref }), /note is called/);
  await assert.rejects(one.issue.act({ type: 'answer', question: 'none', choice: 0 }), /not open/);
  await assert.rejects(one.issue.undo(), /nothing to undo/);
  assert.equal(await one.corrections(), '');
});

test('many questions are answered by one record, or each by its own', async (t) => {
  const one = await opened(t, { '1.txt': lostNotes(8) });
  const { questions } = await one.look();
  const asked = questions.filter(({ rule }) => rule === 'restore:pair-notes');
  assert.ok(asked.length >= 4, `${questions.map(({ rule }) => rule)}`);
  const all = asked.map(({ id }) => id);
  await one.issue.act({ type: 'answer-all', questions: all, key: 'accept' });
  assert.match(await one.corrections(), /^- accept: restore:pair-notes\n {2}why: .+\n {2}count: \d+\n$/);
  assert.equal((await one.look()).questions.filter(({ rule }) => rule === 'restore:pair-notes').length, 0);
  await one.issue.undo();
  await one.issue.act({ type: 'answer-all', questions: all.slice(0, 2), key: 'accept' });
  assert.equal((await one.look()).records.length, 2);
});
