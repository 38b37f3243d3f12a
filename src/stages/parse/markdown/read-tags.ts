/**
 * Reads the tags that stand in Markdown for what they mean: `<sup>`, `<br>`, tables, lists, pictures.
 *
 * Harmless tags go to the ledger; every other tag stays visible as the text that it is, and is never run.
 */
import { fromHtml } from 'hast-util-from-html';
import type { Html, Image, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { CleanText } from '../../../model/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { htmlToFlow, isKnownTag, tagPattern, unknownTagIn } from './html-to-tree.js';
import type { Dialect } from './markdown-tree.js';
import { tableFromHtml } from './table-from-html.js';
import { wrapTags } from './wrap-tags.js';

const harmless = /^<\/?(?:u|b|i|em|strong|span|a|p|div|br|font|center|small|big|html|body|section|article)\b[^>]*>$/i;

/** A rule, with empty lines round it. */
const onlyRules = /^(?=[^]*<hr)(?:\s*<(?:br|hr)\b[^>]*>)+\s*$/i;

/** Replaces the html nodes of a tree by what they mean, in place. Offsets are those of `clean.text`. */
export function readTags(parent: Parents, clean: CleanText, dialect: Dialect): void {
  const out: Nodes[] = [];
  let raised = false;
  const wrapped = wrapTags(
    parent.children as PhrasingContent[],
    (node) => aside(clean, node, node.type === 'html' ? node.value : toString(node)),
    dialect === 'finished' ? 'ocr' : dialect,
  );
  for (const node of wrapped as Nodes[]) {
    if (node.type !== 'html') {
      if (raised && node.type === 'text') node.data = { ...node.data, raised: true };
      if ('children' in node) readTags(node, clean, dialect);
      out.push(node);
      continue;
    }
    if (/^<su[pb]\b[^>]*>$/i.test(node.value)) raised = /^<sup/i.test(node.value);
    else if (/^<\/su[pb]>$/i.test(node.value)) raised = false;
    else if (/^<br\b[^>]*>$/i.test(node.value) && !isFlow(parent)) {
      aside(clean, node, node.value);
      out.push({ type: 'break', position: node.position! });
      continue;
    } else if (harmless.test(node.value) || (dialect === 'person' && isLoneTag(node.value))) {
      aside(clean, node, node.value);
      continue;
    } else if (/^<img\b[^>]*>$/i.test(node.value)) {
      out.push(picture(node.value, node, clean));
      continue;
    } else {
      out.push(...readHtml(node, parent, clean, dialect));
      continue;
    }
    aside(clean, node, node.value);
  }
  parent.children = out as typeof parent.children;
}

function isFlow({ type }: Parents): boolean {
  return /^(?:root|listItem|blockquote|footnoteDefinition|container|defListDescription)$/u.test(type);
}

/** A tag by itself that says how words look, or where a block ends. */
function isLoneTag(html: string): boolean {
  return /^<\/?[A-Za-z][^<>]*>\s*$/u.test(html) && isKnownTag(html.trim()) && !/^<(?:img|hr|table)\b/iu.test(html);
}

function readHtml(node: Html, parent: Parents, clean: CleanText, dialect: Dialect): Nodes[] {
  if (/^<!--[\s\S]*-->\s*$/.test(node.value)) {
    aside(clean, node, node.value);
    return [];
  }
  if (!isFlow(parent)) return textWithin(node.value, node, clean);
  if (onlyRules.test(node.value)) {
    aside(clean, node, node.value);
    return [{ type: 'thematicBreak', position: node.position! }];
  }
  if (dialect === 'person' && unknownTagIn(node.value) === undefined) return readWhole(node, clean);
  return splitAtTables(node.value).flatMap((part): Nodes[] => {
    if (/^<table\b/i.test(part)) return readTable(part, node, clean);
    const children = /^<img\b/i.test(part) ? [picture(part, node, clean)] : textWithin(part, node, clean);
    return children.length > 0 ? [{ type: 'paragraph', children, position: node.position! } satisfies Paragraph] : [];
  });
}

/** A block of tags and words that are all known. */
function readWhole(node: Html, clean: CleanText): Nodes[] {
  const blocks = htmlToFlow(node.value, node.position);
  const words = node.value.replace(/<!--[^]*?-->/g, '').replace(tagPattern, '');
  for (const tag of node.value.match(/<!--[^]*?-->|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*>/g) ?? [])
    aside(clean, node, tag);
  recordWords(words, toString({ type: 'root', children: blocks }), node, clean);
  return blocks;
}

/** A stretch parted before and behind its tables, each with those within it, and at its pictures. */
function splitAtTables(html: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (at: number): void => {
    if (at > from) parts.push(html.slice(from, at));
    from = at;
  };
  for (const { 0: tag, index } of html.matchAll(/<\/?table\b[^>]*>|<img\b[^>]*>/gi)) {
    const end = index + tag.length;
    if (/^<img/i.test(tag)) {
      if (depth > 0) continue;
      cut(index);
      cut(end);
    } else if (tag[1] === '/') {
      if (depth > 0 && --depth === 0) cut(end);
    } else if (depth++ === 0) cut(index);
  }
  cut(html.length);
  return parts;
}

function readTable(html: string, node: Html, clean: CleanText): Nodes[] {
  for (const tag of html.match(tagPattern) ?? []) aside(clean, node, tag);
  const made = tableFromHtml({ ...node, value: html });
  recordWords(html.replace(tagPattern, ''), toString({ type: 'root', children: made }), node, clean);
  return made;
}

/** Character references, or words between the cells, are changes. */
function recordWords(from: string, to: string, node: Html, clean: CleanText): void {
  const [before, after] = [withoutBlanks(from), withoutBlanks(to)];
  if (before === after) return;
  const { name: file } = clean.raw;
  clean.ledger.changes.push({ rule: 'parse:markup', law: 'letters', before, after, span: rawSpan(clean, node), file });
}

/** Running text between harmless tags; a stretch with any other tag stays as it is written, and is reported. */
function textWithin(html: string, node: Html, clean: CleanText): Text[] {
  const tags = html.match(tagPattern) ?? [];
  const unknown = tags.find((tag) => !harmless.test(tag));
  let value = html;
  if (unknown) say(clean.raw, 'warning', 'parse:tags', messages.parse.unknownTag(unknown), rawSpan(clean, node));
  else {
    for (const tag of tags) aside(clean, node, tag);
    value = html.replace(tagPattern, '');
  }
  return value.trim() === '' ? [] : [{ type: 'text', value: value.trim(), position: node.position! }];
}

/** An `<img>` as a picture of the tree; whether it can be shown is decided where pictures are read. */
function picture(tag: string, node: Html, clean: CleanText): Image {
  const [element] = fromHtml(tag, { fragment: true }).children;
  const properties = element?.type === 'element' ? element.properties : {};
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  if (tag.includes(alt)) aside(clean, node, alt === '' ? tag : tag.replace(alt, ''));
  else {
    // character references, and line ends that are none of its words
    aside(clean, node, tag);
    const change = { rule: 'parse:markup', law: 'letters', before: '', after: withoutBlanks(alt) } as const;
    clean.ledger.changes.push({ ...change, span: rawSpan(clean, node), file: clean.raw.name });
  }
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
