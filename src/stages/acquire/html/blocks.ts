/** Which elements of HTML are blocks, which are never seen, and what words an element holds. */
import type { Element, ElementContent, RootContent } from 'hast';
import { attribute } from './parse-html.js';

const blockNames = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup'.split(
    ' ',
  ),
);
/** Nothing of these is text of the page. */
const neverText = new Set(
  'script style noscript template head title meta link base iframe frame frameset noframes object embed applet audio video canvas map input select textarea button datalist option svg'.split(
    ' ',
  ),
);

export function isBlock(node: ElementContent | RootContent): boolean {
  return node.type === 'element' && blockNames.has(node.tagName);
}

/** Is an element none that a reader reads: a script, a control, something that is not to be seen? */
export function isUnseen(element: Element): boolean {
  if (neverText.has(element.tagName)) return true;
  if (element.properties.hidden === true || element.properties.hidden === '') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '');
}

/** All words that an element shows, blanks as they stand; those of scripts and controls are none. */
export function wordsOf(node: ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isUnseen(node)) return '';
  return node.children.map(wordsOf).join('');
}

/** Does it hold a block? */
export function holdsBlock(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (isBlock(child) || holdsBlock(child)));
}
