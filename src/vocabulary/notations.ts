/** Signs of notations that are not read: where a person's Markdown still shows one in its words, somebody has to look. */

export interface Notation {
  /** Key of its name in the messages. */
  name:
    | 'container'
    | 'template'
    | 'admonition'
    | 'criticMarkup'
    | 'comment'
    | 'shortcode'
    | 'heading'
    | 'wikiLink'
    | 'attribute'
    | 'directive'
    | 'keyword'
    | 'pageSign'
    | 'emphasis'
    | 'command'
    | 'tableRow'
    | 'noteCall'
    | 'tag';
  pattern: RegExp;
  /** It is nothing else in any text, whoever wrote it. */
  everywhere?: true;
}

/** In the order in which they are told; a stretch is of the first that it shows. */
export const notations: Notation[] = [
  { name: 'container', pattern: /:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)?/gu },
  { name: 'template', pattern: /\{[{%<][^{}\n]{0,120}?[%>}]\}/gu },
  { name: 'admonition', pattern: /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+/gmu },
  { name: 'criticMarkup', pattern: /\{(?:\+\+|--|~~|==|>>)[^{}\n]{0,200}?(?:\+\+|--|~~|==|<<)\}/gu },
  { name: 'comment', pattern: /%%[^%\n]{1,200}%%/gu },
  { name: 'shortcode', pattern: /(?<![A-Za-z\d:/]):[a-z][a-z\d_+-]{1,30}:(?![A-Za-z\d:/])/gu },
  { name: 'keyword', pattern: /^#\+[A-Za-z_]+:/gmu, everywhere: true },
  { name: 'heading', pattern: /^#{1,6}(?=[^\s#\d]).{1,60}(?<!#)$/gmu },
  { name: 'wikiLink', pattern: /!?\[\[[^[\]\n]{1,100}\]\]/gu },
  { name: 'attribute', pattern: /\{[:#.][\p{L}][\p{L}\p{N}_.# -]{0,60}\}/gu },
  { name: 'directive', pattern: /(?:^|[ \t])\.\. [a-z-]+::/gmu },
  { name: 'pageSign', pattern: /<pb:[^<>\n]{1,80}>|¶/gu, everywhere: true },
  {
    name: 'tag',
    pattern:
      /<\/?(?:html|head|body|title|meta|link|div|span|p|br|hr|a|sup|sub|b|i|u|em|strong|center|font|pre|blockquote|h[1-6]|ul|ol|li|table|tr|t[dh]|img)(?:\s[^<>\n]{0,200})?\s*\/?>/giu,
    everywhere: true,
  },
  { name: 'emphasis', pattern: /\*\*|(?<!~)~~(?!~)/gu },
  {
    name: 'command',
    pattern:
      /\\(?:begin|end|section|subsection|chapter|part|newpage|pagebreak|footnote|cite|ref|label|textbf|textit|emph|item)\b/gu,
  },
  { name: 'tableRow', pattern: /^\|[^|\n]+\|.*\|$/gmu },
  { name: 'noteCall', pattern: /\[\^[^\]\s]{0,40}\]/gu },
];
