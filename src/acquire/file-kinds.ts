/** Files that are no raw text, known by their first bytes, and what to do with each. */

interface FileKind {
  /** As a person calls it. */
  name: string;
  /** What to do instead; completes "… : …". */
  advice: string;
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

const recognise = 'recognise its text with an OCR program first and give kanben the text that it writes';
const saveAsText = 'open it and save it as plain text (UTF-8), then give kanben that file';

/** In the order they are tried: a particular archive before any archive. */
const fileKinds: FileKind[] = [
  {
    name: 'an EPUB',
    advice: 'kanben makes EPUBs from raw text; take the text out of it first',
    test: zipHolding('application/epub+zip'),
  },
  { name: 'a Word document', advice: saveAsText, test: zipHolding('word/', '[Content_Types].xml') },
  { name: 'an OpenDocument file', advice: saveAsText, test: zipHolding('application/vnd.oasis') },
  {
    name: 'a ZIP archive',
    advice: 'unpack it and give kanben the texts inside',
    test: begins('PK\x03\x04', 'PK\x05\x06'),
  },
  { name: 'an old Word or Office document', advice: saveAsText, test: begins('\xD0\xCF\x11\xE0') },
  { name: 'an RTF document', advice: saveAsText, test: begins('{\\rtf') },
  {
    name: 'a CAJ file',
    advice: 'open it in a CAJ reader, copy its text and save that as plain text',
    test: begins('CAJ\0', 'HN\xC8\0', 'KDH ', 'TEB\0'),
  },
  {
    name: 'a Kindle book',
    advice: 'take the text out of it first',
    test: (head) => head.subarray(60, 68).equals(Buffer.from('BOOKMOBI')),
  },
  {
    name: 'a picture',
    advice: recognise,
    test: begins('\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*', 'BM\0', 'AT&TFORM'),
  },
  {
    name: 'a packed file',
    advice: 'unpack it and give kanben the texts inside',
    test: begins('\x1F\x8B', '7z\xBC\xAF', 'Rar!', 'BZh', '\xFD7zXZ'),
  },
  {
    name: 'a program',
    advice: 'give kanben a text (.txt, .md)',
    test: begins('\x7FELF', 'MZ\x90', '\xCF\xFA\xED\xFE'),
  },
];

/** Is this a PDF? Some programs write a few bytes before its first sign. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/** The kind of file that the bytes show, or undefined when they may be text. */
export function fileKind(bytes: Buffer): { name: string; advice: string } | undefined {
  const head = bytes.subarray(0, 4096);
  return fileKinds.find((kind) => kind.test(head));
}
