/**
 * What JATS 1.3 (Journal Publishing) allows in the elements that are used here, as far as they are used.
 *
 * In order: children come in this order, those in brackets in any order among themselves. Else any of them, in any order.
 * https://jats.nlm.nih.gov/publishing/tag-library/1.3/
 */
export interface ContentModel {
  /** Words stand in it. */
  words?: boolean;
  inOrder?: (string | string[])[];
  any?: string[];
  /** Children that must be there. */
  needs?: string[];
  attributes?: string[];
}

const phrases = 'bold italic strike sup sub monospace styled-content ruby xref ext-link inline-graphic target'.split(
  ' ',
);
const blocks = 'p disp-quote list table-wrap fig verse-group preformat boxed-text'.split(' ');
const phrasing: ContentModel = { words: true, any: phrases };
const flow: ContentModel = { any: blocks };
const plain: ContentModel = { words: true };
const note = ['fn', 'title', 'label'];

export const contentModels: Readonly<Record<string, ContentModel>> = {
  article: {
    inOrder: ['front', 'body', 'back'],
    needs: ['front'],
    attributes: ['xmlns:xlink', 'article-type', 'dtd-version', 'xml:lang'],
  },
  front: { inOrder: ['journal-meta', 'article-meta'], needs: ['journal-meta', 'article-meta'] },
  'journal-meta': {
    inOrder: ['journal-id', 'journal-title-group', 'issn', 'isbn', 'publisher'],
    needs: ['journal-id', 'journal-title-group'],
  },
  'journal-id': { ...plain, attributes: ['journal-id-type'] },
  'journal-title-group': { inOrder: ['journal-title', 'trans-title-group'], needs: ['journal-title'] },
  'journal-title': plain,
  'trans-title-group': { inOrder: ['trans-title'], needs: ['trans-title'], attributes: ['xml:lang'] },
  'trans-title': phrasing,
  issn: plain,
  publisher: { inOrder: ['publisher-name'], needs: ['publisher-name'] },
  'publisher-name': plain,
  'article-meta': {
    inOrder: [
      'article-id',
      'article-categories',
      'title-group',
      ['contrib-group', 'aff'],
      'author-notes',
      ['pub-date', 'pub-date-not-available'],
      'volume',
      'issue',
      'fpage',
      'history',
      'permissions',
      'abstract',
      'trans-abstract',
      'kwd-group',
      'funding-group',
      'custom-meta-group',
    ],
    needs: ['title-group'],
  },
  'article-id': { ...plain, attributes: ['pub-id-type'] },
  'article-categories': { inOrder: ['subj-group'], needs: ['subj-group'] },
  'subj-group': { inOrder: ['subject'], needs: ['subject'], attributes: ['subj-group-type'] },
  subject: plain,
  'title-group': { inOrder: ['article-title', 'subtitle', 'trans-title-group'], needs: ['article-title'] },
  'article-title': phrasing,
  subtitle: phrasing,
  'contrib-group': { inOrder: ['contrib'], needs: ['contrib'], attributes: ['content-type'] },
  contrib: { inOrder: [['name', 'string-name', 'name-alternatives'], 'xref'], attributes: ['contrib-type'] },
  'name-alternatives': { any: ['name', 'string-name'] },
  name: { inOrder: ['surname', 'given-names'], needs: ['surname'], attributes: ['name-style'] },
  surname: plain,
  'given-names': plain,
  'string-name': { ...plain, attributes: ['xml:lang'] },
  aff: { ...plain, attributes: ['id', 'xml:lang'] },
  'author-notes': { any: ['fn'], needs: ['fn'] },
  'pub-date': {
    inOrder: ['day', 'month', 'year'],
    needs: ['year'],
    attributes: ['publication-format', 'date-type', 'iso-8601-date'],
  },
  'pub-date-not-available': {},
  day: plain,
  month: plain,
  year: plain,
  volume: plain,
  issue: plain,
  fpage: plain,
  history: { any: ['date'], needs: ['date'] },
  date: { any: ['string-date'], needs: ['string-date'], attributes: ['date-type'] },
  'string-date': plain,
  permissions: { any: ['copyright-statement'] },
  'copyright-statement': plain,
  abstract: { inOrder: ['title', blocks] },
  'trans-abstract': { inOrder: ['title', blocks], attributes: ['xml:lang'] },
  'kwd-group': { inOrder: ['kwd'], needs: ['kwd'], attributes: ['kwd-group-type', 'xml:lang'] },
  kwd: plain,
  'funding-group': { any: ['funding-statement'], needs: ['funding-statement'] },
  'funding-statement': phrasing,
  'custom-meta-group': { any: ['custom-meta'], needs: ['custom-meta'] },
  'custom-meta': { inOrder: ['meta-name', 'meta-value'], needs: ['meta-name', 'meta-value'] },
  'meta-name': plain,
  'meta-value': plain,
  body: { inOrder: [blocks, 'sec'] },
  sec: { inOrder: ['title', blocks, 'sec'], needs: ['title'], attributes: ['id'] },
  title: phrasing,
  p: { words: true, any: [...phrases, ...blocks.filter((name) => name !== 'p')], attributes: ['content-type'] },
  'disp-quote': flow,
  list: { any: ['list-item'], needs: ['list-item'], attributes: ['list-type'] },
  'list-item': { inOrder: ['label', blocks] },
  label: plain,
  'verse-group': { any: ['verse-line'], needs: ['verse-line'] },
  'verse-line': phrasing,
  preformat: phrasing,
  'boxed-text': flow,
  fig: { inOrder: ['caption', 'graphic'] },
  caption: { any: ['p'], needs: ['p'] },
  graphic: { any: ['alt-text'], attributes: ['xlink:href'] },
  'inline-graphic': { any: ['alt-text'], attributes: ['xlink:href'] },
  'alt-text': plain,
  'table-wrap': { inOrder: ['caption', 'table', 'table-wrap-foot'] },
  'table-wrap-foot': { any: ['p'] },
  table: { inOrder: ['thead', 'tbody'] },
  thead: { any: ['tr'], needs: ['tr'] },
  tbody: { any: ['tr'], needs: ['tr'] },
  tr: { any: ['th', 'td'] },
  th: { ...phrasing, attributes: ['align', 'colspan', 'rowspan', 'scope'] },
  td: { ...phrasing, attributes: ['align', 'colspan', 'rowspan', 'scope'] },
  bold: phrasing,
  italic: phrasing,
  strike: phrasing,
  sup: phrasing,
  sub: phrasing,
  monospace: phrasing,
  'styled-content': { ...phrasing, attributes: ['style-type'] },
  ruby: { inOrder: ['rb', 'rt'], needs: ['rb', 'rt'] },
  rb: phrasing,
  rt: plain,
  xref: { ...plain, attributes: ['ref-type', 'rid'] },
  'ext-link': { ...phrasing, attributes: ['ext-link-type', 'xlink:href'] },
  target: { ...plain, attributes: ['id', 'target-type'] },
  back: { any: ['fn-group', 'ref-list'] },
  'fn-group': { inOrder: ['title', note], attributes: ['content-type'] },
  fn: { inOrder: ['label', 'p'], needs: ['p'], attributes: ['id', 'fn-type'] },
  'ref-list': { inOrder: ['title', 'ref'], needs: ['ref'] },
  ref: { any: ['mixed-citation'], needs: ['mixed-citation'], attributes: ['id'] },
  'mixed-citation': phrasing,
};
