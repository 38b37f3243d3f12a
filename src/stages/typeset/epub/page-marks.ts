/**
 * Marks in the text where a printed page begins.
 *
 * Pages of the source (`span.page-break[data-page]` in the edition) come first; where it has none, those of the print
 * edition that is made in the same build. A book that is built alone has no printed pages to name.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument } from '../../../model/index.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { insertAt, type Insertion } from './insert-at.js';
import { xhtml } from '../html/xml.js';

/** Where a page of print begins. */
export interface PageStart {
  /** The number printed on it. */
  folio: string;
  /** Id of its document. */
  document: string;
  /** Characters of the document that stand before it: without white space, notes and the foot of the opening. */
  offset: number;
}

/** A page that can be turned to. */
export interface ListedPage {
  label: string;
  /** Relative to the package document. */
  href: string;
}

export class PageMarks {
  /** What the numbers count; undefined where no page is known. */
  readonly source: string | undefined;
  private readonly starts: readonly PageStart[];

  /** @param printed pages of the print edition, in order */
  constructor(
    documents: readonly EditionDocument[],
    printed: readonly PageStart[] | undefined,
    private readonly strings: EditionStrings,
  ) {
    const paged = documents.some(({ body }) => body.some(holdsPageBreak));
    this.starts = paged ? [] : (printed ?? []).filter((start) => documents.some(({ id }) => id === start.document));
    this.source = paged ? strings.nav.sourcePages : this.starts.length > 0 ? strings.nav.printPages : undefined;
  }

  /** Pages of print that begin in a document. */
  startsIn(document: string): PageStart[] {
    return this.starts.filter((start) => start.document === document);
  }

  /**
   * Marks a document.
   *
   * @param file name of the document in `text/`
   * @returns its body with marks, and the pages that can be turned to in it
   */
  mark(document: string, file: string, body: ElementContent[]): { body: ElementContent[]; pages: ListedPage[] } {
    if (this.source === undefined) return { body, pages: [] };
    const insertions = this.startsIn(document).map(({ folio, offset }): Insertion => ({
      offset,
      node: h('span.page-break', { dataPage: folio }),
    }));
    const pages: ListedPage[] = [];
    return { body: this.written(insertAt(body, insertions), file, new Set(), pages), pages };
  }

  private written(
    nodes: readonly ElementContent[],
    file: string,
    ids: Set<string>,
    pages: ListedPage[],
  ): ElementContent[] {
    return nodes.map((node) => {
      if (node.type !== 'element') return node;
      if (!isPageBreak(node)) return { ...node, children: this.written(node.children, file, ids, pages) };
      const label = String(node.properties.dataPage);
      const stem = `page-${label.replace(/[^A-Za-z0-9]+/g, '-')}`;
      let id = stem;
      for (let n = 2; ids.has(id); n++) id = `${stem}-${n}`;
      ids.add(id);
      pages.push({ label, href: `text/${file}#${id}` });
      const ariaLabel = fill(this.strings.nav.page, { page: label });
      return h('span.page-break', { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel });
    });
  }
}

/** Markup of the list in the nav document; empty where there is none. */
export function pageList(pages: readonly ListedPage[]): string {
  if (pages.length === 0) return '';
  const entries = pages.map(({ label, href }) => h('li', h('a', { href }, label)));
  return xhtml([h('ol', entries)]);
}

function isPageBreak({ properties }: Element): boolean {
  return properties.dataPage !== undefined;
}

function holdsPageBreak(node: ElementContent): boolean {
  return node.type === 'element' && (isPageBreak(node) || node.children.some(holdsPageBreak));
}
