/**
 * The deposit of an issue's DOIs with Crossref (schema 5.3.1): edition and its articles in, XML out; nothing where no
 * article has a DOI.
 *
 * Who deposits, and where the articles will stand, no issue says: the addresses are of no place (RFC 2606), to be filled
 * in before it is sent.
 */
import type { Element } from 'xast';
import type { Contributor, Edition, IssueMeta } from '../../../model/index.js';
import { printable } from '../html/printable.js';
import { element, xml } from '../html/xml.js';
import { plainDoi, shortLanguage } from './front.js';
import { wrap } from './inline.js';
import type { JatsArticle } from './jats-article.js';
import { splitName } from './split-name.js';

const schema = 'http://www.crossref.org/schema/5.3.1';

const words = (name: string, text: string | undefined, attributes: Record<string, string> = {}): Element[] =>
  text?.trim() ? [element(name, attributes, [printable(text)])] : [];

export function crossrefDeposit(
  { meta, modified, slug }: Edition,
  articles: readonly JatsArticle[],
): string | undefined {
  const deposited = articles.filter(({ article }) => plainDoi(article.doi));
  if (deposited.length === 0) return undefined;
  const language = shortLanguage(meta.language);
  const journal = wrap('journal', {}, [
    wrap('journal_metadata', { language }, [
      ...words('full_title', meta.journal ?? meta.title),
      ...words('issn', meta.issn, { media_type: 'print' }),
    ]),
    wrap('journal_issue', {}, [
      ...date(meta, modified),
      ...(meta.volume ? [wrap('journal_volume', {}, words('volume', meta.volume))] : []),
      ...words('issue', meta.number ?? meta.total),
    ]),
    ...deposited.map((one) => articleElement(one, meta, modified, language)),
  ]);
  const root = wrap(
    'doi_batch',
    {
      version: '5.3.1',
      xmlns: schema,
      'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${schema} ${schema}/crossref5.3.1.xsd`,
    },
    [
      wrap('head', {}, [
        element('doi_batch_id', {}, [slug]),
        element('timestamp', {}, [modified.replace(/\D/g, '').padEnd(14, '0').slice(0, 14)]),
        wrap('depositor', {}, [
          element('depositor_name', {}, [meta.publisher ?? meta.journal ?? meta.title]),
          element('email_address', {}, ['depositor@example.invalid']),
        ]),
        element('registrant', {}, [meta.publisher ?? meta.journal ?? meta.title]),
      ]),
      wrap('body', {}, [journal]),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root)}\n`;
}

function articleElement(
  { article, title, abstract }: JatsArticle,
  meta: IssueMeta,
  modified: string,
  language: string,
) {
  const english = article.english?.title;
  const people = article.contributors.map((person, k) => personName(person, k === 0));
  return wrap('journal_article', { publication_type: 'full_text', language }, [
    wrap('titles', {}, [
      ...words('title', english ?? title),
      ...(english ? words('original_language_title', title, { language }) : []),
    ]),
    ...(people.length > 0 ? [wrap('contributors', {}, people)] : []),
    ...(abstract ? [wrap('jats:abstract', { 'xml:lang': language }, [element('jats:p', {}, [abstract])])] : []),
    ...date(meta, modified),
    ...(article.firstPage === undefined ? [] : [wrap('pages', {}, words('first_page', String(article.firstPage)))]),
    wrap('doi_data', {}, [
      ...words('doi', plainDoi(article.doi)),
      element('resource', {}, [`https://example.invalid/${article.id}`]),
    ]),
  ]);
}

function date({ date: said, year }: IssueMeta, modified: string): Element[] {
  const [y = modified.slice(0, 4), month, day] = said?.split('-') ?? [year?.toString()];
  return [
    wrap('publication_date', { media_type: 'print' }, [
      ...words('month', month),
      ...words('day', day),
      ...words('year', y),
    ]),
  ];
}

function personName({ name, role }: Contributor, first: boolean): Element {
  const parts = splitName(name);
  return wrap('person_name', { sequence: first ? 'first' : 'additional', contributor_role: role, language: 'zh' }, [
    ...words('given_name', parts?.given),
    ...words('surname', parts?.surname ?? name),
  ]);
}
