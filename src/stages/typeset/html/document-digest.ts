/** Names a document of an edition by what it holds: hast in, a digest, and what the document leads to and shows, out. */
import { createHash } from 'node:crypto';
import type { ElementContent } from 'hast';
import type { EditionDocument } from '../../../model/index.js';

/** What is to be known of a document before it is worked on. */
export interface DocumentDigest {
  /** SHA-256, hexadecimal: two documents of one digest have the same words, notes and markup. */
  sha256: string;
  /** Ids that its links lead to, in this document or another. */
  links: string[];
  /** `src` of its pictures. */
  pictures: string[];
}

/** Those that were asked for: both targets ask. */
const known = new WeakMap<EditionDocument, DocumentDigest>();

/** @param document one that is not altered any more */
export function documentDigest(document: EditionDocument): DocumentDigest {
  const before = known.get(document);
  if (before) return before;
  const { id, kind, title, lang, body, notes } = document;
  const links: string[] = [];
  const pictures: string[] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { href, src } = node.properties;
      if (typeof href === 'string' && href.startsWith('#')) links.push(href.slice(1));
      if (typeof src === 'string') pictures.push(src);
      visit(node.children as ElementContent[]);
    }
  };
  visit(body);
  for (const { content } of notes) visit(content);
  const content = JSON.stringify({ id, kind, title, lang, body, notes });
  const digest = { sha256: createHash('sha256').update(content).digest('hex'), links, pictures };
  known.set(document, digest);
  return digest;
}
