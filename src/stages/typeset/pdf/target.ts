/** The PDF as an output: one file; what stands on its pages is what its composer set there. */
import type { Edition, EditionDocument } from '../../../model/index.js';
import { partsOfFoot, type DocumentFlow } from '../html/document-flow.js';
import type { Target, TargetOptions, TargetOutput } from '../target.js';
import { makePdf } from './make-pdf.js';
import type { Pdf } from './types.js';

export const target: Target = {
  async make(edition: Edition, options: TargetOptions): Promise<TargetOutput> {
    const { bytes, pages, contents, pageStarts, findings, words } = await makePdf(edition, options);
    return {
      files: [{ name: `${edition.slug}.pdf`, bytes, pages }],
      findings,
      printed: { contents, pageStarts },
      readBack: readBackPages(words),
    };
  },
};

/** What stands on the pages, as their composer reports it. */
export type PageFlows = { flows: Pdf['words']['flows']; notes: Record<string, { text: string }> };

export function readBackPages({ flows, notes }: PageFlows): TargetOutput['readBack'] {
  return (document) => {
    const flow = pagesFlow(document, flows, notes);
    return { given: JSON.stringify(flow && { ...flow, notes: [...flow.notes] }) ?? '', found: () => flow };
  };
}

function pagesFlow(
  document: EditionDocument,
  flows: PageFlows['flows'],
  notes: PageFlows['notes'],
): DocumentFlow | undefined {
  const text = flows[document.id];
  if (text === undefined) return undefined;
  const feet = Array.from({ length: partsOfFoot(document) }, (_, k) => notes[`${document.id}-foot-${k}`]?.text ?? '');
  const own = document.notes.flatMap(({ id }) => (notes[id] ? [[id, notes[id].text] as const] : []));
  return { text, foot: feet.join(''), notes: new Map(own) };
}
