/** An edition in, the files of a small site out: contents, a page a document, pictures, one style sheet, no script. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ejs from 'ejs';
import { h } from 'hastscript';
import { stylesFolder, templatesFolder } from '../../../system/locations.js';
import type { Edition, EditionDocument } from '../../../model/index.js';
import { editionStrings } from '../html/edition-strings.js';
import { plainText } from '../html/plain-text.js';
import { printable } from '../html/printable.js';
import type { OutputFile } from '../target.js';
import { pageContent, pageFile } from './page.js';

/** Documents that a site has no page for: the contents page stands for a cover. */
export const isPage = ({ kind }: EditionDocument): boolean => kind !== 'cover';

/** Name of a file of the site by its place in the site's folder. */
export const siteFile = ({ slug }: Pick<Edition, 'slug'>, name: string): string => `${slug}-html/${name}`;

/** The same edition gives the same bytes. */
export async function makeSite(edition: Edition): Promise<OutputFile[]> {
  const strings = editionStrings(edition.meta.language);
  const template = await readFile(join(templatesFolder, 'site', 'page.html.ejs'), 'utf8');
  const documents = withIndex(edition.documents.filter(isPage));
  const files = filesById(documents);
  const render = ejs.compile(template);
  const pages = documents.map((document, k) => ({
    name: siteFile(edition, pageFile(document)),
    bytes: Buffer.from(
      render({
        lang: document.lang,
        kind: document.kind,
        title: titleOf(document, edition),
        site: issueTitle(edition),
        index: pageFile(document) === 'index.html' ? undefined : 'index.html',
        before: neighbour(documents[k - 1]),
        after: neighbour(documents[k + 1]),
        headings: document.headings.length > 2 ? document.headings.filter(({ level }) => level <= 3) : [],
        contents: strings.documents.contents,
        content: pageContent(document, strings, (id) => files.get(id)),
        masthead: pageFile(document) === 'index.html' ? masthead(edition) : [],
      }),
    ),
  }));
  const index = pages.findIndex(({ name }) => name.endsWith('/index.html'));
  return [
    ...pages.splice(index, 1),
    ...pages,
    { name: siteFile(edition, 'style.css'), bytes: await styles() },
    ...(await Promise.all(
      edition.pictures.map(async ({ src, content }) => ({
        name: siteFile(edition, src),
        bytes: typeof content === 'string' ? await readFile(content) : content,
      })),
    )),
  ];
}

async function styles(): Promise<Buffer> {
  const sheets = ['base.css', 'site.css'].map((sheet) => readFile(join(stylesFolder, sheet)));
  return Buffer.concat(await Promise.all(sheets));
}

/** An edition of one article has no contents: its article is what one comes to first. */
function withIndex(documents: readonly EditionDocument[]): EditionDocument[] {
  if (documents.some((document) => pageFile(document) === 'index.html')) {
    const [contents, ...rest] = [
      ...documents.filter(({ kind }) => kind === 'contents'),
      ...documents.filter(({ kind }) => kind !== 'contents'),
    ];
    return [contents!, ...rest];
  }
  const entries = documents.map(({ id, title }) => h('li.contents-entry', h('a', { href: `#${id}` }, title)));
  const list: EditionDocument = {
    id: 'contents',
    kind: 'contents',
    title: '',
    byline: '',
    lang: documents[0]?.lang ?? 'zh-Hans',
    notes: [],
    headings: [],
    body: [h('ol.contents-list', entries)],
  };
  return [list, ...documents];
}

function filesById(documents: readonly EditionDocument[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of documents)
    for (const id of [document.id, ...document.headings.map((heading) => heading.id), ...idsIn(document)])
      files.set(id, pageFile(document));
  return files;
}

function idsIn({ notes }: EditionDocument): string[] {
  return notes.map(({ id }) => id);
}

const neighbour = (document: EditionDocument | undefined) =>
  document && { href: pageFile(document), title: document.title };

function titleOf({ title }: EditionDocument, edition: Edition): string {
  const issue = issueTitle(edition);
  return title && title !== issue ? `${title}　${issue}` : issue;
}

const issueTitle = ({ meta }: Edition): string => printable(meta.title);

/** What the cover says, at the head of the contents. */
function masthead({ documents }: Edition): string[] {
  const [section] = documents.find(({ kind }) => kind === 'cover')?.body ?? [];
  const lines = section?.type === 'element' ? section.children.map((line) => plainText([line as never])) : [];
  return lines.filter(Boolean);
}
