/** An EPUB as a browser reads it: its bytes in, its documents in reading order and its files out. */
import path from 'node:path';
import { readZip } from '../../index.js';
import type { BookDocument } from '../protocol.js';

export interface BookFiles {
  documents: BookDocument[];
  files: Map<string, Buffer>;
}

/** @param titles of the documents that have one, by id */
export function bookFiles(bytes: Uint8Array, titles: ReadonlyMap<string, string>): BookFiles {
  const files = readZip(bytes, (name) => !name.endsWith('/'));
  const [packageName = ''] = [...files.keys()].filter((name) => name.endsWith('.opf'));
  const opf = files.get(packageName)?.toString() ?? '';
  const items = new Map(
    [...opf.matchAll(/<item\b[^>]*>/g)].map(([item]) => [attribute(item, 'id'), attribute(item, 'href')]),
  );
  const documents = [...opf.matchAll(/<itemref\b[^>]*>/g)].flatMap(([ref]): BookDocument[] => {
    const href = items.get(attribute(ref, 'idref'));
    if (href === undefined) return [];
    const name = path.posix.join(path.posix.dirname(packageName), href);
    const id = path.posix.basename(name).replace(/\.xhtml$/, '');
    const head = /<title>([^<]*)<\/title>/.exec(files.get(name)?.toString() ?? '')?.[1];
    return [{ href: name, title: titles.get(id) ?? head ?? id }];
  });
  return { documents, files };
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
