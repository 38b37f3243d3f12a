/**
 * A damaged text with records of every kind: all apply in any order, each by itself, and again when the text is wrapped at
 * another width or spaced in another way.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { recordKinds } from '../../src/stages/revise/records/index.js';
import { dumpIssue } from '../cases/dump-issue.js';
import { revisedIssue, type RevisedIssue } from './revised-issue.js';

/** A paragraph is a list of sentences; a page ends where `===` stands, with its notes and its furniture. */
const paragraphs = [
  '王祯在旌德为官六年，请工匠刻成木活字三万余枚，用了两年工夫方才齐备，其后以之试印本县的方志，不足一月便成百部，①与雕版所印并无二致，省去的工料却不止一半。',
  '木活字的要害不在刻而在排。王祯造了两架轮盘，按韵列字，排字的人坐在当中，左右推转便能取字，②不必起身走动，这样一来以字就人，人不必再去就字，工效高出数倍。',
  '取字之外还有归字。一版印毕，字须拆下洗净，各按原韵放回盘中，稍有差池下次便寻不着，所以排印之人必须识韵，这是雕版刻工所不需要的本领，也是活字难以推广的一层缘故。',
  '价钱又是一层。雕版一经刻成便可随时刷印，要多少印多少，书坊不必一次压下许多纸张，③活字却必须一次印足，拆版之后再要加印便得从头排起，坊间自然不愿意用它。',
];
const later = [
  '清代内廷用枣木刻成活字二十五万余枚，排印聚珍版丛书，主持其事的金简写成程式一卷，从造木子到归类共十六目，①每目配图一幅，是活字印刷史上最为详尽的一份记录。',
  '程式所记的办法与王祯不同。金简不用轮盘而用字柜，每柜抽屉二百，依部首与笔画列字，平排与归类各有专人，②一日可以摆书二十四版，比轮盘取字要稳妥得多，差错也少。',
];
const notes = ['王祯：《农书》卷二十二，“造活字印书法”，第763页。', '同上，第764页。'];
const laterNotes = ['金简：《武英殿聚珍版程式》，第3页。', '参见陆二：《聚珍版研究》，刊本出版社，2015年，第40-42页。'];

/** As a text layer prints it: a paragraph's first line two em shorter, since its indent is lost. */
function printed(text: string, width: number): string[] {
  const lines: string[] = [];
  let room = width - 2;
  let line = '';
  for (const character of text) {
    if (line.length >= room && !/[，。；：”》①②③]/u.test(character)) {
      lines.push(line);
      [line, room] = ['', width];
    }
    line += character;
  }
  return [...lines, line];
}

const wide = (text: string, width: number): string[] => printed(text, Math.round(width * 1.3) + 2);

/** The whole text: two pages, the first with a note that is lost. */
function textOf(width: number, gap = ''): string {
  const body = (all: string[]): string[] => all.flatMap((one) => printed(one, width));
  const spaced = (lines: string[]): string[] => lines.map((line) => [...line].join(gap));
  return [
    '木活宇的排与归',
    '沈一',
    ...wide(
      '摘　要：木活字之难不在刻字而在排字与归字，王祯与金简各有办法，两法的差别正可以看出活字何以未能取代雕版。',
      width - 4,
    ),
    '关键词：木活字；轮盘',
    '',
    '一、王祯的轮盘',
    '',
    ...spaced(body(paragraphs)),
    ...notes.flatMap((note, i) => wide(`${'①②'[i]} ${note}`, width)),
    '',
    '11',
    '',
    '活字丛谈',
    '',
    ' 二、金简的字柜',
    '',
    ...spaced(body(later)),
    '图 1　轮盘与字柜',
    '表 1　两法的比较',
    '工序 王祯 金简',
    '取字 轮盘',
    '归字 按韵 按部首',
    '资料来源：作者自制。',
    '余论与后记',
    ...spaced(
      body(['活字终究没有在中国取代雕版，原因不止一端，上文所举的归字与价钱两层大约是主要的，此外还有待细考。']),
    ),
    ...laterNotes.flatMap((note, i) => wide(`${'①②'[i]} ${note}`, width)),
    '',
    '12',
    '',
    '活字丛谈',
  ].join('\n');
}

type Said = Record<string, string | string[]>;

const records: Said[] = [
  { find: '三万余枚', replace: '三万余个', kind: 'print' },
  { find: '左右推转便能取字，不必起身', replace: '左右推转便可取字，无须起身', kind: 'editorial' },
  { find: '以字就人，人不必再去就字', replace: '以字就人' },
  { find: '每柜抽屉二百', replace: '每柜抽屉二百个', witness: '纸本' },
  { join: '工效高出数倍。 | 取字之外还有归字。' },
  { split: '稍有差池下次便寻不着， | 所以排印之人' },
  { heading: '余论与后记', level: '1' },
  { heading: '一、王祯的轮盘', level: '2' },
  { note: '坊间刻书，随印随售。', after: '压下许多纸张，' },
  { note: '参见陆二：…', after: '是活字印刷史上最为详尽' },
  { drop: '雕版一经刻成便可随时刷印，' },
  { caption: '图1 轮盘与字柜', to: '木活字的要害不在刻' },
  { keep: '活字丛谈', count: '2' },
  { accept: 'restore:find-table-lines', at: '取字 轮盘', why: '表格照录' },
  { article: '木活宇的排与归', title: '木活字的排与归', authors: ['沈一', '陆二'] },
];

const yamlOf = (some: Said[]): string => stringify(some, { schema: 'failsafe' });
const revised = (some: Said[], text = textOf(30)): RevisedIssue => revisedIssue([text], yamlOf(some), 'wrapped');

const dumpOf = ({ issue }: RevisedIssue): string[] => dumpIssue(issue).split('\n');

/** Lines of one text that the other has not. */
const linesBeside = (one: string[], other: string[]): string[] => one.filter((line) => !other.includes(line));

const full = revised(records);
const shownBy = ({ applied }: RevisedIssue): string[] => applied.map(({ shown }) => `${shown.before} → ${shown.after}`);

test('there is a record of every kind', () => {
  assert.deepEqual(
    recordKinds.filter(({ key }) => !records.some((record) => key in record)).map(({ key }) => key),
    [],
  );
});

test('all records apply, and every question is answered', () => {
  assert.deepEqual(full.said, []);
  const open = full.files
    .flatMap((file) => file.messages)
    .filter(({ fatal, answered }) => fatal === false && !answered);
  assert.deepEqual(open.map(String), []);
});

test('the order of records does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      const other = revised(shuffled);
      assert.deepEqual(other.said, []);
      assert.deepEqual(other.blocks, full.blocks);
      assert.deepEqual(dumpOf(other), dumpOf(full));
    }),
    { numRuns: 12 },
  );
});

for (const record of records) {
  const [[key, words]] = Object.entries(record) as [[string, string]];

  test(`without "${key}: ${words}" only its effect goes`, () => {
    const others = records.filter((one) => one !== record);
    const less = revised(others);
    assert.deepEqual(less.said, []);
    const own = revised([record]);
    assert.deepEqual(shownBy(less).toSorted(), linesBeside(shownBy(full), shownBy(own)).toSorted());
    const [before, plain] = [dumpOf(less), dumpOf(revised([]))];
    // as many lines are touched as when the record stands alone
    const touched = linesBeside(dumpOf(full), before).length + linesBeside(before, dumpOf(full)).length;
    const alone = linesBeside(dumpOf(own), plain).length + linesBeside(plain, dumpOf(own)).length;
    assert.ok(touched <= alone + 2, `${touched} lines, alone ${alone}`);
    if (key !== 'accept') assert.notDeepEqual(before, dumpOf(full));
  });

  test(`"${key}: ${words}" misspelt is named with what is most like it`, () => {
    const key2 = key === 'accept' ? 'at' : key === 'note' && !words.endsWith('…') ? 'after' : key;
    const right = String(record[key2]);
    const wrong = `${right.slice(0, 2)}囧${right.slice(3)}`;
    const { said, blocks } = revised([{ ...record, [key2]: wrong }]);
    assert.equal(said.length, 1);
    const parts = right.replace('…', '').split(' | ');
    assert.ok(
      said[0]!.includes(
        wrong
          .replace('…', '')
          .split(' | ')
          .find((part) => part.includes('囧'))!,
      ),
      said[0],
    );
    assert.match(said[0]!, /nearest is/);
    assert.ok(
      parts.some((part) => part.slice(4, 7) !== '' && said[0]!.includes(part.slice(4, 7))) || right.length < 7,
      said[0],
    );
    assert.deepEqual(blocks, revised([]).blocks);
  });
}

test('all apply when the text is wrapped at another width, or spaced', () => {
  const plain = dumpOf(revised([]));
  let alike = 0;
  for (const width of [26, 28, 32, 34, 38]) {
    for (const gap of ['', ' ']) {
      const text = textOf(width, gap);
      const other = revised(records, text);
      assert.deepEqual(other.said, [], `${width} "${gap}"`);
      // a line that happens to be full may hide where a paragraph ends: there the text is another one
      if (dumpOf(revised([], text)).join() !== plain.join()) continue;
      assert.deepEqual(dumpOf(other), dumpOf(full), `${width} "${gap}"`);
      alike++;
    }
  }
  assert.ok(alike >= 4, String(alike));
});

test('what has moved is said, and not again when the record names its new line', () => {
  const [record] = records as [Said];
  const [moved] = revised([{ ...record, line: '2' }]).said;
  assert.match(moved!, /^1 moved .*was written for line 2 and now stands at line \d+/);
  const line = /stands at line (\d+):/.exec(moved!)![1]!;
  assert.deepEqual(revised([{ ...record, line }]).said, []);
});
