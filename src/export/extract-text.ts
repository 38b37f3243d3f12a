/**
 * The text of a PDF as it is read, for people and for diffs: a file in, its lines in reading order out.
 *
 * Lines are those that `line` in corrections.yaml counts. A paragraph opens with two ideographic spaces where its first
 * line is indented on the page; a form feed stands between pages.
 */
import type { VFile } from 'vfile';
import { readRawText } from '../stages/acquire/index.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { RawText } from '../model/index.js';
import type { PagedLine, PagedPage } from '../model/paged-text.js';

/** Indents (em) that open a paragraph; a line that begins farther right is centred or set in. */
const indents = { least: 1.2, most: 3.2 };

/**
 * @param file absolute path
 * @returns the text, and the file with what is to be said of it
 * @throws Misuse when it is no PDF
 */
export async function extractText(file: string, cwd: string): Promise<{ text: string; file: VFile }> {
  const raw = await readRawText(file, { cwd });
  if (!raw.paged && !raw.structured && raw.encoding !== 'pdf')
    throw new Misuse({ file: raw.name, reason: messages.pages.notPdf });
  return { text: raw.paged ? indented(raw, raw.paged.body.size) : raw.text, file: raw.file };
}

function indented({ text, paged }: RawText, em: number): string {
  const parts: string[] = [];
  let at = 0;
  for (const page of paged?.pages ?? []) {
    for (const line of page.lines) {
      if (!opensParagraph(line, page, em)) continue;
      parts.push(text.slice(at, line.start), '\u3000\u3000');
      at = line.start;
    }
  }
  return [...parts, text.slice(at)].join('');
}

function opensParagraph({ area, x, right, column }: PagedLine, { edges }: PagedPage, em: number): boolean {
  const edge = edges[column] ?? edges[0];
  if (area !== 'body' || !edge) return false;
  const [before, after] = [(x - edge.left) / em, (edge.right - right) / em];
  const centred = Math.abs(before - after) < 1 && after > indents.least;
  return before >= indents.least && before <= indents.most && !centred;
}
