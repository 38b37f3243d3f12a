/**
 * Reads what people write beside CommonMark and its tables: containers, notes in the line, attributes, raised and lowered
 * words, lists whose numbers leap. A tree in, altered in place; every sign that goes is in the ledger.
 */
import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CleanText } from '../../../model/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { readAttributes } from './read-attributes.js';
import { readContainers, type TellSigns } from './read-containers.js';
import { readInlineNotes } from './read-inline-notes.js';
import { readRaised } from './read-raised.js';
import { splitLists } from './split-lists.js';

export function readDialect(root: Root, clean: CleanText): void {
  const tell = signsOf(clean);
  readContainers(root, tell);
  readInlineNotes(root, tell);
  readAttributes(root, tell);
  readRaised(root, tell);
  splitLists(root, clean.text);
  resolvePictures(root);
}

/** A picture that names a definition is what the definition says. */
function resolvePictures(root: Root): void {
  const definitions = new Map<string, Definition>();
  visit(
    root,
    'definition',
    (node) => void (definitions.has(node.identifier) || definitions.set(node.identifier, node)),
  );
  visit(root, 'imageReference', (node, index, parent) => {
    const found = definitions.get(node.identifier);
    if (!found || !parent || index === undefined) return;
    parent.children[index] = { type: 'image', url: found.url, alt: node.alt ?? '', position: node.position! };
  });
}

/** Puts signs of a text into its ledger. */
export function signsOf({ raw, origin, ledger }: CleanText): TellSigns {
  return ({ position }, signs) => {
    const text = withoutBlanks(signs);
    if (text === '' || !position) return;
    const span = { start: origin[position.start.offset!]!, end: origin[position.end.offset!]! };
    ledger.aside.push({ rule: 'parse:markup', text, span, file: raw.name });
  };
}
