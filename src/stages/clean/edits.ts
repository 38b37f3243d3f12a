/** Ways to propose edits, and the spans of a text that no rule for Chinese may touch. */
import type { Edit, Span } from '../../model/index.js';

/**
 * One edit for each match for which the replacement differs from what stands there.
 *
 * @param replace gives the new text, or undefined to leave the match alone
 */
export function replaceEach(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): Edit[] {
  const edits: Edit[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const replacement = replace(match);
    if (replacement !== undefined && replacement !== match[0]) {
      edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
    }
    if (match[0] === '') pattern.lastIndex++;
  }
  return edits;
}

// a URL up to white space, Han, fullwidth marks or a quote; HTML tags; e-mail addresses; inline code; Markdown destinations
const foreign =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s\p{Script=Han}，。；：、！？（）《》〈〉“”‘’【】〔〕「」<>"]+(?<![,;:.!?])|<\/?[A-Za-z][^<>\n]{0,400}>|[\w.+-]+@[\w-]+\.[\w.-]+|`[^`\n]+`|&#?\w{2,8};|\]\([^()\s]*\)/gu;

/** Spans of URLs, addresses, tags and code, in ascending order. */
export function foreignSpans(text: string): Span[] {
  return Array.from(text.matchAll(foreign), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Edits that do not touch any of the given spans. Both lists ascend. */
export function outside(edits: Edit[], spans: Span[]): Edit[] {
  let i = 0;
  return edits.filter((edit) => {
    while (i < spans.length && spans[i]!.end <= edit.start) i++;
    const span = spans[i];
    return span === undefined || edit.end <= span.start;
  });
}
