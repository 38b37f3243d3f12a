/** Where a page ends with a sentence: does the paragraph go on behind it? By the series around it, and by its subject. */
import type { Paragraph, RootContent } from 'mdast';
import { alsoOfSubject, paragraphOpener, seriesOpener, timeOpener, weakOpener } from '../../vocabulary/openers.js';
import { endOf, isRunningText, textOf } from './blocks.js';

/** `goes-on` is likely, never certain. */
export type PageEnd = 'goes-on' | 'opens' | 'unknown';

/** How much of the text before a page end may name the subject that goes on. */
const longestReach = 120;

/**
 * @param open the paragraph before the page end
 * @param sibling the paragraph before that one
 * @param next what stands behind the piece
 */
export function readPageEnd(
  open: Paragraph,
  sibling: RootContent | undefined,
  node: Paragraph,
  next: RootContent | undefined,
): PageEnd {
  const text = textOf(node);
  const before = textOf(open);
  const isTime = (one: RootContent | undefined): boolean => isRunningText(one) && timeOpener.test(textOf(one));
  if (seriesOpener.test(text) || (isTime(node) && (isTime(open) || isTime(next)))) return 'opens';
  if (paragraphOpener.test(text) && !weakOpener.test(text)) return 'opens';
  // among numbered members a piece without a number belongs to the one before it; the same among periods
  if (
    seriesOpener.test(before) &&
    (next?.type === 'heading' || (isRunningText(next) && seriesOpener.test(textOf(next))))
  )
    return 'goes-on';
  if (isTime(open) && isTime(sibling) && (next?.type === 'heading' || isTime(next))) return 'goes-on';
  const subject = alsoOfSubject.exec(text)?.[1];
  return subject && endOf(open).slice(-longestReach).includes(subject) ? 'goes-on' : 'unknown';
}
