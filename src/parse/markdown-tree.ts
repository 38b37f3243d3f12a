/** Markdown as remark reads it, with footnotes, tables and emphasis beside Han: text in, mdast `Root` out. */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** @param never names of micromark constructs that the text does not have */
export function markdownTree(text: string, never: readonly string[] = []): Root {
  return unified()
    .use(remarkParse)
    .data('micromarkExtensions', [
      gfmTable(),
      gfmFootnote(),
      cjkFriendlyExtension(),
      ...(never.length > 0 ? [{ disable: { null: [...never] } }] : []),
    ])
    .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()])
    .parse(text);
}
