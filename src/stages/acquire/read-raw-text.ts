/**
 * Reads a raw text: the path of a file in, its decoded text with digest and encoding out. Nothing is altered.
 *
 * A file that is no text, holds nothing or cannot be decoded gets a fatal message; the build stops at it.
 */
import { readFile, stat } from 'node:fs/promises';
import { VFile } from 'vfile';
import { say } from '../../diagnostics/index.js';
import { fileMessage } from '../../messages/file-message.js';
import { messages, type Message } from '../../messages/index.js';
import { Misuse } from '../../messages/misuse.js';
import type { RawText } from '../../model/index.js';
import { decodeText } from './decode-text.js';
import { digestOf } from './file-digest.js';
import { fileKind, isPdf } from './file-kinds.js';
import { readStructured } from './structured/read-structured.js';
import { largestFile, sourceOf } from './sources.js';
import type { PageRange } from '../../model/config/page-ranges.js';
import { shownPath } from './shown-path.js';

/** What a reader may know about a text. */
export interface ReadOptions {
  /** Absolute path of the folder that names are relative to. */
  cwd: string;
  /** The encoding stated in `issue.yaml`. */
  encoding?: string | undefined;
  /** The pages of a PDF that `issue.yaml` names. */
  pages?: readonly PageRange[] | undefined;
}

/** A text with more of its characters control codes than this is no text. */
const controlLimit = 0.02;

/**
 * @param path absolute path
 * @throws Misuse when the file cannot be opened
 */
export async function readRawText(path: string, { cwd, encoding, pages }: ReadOptions): Promise<RawText> {
  const name = shownPath(path, cwd);
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw new Misuse({ file: name, reason: messages.acquire.unreadable(error.code ?? error.message) });
  };
  const { size } = await stat(path).catch(unreadable);
  const isTooLarge = size > largestFile;
  const bytes = isTooLarge ? Buffer.alloc(0) : await readFile(path).catch(unreadable);
  const digest = digestOf(bytes);
  const rawOf = (text: string, used: string): RawText => {
    const file = new VFile({ path: name, value: text });
    return { path, name, text, encoding: used, bytes: bytes.length, digest, file };
  };
  const refuse = (rule: string, reason: Message, text = ''): RawText => {
    const raw = rawOf(text, 'none');
    say(raw, 'fatal', `acquire:${rule}`, reason);
    return raw;
  };

  if (isTooLarge) {
    const megabytes = (octets: number): number => Math.round(octets / 2 ** 20);
    return refuse('file-size', messages.sources.tooLarge(megabytes(size), megabytes(largestFile)));
  }
  if (isPdf(bytes)) {
    // texts without a PDF do not load its reader
    const { readPdfText } = await import('./read-pdf-text.js');
    return readPdfText(bytes, pages, rawOf);
  }
  const source = sourceOf(bytes, path);
  if (source) return readStructured(source, { bytes, encoding, pages }, rawOf);
  if (pages) {
    const raw = rawOf('', 'none');
    say(raw, 'fatal', 'acquire:pages-exist', messages.acquire.noPages);
    return raw;
  }
  const kind = fileKind(bytes);
  if (kind) return refuse('is-text', messages.acquire.notText(kind.name, kind.advice));
  const decoding = decodeText(bytes, encoding);
  if (!decoding.ok) {
    if (bytes.includes(0)) return refuse('is-text', messages.acquire.binary);
    const raw = rawOf('', decoding.encoding);
    const { undecodable } = messages.acquire;
    const content = undecodable(decoding.encoding, decoding.bytes, encoding !== undefined);
    const place = { line: decoding.line, column: 1 };
    fileMessage(raw.file, content, { place, source: 'acquire', ruleId: 'decodes' }).fatal = true;
    return raw;
  }
  const text = decoding.text.startsWith('\uFEFF') ? decoding.text.slice(1) : decoding.text;
  if (text.trim() === '')
    return refuse('has-text', bytes.length === 0 ? messages.acquire.empty : messages.acquire.blank);
  if (controlShare(text) > controlLimit) return refuse('is-text', messages.acquire.binary);
  return rawOf(text, decoding.encoding);
}

/** Share of C0 control codes but tabs, line ends and form feeds. */
function controlShare(text: string): number {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 32)) controls++;
  }
  return controls / text.length;
}
