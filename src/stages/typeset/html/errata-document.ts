/** The errata of an earlier edition as a document: misprints with their places in, a table out. */
import { h } from 'hastscript';
import type { EditionDocument, IssueMeta } from '../../../model/index.js';
import type { EditionStrings } from './edition-strings.js';
import { fill } from './edition-strings.js';
import { editionLine } from './front-documents.js';
import { printable } from './printable.js';

/** A row of the table, in words. */
export interface ErratumRow {
  place: string;
  before: string;
  after: string;
}

/** @param of title and 版 of the edition that has the misprints */
export function errataDocument(
  rows: readonly ErratumRow[],
  of: Pick<IssueMeta, 'title' | 'edition'>,
  language: string,
  strings: EditionStrings,
): EditionDocument {
  const { errata } = strings;
  const edition = editionLine(of as IssueMeta, strings);
  const name = fill(errata.of, { title: printable(of.title), edition });
  const cells = (tag: 'th' | 'td', words: string[]) =>
    h(
      'tr',
      words.map((word) => h(tag, tag === 'th' ? { scope: 'col' } : {}, printable(word))),
    );
  return {
    id: 'errata',
    kind: 'errata',
    title: errata.title,
    byline: '',
    lang: language,
    body: [
      h('section.errata', { id: 'errata' }, [
        h('h1.errata-title', errata.title),
        h('p.errata-of', name),
        h('figure.table', [
          h('table', [
            h('thead', [cells('th', [errata.place, errata.wrong, errata.right])]),
            h(
              'tbody',
              rows.map(({ place, before, after }) => cells('td', [place, before, after])),
            ),
          ]),
        ]),
      ]),
    ],
    notes: [],
    headings: [],
  };
}
