import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareArticles, type Change } from '../../src/editions/diff/compare-articles.js';
import { compareEditions } from '../../src/editions/diff/compare-editions.js';
import { findChanges } from '../../src/editions/diff/find-changes.js';
import { tokenStream } from '../../src/editions/diff/token-stream.js';
import type { ArticleRecord, EditionRecord } from '../../src/editions/edition-record.js';
import { build } from '../../src/index.js';
import { runCli } from '../cli/run-cli.js';
import { temporaryFolder } from '../temporary-folder.js';

/** An article of lines: `# ` for a title, `## ` for a heading, `[^n]` for a call. */
function article(lines: string[], notes: string[] = [], more: Partial<ArticleRecord> = {}): ArticleRecord {
  const blocks = lines.map((line) => {
    const [, sign = '', said = ''] = /^(#*) ?(.*)$/su.exec(line)!;
    const calls: [number, number][] = [];
    const text = said.replace(/\[\^(\d)\]/gu, (whole, n: string, at: number) => {
      calls.push([at - calls.length * whole.length, Number(n)]);
      return '';
    });
    return { kind: sign ? `h${sign.length}` : 'p', text, ...(calls.length > 0 && { calls }) };
  });
  const numbered = notes.map((text, i) => ({ number: i + 1, text }));
  const sha256 = JSON.stringify([blocks, numbered]);
  return { id: 'a', title: '题', byline: '', sha256, headings: [], blocks, notes: numbered, ...more };
}

function edition(articles: ArticleRecord[], more: Partial<EditionRecord> = {}): EditionRecord {
  const nothing = { sources: [], settings: [], fonts: [], outputs: [], pageStarts: [] };
  return { format: 1, kanben: '', slug: '', title: '刊', identifier: '', modified: '', articles, ...nothing, ...more };
}

const told = (changes: Change[]): string[] =>
  changes.map((change) => {
    switch (change.kind) {
      case 'words':
        return `${change.part} ${change.left}[${change.before}|${change.after}]${change.right}`;
      case 'note-changed':
        return `note ${change.note} ${change.left}[${change.before}|${change.after}]${change.right}`;
      case 'part':
        return `${change.before} → ${change.after} ${change.words}`;
      case 'note-added':
      case 'note-removed':
        return `${change.kind} ${change.note} ${change.words}`;
      default:
        return `${change.kind} ${change.left}|${change.right}`;
    }
  });

for (const [what, before, after, expected] of [
  ['nothing', article(['甲乙丙。']), article(['甲乙丙。']), []],
  ['a character', article(['卜年间的事。']), article(['十年间的事。']), ['p [卜|十]年间的事。']],
  ['a word of letters', article(['see the Typ of it']), article(['see the Type of it']), ['p see the [Typ|Type] of it']],
  ['white space', article(['甲 乙 type']), article(['甲乙  type']), []],
  ['two characters with one between', article(['甲乙丙丁']), article(['天乙地丁']), ['p [甲乙丙|天乙地]丁']],
  ['a heading', article(['## 一、旧题', '文。']), article(['## 一、新题', '文。']), ['h2 一、[旧|新]题']],
  ['its level', article(['## 题', '文。']), article(['### 题', '文。']), ['h2 → h3 题']],
  ['paragraphs joined', article(['甲乙。', '丙丁。']), article(['甲乙。丙丁。']), ['joined 甲乙。|丙丁。']],
  ['a paragraph split', article(['甲乙。丙丁。']), article(['甲乙。', '丙丁。']), ['split 甲乙。|丙丁。']],
  ['a paragraph added', article(['甲。', '乙。']), article(['甲。', '丙。', '乙。']), ['p 甲。[|¶ 丙。]¶ 乙。']],
  [
    'a note added',
    article(['甲[^1]乙。'], ['旧注。']),
    article(['甲[^1]乙[^2]。'], ['旧注。', '新添之注。']),
    ['note-added 2 新添之注。'],
  ],
  [
    'a note removed, the others numbered afresh',
    article(['甲[^1]乙[^2]。'], ['先有之注。', '留下的注。']),
    article(['甲乙[^1]。'], ['留下的注。']),
    ['note-removed 1 先有之注。'],
  ],
  [
    'the words of a note',
    article(['甲[^1]。'], ['《梦溪笔谈》卷十八。']),
    article(['甲[^1]。'], ['《梦溪笔谈》卷十七。']),
    ['note 1 《梦溪笔谈》卷十[八|七]。'],
  ],
  ['the mark of a note', article(['甲[^1]乙丙。'], ['注。']), article(['甲乙丙[^1]。'], ['注。']), ['call-moved 甲乙丙|。']],
] as const) {
  test(`what changed: ${what}`, () => {
    assert.deepEqual(told(compareArticles(before, after).changes), expected);
  });
}

test('articles come, go, are renamed and moved', () => {
  const body = ['# 题', '一篇很长的文章，谈活字印刷的源流与变化，前后三千余字。'];
  const [one, two, three] = ['一', '二', '三'].map((name) => article([name, ...body], [], { id: name, title: name }));
  const renamed = { ...three!, id: '三改', title: '三改' };
  const other = article(['毫不相干的一段话'], [], { id: '四', title: '四' });
  const { added, removed, articles, same } = compareEditions(
    edition([one!, two!, three!]),
    edition([renamed, other, one!]),
  );
  assert.equal(same, false);
  assert.deepEqual([added, removed], [['四'], ['二']]);
  assert.deepEqual(
    articles.map(({ title, renamed: was, moved }) => [title, was, moved]),
    [
      ['三改', '三', undefined],
      ['一', undefined, true],
    ],
  );
});

test('pages that begin at other words have moved; those that only follow a change have not', () => {
  const page = (folio: string, offset: number) => ({ page: 1, folio, document: 'a', offset });
  const [before, after] = [article(['甲乙丙丁戊己庚辛']), article(['甲乙天地丙丁戊己庚辛'])];
  const moved = (starts: number[]) =>
    compareEditions(
      edition([before], { pageStarts: [page('1', 0), page('2', 4), page('3', 6)] }),
      edition([after], { pageStarts: starts.map((offset, i) => page(String(i + 1), offset)) }),
    ).articles[0]!.pagesMoved;
  assert.deepEqual(moved([0, 6, 8]), []);
  assert.deepEqual(moved([0, 4, 8]), ['2']);
});

test('the changes turn the old row into the new one, whatever changed', () => {
  const row = fc.array(fc.constantFrom('甲', '乙', '丙', 'a ', '¶'), { maxLength: 60 }).map((said) => said.join('').split('¶'));
  fc.assert(
    fc.property(row, row, (old, now) => {
      const [a, b] = [old, now].map((lines) => tokenStream(article(lines), String)) as never as [
        ReturnType<typeof tokenStream>,
        ReturnType<typeof tokenStream>,
      ];
      const keys = (stream: typeof a) => stream.tokens.map(({ key }) => key);
      const made = keys(a);
      for (const range of findChanges(a, b).reverse())
        made.splice(range.a[0], range.a[1] - range.a[0], ...keys(b).slice(...range.b));
      assert.deepEqual(made, keys(b));
    }),
    { numRuns: 300 },
  );
});

test('an article of a book’s length is compared in no time, changed here and there or altogether', () => {
  const long = (other: (i: number) => boolean) => {
    let state = 7;
    const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 8;
    const line = (from: number): string =>
      Array.from({ length: 260 }, (_, i) => {
        const drawn = draw() % 3000;
        return String.fromCodePoint(0x4e00 + (other(from + i) ? drawn + 3000 : drawn));
      }).join('');
    return article(Array.from({ length: 500 }, (_, i) => line(i * 260)));
  };
  const old = long(() => false);
  const time = (now: ArticleRecord): [number, number] => {
    const begun = performance.now();
    const { changes } = compareArticles(old, now);
    return [changes.length, performance.now() - begun];
  };
  const [few] = time(long((n) => n % 100 === 50));
  assert.equal(few, 1300);
  const [, ms] = time(long(() => true));
  assert.ok(ms < 20_000, `${ms} ms`);
});

const text = (word: string): string => `# 活字的道理\n\n一枚活字只管一个字，拆下来还能再用，${word}。[^1]\n\n[^1]: 参见原书。\n`;

test('kanben diff reads editions, books, texts and revisions of git', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': text('这是它和雕版最大的不同') });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'one');
  await build('issue', { cwd, formats: ['epub'] });
  await rename(path.join(cwd, 'dist'), path.join(cwd, 'old'));
  assert.deepEqual(await runCli(cwd, ['diff', 'HEAD:issue', 'issue']), { code: 0, stdout: 'No difference.\n', stderr: '' });
  await writeFile(path.join(cwd, 'issue/1.md'), text('这是它和雕版最大的分别'));
  await writeFile(path.join(cwd, 'issue/issue.yaml'), 'edition: 2\n');
  await build('issue', { cwd, formats: ['epub'] });
  for (const old of ['old/issue.edition.json', 'old/issue.epub', 'HEAD:issue']) {
    for (const now of ['dist/issue.edition.json', 'dist/issue.epub', 'issue']) {
      const { code, stdout, stderr } = await runCli(cwd, ['diff', old, now]);
      assert.equal(code, 1, stderr);
      assert.match(stdout, /^活字的道理 → 活字的道理, edition 2\n\n活字的道理\n {2}words {4}是它和雕版最大的\[-不同-\]\{\+分别\+\}。\n/);
    }
  }
  const json = JSON.parse((await runCli(cwd, ['diff', 'HEAD:issue/1.md', 'issue', '--json'])).stdout) as { same: boolean };
  assert.equal(json.same, false);
});

for (const [asked, expected] of [
  ['nowhere', /There is no file or folder "nowhere"/],
  ['HEAD:nowhere', /HEAD:nowhere: This is no path, and git does not know it either/],
  ['x.json', /x\.json: This is no edition file/],
  ['x.epub', /x\.epub: This is no EPUB made by kanben \(zip: it has no directory\)/],
] as const) {
  test(`${asked} stands for no edition`, async (t) => {
    const cwd = await temporaryFolder(t, { 'x.json': '[]', 'x.epub': 'PK', '1.md': '# 题\n\n文。\n' });
    const { code, stderr } = await runCli(cwd, ['diff', asked, '1.md']);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  });
}
