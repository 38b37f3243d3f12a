/**
 * Proof that both targets hold the text and the notes of the edition: edition and finished files in, disagreements out.
 *
 * The EPUB is opened and read as a reading system would; of the PDF the words that stand on its pages are compared.
 * White space, and the width of characters, are the targets' own affair; everything else has to be equal.
 */
import { forgetful } from '../../cache/remember.js';
import type { Edition, EditionDocument } from '../../model/index.js';
import { documentDigest } from '../typeset/html/document-digest.js';
import { flowOf, partsOfFoot, type DocumentFlow } from './document-flow.js';
import { bookDocuments, readDocument } from './read-book.js';

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

/** A place where a document is not what it should be. */
interface Difference {
  /** Where: the text, or a note by its id. */
  where: string;
  expected: string;
  found: string;
}

/** A place where a target does not hold what the edition holds. */
export interface Disagreement extends Difference {
  target: 'EPUB' | 'PDF';
  document: EditionDocument;
}

/**
 * @param outputs those that were made
 * @param remember proofs of earlier builds: of the same document and the same words in a target
 */
export async function outputsAgree(
  edition: Edition,
  outputs: { epub?: Uint8Array | undefined; pdf?: PageFlows | undefined },
  remember = forgetful,
): Promise<Disagreement[]> {
  const prove = async (
    target: Disagreement['target'],
    document: EditionDocument,
    given: Uint8Array | string,
    read: () => DocumentFlow | undefined,
  ): Promise<Disagreement[]> => {
    const proof = await remember('verify:outputs-agree', [target, documentDigest(document).sha256, given], () =>
      Promise.resolve(Buffer.from(JSON.stringify(compare(document, read())))),
    );
    const differences = JSON.parse(Buffer.from(proof).toString()) as Difference[];
    return differences.map((difference) => ({ target, document, ...difference }));
  };
  // a cover is a picture in both
  const documents = edition.documents.filter(({ kind }) => kind !== 'cover');
  const found: Disagreement[] = [];
  if (outputs.epub) {
    const book = bookDocuments(outputs.epub);
    for (const document of documents) {
      const file = book.get(document.id);
      found.push(...(await prove('EPUB', document, file ?? '', () => file && readDocument(file.toString()))));
    }
  }
  if (outputs.pdf) {
    const { flows, notes } = outputs.pdf;
    for (const document of documents) {
      const flow = pagesFlow(document, flows, notes);
      const given = JSON.stringify(flow && { ...flow, notes: [...flow.notes] }) ?? '';
      found.push(...(await prove('PDF', document, given, () => flow)));
    }
  }
  return found;
}

/** What stands on the pages of a document. */
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

function compare(document: EditionDocument, found: DocumentFlow | undefined): Difference[] {
  const expected = flowOf(document);
  const disagreement = (where: string, a: string, b: string): Difference[] => {
    const [x, y] = [normalised(a), normalised(b)];
    return x === y ? [] : [{ where, ...firstDifference(x, y) }];
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
