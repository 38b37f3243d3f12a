/** The cover as a content document: a picture with its words as alternative text. */
import { h } from 'hastscript';
import type { EditionDocument, IssueMeta } from '../../../model/index.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { plainText } from '../html/plain-text.js';
import type { CoverPicture } from './book.js';
import { chapterFile, type Chapter } from './chapter.js';
import { xhtml } from '../html/xml.js';

export function coverChapter(
  document: EditionDocument,
  cover: CoverPicture,
  meta: IssueMeta,
  strings: EditionStrings,
): Chapter {
  const section = document.body[0];
  const lines = section?.type === 'element' ? section.children.map((line) => plainText([line as never])) : [];
  const alt = fill(strings.pictures.cover, {
    title: lines.filter(Boolean).join(strings.punctuation.names) || meta.title,
  });
  const src = `../cover.${cover.mediaType === 'image/png' ? 'png' : 'jpeg'}`;
  return {
    filename: chapterFile(document),
    title: document.title,
    lang: document.lang,
    matter: 'frontmatter',
    kind: document.kind,
    body: xhtml([h('section.cover', h('img.cover-picture', { src, alt, 'epub:type': 'cover', role: 'doc-cover' }))]),
    pages: [],
  };
}
