/**
 * Bytes in, text and the name of its encoding out; or the first line that cannot be decoded.
 *
 * A byte order mark decides; else UTF-8 when every byte fits; else the East Asian encoding that decodes to likely text
 * and gives the same bytes back. What does not fit is never replaced in silence.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** What became of the bytes. */
export type Decoding =
  | { ok: true; text: string; encoding: string }
  /** The encoding that fits best, and the line (from 1) of the first bytes that do not fit it. */
  | { ok: false; encoding: string; line: number; bytes: string };

/** Encodings in which Chinese and Japanese texts reach us, likeliest first. */
const candidates = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'utf-16le', 'utf-16be'] as const;

/** Chardet's names for them. */
const namesInChardet: Record<string, (typeof candidates)[number]> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
};

/** The commonest characters of running text: of Chinese, old and new, then of Japanese. */
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年同这這為個國時來們會發對說学學年第期の、。，はにをとがでたしるれ',
);

/** Bytes of a text that chardet is shown: enough for its tables, the same time for every length. */
const sample = 1 << 16;

/**
 * @param bytes a whole file
 * @param named the encoding that `issue.yaml` states; it wins over everything but a byte order mark of UTF-8
 */
export function decodeText(bytes: Buffer, named?: string): Decoding {
  if (named) return decodeAs(bytes, named.toLowerCase());
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs(bytes, 'utf-8');
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes, 'utf-16be');
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodeAs(bytes, wide);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8.ok || mostlyUtf8(bytes)) return utf8;
  const ordered = likelyEncodings(bytes);
  for (const encoding of ordered) {
    const decoding = decodeAs(bytes, encoding);
    if (decoding.ok) return decoding;
  }
  return decodeAs(bytes, ordered[0]!);
}

/** The candidates, likeliest first, judged by the beginning of the file. */
function likelyEncodings(bytes: Buffer): string[] {
  const feed = bytes.lastIndexOf(0x0a, sample);
  const head = bytes.length <= sample ? bytes : bytes.subarray(0, feed > 0 ? feed : sample);
  const statistics = chardetScores(head);
  const scored = candidates.map((encoding) => {
    const text = iconv.decode(head, encoding);
    const lost = text.split('\uFFFD').length - 1;
    // a stray byte in a page is a spoilt page, one in ten characters another encoding
    const misfit = (1000 * lost) / Math.max(1, text.length);
    return { encoding, score: (statistics[encoding] ?? 0) + 100 * commonShare(text) - misfit };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ encoding }) => encoding);
}

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

function decodeAs(bytes: Buffer, encoding: string): Decoding {
  const isUtf8 = /^utf-?8$/.test(encoding);
  const text = isUtf8 ? new TextDecoder('utf-8').decode(bytes) : iconv.decode(bytes, encoding);
  const name = isUtf8 ? 'utf-8' : encoding;
  const back = isUtf8 ? undefined : iconv.encode(text, encoding, { addBOM: false });
  const whole = isUtf8 ? fitsUtf8(bytes) : !/\uFFFD|\p{Surrogate}/u.test(text) && sameBytes(bytes, back!);
  if (whole) return { ok: true, text, encoding: name };
  return { ok: false, encoding: name, ...firstMisfit(bytes, encoding) };
}

function fitsUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Equal but for a byte order mark, which the text does not hold. */
function sameBytes(bytes: Buffer, back: Buffer): boolean {
  const mark = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? 2 : 0;
  return bytes.length - mark === back.length && bytes.subarray(mark).equals(back);
}

/** Looks for the first line whose bytes do not survive. In the encodings asked, 0A is always a line feed but for UTF-16. */
function firstMisfit(bytes: Buffer, encoding: string): { line: number; bytes: string } {
  if (encoding.startsWith('utf-16') || encoding.startsWith('utf16')) {
    const text = iconv.decode(bytes, encoding);
    const at = Math.max(0, text.search(/\uFFFD|\p{Surrogate}/u));
    return { line: text.slice(0, at).split('\n').length, bytes: hex(bytes.subarray(at * 2, at * 2 + 4)) };
  }
  const isUtf8 = /^utf-?8$/.test(encoding);
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const part = bytes.subarray(start, end);
    const fits = isUtf8 ? fitsUtf8(part) : iconv.encode(iconv.decode(part, encoding), encoding).equals(part);
    if (!fits) return { line, bytes: hex(misfit(part, isUtf8 ? 'utf-8' : encoding)) };
    start = end + 1;
  }
  return { line: 1, bytes: '' };
}

/** The bytes of a line from the first that is lost when it is decoded and encoded again. */
function misfit(line: Buffer, encoding: string): Buffer {
  const back = iconv.encode(iconv.decode(line, encoding), encoding);
  let at = 0;
  while (at < line.length && line[at] === back[at]) at++;
  return line.subarray(at, at + 4);
}

const hex = (bytes: Buffer): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

/** UTF-8 with a few spoilt bytes: of what is not ASCII, nearly all fits. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1 << 20));
  let beyond = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) beyond++;
    if (unit === 0xfffd) lost++;
  }
  return lost < beyond * 0.05;
}

/** UTF-16 without its mark: zero bytes stand, and they stand in the high halves only. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, sample);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0 || Math.min(even, odd) > 0) return undefined;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  const text = iconv.decode(bytes.subarray(0, end), encoding);
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Co}\s]*$/u.test(text) ? encoding : undefined;
}

function chardetScores(bytes: Buffer): Record<string, number> {
  const found = chardet.analyse(bytes.subarray(0, sample));
  return Object.fromEntries(
    found.flatMap(({ name, confidence }) => (namesInChardet[name] ? [[namesInChardet[name], confidence]] : [])),
  );
}

/** Share of very common characters among those beyond ASCII: near 0.3 in running text, near 0 in a wrong decoding. */
function commonShare(text: string): number {
  let beyond = 0;
  let known = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    beyond++;
    if (common.has(character)) known++;
  }
  return beyond === 0 ? 0 : known / beyond;
}
