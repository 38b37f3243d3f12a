/** Issues written for the tests of typesetting: articles as mdast, without a raw text to read them from. */
import type { PhrasingContent, RootContent } from 'mdast';
import { VFile } from 'vfile';
import type { Article, Issue, IssueMeta } from '../../src/model/index.js';

/** A text node. */
export const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** A paragraph of texts and other phrasing. */
export const paragraph = (...children: (string | PhrasingContent)[]): RootContent => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

export const heading = (depth: 2 | 3 | 4 | 5, ...children: (string | PhrasingContent)[]): RootContent => ({
  type: 'heading',
  depth,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

/** Calls a note. */
export const call = (identifier: string): PhrasingContent => ({ type: 'footnoteReference', identifier });

/** Defines a note of paragraphs. */
export const note = (identifier: string, ...paragraphs: (string | RootContent)[]): RootContent => ({
  type: 'footnoteDefinition',
  identifier,
  children: paragraphs.map((content) => (typeof content === 'string' ? paragraph(content) : content)) as never,
});

/** An article with a body; anything else by its key. */
export function articleOf(title: string, body: RootContent[], more: Partial<Article> = {}): Article {
  const name = `${more.id ?? 'text'}.md`;
  return {
    id: 'text',
    raw: {
      path: `/nowhere/${name}`,
      name,
      text: '',
      encoding: 'utf-8',
      bytes: 0,
      digest: '',
      file: new VFile({ path: name, value: '' }),
    },
    title: [text(title)],
    workingTitle: false,
    contributors: [],
    bios: [],
    abstract: [],
    keywords: [],
    editors: [],
    body: { type: 'root', children: body },
    ...more,
  };
}

export function issueOf(articles: Article[], meta: Partial<IssueMeta> = {}): Issue {
  return {
    slug: 'fixture',
    meta: { title: '纸墨', workingTitle: false, editors: [], language: 'zh-Hans', ...meta },
    config: {},
    articles,
    raws: articles.map(({ raw }) => raw),
    ledger: { aside: [], changes: [] },
  };
}

/** A journal issue that has one of everything. */
export function fullIssue(): Issue {
  return issueOf(
    [
      articleOf(
        '雕版与活字',
        [
          paragraph('雕版先于活字。', call('a'), '两者并行很久。', call('b')),
          heading(2, '一、雕版', call('c')),
          { type: 'blockquote', children: [paragraph('板印书籍，唐人尚未盛为之。', call('a')) as never] },
          heading(3, '（一）木料'),
          { ...paragraph('表 1 三种木料'), data: { caption: 'table' } } as RootContent,
          {
            type: 'table',
            align: [null, 'right'],
            children: [
              ['木料', '硬度'],
              ['梨木', '3'],
            ].map((cells) => ({
              type: 'tableRow',
              children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
            })),
          },
          { ...paragraph('资料来源：作者自测。'), data: { source: true } } as RootContent,
          heading(2, '二、活字'),
          paragraph(
            '参见Joseph Needham, ',
            { type: 'emphasis', children: [text('Science and Civilisation')] },
            '一书。',
          ),
          note('a', '《梦溪笔谈》卷十八。', '此条又见他书。'),
          note('b', '见 https://example.org/a(b)。'),
          note('c', paragraph('同上。', call('d'))),
          note('d', '注中之注。'),
        ],
        {
          id: 'diao-ban-yu-huo-zi',
          column: '书史',
          titleNote: [paragraph('本文为某项目成果。')],
          contributors: [
            { name: '欧阳墨', role: 'author', affiliation: '某大学' },
            { name: '单纸', role: 'author' },
          ],
          bios: [[text('欧阳墨，某大学教授')], [text('单纸，编辑')]],
          abstract: [paragraph('论雕版与活字的关系。')],
          keywords: ['雕版', '活字'],
          clc: 'G256',
          documentCode: 'A',
          articleId: '1000-0000(2026)01-0001-02',
          fund: [text('某基金')],
          received: '2026-01-02',
          editors: ['甲', '乙'],
          english: {
            title: 'Blocks & Types',
            authors: ['OUYANG Mo', 'SHAN Zhi'],
            abstract: [paragraph('On blocks and types.')],
            keywords: ['block', 'type'],
          },
        },
      ),
      articleOf('纸的传播', [paragraph('纸向西去。', call('a')), note('a', '一说向东。')], {
        id: 'zhi-de-chuan-bo',
        column: '书史',
        contributors: [{ name: '甲', role: 'author' }],
        keywords: ['纸', '活字'],
      }),
      articleOf('编后', [paragraph('谢谢。')], { id: 'bian-hou' }),
    ],
    {
      journal: '纸墨',
      journalEnglish: 'Paper and Ink',
      title: '纸墨 2026年第1期',
      year: 2026,
      number: '1',
      total: '9',
      issn: '1000-0000',
      publisher: '某社',
      date: '2026-01',
      editors: ['主编'],
    },
  );
}
