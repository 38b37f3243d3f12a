/** An article in, its document out: opening, body, English part, and its notes in the order of their calls. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Definition, Heading, RootContent } from 'mdast';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { Article, EditionDocument, EditionHeading, EditionNote } from '../../../model/index.js';
import { articleOpening, byline } from './article-opening.js';
import { englishPart } from './article-english.js';
import { fill, type EditionStrings } from './edition-strings.js';
import { HeadingIds } from './heading-ids.js';
import { safeAddress } from './link-addresses.js';
import type { LinkTargets } from './link-targets.js';
import { NoteRegister, separateNotes } from './note-register.js';
import type { PictureCollection } from './pictures.js';
import { plainText } from './plain-text.js';
import { printable } from './printable.js';
import { flowToHast, noteToHast, phrasingToHast, type HastContext } from './to-hast.js';

/**
 * @param id of the document: ASCII, unique in the edition
 * @param pictures takes in the pictures of the article
 * @param targets where links within the edition lead
 */
export function articleDocument(
  article: Article,
  id: string,
  language: string,
  strings: EditionStrings,
  pictures: PictureCollection,
  targets: LinkTargets,
): EditionDocument {
  const { text, notes: definitions } = separateNotes(article.body.children);
  const register = new NoteRegister(id, definitions);
  const headings: EditionHeading[] = [];
  const context = contextOf({ article, id, language, strings, pictures, register, headings, targets });
  const title = phrasingToHast(article.title, context);
  const titleNote = article.titleNote && article.titleNote.length > 0 ? register.titleNoteId : undefined;
  const opening = articleOpening(article, title, titleNote, strings, context);
  const body = flowToHast(text, context);
  const english = article.english && englishPart(article.english, context);
  const notes: EditionNote[] = [
    ...(titleNote
      ? [{ id: titleNote, kind: 'title' as const, number: 0, content: flowToHast(article.titleNote!, context) }]
      : []),
    ...register.called((definition) => noteToHast(definition, context)),
  ];
  const part = article.level !== undefined && !article.untitled && article.body.children.length === 0;
  const section = h(part ? 'section.article.part' : 'section.article', { id }, [
    ...opening,
    ...body,
    ...strayNotes(register, strings, context),
    ...editorsLine(article, strings),
    ...(english ? [english] : []),
  ]);
  return {
    id,
    kind: 'article',
    title: plainText(title) || (article.untitled ? strings.documents.front : strings.documents.untitled),
    byline: byline(article.contributors, strings),
    ...(article.column !== undefined && { column: article.column }),
    ...(article.level !== undefined && { level: titleLevel(article) }),
    lang: language,
    body: [section],
    notes,
    headings,
    article,
  };
}

/** What the conversion of an article works with. */
interface Making {
  article: Article;
  id: string;
  language: string;
  strings: EditionStrings;
  pictures: PictureCollection;
  register: NoteRegister;
  headings: EditionHeading[];
  targets: LinkTargets;
}

function contextOf({ article, id, language, strings, pictures, register, headings, targets }: Making): HastContext {
  const ids = new HeadingIds(id);
  const level = levelsOf(article.body.children, titleLevel(article) + 1);
  return {
    callNote: (identifier) => register.call(identifier),
    levelOf: (depth) => level.get(depth) ?? titleLevel(article) + 1,
    headingId: (text, node) => targets.headingId(node) ?? ids.idOf(text),
    onHeading: (heading) => headings.push(heading),
    picture: (node) => pictureOf(node, article, strings, pictures),
    linkTo: (url) => {
      const inside = targets.idOf(url, article);
      return inside === undefined ? safeAddress(url) : `#${inside}`;
    },
    formulaFailed: (node) => {
      const { start, end } = node.position ?? {};
      const span =
        start?.offset !== undefined && end?.offset !== undefined ? { start: start.offset, end: end.offset } : undefined;
      say(article.raw, 'warning', 'html:formula', messages.html.formula(node.value), span);
    },
    lostNote: strings.notes.lost,
    definitions: linkDefinitions(article.body.children),
    language,
  };
}

/** Level of the title: that of a chapter below a part is 2. */
export function titleLevel({ level = 1 }: Article): number {
  return Math.min(level, 4);
}

/** Heading levels without gaps: the depths that the article uses become 2, 3, 4 … in their order. */
function levelsOf(nodes: readonly RootContent[], first: number): Map<number, number> {
  const depths = new Set<number>();
  everyNode(nodes, (node) => node.type === 'heading' && depths.add((node as Heading).depth));
  return new Map([...depths].sort((a, b) => a - b).map((depth, rank) => [depth, Math.min(6, rank + first)]));
}

/** Where the links of an article that name a definition lead. */
export function linkDefinitions(nodes: readonly RootContent[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  everyNode(nodes, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

function everyNode(nodes: readonly RootContent[], visit: (node: RootContent) => void): void {
  for (const node of nodes) {
    visit(node);
    if ('children' in node) everyNode(node.children as RootContent[], visit);
  }
}

function pictureOf(
  node: Parameters<HastContext['picture']>[0],
  article: Article,
  strings: EditionStrings,
  pictures: PictureCollection,
): Element {
  const alt = printable(node.alt ?? '').trim();
  const found = pictures.find(article.raw, node.url);
  if (typeof found === 'object') {
    const { src, width, height } = found;
    return h('img', { src, alt: alt || strings.pictures.alt, width, height });
  }
  const { start, end } = node.position ?? {};
  const span = start?.offset !== undefined && end?.offset !== undefined && { start: start.offset, end: end.offset };
  // a page that could not be drawn is told once, with all its pictures
  if (found !== 'undrawn')
    say(article.raw, 'warning', 'html:picture', messages.html.picture[found](node.url), span || undefined);
  return h('span.picture-missing', alt ? fill(strings.pictures.missing, { alt }) : strings.pictures.missingUnnamed);
}

/** Notes whose calls the source has lost stand after the text, so that nothing is lost with them. */
function strayNotes(register: NoteRegister, strings: EditionStrings, context: HastContext): ElementContent[] {
  const stray = register.uncalled();
  if (stray.length === 0) return [];
  const notes = stray.map((definition) => h('div.stray-note', noteToHast(definition, context)));
  return [h('section.stray-notes', [h('p.stray-notes-title', strings.notes.stray), ...notes])];
}

function editorsLine(article: Article, strings: EditionStrings): ElementContent[] {
  if (article.editors.length === 0) return [];
  const names = printable(article.editors.join(strings.punctuation.names));
  return [h('p.editors', fill(strings.labels.editorsBracketed, { names }))];
}
