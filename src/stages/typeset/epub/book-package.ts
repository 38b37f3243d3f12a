/**
 * The package of the book, through epub-gen-memory.
 *
 * The library collects, fetches and zips. Its hooks end where this class begins: it names files at random, dates them
 * today, rewrites Han as numeric references and knows one flat folder; so templates are rendered here, from our own
 * four, and the zip is written without the clock.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ejs from 'ejs';
import { EPub } from 'epub-gen-memory';
import type { Remember } from '../../../cache/remember.js';
import { templatesFolder } from '../../../system/locations.js';
import type { Book } from './book.js';
import { noteSignFile } from './note-profiles.js';
import { element, xml } from '../html/xml.js';
import { zipFiles } from './zip.js';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

function template(name: string): string {
  return readFileSync(join(templatesFolder, 'epub', `${name}.ejs`), 'utf8');
}

/** A book on its way into a zip. */
export class BookPackage extends EPub {
  /** What is ours, so that it need not go through the library's streams. */
  private readonly own = new Map<string, string | Uint8Array>();

  constructor(private readonly book: Book) {
    const extension = book.cover.mediaType === 'image/png' ? 'png' : 'jpeg';
    super(
      {
        title: book.title,
        author: book.author,
        lang: book.lang,
        version: 3,
        verbose: false,
        css: book.styles,
        cover: new File([Uint8Array.from(book.cover.bytes)], `cover.${extension}`, { type: book.cover.mediaType }),
        contentOPF: template('content.opf'),
        tocNCX: template('toc.ncx'),
        tocXHTML: template('nav.xhtml'),
        chapterXHTML: template('chapter.xhtml'),
      },
      // the text does not pass through the library, which would rewrite it
      book.chapters.map(({ title, filename }) => ({ title, filename, content: '' })),
    );
    this.images = book.pictures.flatMap(({ src, content, mediaType }) => {
      if (typeof content !== 'string') return [];
      const id = src.slice('images/'.length, -extname(src).length);
      return [{ url: pathToFileURL(content).href, id, extension: extname(src).slice(1), mediaType }];
    });
  }

  /**
   * The bytes of the book: the same for the same book, on any day and in any folder.
   *
   * @param remember fonts and pictures that earlier builds packed
   */
  async pack(remember?: Remember): Promise<Uint8Array> {
    await this.render();
    const files = Object.values(this.zip.files).filter(({ dir }) => !dir);
    return zipFiles(
      await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          data: this.own.get(file.name) ?? (await file.async('uint8array')),
          stored: file.name === 'mimetype',
        })),
      ),
      remember,
    );
  }

  /** Puts a file into the book, in the place where the library keeps its own. */
  private add(name: string, content: string | Uint8Array): void {
    this.own.set(name, content);
    this.zip.file(name, '');
  }

  protected override async generateTemplateFiles(): Promise<void> {
    const { book, options } = this;
    const file = (name: string, content: string) => this.add(name, content);
    file('META-INF/container.xml', container);
    file(
      'OEBPS/content.opf',
      ejs.render(options.contentOPF, { ...book, manifest: this.manifest(), spine: this.spine() }),
    );
    file('OEBPS/nav.xhtml', ejs.render(options.tocXHTML, { ...book }));
    file('OEBPS/toc.ncx', ejs.render(options.tocNCX, { ...book }));
    for (const chapter of book.chapters) {
      file(`OEBPS/text/${chapter.filename}`, ejs.render(options.chapterXHTML, { ...chapter }));
    }
    file('OEBPS/styles/edition.css', options.css);
    for (const { src, content } of book.pictures) if (typeof content !== 'string') this.add(`OEBPS/${src}`, content);
    if (book.noteSign) this.add(`OEBPS/${noteSignFile}`, book.noteSign);
  }

  protected override async downloadAllFonts(): Promise<void> {
    for (const { filename, data } of this.book.fonts.fonts) this.add(`OEBPS/fonts/${filename}`, data);
    for (const { filename, text } of this.book.fonts.licences) this.add(`OEBPS/fonts/${filename}`, text);
  }

  private manifest(): string[] {
    const { chapters, fonts, pictures, cover, noteSign } = this.book;
    const item = (id: string, href: string, mediaType: string, properties?: string) =>
      xml(element('item', { id, href, 'media-type': mediaType, properties }));
    return [
      item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
      item('ncx', 'toc.ncx', 'application/x-dtbncx+xml'),
      item('cover-image', `cover.${this.cover?.extension}`, cover.mediaType, 'cover-image'),
      ...chapters.map(({ filename, body }) =>
        item(
          itemId(filename),
          `text/${filename}`,
          'application/xhtml+xml',
          body.includes('<math ') ? 'mathml' : undefined,
        ),
      ),
      item('styles', 'styles/edition.css', 'text/css'),
      ...(noteSign ? [item('note-sign', noteSignFile, 'image/png')] : []),
      ...fonts.fonts.map(({ filename }) => item(itemId(filename), `fonts/${filename}`, 'font/ttf')),
      ...fonts.licences.map(({ filename }) => item(itemId(filename), `fonts/${filename}`, 'text/plain')),
      ...pictures.map(({ src, mediaType }) => item(itemId(src), src, mediaType)),
    ];
  }

  private spine(): string[] {
    return this.book.chapters.map(({ filename }) => xml(element('itemref', { idref: itemId(filename) })));
  }
}

/** Id of a file in the manifest: `text-…` for documents, so that none is called `nav` or `styles`. */
function itemId(filename: string): string {
  const [stem, extension] = [filename.replace(/\.[^.]*$/, ''), filename.replace(/^.*\./, '')];
  return `${extension === 'xhtml' ? 'text' : extension}-${stem.replace(/[^A-Za-z0-9.-]/g, '-')}`;
}
