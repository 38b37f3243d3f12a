/** What print has to say of a finished edition: everything seen on its pages in, findings out. */
import { messages, type Message } from '../../../messages/index.js';
import type { Assembled } from './assemble.js';
import { describeFault } from './prove-text.js';
import type { PdfFinding } from './types.js';

/** The first Chromium that has text-autospace. */
const leastChromium = 140;
/** Pixels an inch of a picture in print. */
const leastResolution = 300;

export interface Seen {
  assembled: Assembled;
  /** Characters that no font has. */
  missing: readonly string[];
  /** Pictures that could not be read. */
  failures: readonly { path: string; code: string }[];
  /** Major version of the browser, where one was started. */
  version: number | undefined;
  press: boolean;
}

export function pdfFindings({ assembled, missing, failures, version, press }: Seen): PdfFinding[] {
  return [
    ...(version !== undefined && version < leastChromium
      ? [warning('browser', messages.pdf.oldBrowser(version, leastChromium))]
      : []),
    ...glyphFindings(missing),
    ...failures.map(({ path, code }) => warning('picture', messages.pdf.unreadablePicture(path, code))),
    ...(press ? pressFindings(assembled) : []),
    ...faultFindings(assembled),
    ...contentsFindings(assembled),
  ];
}

/** What a printer would ask about. */
function pressFindings({ parts }: Assembled): PdfFinding[] {
  const coarse = parts.flatMap(({ composed, first }) =>
    composed.pictures
      .filter(({ resolution }) => resolution < leastResolution)
      .map(({ page, what, resolution }) => {
        const sheet = first + page + 1;
        const reason = messages.pdf.coarsePicture(sheet, what, Math.round(resolution), leastResolution);
        return { ...warning('resolution', reason), page: sheet };
      }),
  );
  const coloured = parts.flatMap(({ bound, first }) => bound.coloured.map((page) => first + page + 1));
  return [...coarse, ...(coloured.length > 0 ? [warning('colour', messages.pdf.colour(coloured))] : [])];
}

function faultFindings({ parts }: Assembled): PdfFinding[] {
  return parts.flatMap(({ document, composed, first }) => {
    const numbers = new Map(document.notes.map(({ id, number }) => [id, number]));
    const part = { id: document.id, title: document.title, numberOf: (note: string) => numbers.get(note) };
    return composed.faults.map((fault) => describeFault(fault, part, first + 1));
  });
}

/** Whether the contents state the numbers of the pages on which everything came to stand. */
function contentsFindings({ parts, contents }: Assembled): PdfFinding[] {
  const folios = new Map(contents.map(({ id, folio }) => [id, folio]));
  return parts.flatMap(({ composed, first }) =>
    composed.entries.flatMap(({ page, entry, target, stated }): PdfFinding[] => {
      const found = folios.get(target) ?? '';
      if (stated === found && found !== '') return [];
      const reason = messages.pdf.contentsPage(entry, stated, found);
      return [{ severity: 'fatal', rule: 'pdf:contents', reason, page: first + page + 1 }];
    }),
  );
}

function glyphFindings(missing: readonly string[]): PdfFinding[] {
  if (missing.length === 0) return [];
  const list = missing.map((c) => `${c} U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return [warning('glyphs', messages.pdf.missingGlyphs(list))];
}

function warning(rule: string, reason: Message): PdfFinding {
  return { severity: 'warning', rule: `pdf:${rule}`, reason };
}
