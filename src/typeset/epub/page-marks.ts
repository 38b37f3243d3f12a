/**
 * Marks in the text where a printed page begins, and the list of them.
 *
 * Pages of the source (`span.page-break[data-page]` in the edition) come first; where it has none, those of the print
 * edition that is made in the same build. A book that is built alone has no printed pages to name.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument } from '../../model.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { insertAt, type Insertion } from './insert-at.js';
import { xhtml } from './xml.js';

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
  /** Complete when every document is marked. */
  readonly listed: ListedPage[] = [];

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

  /**
   * Marks a document; documents are marked in reading order, for so the list is made.
   *
   * @param file name of the document in `text/`
   */
  mark(document: string, file: string, body: ElementContent[]): ElementContent[] {
    if (this.source === undefined) return body;
    const insertions = this.starts
      .filter((start) => start.document === document)
      .map(({ folio, offset }): Insertion => ({ offset, node: h('span.page-break', { dataPage: folio }) }));
    const ids = new Set<string>();
    return this.written(insertAt(body, insertions), file, ids);
  }

  /** Markup of the list in the nav document; empty where there is none. */
  list(): string {
    if (this.listed.length === 0) return '';
    return xhtml([
      h(
        'ol',
        this.listed.map(({ label, href }) => h('li', h('a', { href }, label))),
      ),
    ]);
  }

  private written(nodes: readonly ElementContent[], file: string, ids: Set<string>): ElementContent[] {
    return nodes.map((node) => {
      if (node.type !== 'element') return node;
      if (!isPageBreak(node)) return { ...node, children: this.written(node.children, file, ids) };
      const label = String(node.properties.dataPage);
      const stem = `page-${label.replace(/[^A-Za-z0-9]+/g, '-')}`;
      let id = stem;
      for (let n = 2; ids.has(id); n++) id = `${stem}-${n}`;
      ids.add(id);
      this.listed.push({ label, href: `text/${file}#${id}` });
      const ariaLabel = fill(this.strings.nav.page, { page: label });
      return h('span.page-break', { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel });
    });
  }
}

function isPageBreak({ properties }: Element): boolean {
  return properties.dataPage !== undefined;
}

function holdsPageBreak(node: ElementContent): boolean {
  return node.type === 'element' && (isPageBreak(node) || node.children.some(holdsPageBreak));
}
