/** The errata as a slip to lay in the printed edition: their page in, a PDF on small paper out. */
import type { Edition, EditionDocument, Issue } from '../../model/index.js';
import { modifiedOf, uuidOf } from '../../stages/typeset/html/identity.js';
import { makePdf, type Pdf, type PdfOptions } from '../../stages/typeset/pdf/index.js';

/** @throws BrowserError when no browser prints */
export function printSlip(issue: Issue, document: EditionDocument, options: PdfOptions): Promise<Pdf> {
  const edition: Edition = {
    slug: `${issue.slug}.errata`,
    meta: { ...issue.meta, title: [issue.meta.title, document.title].join('　') },
    config: {},
    identifier: `urn:uuid:${uuidOf(JSON.stringify(['errata', issue.slug, document.body]))}`,
    modified: modifiedOf(issue),
    documents: [document],
    pictures: [],
  };
  // what the issue says of its own pages is not for a slip
  return makePdf(edition, { ...options, print: { size: '32k', theme: 'journal' } });
}
