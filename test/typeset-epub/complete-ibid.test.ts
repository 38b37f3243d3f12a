import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RootContent } from 'mdast';
import { makeEpub, readBackBook } from '../../src/stages/typeset/epub/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import type { Issue } from '../../src/model/index.js';
import { articleOf, call, issueOf, note, paragraph } from '../typeset-html/issue-fixture.js';
import { epubCheckTs } from './epub-check-ts.js';
import { elements, openBook, words } from './open-book.js';

/** An issue whose one article has these notes, a string or paragraphs each. */
function withNotes(notes: (string | RootContent[])[], titleNote?: string): Issue {
  const ids = notes.map((_, index) => `n${index + 1}`);
  const definitions = notes.map((content, index) =>
    note(ids[index]!, ...(Array.isArray(content) ? content : [content])),
  );
  return issueOf([
    articleOf('题', [paragraph('文。', ...ids.map(call)), ...definitions], {
      ...(titleNote && { titleNote: [paragraph(titleNote)] }),
    }),
  ]);
}

/** The notes as the book has them, numbers left out. */
async function completed(notes: (string | RootContent[])[], ibid: 'keep' | 'complete' = 'complete'): Promise<string[]> {
  const edition = composeEdition(withNotes(notes));
  const bytes = await makeEpub(edition, { ibid, fonts: 'none' });
  assert.deepEqual(
    await outputsAgree(edition, 'EPUB', { readBack: readBackBook(bytes) }),
    [],
    'what is added is no part of the text',
  );
  assert.deepEqual(await epubCheckTs(bytes), []);
  const tree = await (await openBook(bytes)).tree('OEBPS/text/text.xhtml');
  return elements(tree, ({ tagName }) => tagName === 'aside').map((aside) =>
    words(aside)
      .replace(/^\s*\[\d+\]/, '')
      .trim(),
  );
}

test('同上 says what it means, without the pages where it names its own', async () => {
  assert.deepEqual(
    await completed(['沈括：《梦溪笔谈》卷十八，第 3 页。', '同上，第5页。', '同上。', '参见同上书，第 7—9 页。']),
    [
      '沈括：《梦溪笔谈》卷十八，第 3 页。',
      '同上［沈括：《梦溪笔谈》卷十八］，第5页。',
      '同上［沈括：《梦溪笔谈》卷十八，第 3 页］。',
      '参见同上书［沈括：《梦溪笔谈》卷十八］，第 7—9 页。',
    ],
  );
});

test('Ibid. says it, too, in a passage that is marked as English', async () => {
  assert.deepEqual(
    await completed([
      'Joseph Needham, Science and Civilisation, Cambridge, 1985, p. 12.',
      'Ibid., pp. 20-21.',
      'Ibid.',
    ]),
    [
      'Joseph Needham, Science and Civilisation, Cambridge, 1985, p. 12.',
      'Ibid.［Joseph Needham, Science and Civilisation, Cambridge, 1985］, pp. 20-21.',
      'Ibid.［Joseph Needham, Science and Civilisation, Cambridge, 1985, p. 12］',
    ],
  );
});

for (const [name, notes] of [
  ['there is no note before', ['同上，第5页。', '甲。']],
  ['the words stand within the note', ['甲书。', '乙书；又同上，第5页。', '见注1。']],
  ['the note before argues at length', ['论'.repeat(200), '同上。']],
  ['the note before has several paragraphs', [[paragraph('甲'), paragraph('乙')], '同上。']],
  ['a word only begins like it', ['甲书。', '同上海的情形一样。', 'Ibidem 是拉丁文。']],
] as [string, (string | RootContent[])[]][]) {
  test(`nothing is added where ${name}`, async () => {
    assert.deepEqual(await completed(notes), await completed(notes, 'keep'));
  });
}

test('a lost note before is no citation, and what is added is marked', async () => {
  const lost = { type: 'footnoteDefinition', identifier: 'n2', children: [], data: { lost: true } } as never;
  const issue = withNotes(['甲书。', '乙', '同上。', '丙书。', '同上。']);
  const { children } = issue.articles[0]!.body;
  children[children.findIndex((node) => 'identifier' in node && node.identifier === 'n2')] = lost;
  const markup = await (
    await openBook(await makeEpub(composeEdition(issue), { ibid: 'complete' }))
  ).text('OEBPS/text/text.xhtml');
  assert.deepEqual(markup.match(/同上.*?。/g), [
    '同上。',
    '同上<span class="added" lang="zh-Hans" xml:lang="zh-Hans">［丙书］</span>。',
  ]);
});

test('left to itself a book keeps 同上 as it stands', async () => {
  assert.deepEqual(await completed(['甲书。', '同上。'], 'keep'), ['甲书。', '同上。']);
});
