/** Names what a document is rendered from: a document and the ways of rendering in, a digest out. Quicker than rendering. */
import { createHash } from 'node:crypto';
import type { ElementContent } from 'hast';
import type { EditionDocument } from '../../../model.js';
import type { RenderOptions } from './render-part.js';

/** Two documents of one digest have the same HTML. */
export function partDigest(document: EditionDocument, options: RenderOptions): string {
  const { id, kind, title, lang, body, notes } = document;
  const { pictures, isElsewhere, notes: placement, spaced, words } = options;
  const elsewhere: string[] = [];
  const shown: (string | undefined)[] = kind === 'cover' ? [pictures.cover] : [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { href, src } = node.properties;
      if (typeof href === 'string' && href.startsWith('#') && isElsewhere(href.slice(1))) elsewhere.push(href);
      if (typeof src === 'string') shown.push(pictures.addresses.get(src));
      visit(node.children as ElementContent[]);
    }
  };
  visit(body);
  for (const { content } of notes) visit(content);
  const parts = [{ id, kind, title, lang, body, notes }, { placement, spaced, words }, elsewhere, shown];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
