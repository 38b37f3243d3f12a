/**
 * What a program that reads pages says of their parts: the tags are blanked out, and what belongs to the page is told.
 *
 * In: Markdown of an OCR. Out: the same text with white space in the place of the tags, and the spans of the running heads
 * and folios among it.
 */
import type { Span } from '../../../model/index.js';
import { groundingTag, pagePart, pagePartTags } from '../../../vocabulary/ocr-habits.js';

/** White space in the place of a stretch: what follows keeps its offset and begins a line. */
export function blank(stretch: string): string {
  return stretch.replace(/[^\n]/g, ' ');
}

export function readPageParts(text: string): { text: string; ofPage: Span[] } {
  const ofPage: Span[] = [];
  for (const { index, 0: whole } of text.matchAll(pagePartTags))
    ofPage.push({ start: index, end: index + whole.length });
  const tags = [...text.matchAll(groundingTag)];
  tags.forEach(({ index, 0: tag, 1: part }, i) => {
    if (part && pagePart.test(part)) ofPage.push({ start: index + tag.length, end: tags[i + 1]?.index ?? text.length });
  });
  return {
    text: text
      .replace(
        pagePartTags,
        (whole, name: string, words: string) => blank(whole.slice(0, name.length + 2)) + words + blank(`</${name}>`),
      )
      .replace(groundingTag, blank),
    ofPage,
  };
}
