/**
 * The import file of an issue for Open Journal Systems 3.3 and later (native XML): edition and its articles in, XML out.
 *
 * The articles go in whole, as galleys. Where OJS asks for what an issue does not say (addresses of authors), it gets an
 * address that reaches nobody (RFC 2606).
 */
import type { Element } from 'xast';
import type { Article, Edition, IssueMeta } from '../../../model/index.js';
import { printable } from '../html/printable.js';
import { element, xml } from '../html/xml.js';
import { plainDoi } from './front.js';
import { wrap } from './inline.js';
import { splitName } from './split-name.js';
import type { JatsArticle } from './jats-article.js';

const nobody = 'unknown@example.invalid';
/** What OJS calls the languages of editions. */
const locales: Record<string, string> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', ja: 'ja_JP' };

const words = (name: string, text: string | undefined, attributes: Record<string, string> = {}): Element[] =>
  text?.trim() ? [element(name, attributes, [printable(text)])] : [];

export function ojsImport({ meta, modified }: Edition, articles: readonly JatsArticle[]): string {
  const locale = locales[meta.language] ?? 'en_US';
  const date = dateOf(meta, modified);
  const columns = [...new Set(articles.map(({ article }) => article.column ?? ''))];
  const refOf = (column: string): string => `S${columns.indexOf(column) + 1}`;
  const sections = columns.map((column, k) =>
    wrap('section', { ref: refOf(column), seq: String(k) }, [
      internalId(k + 1),
      ...words('abbrev', refOf(column), { locale }),
      ...words('title', column || (meta.journal ?? meta.title), { locale }),
    ]),
  );
  const issue = wrap('issue', { published: '1', current: '0', access_status: '1' }, [
    internalId(1),
    wrap('issue_identification', {}, [
      ...words('volume', meta.volume),
      ...words('number', meta.number ?? meta.total),
      ...words('year', meta.year?.toString() ?? meta.date?.slice(0, 4)),
      ...words('title', meta.title, { locale }),
    ]),
    element('date_published', {}, [date]),
    wrap('sections', {}, sections),
    wrap(
      'articles',
      {},
      articles.map((one, k) => articleElement(one, k, { locale, date, section: refOf(one.article.column ?? '') })),
    ),
  ]);
  const root = wrap(
    'issues',
    {
      xmlns: 'http://pkp.sfu.ca',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://pkp.sfu.ca native.xsd',
    },
    [issue],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root)}\n`;
}

const internalId = (number: number): Element => element('id', { type: 'internal', advice: 'ignore' }, [String(number)]);

/** A whole date: OJS knows no months. */
function dateOf({ date, year }: IssueMeta, modified: string): string {
  const [y, month = '01', day = '01'] = date?.split('-') ?? [year?.toString() ?? modified.slice(0, 4)];
  return [y, month, day].join('-');
}

function articleElement(
  { article, title, xml: galley, file, abstract }: JatsArticle,
  k: number,
  { locale, date, section }: { locale: string; date: string; section: string },
): Element {
  const id = String(k + 1);
  const bytes = Buffer.from(galley);
  const english = article.english;
  const en = 'en_US';
  const publication = wrap(
    'publication',
    { locale, version: '1', status: '3', url_path: '', seq: id, date_published: date, section_ref: section },
    [
      internalId(k + 1),
      ...words('id', plainDoi(article.doi), { type: 'doi', advice: 'update' }),
      ...words('title', title, { locale }),
      ...words('title', english?.title, { locale: en }),
      ...words('abstract', abstract, { locale }),
      ...(article.keywords.length > 0
        ? [
            wrap(
              'keywords',
              { locale },
              article.keywords.flatMap((word) => words('keyword', word)),
            ),
          ]
        : []),
      ...authors(article, k, locale),
      wrap('article_galley', { locale, approved: 'false' }, [
        internalId(k + 1),
        element('name', { locale }, ['XML']),
        element('seq', {}, ['0']),
        element('submission_file_ref', { id }),
      ]),
      ...words('pages', article.firstPage?.toString()),
    ],
  );
  return wrap(
    'article',
    {
      locale,
      date_submitted: date,
      status: '3',
      submission_progress: '0',
      current_publication_id: id,
      stage: 'production',
    },
    [
      internalId(k + 1),
      wrap(
        'submission_file',
        { id, created_at: date, file_id: id, stage: 'proof', updated_at: date, genre: 'Article Text' },
        [
          element('name', { locale }, [file]),
          wrap('file', { id, filesize: String(bytes.length), extension: 'xml' }, [
            element('embed', { encoding: 'base64' }, [bytes.toString('base64')]),
          ]),
        ],
      ),
      publication,
    ],
  );
}

function authors({ contributors }: Article, article: number, locale: string): Element[] {
  if (contributors.length === 0) return [];
  const people = contributors.map(({ name, affiliation }, k) => {
    const parts = splitName(name);
    const attributes = {
      include_in_browse: 'true',
      user_group_ref: 'Author',
      seq: String(k),
      id: `${article + 1}${k}`,
    };
    return wrap('author', attributes, [
      ...words('givenname', parts?.given ?? name, { locale }),
      ...words('familyname', parts?.surname, { locale }),
      ...words('affiliation', affiliation, { locale }),
      element('email', {}, [nobody]),
    ]);
  });
  return [wrap('authors', {}, people)];
}
