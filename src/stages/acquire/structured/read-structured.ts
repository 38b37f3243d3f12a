/** Reads a source that marks its structure as a raw text: its bytes in, its text with the tree and what is to be said out. */
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { PageRange } from '../../../model/config/page-ranges.js';
import type { RawText } from '../../../model/index.js';
import type { Source } from '../sources.js';
import { takeBracketsOff } from './bracketed-marks.js';
import { layOut } from './lay-out.js';
import { levelHeadings } from './level-headings.js';
import { raisePowers } from './raise-powers.js';
import { SourceFault, type Reading, type SourceFile } from './reading.js';

/** @param rawOf makes a raw text of what was read, and of how it was decoded */
export async function readStructured(
  source: Source,
  file: SourceFile & { pages?: readonly PageRange[] | undefined },
  rawOf: (text: string, encoding: string) => RawText,
): Promise<RawText> {
  const refuse = (rule: string, reason: SourceFault['reason']): RawText => {
    const raw = rawOf('', 'none');
    say(raw, 'fatal', `acquire:${rule}`, reason);
    return raw;
  };
  if (file.pages) return refuse('pages-exist', messages.acquire.noPages);
  try {
    const read = await source.load();
    const { reading, encoding } = await read(file);
    const raw = rawTextOf(reading, (text) => rawOf(text, encoding));
    if (raw.text.trim() === '') return refuse('has-text', messages.sources.noText(source.name));
    for (const { severity, rule, reason } of reading.said) say(raw, severity, `acquire:${rule}`, reason);
    return raw;
  } catch (error) {
    // a tree of thousands of levels is no document
    if (error instanceof RangeError) return refuse('source-limits', messages.sources.tooDeep(source.name));
    if (!(error instanceof SourceFault)) throw error;
    return refuse(error.rule, error.reason);
  }
}

function rawTextOf({ root, pictures, book, page }: Reading, rawOf: (text: string) => RawText): RawText {
  takeBracketsOff(root);
  raisePowers(root);
  levelHeadings(root);
  const { text, root: placed, aside } = layOut(root);
  const structured = { root: placed, aside, pictures: pictures ?? new Map<string, Uint8Array>() };
  return { ...rawOf(text), structured: { ...structured, ...(book && { book }), ...(page && { page }) } };
}
