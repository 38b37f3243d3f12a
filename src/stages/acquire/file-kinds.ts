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

const matches =
  (pattern: RegExp) =>
  (head: Buffer): boolean =>
    pattern.test(head.toString('utf8').replace(/^\uFEFF/u, ''));

/** In the order they are tried: a particular archive before any archive. */
const fileKinds: FileKind[] = [
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
  { name: kinds.ocrXml, advice: advice.ocrResult, test: matches(/<(?:alto|PcGts|OCRDATASET)[\s>]/u) },
  { name: kinds.tei, advice: advice.convert, test: matches(/<TEI(?:\.2)?[\s>]/u) },
  {
    name: kinds.ocrJson,
    advice: advice.ocrResult,
    test: matches(/^\s*[[{][^]*"(?:page_idx|pdf_info|DoclingDocument|parsing_res_list|rec_texts|layout_dets)"/u),
  },
  {
    name: kinds.json,
    advice: advice.giveText,
    test: matches(/^\s*(?:\{\s*"[^"\n]{1,80}"\s*:|\[\s*\{\s*"[^"\n]{1,80}"\s*:)/u),
  },
  { name: kinds.xml, advice: advice.convert, test: matches(/^\s*<\?xml\s/u) },
  {
    name: kinds.tex,
    advice: advice.convert,
    test: matches(/^[^%\n]{0,200}\\(?:documentclass|documentstyle)\b|\n\\documentclass\b/u),
  },
  { name: kinds.typst, advice: advice.convert, test: matches(/^(?:#set|#show|#import) [\w":(]/mu) },
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
