/** Markdown with footnotes, tables and emphasis beside Han: text in, mdast `Root` out. */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readInParts } from './read-in-parts.js';

/** What may be the row that parts a table's head from its body, `| --- | :-: |`. */
const ruledEnd = /(?<![-:| \t])[-:| \t]+$/gm;

/**
 * @param never names of micromark constructs that the text does not have
 * @param leastPart as `readInParts` has it
 */
export function markdownTree(text: string, never: readonly string[] = [], leastPart?: number): Root {
  const reader = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [
      // without such a row there is no table: the reader need not try every line for one
      ...(hasTable(text) ? [gfmTable()] : []),
      gfmFootnote(),
      cjkFriendlyExtension(),
      ...(never.length > 0 ? [{ disable: { null: [...never] } }] : []),
    ])
    .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()])
    .freeze();
  return readInParts(text, (part) => reader.parse(part), leastPart);
}

/** Can a text hold a table: does one of its lines end in dashes with a colon or bar among them? */
function hasTable(text: string): boolean {
  return [...text.matchAll(ruledEnd)].some(([row]) => row.includes('-') && /[:|]/.test(row));
}
