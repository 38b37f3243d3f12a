/** Proves that the pages hold the edition: what was to be printed and what stands on the pages in, differences out. */
import { messages } from '../../../messages/index.js';
import { wordJoiner } from '../html/bind-calls.js';
import type { RenderedPart } from './document/render-part.js';
import type { ComposeOutput, PageFault } from './plan/compose-types.js';
import type { PdfFinding } from './types.js';

const say = messages.pdf;

/** Every character and note of a document stands exactly once on its pages. */
export function proveText(expected: RenderedPart, found: ComposeOutput): PdfFinding[] {
  const findings: PdfFinding[] = [];
  const { id: document, title } = expected;
  const compare = (before: string, after: string) => {
    const [a, b] = [essence(before), essence(after)];
    if (a === b) return;
    let at = 0;
    while (a[at] === b[at]) at += 1;
    const excerpt = (text: string) => text.slice(Math.max(0, at - 8), at + 12);
    const reason = say.textDiffers(title, undefined, excerpt(a), excerpt(b));
    findings.push({ severity: 'fatal', rule: 'pdf:text', reason, document });
  };
  compare(expected.flow, found.flow);
  for (const [id, { number, text }] of expected.notes) {
    const { text: set = '', times = 0 } = found.notes[id] ?? {};
    if (times !== 1) {
      const reason = say.noteCount(String(number || id), title, times);
      findings.push({ severity: 'fatal', rule: 'pdf:notes', reason, document });
    } else compare(text, set);
  }
  return findings;
}

/** White space, joiners and soft hyphens are layout. */
function essence(text: string): string {
  return text.replaceAll(wordJoiner, '').replace(/[\s\u00ad]+/g, '');
}

/**
 * @param fault on a page of a part
 * @param part where it was seen, and the number of each of its notes
 * @param first number of the part's first sheet in the file, from 1
 */
export function describeFault(
  fault: PageFault,
  part: { id: string; title: string; numberOf(note: string): number | undefined },
  first: number,
): PdfFinding {
  const page = first + fault.page;
  const about = { document: part.id, page };
  switch (fault.kind) {
    case 'overflow':
      return { severity: 'fatal', rule: 'pdf:overflow', reason: say.overflow(page, fault.what, fault.by), ...about };
    case 'unstable': {
      const reason = say.unstable(page, fault.what, fault.planned, fault.found);
      return { severity: 'fatal', rule: 'pdf:lines', reason, ...about };
    }
    case 'misplaced': {
      const reason = say.misplaced(page, fault.what, fault.planned, fault.found);
      return { severity: 'fatal', rule: 'pdf:grid', reason, ...about };
    }
    case 'oversize':
      return { severity: 'warning', rule: 'pdf:oversize', reason: say.oversize(page, fault.what), ...about };
    case 'broken-numbers': {
      const reason = say.brokenNumbers(page, fault.what);
      return { severity: 'warning', rule: 'pdf:table-width', reason, ...about };
    }
    case 'away': {
      const number = part.numberOf(fault.note.replace(/-again-\d+$/, '')) ?? fault.note;
      return {
        severity: 'warning',
        rule: 'pdf:away',
        reason: say.noteAway(String(number), part.title, page),
        ...about,
      };
    }
  }
}
