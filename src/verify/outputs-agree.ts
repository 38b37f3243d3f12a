/**
 * Proof that both targets hold the text and the notes of the edition: edition and finished files in, disagreements out.
 *
 * The EPUB is opened and read as a reading system would; of the PDF the words that stand on its pages are compared.
 * White space, and the width of characters, are the targets' own affair; everything else has to be equal.
 */
import type { Edition, EditionDocument } from '../model.js';
import { readBook } from './read-book.js';
import { flowOf, partsOfFoot, type DocumentFlow } from './document-flow.js';

/** What stands on the pages of a PDF, as its composer reports it. */
export interface PageFlows {
  /** Text of each document by its id, without notes and the foot of its opening. */
  flows: Record<string, string>;
  /**
   * Text of each note by its id, as a whole even where it stands on two pages; and of each part of the openings' feet,
   * `<document>-foot-0`, `<document>-foot-1` …
   */
  notes: Record<string, { text: string }>;
}

/** A place where a target does not hold what the edition holds. */
export interface Disagreement {
  target: 'EPUB' | 'PDF';
  document: EditionDocument;
  /** Where: the text, or a note by its id. */
  where: string;
  expected: string;
  found: string;
}

/** @param outputs those that were made */
export async function outputsAgree(
  edition: Edition,
  outputs: { epub?: Uint8Array | undefined; pdf?: PageFlows | undefined },
): Promise<Disagreement[]> {
  // a cover is a picture in both
  const documents = edition.documents.filter(({ kind }) => kind !== 'cover');
  const found: Disagreement[] = [];
  if (outputs.epub) {
    const book = readBook(outputs.epub);
    for (const document of documents) found.push(...compare('EPUB', document, book.get(document.id)));
  }
  if (outputs.pdf) {
    const read = pagesReader(outputs.pdf);
    for (const document of documents) found.push(...compare('PDF', document, read(document)));
  }
  return found;
}

/** Finds what stands on the pages of a document. */
function pagesReader({ flows, notes }: PageFlows): (document: EditionDocument) => DocumentFlow | undefined {
  return (document) => {
    const text = flows[document.id];
    if (text === undefined) return undefined;
    const feet = Array.from({ length: partsOfFoot(document) }, (_, k) => notes[`${document.id}-foot-${k}`]?.text ?? '');
    const own = document.notes.flatMap(({ id }) => (notes[id] ? [[id, notes[id].text] as const] : []));
    return { text, foot: feet.join(''), notes: new Map(own) };
  };
}

function compare(
  target: Disagreement['target'],
  document: EditionDocument,
  found: DocumentFlow | undefined,
): Disagreement[] {
  const expected = flowOf(document);
  const disagreement = (where: string, a: string, b: string): Disagreement[] => {
    const [x, y] = [normalised(a), normalised(b)];
    return x === y ? [] : [{ target, document, where, ...firstDifference(x, y) }];
  };
  if (!found) return disagreement('text', expected.text, '');
  const ids = new Set([...expected.notes.keys(), ...found.notes.keys()]);
  return [
    ...disagreement('text', expected.text, found.text),
    ...disagreement('foot of the opening', expected.foot, found.foot),
    ...(expected.calls && found.calls
      ? disagreement('note calls', expected.calls.join(' '), found.calls.join(' '))
      : []),
    ...[...ids].flatMap((id) => disagreement(`note ${id}`, expected.notes.get(id) ?? '', found.notes.get(id) ?? '')),
  ];
}

/** One width for each character, no white space, nothing that has no glyph. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
}

/** What stands on both sides from shortly before the first difference. */
function firstDifference(expected: string, found: string): { expected: string; found: string } {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const window = (text: string): string => text.slice(Math.max(0, at - 8), at + 16);
  return { expected: window(expected), found: window(found) };
}
