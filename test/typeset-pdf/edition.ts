/** Small editions for print tests: articles of flow content in, an edition out. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, EditionDocument, EditionHeading, EditionNote } from '../../src/model/index.js';

export interface TestArticle {
  id: string;
  title: string;
  /** After the opening. Calls are `call(id)`. */
  body: ElementContent[];
  foot?: ElementContent[];
  titleNote?: string;
  notes?: Record<string, ElementContent[]>;
}

export function call(id: string): ElementContent {
  return h('a.note-call', { dataNote: id });
}

export function articleDocument({ id, title, body, foot = [], titleNote, notes = {} }: TestArticle): EditionDocument {
  const list: EditionNote[] = Object.entries(notes).map(([note, content], k) => ({
    id: note,
    kind: 'text',
    number: k + 1,
    content,
  }));
  if (titleNote) list.unshift({ id: `${id}-title-note`, kind: 'title', number: 0, content: [h('p', titleNote)] });
  const section = h('section.article', { id }, [
    h('header.opening', [
      h('h1.title', [title, ...(titleNote ? [call(`${id}-title-note`)] : [])]),
      h('p.byline', '某某'),
    ]),
    ...(foot.length > 0 ? [h('footer.opening-foot', foot)] : []),
    ...body,
  ]);
  return {
    id,
    kind: 'article',
    title,
    byline: '某某',
    lang: 'zh-Hans',
    body: [section],
    notes: list,
    headings: headingsOf(body),
  };
}

export function contentsDocument(articles: readonly TestArticle[]): EditionDocument {
  const entries = articles.map(({ id, title }) =>
    h('li.contents-entry', h('a', { href: `#${id}` }, [h('span.contents-title', title), h('span.contents-page')])),
  );
  const body = h('section.contents', { id: 'contents' }, [
    h('h1.contents-title-line', '目录'),
    h('ol.contents-list', entries),
  ]);
  return {
    id: 'contents',
    kind: 'contents',
    title: '目录',
    byline: '',
    lang: 'zh-Hans',
    body: [body],
    notes: [],
    headings: [],
  };
}

export function edition(documents: EditionDocument[], pictures: Edition['pictures'] = []): Edition {
  return {
    slug: 'test',
    meta: {
      title: '印刷史研究',
      journal: '印刷史研究',
      year: 2026,
      number: '1',
      workingTitle: false,
      editors: [],
      language: 'zh-Hans',
    },
    config: {},
    identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    modified: '2026-02-01T00:00:00Z',
    documents,
    pictures,
  } as Edition;
}

function headingsOf(body: readonly ElementContent[]): EditionHeading[] {
  return body.flatMap((node): EditionHeading[] => {
    if (node.type !== 'element' || !/^h[2-6]$/.test(node.tagName)) return [];
    const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    return [{ id: String(node.properties.id), level: Number(node.tagName[1]), text }];
  });
}

/** Han text of a length that repeats nothing exactly: the same for the same seed. */
export function han(length: number, seed = 1): string {
  const words = [
    '雕版印刷',
    '活字',
    '纸张',
    '书坊',
    '刻工',
    '版心',
    '行格',
    '校勘',
    '在宋代',
    '其后',
    '的',
    '与',
    '最为',
    '流传',
    '至今',
    '可以',
    '见到',
  ];
  let text = '';
  let state = seed;
  while (text.length < length) {
    state = (state * 1103515245 + 12345) % 2147483648;
    text += words[state % words.length]!;
    if (state % 7 === 0) text += '，';
    if (state % 31 === 0) text += '。';
  }
  return `${text.slice(0, length - 1).replace(/[，。]$/, '也')}。`;
}
