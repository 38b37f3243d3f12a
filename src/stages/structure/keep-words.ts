/** Takes the words of a labelled line for the model and writes the rest of it into the ledger. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextTree } from '../../model/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';

/**
 * @param nodes the blocks that were read
 * @param kept what stands in the model of them
 * @param rule names the reason for what is left out: labels, separators, marks on names
 * @returns characters of `kept` that the blocks do not have
 */
export function keepWords(nodes: RootContent[], kept: string[], tree: TextTree, rule: string): string {
  const [first] = nodes;
  if (!first) return kept.join('');
  const wanted = new Map<string, number>();
  for (const character of withoutBlanks(kept.join(''))) wanted.set(character, (wanted.get(character) ?? 0) + 1);
  let rest = '';
  for (const character of withoutBlanks(nodes.map((node) => toString(node)).join(''))) {
    const count = wanted.get(character) ?? 0;
    if (count > 0) wanted.set(character, count - 1);
    else rest += character;
  }
  if (rest !== '') {
    const span = { start: first.position?.start.offset ?? 0, end: nodes.at(-1)!.position?.end.offset ?? 0 };
    tree.ledger.aside.push({ rule, text: rest, span, file: tree.raw.name });
  }
  return [...wanted].map(([character, count]) => character.repeat(count)).join('');
}

/** Notes that words stand in the edition that its source has once, or not at all: a mark between two values. */
export function addWords(words: string, node: RootContent, tree: TextTree, rule: string): void {
  const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const after = withoutBlanks(words);
  tree.ledger.changes.push({ rule, law: 'letters', before: '', after, span, file: tree.raw.name });
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
