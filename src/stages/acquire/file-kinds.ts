/** Files that are no raw text, known by their first bytes, and what to do with each. */
import { messages, type Message } from '../../messages/index.js';

const { kinds, advice } = messages.acquire;

interface FileKind {
  /** As a person calls it. */
  name: Message;
  /** What to do instead; completes "… : …". */
  advice: Message;
  test(head: Buffer): boolean;
}

const begins =
  (...starts: string[]) =>
  (head: Buffer): boolean =>
    starts.some((start) => head.subarray(0, start.length).equals(Buffer.from(start, 'latin1')));

const zipHolding =
  (...signs: string[]) =>
  (head: Buffer): boolean =>
    begins('PK\x03\x04')(head) && signs.some((sign) => head.includes(sign, 0, 'latin1'));

/** In the order they are tried: a particular archive before any archive. */
const fileKinds: FileKind[] = [
  {
    name: kinds.epub,
    advice: advice.epub,
    test: zipHolding('application/epub+zip'),
  },
  { name: kinds.openDocument, advice: advice.saveAsText, test: zipHolding('application/vnd.oasis') },
  {
    name: kinds.zip,
    advice: advice.unpack,
    test: begins('PK\x03\x04', 'PK\x05\x06'),
  },
  { name: kinds.oldOffice, advice: advice.saveAsText, test: begins('\xD0\xCF\x11\xE0') },
  { name: kinds.rtf, advice: advice.saveAsText, test: begins('{\\rtf') },
  {
    name: kinds.caj,
    advice: advice.caj,
    test: begins('CAJ\0', 'HN\xC8\0', 'KDH ', 'TEB\0'),
  },
  {
    name: kinds.kindle,
    advice: advice.takeOut,
    test: (head) => head.subarray(60, 68).equals(Buffer.from('BOOKMOBI')),
  },
  {
    name: kinds.picture,
    advice: advice.recognise,
    test: begins('\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*', 'BM\0', 'AT&TFORM'),
  },
  {
    name: kinds.packed,
    advice: advice.unpack,
    test: begins('\x1F\x8B', '7z\xBC\xAF', 'Rar!', 'BZh', '\xFD7zXZ'),
  },
  {
    name: kinds.program,
    advice: advice.giveText,
    test: begins('\x7FELF', 'MZ\x90', '\xCF\xFA\xED\xFE'),
  },
];

/** Is this a PDF? Some programs write a few bytes before its first sign. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/** The kind of file that the bytes show, or undefined when they may be text. */
export function fileKind(bytes: Buffer): Pick<FileKind, 'name' | 'advice'> | undefined {
  const head = bytes.subarray(0, 4096);
  return fileKinds.find((kind) => kind.test(head));
}
