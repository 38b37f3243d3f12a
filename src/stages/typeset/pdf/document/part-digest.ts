/** Names what a document is rendered from: a document and the ways of rendering in, a digest out. Quicker than rendering. */
import { createHash } from 'node:crypto';
import type { EditionDocument } from '../../../../model/index.js';
import { documentDigest } from '../../html/document-digest.js';
import type { RenderOptions } from './render-part.js';

/** Two documents of one digest have the same HTML. */
export function partDigest(document: EditionDocument, options: RenderOptions): string {
  const { pictures, isElsewhere, notes, spaced, words } = options;
  const { sha256, links, pictures: sources } = documentDigest(document);
  const shown = sources.map((src) => pictures.addresses.get(src));
  const cover = document.kind === 'cover' ? pictures.cover : undefined;
  const parts = [sha256, { notes, spaced, words }, links.filter(isElsewhere), shown, cover];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
