/**
 * Proof that an output holds the text and the notes of the edition: edition and finished files in, disagreements out.
 *
 * How the words of finished files are read is the target's affair (`readBack`). White space, and the width of
 * characters, are so, too; everything else has to be equal.
 */
import { forgetful } from '../../cache/remember.js';
import type { Edition, EditionDocument } from '../../model/index.js';
import { documentDigest } from '../typeset/html/document-digest.js';
import { flowOf, type DocumentFlow } from '../typeset/html/document-flow.js';
import type { TargetOutput } from '../typeset/target.js';

/** A place where a document is not what it should be. */
interface Difference {
  /** Where: the text, or a note by its id. */
  where: string;
  expected: string;
  found: string;
}

/** A place where a target does not hold what the edition holds. */
export interface Disagreement extends Difference {
  target: string;
  document: EditionDocument;
}

/**
 * @param target its name, for messages
 * @param remember proofs of earlier builds: of the same document and the same words in a target
 */
export async function outputsAgree(
  edition: Edition,
  target: string,
  { readBack }: Pick<TargetOutput, 'readBack'>,
  remember = forgetful,
): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (const document of edition.documents) {
    // a cover is a picture
    const back = document.kind === 'cover' ? undefined : readBack(document);
    if (!back) continue;
    const on = [target, documentDigest(document).sha256, back.given, back.expected ? textOf(back.expected) : ''];
    const proof = await remember('verify:outputs-agree', on, () =>
      Promise.resolve(Buffer.from(JSON.stringify(compare(back.expected ?? flowOf(document), back.found())))),
    );
    const differences = JSON.parse(Buffer.from(proof).toString()) as Difference[];
    found.push(...differences.map((difference) => ({ target, document, ...difference })));
  }
  return found;
}

const textOf = (flow: DocumentFlow): string => JSON.stringify({ ...flow, notes: [...flow.notes] });

function compare(expected: DocumentFlow, found: DocumentFlow | undefined): Difference[] {
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
