/** Takes the words of a labelled line for the model and writes the rest of it into the ledger. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextTree } from '../model.js';
import { withoutBlanks } from '../vocabulary/characters.js';

/**
 * @param nodes the blocks that were read
 * @param kept what stands in the model of them
 * @param rule names the reason for what is left out: labels, separators, marks on names
 */
export function keepWords(nodes: RootContent[], kept: string[], tree: TextTree, rule: string): void {
  const first = nodes[0];
  if (!first) return;
  let rest = withoutBlanks(nodes.map((node) => toString(node)).join(''));
  for (const words of kept) {
    for (const character of withoutBlanks(words)) {
      const at = rest.indexOf(character);
      // a character that the source does not have cannot be kept: the ledger will not close, and says so
      if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + character.length);
    }
  }
  if (rest === '') return;
  const span = { start: first.position?.start.offset ?? 0, end: nodes.at(-1)!.position?.end.offset ?? 0 };
  tree.ledger.aside.push({ rule, text: rest, span, file: tree.raw.name });
}

/** Notes that a person gave other words than the source has. */
export function replaceWords(before: string, after: string, tree: TextTree, rule: string): void {
  const [was, is] = [withoutBlanks(before), withoutBlanks(after)];
  if (was === is) return;
  tree.ledger.changes.push({
    rule,
    law: 'letters',
    before: was,
    after: is,
    span: { start: 0, end: 0 },
    file: tree.raw.name,
  });
}
