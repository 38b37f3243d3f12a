/** What stands on a drawn cover: an edition in, its words by place out. */
import type { Edition } from '../../../../model/index.js';
import { byline } from '../../html/article-opening.js';
import type { EditionStrings } from '../../html/edition-strings.js';
import { issueLine } from '../../html/front-documents.js';
import { printable } from '../../html/printable.js';

export interface CoverWords {
  /** The journal, or the title of a book or an article. */
  title: string;
  /** Beneath it, smaller. */
  secondary: string;
  /** Number of the issue, or the journal that an article stands in. */
  issue: string;
  /** The articles of an issue; for a single article its authors alone. */
  articles: { title: string; byline: string }[];
  publisher: string;
}

/** Words longer than this are cut: a cover is seen at the size of a stamp. */
const longest = 90;

export function coverWords(edition: Edition, strings: EditionStrings): CoverWords {
  const { meta, documents } = edition;
  const articles = documents.filter(({ kind }) => kind === 'article');
  const only = articles.length === 1 ? articles[0]! : undefined;
  const number = issueLine(meta, strings);
  const journal = meta.journal ?? '';
  if (meta.kind === 'book') {
    return {
      title: cut(meta.title),
      secondary: cut(meta.subtitle ?? ''),
      issue: cut(meta.series ?? ''),
      articles: meta.contributors?.length ? [{ title: cut(byline(meta.contributors, strings)), byline: '' }] : [],
      publisher: cut(meta.publisher ?? ''),
    };
  }
  return {
    title: cut(only ? only.title : journal || meta.title),
    secondary: cut(only ? (meta.subtitle ?? '') : journal ? (meta.journalEnglish ?? '') : (meta.subtitle ?? '')),
    issue: cut(only ? [journal, number].filter(Boolean).join('　') : number),
    articles: only
      ? only.byline
        ? [{ title: cut(only.byline), byline: '' }]
        : []
      : articles.map(({ title, byline }) => ({ title: cut(title), byline: cut(byline) })),
    publisher: cut(meta.publisher ?? ''),
  };
}

function cut(text: string): string {
  const characters = [
    ...printable(text)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
  ];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}
