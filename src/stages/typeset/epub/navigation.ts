/** The ways into the book: its documents in, nested entries, landmarks and their markup out. */
import type { Element as HastElement } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument, EditionHeading } from '../../../model/index.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { chapterFile } from './chapter.js';
import { xhtml } from '../html/xml.js';

/** A place in the book that the contents name. */
export interface NavPoint {
  label: string;
  /** Relative to the package document. */
  href: string;
  /** Where it is not the edition's. */
  lang?: string;
  children: NavPoint[];
}

/** Levels of headings that the contents show. */
const deepest = 3;

/**
 * 栏目 > article > headings of two levels; the framing documents stand beside them, the cover does not.
 */
export function navigationOf(
  documents: readonly EditionDocument[],
  language: string,
  strings: EditionStrings,
): NavPoint[] {
  const points: NavPoint[] = [];
  const open: { level: number; point: NavPoint }[] = [];
  let column: { name: string; point: NavPoint } | undefined;
  for (const document of documents) {
    if (document.kind === 'cover') continue;
    const point = pointOf(document, language, strings);
    if (document.kind === 'title-page') continue;
    if (document.article?.continues && open.length > 0) {
      open.at(-1)!.point.children.push(...point.children);
      continue;
    }
    if (document.level !== undefined) {
      while (open.length > 0 && open.at(-1)!.level >= document.level) open.pop();
      (open.at(-1)?.point.children ?? points).push(point);
      open.push({ level: document.level, point });
      continue;
    }
    open.length = 0;
    if (document.kind !== 'article' || !document.column) {
      column = undefined;
      points.push(point);
      continue;
    }
    if (column?.name !== document.column) {
      // a 栏目 leads to its first article: many readers drop entries that lead nowhere
      column = { name: document.column, point: { label: document.column, href: point.href, children: [] } };
      points.push(column.point);
    }
    column.point.children.push(point);
  }
  return points;
}

function pointOf(document: EditionDocument, language: string, strings: EditionStrings): NavPoint {
  const href = `text/${chapterFile(document)}`;
  const { title, byline, lang } = document;
  return {
    label: byline ? fill(strings.nav.entry, { title, byline }) : title,
    href,
    ...(lang !== language && { lang }),
    children: nested(
      document.headings.filter(({ level }) => level <= deepest + (document.level ?? 1) - 1),
      href,
    ),
  };
}

/** Headings as a tree: each under the nearest one before it that is of a higher rank. */
function nested(headings: readonly EditionHeading[], href: string): NavPoint[] {
  const top: NavPoint[] = [];
  const open: { level: number; children: NavPoint[] }[] = [{ level: 1, children: top }];
  for (const { id, level, text } of headings) {
    if (!text) continue;
    while (open.at(-1)!.level >= level) open.pop();
    const point: NavPoint = { label: text, href: `${href}#${id}`, children: [] };
    open.at(-1)!.children.push(point);
    open.push({ level, children: point.children });
  }
  return top;
}

/** The `ol` of the nav document. */
export function navList(points: readonly NavPoint[]): string {
  return xhtml([listOf(points)]);
}

function listOf(points: readonly NavPoint[]): HastElement {
  return h(
    'ol',
    points.map(({ label, href, lang, children }) =>
      h('li', [
        h('a', { href, ...(lang && { lang, xmlLang: lang }) }, label),
        ...(children.length > 0 ? [listOf(children)] : []),
      ]),
    ),
  );
}

/** The `ol` of the landmarks: cover, contents page, first article. */
export function landmarkList(documents: readonly EditionDocument[], strings: EditionStrings): string {
  const landmarks = [
    { kind: 'cover', type: 'cover', label: strings.documents.cover },
    { kind: 'title-page', type: 'titlepage', label: strings.documents.titlePage },
    { kind: 'contents', type: 'toc', label: strings.documents.contents },
    { kind: 'article', type: 'bodymatter', label: strings.nav.start },
    { kind: 'copyright', type: 'copyright-page', label: strings.documents.copyright },
  ];
  const items = landmarks.flatMap(({ kind, type, label }) => {
    const document = documents.find(
      (candidate) =>
        candidate.kind === kind && (kind !== 'article' || (candidate.article?.matter ?? 'body') === 'body'),
    );
    return document ? [h('li', h('a', { 'epub:type': type, href: `text/${chapterFile(document)}` }, label))] : [];
  });
  return xhtml([h('ol', items)]);
}
