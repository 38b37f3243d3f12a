import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { RootContent } from 'mdast';
import { findIssues } from '../../src/stages/acquire/index.js';
import type { Article } from '../../src/model/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { plainText } from '../../src/stages/typeset/html/plain-text.js';
import { convertIssue } from '../../src/stages/typeset/script/convert-issue.js';
import { scriptConverter } from '../../src/stages/typeset/script/script-converter.js';
import { temporaryFolder } from '../temporary-folder.js';
import { openBook } from '../typeset-epub/open-book.js';
import { articleOf, call, heading, issueOf, note, paragraph, text } from '../typeset-html/issue-fixture.js';

const { convert, doubts } = await scriptConverter('traditional');

for (const [simplified, traditional] of [
  ['皇后与后来的头发、发展', '皇后與後來的頭髮、發展'],
  ['系统、关系、联系', '系統、關係、聯繫'],
  ['干部饮用饼干', '幹部飲用餅乾'],
  ['万历年间的日历', '萬曆年間的日曆'],
  ['软件与“网络”', '軟件與“網絡”'],
  ['Printing in China 2026', 'Printing in China 2026'],
] as const) {
  test(`${simplified} becomes ${traditional}`, () => assert.equal(convert(simplified), traditional));
}

test('traditional becomes simplified, and 乾隆 stays', async () => {
  const simplified = await scriptConverter('simplified');
  assert.equal(simplified.convert('乾隆年間的關係與頭髮，裏面的看著'), '乾隆年间的关系与头发，里面的看着');
});

test('doubtful is what stands alone, not what a phrase settles', () => {
  assert.deepEqual(doubts('会议后，皇后来了'), [{ at: 2, character: '后', became: '後', forms: '後后' }]);
  assert.deepEqual(doubts('发展与头发，日历与历史'), []);
});

/** The body of an article after conversion, as its words. */
async function converted(body: RootContent[], more: Partial<Article> = {}): Promise<{ words: string; said: string[] }> {
  const issue = await convertIssue(issueOf([articleOf('题', body, more)]), 'traditional');
  const [article] = issue.articles;
  const { documents } = composeEdition(issue);
  const document = documents.find(({ kind }) => kind === 'article')!;
  const notes = document.notes.map(({ content }) => `［${plainText(content)}］`).join('');
  return { words: plainText(document.body) + notes, said: article!.raw.file.messages.map(({ reason }) => reason) };
}

test('a phrase is seen across emphasis, notes and pieces of text', async () => {
  const { words, said } = await converted([
    paragraph('皇', call('n'), '后的头', { type: 'emphasis', children: [text('发')] }, '。'),
    note('n', '见《后汉书》。'),
  ]);
  assert.equal(words, '題皇后的頭髮。［見《後漢書》。］');
  assert.deepEqual(said, []);
});

test('headings, tables, quotations and captions are converted; English parts and code stay', async () => {
  const { words } = await converted(
    [
      heading(2, '一、关系'),
      { type: 'blockquote', children: [paragraph('书籍') as never] },
      { ...paragraph('表 1 种类'), data: { caption: 'table' } } as RootContent,
      { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text('数')] }] }] },
      { type: 'code', value: '国' },
    ],
    { english: { title: 'Of 国', authors: [], abstract: [], keywords: [] }, keywords: ['数据'] },
  );
  assert.equal(words, '題關鍵詞：數據一、關係書籍表 1 種類數国Of 国');
});

test('a name keeps characters of two forms, and says so', async () => {
  const { words, said } = await converted([paragraph('文。')], {
    contributors: [
      { name: '范国强', role: 'author', affiliation: '历史系' },
      { name: '张三', role: 'author' },
    ],
  });
  assert.match(words, /范國強/);
  assert.match(words, /張三/);
  assert.match(words, /歷史系/);
  assert.deepEqual(said, [
    'The name “范国强” keeps “范” as it stands: a name may have either form. Give "authors" for this text in issue.yaml where it is the other one.',
  ]);
});

test('doubts are counted, each with its first place in the raw text', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/1.md': '# 纸墨\n\n王小明\n\n会议后，纸贵了。\n\n签约后，纸又贱了。\n',
    'issue/issue.yaml': 'convert: traditional\njournal: 书史\n',
  });
  const [source] = await findIssues(['issue'], cwd);
  const { edition, outputs, files } = await makeIssue(source!, { cwd: path.resolve(cwd), formats: ['epub'] });
  const found = files.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId === 'doubtful');
  assert.equal(found.length, 1);
  assert.equal(found[0]!.line, 5);
  assert.match(found[0]!.reason, /^Changed “后” to “後” 2 times .* first in “会议后，纸贵了。”/);
  assert.equal(edition!.meta.language, 'zh-Hant');
  const book = await openBook(outputs[0]!.bytes);
  const article = book.names.find((name) => name.endsWith('zhi-mo.xhtml'))!;
  assert.match(await book.text(article), /<html[^>]*lang="zh-Hant" xml:lang="zh-Hant"/);
  assert.match(await book.text(article), /會議後，紙貴了。/);
  const opf = await book.text('OEBPS/content.opf');
  assert.match(opf, /<dc:language>zh-Hant<\/dc:language>/);
  assert.match(opf, /series">書史</);
});

test('an edition in the other script is another book', async () => {
  const issue = issueOf([articleOf('山水', [paragraph('山水。')])], { title: '山水' });
  const other = await convertIssue({ ...issue, config: { convert: 'traditional' } }, 'traditional');
  assert.notEqual(composeEdition(other).identifier, composeEdition(issue).identifier);
});
