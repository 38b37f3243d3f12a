/**
 * Reads what stands in braces behind headings, links, pictures and words: `{#id .class key=value}` in, anchors out.
 *
 * Brackets round words that have attributes go with them; wiki links become their words, `![[…]]` a picture; `[toc]` and
 * commands for pages (`\newpage`) go. Of anything else that is a sign of a dialect `ask-notations` speaks.
 */
import type { Heading, Image, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TellSigns } from './read-containers.js';

const attribute = String.raw`(?:[#.][\p{L}\p{N}_:.-]+|-|[\p{L}_:][\p{L}\p{N}_:.-]*=(?:"[^"{}]*"|“[^“”{}]*”|'[^'{}]*'|[^\s{}"']+))`;
const attributes = String.raw`\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`;
const atEnd = new RegExp(`[ \\t]*${attributes}[ \\t]*$`, 'u');
const atStart = new RegExp(`^${attributes}`, 'u');
const onOwnLine = new RegExp(`(?:^|\\n)[ \\t]*\\{:[^{}\\n]*\\}[ \\t]*(?=\\n|$)`, 'u');
const spanned = new RegExp(`\\[([^\\[\\]]+)\\](${attributes})`, 'gu');
const wikiPicture = /!\[\[([^[\]|]+?\.(?:png|jpe?g|gif|svg|webp))(?:\|([^[\]]*))?\]\]/iu;
const wikiLink = /\[\[(?:[^[\]|\n]+[|#])?([^[\]|\n]+)\]\]/gu;
/** A paragraph that is a command for whoever made pages of the text. */
const command =
  /^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|toc|maketitle)|\[toc\]|\[\[toc\]\]|\{:toc\}|@\[toc\](?:\([^)]*\))?)$/iu;

export function readAttributes(root: Root, tell: TellSigns): void {
  root.children = root.children.filter((node) => !isCommand(node, tell));
  visit(root, (node) => {
    if (node.type === 'heading') readAnchor(node, tell);
    if (!('children' in node)) return;
    const children = node.children as PhrasingContent[];
    children.forEach((child, i) => {
      if (child.type !== 'text') return;
      const before = children[i - 1];
      if (before && /^(?:link|image|inlineCode|emphasis|strong|linkReference|imageReference)$/u.test(before.type))
        take(child, atStart, tell);
      if (node.type === 'paragraph') take(child, onOwnLine, tell);
      readSpans(child, tell);
    });
    if (children.some((child) => child.type === 'text' && wikiPicture.test(child.value)))
      (node.children as PhrasingContent[]) = children.flatMap((child) =>
        child.type === 'text' ? withPictures(child, tell) : [child],
      );
  });
}

function isCommand(node: RootContent, tell: TellSigns): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]!.type !== 'text') return false;
  const words = node.children[0].value.trim();
  if (!command.test(words)) return false;
  tell(node, words);
  return true;
}

function readAnchor(node: Heading, tell: TellSigns): void {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return;
  const found = take(last, atEnd, tell);
  const anchor = found && /#([\p{L}\p{N}_:.-]+)/u.exec(found)?.[1];
  if (anchor) node.data = { ...node.data, anchor };
  if (last.value === '' && node.children.length > 1) node.children.pop();
}

/** Takes signs out of a text and tells of them. */
function take(node: Text, pattern: RegExp, tell: TellSigns): string | undefined {
  const found = pattern.exec(node.value);
  if (!found) return undefined;
  node.value = node.value.slice(0, found.index) + node.value.slice(found.index + found[0].length);
  tell(node, found[0]);
  return found[0];
}

function readSpans(node: Text, tell: TellSigns): void {
  node.value = node.value
    .replace(spanned, (_, words: string, signs: string) => {
      tell(node, `[]${signs}`);
      return words;
    })
    .replace(/(?<!!)\[\[[^[\]\n]+\]\]/gu, (link) =>
      link.replace(wikiLink, (whole, words: string) => {
        tell(node, whole.replace(words, ''));
        return words;
      }),
    );
}

function withPictures(node: Text, tell: TellSigns): PhrasingContent[] {
  const found = wikiPicture.exec(node.value);
  if (!found) return [node];
  const [whole, url, alt = ''] = found;
  // a width in the place of words
  const words = /^\d+(?:x\d+)?$/u.test(alt) ? '' : alt;
  tell(node, words === '' ? whole : whole.replace(words, ''));
  const image: Image = { type: 'image', url: url!, alt: words, position: node.position! };
  const before = { ...node, value: node.value.slice(0, found.index) };
  const behind = { ...node, value: node.value.slice(found.index + whole.length) };
  return [before, image, ...withPictures(behind, tell)].filter((one) => one.type !== 'text' || one.value !== '');
}
