/**
 * Reads the tags that an OCR leaves in Markdown for what they mean: `<sup>`, tables, pictures.
 *
 * Harmless tags go to the ledger; every other tag stays visible as the text that it is, and is never run.
 */
import { fromHtml } from 'hast-util-from-html';
import type { Html, Image, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { CleanText } from '../../model/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { tableFromHtml } from './table-from-html.js';
import { wrapTags } from './wrap-tags.js';

const tagPattern = /<\/?[A-Za-z][^>]*>/g;
const harmless = /^<\/?(?:u|b|i|em|strong|span|a|p|div|br|font|center|small|big|html|body|section|article)\b[^>]*>$/i;

/** A rule, with empty lines round it. */
const onlyRules = /^(?=[^]*<hr)(?:\s*<(?:br|hr)\b[^>]*>)+\s*$/i;

/** Replaces the html nodes of a tree by what they mean, in place. Offsets are those of `clean.text`. */
export function readTags(parent: Parents, clean: CleanText): void {
  const out: Nodes[] = [];
  let raised = false;
  const wrapped = wrapTags(parent.children as PhrasingContent[], (node) =>
    aside(clean, node, node.type === 'html' ? node.value : toString(node)),
  );
  for (const node of wrapped as Nodes[]) {
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
  if (/^<!--[\s\S]*-->$/.test(node.value)) {
    aside(clean, node, node.value);
    return [];
  }
  const inBlock = parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote';
  if (!inBlock) return textWithin(node.value, node, clean);
  if (onlyRules.test(node.value)) {
    aside(clean, node, node.value);
    return [{ type: 'thematicBreak', position: node.position! }];
  }
  const parts = node.value.split(/(<table\b[\s\S]*?<\/table\s*>|<img\b[^>]*>)/i);
  return parts.flatMap((part): Nodes[] => {
    if (/^<table\b/i.test(part)) return readTable(part, node, clean);
    const children = /^<img\b/i.test(part) ? [picture(part, node, clean)] : textWithin(part, node, clean);
    return children.length > 0 ? [{ type: 'paragraph', children, position: node.position! } satisfies Paragraph] : [];
  });
}

function readTable(html: string, node: Html, clean: CleanText): Nodes[] {
  for (const tag of html.match(tagPattern) ?? []) aside(clean, node, tag);
  const table = tableFromHtml({ ...node, value: html });
  const before = withoutBlanks(html.replace(tagPattern, ''));
  const after = table ? withoutBlanks(toString(table)) : '';
  if (before !== after) {
    // character references, or words between the cells
    const { name: file } = clean.raw;
    clean.ledger.changes.push({
      rule: 'parse:markup',
      law: 'letters',
      before,
      after,
      span: rawSpan(clean, node),
      file,
    });
  }
  return table ? [table] : [];
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
