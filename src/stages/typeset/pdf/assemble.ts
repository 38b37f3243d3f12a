/** Puts printed parts and blank pages into their final order: parts in, what is known only of the whole out. */
import type { BindingPlan, PlacedPart } from './bind/bind-edition.js';
import type { EditionDocument } from '../../../model/index.js';
import type { ComposeOutput } from './plan/compose-types.js';
import type { PdfPageStart, PdfPlace } from './types.js';

/** A document that was printed and bound. */
export interface SetPart {
  document: EditionDocument;
  composed: ComposeOutput;
  bound: PlacedPart;
}

export interface Assembled {
  parts: (SetPart & {
    /** Its first sheet in the file, from 0. */
    first: number;
  })[];
  sheets: BindingPlan['sheets'];
  folios: string[];
  /** Page from 0, px from its head. */
  places: BindingPlan['places'];
  contents: PdfPlace[];
  pageStarts: PdfPageStart[];
  /** Blank lines of each page. */
  blankLines: number[];
}

/** @param order parts, and numbers of blank pages between them */
export function assemble(order: readonly (SetPart | number)[]): Assembled {
  const all: Assembled = {
    parts: [],
    sheets: [],
    folios: [],
    places: [],
    contents: [],
    pageStarts: [],
    blankLines: [],
  };
  for (const item of order) {
    if (typeof item === 'number') {
      for (let k = 0; k < item; k++) {
        all.sheets.push('blank');
        all.folios.push('');
        all.blankLines.push(0);
      }
      continue;
    }
    const first = all.folios.length;
    const { document, composed, bound } = item;
    all.parts.push({ ...item, first });
    all.sheets.push(bound);
    let offset = 0;
    for (const { folio, blank, characters } of composed.pages) {
      const page = all.folios.push(folio);
      all.blankLines.push(blank);
      if (folio && characters > 0) all.pageStarts.push({ page, folio, document: document.id, offset });
      offset += characters;
    }
    const named = new Set([document.id, ...document.headings.map(({ id }) => id)]);
    for (const { id, page, top } of composed.places) {
      all.places.push({ id, page: first + page, top });
      if (named.has(id)) all.contents.push({ id, page: first + page + 1, folio: composed.pages[page]!.folio });
    }
  }
  return all;
}
