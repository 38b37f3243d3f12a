/** Why a PDF, or a page of it, could not be read: what pdf.js or a limit of ours says in, a fault with its kind out. */

/** Kinds of faults. */
export type PdfFaultKind =
  /** It opens with a password only. */
  | 'password'
  /** It is no whole PDF: its list of objects or its pages are not there. */
  | 'damaged'
  /** `issue.yaml` asks for pages that it does not have. */
  | 'no-such-pages'
  /** More than `PdfLimits` allow. */
  | 'pages'
  | 'glyphs'
  | 'operators'
  | 'page-time'
  | 'time'
  | 'memory';

/** A fault, as it goes from thread to thread. */
export interface PdfFaultFacts {
  kind: PdfFaultKind;
  /** Number of the page in the file, where it is a page's. */
  page?: number | undefined;
  /** What there is of what the limit counts. */
  count?: number | undefined;
}

/** Stops the reading of a file. */
export class PdfFault extends Error implements PdfFaultFacts {
  constructor(
    readonly kind: PdfFaultKind,
    readonly page?: number,
    readonly count?: number,
  ) {
    super(`${kind}${page === undefined ? '' : ` on page ${page}`}`);
    this.name = 'PdfFault';
  }
}

/** What pdf.js throws when it opens a file. */
export function faultOfOpening(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new PdfFault('password');
  return knownErrors.has(name) ? new PdfFault('damaged') : error;
}

const knownErrors = new Set(['InvalidPDFException', 'UnknownErrorException', 'FormatError']);
