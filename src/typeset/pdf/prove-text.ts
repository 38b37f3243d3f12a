/** Proves that the pages hold the edition: what was to be printed and what stands on the pages in, differences out. */
import { messages } from '../../messages/en.js';
import { wordJoiner } from './document/bind-text.js';
import type { RenderedDocument } from './document/render-document.js';
import type { ComposeOutput, PageFault } from './plan/compose-types.js';
import type { PdfFinding } from './types.js';

const say = messages.pdf;

/** Every character and note of the edition stands exactly once on the pages. */
export function proveText(expected: RenderedDocument, found: ComposeOutput): PdfFinding[] {
  const findings: PdfFinding[] = [];
  const compare = (document: string, before: string, after: string) => {
    const [a, b] = [essence(before), essence(after)];
    if (a === b) return;
    let at = 0;
    while (a[at] === b[at]) at += 1;
    const excerpt = (text: string) => text.slice(Math.max(0, at - 8), at + 12);
    const reason = say.textDiffers(document, undefined, excerpt(a), excerpt(b));
    findings.push({ severity: 'fatal', rule: 'pdf:text', reason, document });
  };
  for (const [id, text] of expected.flows) compare(id, text, found.flows[id] ?? '');
  for (const [id, { document, number, text }] of expected.notes) {
    const { text: set = '', times = 0 } = found.notes[id] ?? {};
    if (times !== 1) {
      const reason = say.noteCount(String(number || id), document, times);
      findings.push({ severity: 'fatal', rule: 'pdf:notes', reason, document });
    } else compare(document, text, set);
  }
  return [...findings, ...found.faults.map((fault) => describe(fault, expected))];
}

/** White space, joiners and soft hyphens are layout. */
function essence(text: string): string {
  return text.replaceAll(wordJoiner, '').replace(/[\s\u00ad]+/g, '');
}

function describe(fault: PageFault, { notes }: RenderedDocument): PdfFinding {
  const { page } = fault;
  switch (fault.kind) {
    case 'overflow':
      return { severity: 'fatal', rule: 'pdf:overflow', reason: say.overflow(page, fault.what, fault.by), page };
    case 'unstable':
      return {
        severity: 'fatal',
        rule: 'pdf:lines',
        reason: say.unstable(page, fault.what, fault.planned, fault.found),
        page,
      };
    case 'misplaced':
      return {
        severity: 'fatal',
        rule: 'pdf:grid',
        reason: say.misplaced(page, fault.what, fault.planned, fault.found),
        page,
      };
    case 'oversize':
      return { severity: 'warning', rule: 'pdf:oversize', reason: say.oversize(page, fault.what), page };
    case 'contents':
      return {
        severity: 'fatal',
        rule: 'pdf:contents',
        reason: say.contentsPage(fault.entry, fault.stated, fault.found),
        page,
      };
    case 'away': {
      const number = notes.get(fault.note.replace(/-again-\d+$/, ''))?.number ?? fault.note;
      const reason = say.noteAway(String(number), fault.document, page);
      return { severity: 'warning', rule: 'pdf:away', reason, document: fault.document, page };
    }
  }
}
