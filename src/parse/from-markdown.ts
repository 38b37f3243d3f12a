/**
 * Markdown, written by a person or by an OCR: remark-parse, then tags read for what they mean.
 *
 * In: `CleanText`. Out: mdast `Root` without html nodes; offsets of its positions are still those of the clean text.
 */
import type { Html, Image, List, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { fromHtml } from 'hast-util-from-html';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { say } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import type { CleanText } from '../model.js';
import { isWide } from '../vocabulary/characters.js';
import { accountForMarkup } from './markup.js';
import { tableFromHtml } from './table-from-html.js';

// what an OCR never means: an indent is no code, a rule under a line no heading sign, [x]: no link definition
const never = ['codeIndented', 'setextUnderline', 'definition', 'blockQuote'];

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;

export function fromMarkdown(clean: CleanText): Root {
  const ocr = clean.survey.kind === 'ocr-markdown';
  const matter = frontMatter.exec(clean.text);
  const text = matter ? ' '.repeat(matter[0].length - 1) + '\n' + clean.text.slice(matter[0].length) : clean.text;
  const root = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [
      gfmTable(),
      gfmFootnote(),
      cjkFriendlyExtension(),
      ...(ocr ? [{ disable: { null: never } }] : []),
    ])
    .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()])
    .parse(text);
  if (matter) {
    const end = { line: 1, column: 1, offset: matter[0].length };
    const start = { line: 1, column: 1, offset: 0 };
    root.children.unshift({ type: 'yaml', value: matter[0], position: { start, end } });
  }
  accountForMarkup(root, clean);
  readTags(root, clean);
  if (ocr) unlist(root, clean);
  if (ocr && clean.survey.blankShare < 0.25) splitLines(root);
  tidy(root, ocr);
  return root;
}

const harmless = /^<\/?(?:u|b|i|em|strong|span|a|p|div|br|font|center|small|big|html|body|section|article)\b[^>]*>$/i;

/** Reads `<sup>`, tables and harmless tags; every other tag stays visible as the text that it is. */
function readTags(parent: Parents, clean: CleanText): void {
  const out: Nodes[] = [];
  let raised = false;
  for (const node of parent.children as Nodes[]) {
    if (node.type !== 'html') {
      if (raised && node.type === 'text') node.data = { ...node.data, raised: true };
      if ('children' in node) readTags(node, clean);
      out.push(node);
      continue;
    }
    if (/^<su[pb]\b[^>]*>$/i.test(node.value)) raised = /^<sup/i.test(node.value);
    else if (/^<\/su[pb]>$/i.test(node.value)) raised = false;
    else if (harmless.test(node.value)) {
      aside(clean, node, node.value);
      continue;
    } else if (/^<img\b[^>]*>$/i.test(node.value)) {
      out.push(picture(node.value, node, clean));
      continue;
    } else {
      out.push(...readHtml(node, parent, clean));
      continue;
    }
    aside(clean, node, node.value);
  }
  parent.children = out as typeof parent.children;
}

function readHtml(node: Html, parent: Parents, clean: CleanText): Nodes[] {
  const inBlock = parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote';
  if (/^<!--[\s\S]*-->$/.test(node.value)) {
    aside(clean, node, node.value);
    return [];
  }
  const table = inBlock && /^<(?:html|body|div|table)\b/i.test(node.value) ? tableFromHtml(node) : undefined;
  if (table) {
    for (const tag of node.value.match(/<[^>]+>/g) ?? []) aside(clean, node, tag);
    return [table];
  }
  let value = node.value;
  const [image, second] = value.match(/<img\b[^>]*>/gi) ?? [];
  if (image && !second && value.replace(/<[^>]*>/g, '').trim() === '') {
    for (const tag of value.replace(image, '').match(/<[^>]+>/g) ?? []) aside(clean, node, tag);
    return [
      { type: 'paragraph', children: [picture(image, node, clean)], position: node.position! } satisfies Paragraph,
    ];
  }
  // a block that opens and closes with harmless tags holds running text
  const tags = value.match(/<\/?[A-Za-z][^>]*>/g) ?? [];
  if (tags.every((tag) => harmless.test(tag))) {
    for (const tag of tags) {
      aside(clean, node, tag);
      value = value.replace(tag, '');
    }
  } else {
    say(clean.raw, 'warning', 'parse:tags', messages.parse.unknownTag(tags[0] ?? ''), rawSpan(clean, node));
  }
  if (value.trim() === '') return [];
  const text: Text = { type: 'text', value: value.trim(), position: node.position! };
  return inBlock ? [{ type: 'paragraph', children: [text], position: node.position! } satisfies Paragraph] : [text];
}

/** An `<img>` as a picture of the tree; whether it can be shown is decided where pictures are read. */
function picture(tag: string, node: Html, clean: CleanText): Image {
  const [element] = fromHtml(tag, { fragment: true }).children;
  const properties = element?.type === 'element' ? element.properties : {};
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  aside(clean, node, alt === '' ? tag : tag.replace(alt, ''));
  return {
    type: 'image',
    url: typeof properties.src === 'string' ? properties.src : '',
    alt,
    position: node.position!,
  };
}

function rawSpan(clean: CleanText, node: Nodes): { start: number; end: number } {
  return { start: clean.origin[node.position!.start.offset!]!, end: clean.origin[node.position!.end.offset!]! };
}

function aside(clean: CleanText, node: Nodes, text: string): void {
  clean.ledger.aside.push({ rule: 'parse:markup', text, span: rawSpan(clean, node), file: clean.raw.name });
}

/** An ordered list of an OCR is a row of numbered paragraphs or headings: give them their numbers back. */
function unlist(root: Root, clean: CleanText): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'list' || !node.ordered) return [node];
    return (node as List).children.flatMap((item) => {
      const [first] = item.children;
      const number = /^\s*\d{1,9}[.)]\s*/.exec(clean.text.slice(item.position!.start.offset));
      if (first?.type === 'paragraph' && number) {
        const mark = number[0].trimStart();
        const start = item.position!.start;
        const end = { ...start, offset: start.offset! + number[0].length };
        first.children.unshift({ type: 'text', value: mark, position: { start, end } });
        takeBack(clean, mark.trim(), start.offset!);
      }
      return item.children as RootContent[];
    });
  });
}

/** A sign that was taken for markup belongs to the text after all. */
function takeBack(clean: CleanText, mark: string, offset: number): void {
  const { aside: entries } = clean.ledger;
  const at = clean.origin[offset]!;
  const entry = entries.find(
    ({ rule, span, text }) => rule === 'parse:markup' && span.start <= at && at < span.end && text.includes(mark),
  );
  if (!entry) throw new Error(`parse:markup: the list mark ${mark} at ${at} is not in the ledger`);
  entry.text = entry.text.replace(mark, '');
  if (entry.text === '') entries.splice(entries.indexOf(entry), 1);
}

/** Where paragraphs are not parted by empty lines, each line is one. */
function splitLines(root: Root): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const out: Paragraph[] = [{ ...node, children: [] }];
    for (const child of node.children) {
      const lines = child.type === 'text' ? child.value.split('\n') : undefined;
      if (child.type === 'break') out.push({ type: 'paragraph', children: [], position: node.position! });
      if (!lines || child.type !== 'text') {
        if (child.type !== 'break') out.at(-1)!.children.push(child);
        continue;
      }
      let offset = child.position!.start.offset!;
      lines.forEach((line, i) => {
        const start = { ...child.position!.start, offset };
        const end = { ...start, offset: offset + line.length };
        offset += line.length + 1;
        if (i > 0) out.push({ type: 'paragraph', children: [], position: { start, end } });
        if (line !== '') out.at(-1)!.children.push({ ...child, value: line, position: { start, end } });
        out.at(-1)!.position = { start: out.at(-1)!.position!.start, end };
      });
    }
    return out.filter(({ children }) => children.length > 0);
  });
}

/** Line breaks within a paragraph: nothing between Chinese, a space elsewhere. An OCR's hard breaks are such too. */
function tidy(parent: Parents, ocr: boolean): void {
  const children = parent.children as Nodes[];
  children.forEach((node, i) => {
    if (node.type === 'text')
      node.value = node.value.replace(/\s*\n\s*/g, (_, at: number, all: string) => gapAt(all, at));
    else if (node.type === 'break' && ocr) {
      const before = children[i - 1];
      const wide = before?.type === 'text' && isWide(before.value.trimEnd().slice(-1));
      children[i] = { type: 'text', value: wide ? '' : ' ', position: node.position! };
    } else if ('children' in node) tidy(node, ocr);
  });
  if (parent.type === 'paragraph' || parent.type === 'heading') {
    const [first] = children;
    if (first?.type === 'text') first.value = first.value.replace(/^[\s　]+/u, '');
    parent.children = (children as PhrasingContent[]).filter((node) => node.type !== 'text' || node.value !== '');
  }
}

function gapAt(text: string, at: number): string {
  const left = text[at - 1] ?? '';
  const right = /\S/.exec(text.slice(at))?.[0] ?? '';
  return isWide(left) || isWide(right) ? '' : ' ';
}
