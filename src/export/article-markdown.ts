/** An article of the model as a file of finished Markdown: metadata block, text, notes. */
import type { FootnoteDefinition } from 'mdast';
import { stringify } from 'yaml';
import type { Article, Contributor } from '../model/index.js';
import { linkDefinitions } from '../stages/typeset/html/article-document.js';
import { separateNotes } from '../stages/typeset/html/note-register.js';
import { MarkdownWriter } from './write-markdown.js';

/**
 * @param addressOf address of a picture beside the file, by how the article calls it
 * @param linkOf what a link leads to, by what the article says */
export function articleMarkdown(
  article: Article,
  addressOf: (picture: string) => string,
  linkOf: (url: string) => string = (url) => url,
): string {
  const { text, notes } = separateNotes(article.body.children);
  const definitions = new Map<string, FootnoteDefinition>(notes.map((note) => [note.identifier, note]));
  const writer = new MarkdownWriter(definitions, linkDefinitions(article.body.children), addressOf, linkOf);
  const matter = stringify(matterOf(article, writer), { lineWidth: 0, aliasDuplicateObjects: false });
  const body = writer.flow(text);
  return `---\n${[`${matter}---`, body, writer.notes()].filter(Boolean).join('\n\n')}\n`;
}

/** The keys that `structure/read-front-matter.ts` reads; those without a value are left out. */
function matterOf(article: Article, writer: MarkdownWriter): Record<string, unknown> {
  const { english } = article;
  const matter = {
    title: article.title.length > 0 ? writer.phrasing(article.title) : undefined,
    subtitle: article.subtitle && writer.phrasing(article.subtitle),
    column: article.column,
    level: article.level,
    matter: article.matter,
    untitled: article.untitled,
    continues: article.continues,
    title_note: article.titleNote && writer.flow(article.titleNote),
    authors: article.contributors.map(person),
    abstract: writer.flow(article.abstract),
    keywords: article.keywords,
    clc: article.clc,
    document_code: article.documentCode,
    article_id: article.articleId,
    doi: article.doi,
    fund: article.fund && writer.phrasing(article.fund),
    received: article.received,
    bios: article.bios.map((bio) => writer.phrasing(bio)),
    editor: article.editors,
    first_page: article.firstPage,
    english:
      english &&
      given({
        title: english.title,
        authors: english.authors,
        affiliations: english.affiliations,
        abstract: writer.flow(english.abstract),
        keywords: english.keywords,
      }),
  };
  return given(matter);
}

function person({ name, role, affiliation }: Contributor): string | Record<string, string> {
  if (role === 'author' && affiliation === undefined) return name;
  return { name, ...(role !== 'author' && { role }), ...(affiliation !== undefined && { affiliation }) };
}

/** Without what is absent or empty. */
function given(facts: Record<string, unknown>): Record<string, unknown> {
  const isGiven = (value: unknown): boolean =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isGiven(value)));
}
