/**
 * Measures a finished PDF against what a page of a Chinese journal must meet: its bytes in, a verdict a requirement out.
 *
 * The numbers P1 to P40 follow clreq and jlreq: 避头尾, line and page ends, sizes, grid, notes, folios, running heads.
 * What leaves no trace in positions and fonts is not measured.
 */
import { readBook } from './read-book.js';
import { file } from './requirements/file.js';
import { furniture } from './requirements/furniture.js';
import { lineEnds } from './requirements/line-ends.js';
import { notes } from './requirements/notes.js';
import { typeArea } from './requirements/type-area.js';
import type { Verdict } from './types.js';

export type { Miss, Verdict } from './types.js';

export interface Inspection {
  pages: number;
  verdicts: Verdict[];
  /** Whether nothing is missed. */
  ok: boolean;
}

/** @throws Error for bytes that are no PDF */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  const book = await readBook(bytes);
  const verdicts = [lineEnds, typeArea, notes, furniture, file].flatMap((measure) => measure(book));
  const order = ({ requirement }: Verdict) => (requirement === 'PDF' ? 100 : Number(requirement.slice(1)));
  verdicts.sort((a, b) => order(a) - order(b));
  return { pages: book.sheets.length, verdicts, ok: verdicts.every(({ verdict }) => verdict !== 'missed') };
}
