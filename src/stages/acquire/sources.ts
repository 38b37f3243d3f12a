/**
 * Sources that mark their structure: a line each, with what shows that a file is one and who reads it.
 *
 * What is none of them is a PDF, a text, or refused (`file-kinds.ts`).
 */
import type { Message } from '../../messages/index.js';
import { messages } from '../../messages/index.js';
import { isHtml } from './html/is-html.js';
import type { SourceReader } from './structured/reading.js';

/** No file is larger, bytes: the largest PDFs of scanned books are. */
export const largestFile = 768 * 2 ** 20;
/** So much of a file tells what it is. */
const headLength = 4096;

export interface Source {
  /** As a person calls it. */
  name: Message;
  /** @param head the first bytes, a byte a character */
  test(head: string, name: string): boolean;
  /** Loads the reader: texts of other kinds go without it. */
  load(): Promise<SourceReader>;
}

/** In the order in which they are tried. */
const sources: readonly Source[] = [
  {
    name: messages.sources.names.epub,
    test: (head) => isZip(head) && head.includes('application/epub+zip'),
    load: () => import('./epub/read-epub.js').then(({ readEpub }) => readEpub),
  },
  {
    name: messages.sources.names.docx,
    test: (head) => isZip(head) && /word\/|\[Content_Types\]\.xml/u.test(head) && !/xl\/|ppt\//u.test(head),
    load: () => import('./docx/read-docx.js').then(({ readDocx }) => readDocx),
  },
  {
    name: messages.sources.names.html,
    test: (head, name) => isHtml(head) || (/\.(?:x?html?|shtml)$/iu.test(name) && /<[a-z!]/iu.test(head)),
    load: () => import('./html/read-html.js').then(({ readHtmlFile }) => readHtmlFile),
  },
];

const isZip = (head: string): boolean => head.startsWith('PK\x03\x04');

export function sourceOf(bytes: Buffer, name: string): Source | undefined {
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const head = bytes.subarray(start, start + headLength).toString('latin1');
  return sources.find((source) => source.test(head, name));
}
