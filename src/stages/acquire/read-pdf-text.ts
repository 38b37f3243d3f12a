/** Reads a PDF as a raw text: its bytes in, its text with pages out, and what is to be said of them. */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { RawText } from '../../model/index.js';
import { PdfFault } from './pdf/pdf-fault.js';
import type { PageRange } from '../../model/config/page-ranges.js';
import { readPdfApart, type PdfReader } from './pdf/read-pdf-apart.js';
import { tellPages } from './tell-pages.js';

/**
 * @param rawOf makes a raw text of what was read
 * @param reader reads in a thread of its own where it is left out
 */
export async function readPdfText(
  bytes: Uint8Array,
  pages: readonly PageRange[] | undefined,
  rawOf: (text: string, used: string) => RawText,
  reader: PdfReader = readPdfApart,
): Promise<RawText> {
  try {
    const { text, paged } = await reader(new Uint8Array(bytes), { pages });
    const raw = { ...rawOf(text, 'pdf'), paged };
    raw.file.data.paged = paged;
    tellPages(raw, paged);
    return raw;
  } catch (error) {
    if (!(error instanceof PdfFault)) throw error;
    const raw = rawOf('', 'pdf');
    say(raw, 'fatal', `acquire:${ruleOf(error)}`, messages.pages.fault[error.kind](error.page, error.count));
    return raw;
  }
}

function ruleOf({ kind }: PdfFault): string {
  if (kind === 'password' || kind === 'damaged') return 'pdf-opens';
  return kind === 'no-such-pages' ? 'pages-exist' : 'pdf-limits';
}
