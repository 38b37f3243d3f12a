/** What the composer is told of each document: an edition and its settings in, the input of its parts out. */
import type { Edition, EditionDocument } from '../../../model/index.js';
import { editionStrings } from '../html/edition-strings.js';
import { issueLine } from '../html/front-documents.js';
import type { ComposeInput } from './plan/compose-types.js';
import type { PrintSettings } from './print-settings.js';

/** Front and back matter have no running head and no folio. */
export function isPlain({ kind }: EditionDocument): boolean {
  return kind !== 'article' && kind !== 'english-abstracts';
}

export function partInput({ meta, documents }: Edition, settings: PrintSettings) {
  const strings = editionStrings(meta.language);
  const articles = documents.filter(({ kind }) => kind === 'article');
  // the larger unit: the journal; for an article by itself its authors
  const larger = meta.journal ?? ((articles.length === 1 && articles[0]!.byline) || meta.title);
  const shared = {
    versoHead: [larger, issueLine(meta, strings)].filter(Boolean).join('\u3000'),
    notes: settings.notes,
    words: {
      titleMark: strings.notes.titleMark,
      noteContinues: strings.print.noteContinues,
      noteContinued: strings.print.noteContinued,
      tableContinued: strings.print.tableContinued,
    },
  };
  return (document: EditionDocument): ComposeInput => {
    const { id, kind, title } = document;
    return { ...shared, document: { id, kind, title, plain: isPlain(document) } };
  };
}
