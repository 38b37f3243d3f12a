/** A document of the edition as a JATS 1.3 article (Journal Publishing): hast and its article in, XML out. */
import type { Element } from 'xast';
import type { EditionDocument, EditionNote, IssueMeta } from '../../../model/index.js';
import type { EditionStrings } from '../html/edition-strings.js';
import { element, xml } from '../html/xml.js';
import { blocks, sectionsOf } from './body.js';
import { checkContent } from './check-content.js';
import { documentParts, type DocumentParts } from './document-parts.js';
import { frontOf, shortLanguage } from './front.js';
import { inline, wrap, type InlineContext } from './inline.js';

const doctype =
  '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" "JATS-journalpublishing1-3.dtd">';

/**
 * @throws when the tree is none that JATS allows: a mistake of ours
 */
export function articleXml(document: EditionDocument, meta: IssueMeta, slug: string, strings: EditionStrings): string {
  const marks = new Map(document.notes.map((note) => [note.id, markOf(note, strings)]));
  const context: InlineContext = {
    markOf: (id) => marks.get(id) ?? '',
    pictureAt: (src) => src,
    uniqueId: uniqueIds(),
  };
  const parts = documentParts(document);
  const back = backOf(document, parts, strings, context);
  const article = wrap(
    'article',
    {
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      'article-type': 'research-article',
      'dtd-version': '1.3',
      'xml:lang': shortLanguage(document.lang),
    },
    [
      frontOf(document, meta, slug, context),
      wrap('body', {}, sectionsOf(parts.body, context)),
      ...(back.length > 0 ? [wrap('back', {}, back)] : []),
    ],
  );
  checkContent(article);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${xml(spread(article))}\n`;
}

function uniqueIds(): InlineContext['uniqueId'] {
  const taken = new Set<string>();
  return (stem) => {
    const plain = stem.replace(/[^A-Za-z0-9-]+/g, '-');
    let id = plain;
    for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
    taken.add(id);
    return id;
  };
}

function markOf({ kind, number }: EditionNote, strings: EditionStrings): string {
  return kind === 'title' ? strings.notes.titleMark : String(number);
}

function backOf(
  document: EditionDocument,
  { references, stray }: DocumentParts,
  strings: EditionStrings,
  context: InlineContext,
): Element[] {
  const notes = document.notes.map((note) =>
    wrap('fn', { id: note.id }, [
      element('label', {}, [markOf(note, strings)]),
      ...inParagraphs(blocks(note.content, context)),
    ]),
  );
  const uncalled = stray
    .filter((node) => node.type === 'element' && node.tagName === 'div')
    .map((node) => wrap('fn', {}, inParagraphs(blocks([node], context))));
  const { heading, entries } = references;
  return [
    ...(notes.length > 0 ? [wrap('fn-group', {}, notes)] : []),
    ...(uncalled.length > 0
      ? [wrap('fn-group', { 'content-type': 'uncalled' }, [element('title', {}, [strings.notes.stray]), ...uncalled])]
      : []),
    ...(entries.length > 0
      ? [
          wrap('ref-list', {}, [
            ...(heading?.type === 'element' ? [wrap('title', {}, inline(heading.children, context))] : []),
            ...entries.map((entry, k) =>
              wrap('ref', { id: `ref-${k + 1}` }, [
                wrap('mixed-citation', {}, inline(entry.type === 'element' ? entry.children : [], context)),
              ]),
            ),
          ]),
        ]
      : []),
  ];
}

/** A note holds paragraphs, and paragraphs anything. */
function inParagraphs(content: Element[]): Element[] {
  const paragraphs = content.map((node) => (node.name === 'p' ? node : wrap('p', {}, [node])));
  return paragraphs.length > 0 ? paragraphs : [element('p')];
}

/** Elements that hold no words of their own: their children stand on lines of their own. */
const containers = new Set(
  'article front journal-meta article-meta title-group contrib-group contrib body sec back fn-group fn ref-list ref table-wrap table thead tbody tr list list-item fig disp-quote verse-group abstract trans-abstract kwd-group'.split(
    ' ',
  ),
);

function spread(tree: Element): Element {
  const children = tree.children.map((child) => (child.type === 'element' ? spread(child) : child));
  const end = { type: 'text' as const, value: '\n' };
  const lines = containers.has(tree.name) && children.length > 0 && children.every(({ type }) => type === 'element');
  return { ...tree, children: lines ? [end, ...children.flatMap((child) => [child, end])] : children };
}
