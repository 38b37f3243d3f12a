/**
 * Reads XHTML as strictly as a reading system does: a document in, the elements and words of its body out.
 *
 * A parser of HTML would mend what is not well-formed, and take five times as long.
 */
import type { Element, ElementContent } from 'hast';

const piece = /<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g;
const attribute = /([\w:.-]+)="([^"]*)"/g;
const reference = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));|&/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The body of a document, read as `readXml` reads it. */
export function readXhtml(document: string): ElementContent[] {
  const body = bodyOf(readXml(document));
  if (!body) throw new Error('xhtml: it has no body');
  return body.children;
}

/**
 * @returns hast with attributes as they are written, `class` apart: that is `className`, a list; its root has no name
 * @throws Error where the document is not well-formed
 */
export function readXml(document: string): Element {
  const root: Element = { type: 'element', tagName: '', properties: {}, children: [] };
  const open = [root];
  for (const [all, close, name, attributes, empty] of document.matchAll(piece)) {
    const parent = open.at(-1)!;
    if (name === undefined) {
      if (all === '<') throw new Error('xhtml: a < that opens nothing');
      if (!all.startsWith('<')) parent.children.push({ type: 'text', value: characters(all) });
    } else if (close) {
      if (parent.tagName !== name || open.length === 1) throw new Error(`xhtml: </${name}> closes <${parent.tagName}>`);
      open.pop();
    } else {
      const element: Element = { type: 'element', tagName: name, properties: propertiesOf(attributes!), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`xhtml: <${open.at(-1)!.tagName}> is not closed`);
  return root;
}

function bodyOf(root: Element): Element | undefined {
  const child = (parent: Element | undefined, name: string): Element | undefined =>
    parent?.children.find((node): node is Element => node.type === 'element' && node.tagName === name);
  return child(child(root, 'html'), 'body');
}

function propertiesOf(attributes: string): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const [, name, value] of attributes.matchAll(attribute)) {
    if (name === 'class') properties.className = value!.split(/\s+/);
    else properties[name!] = characters(value!);
  }
  return properties;
}

function characters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (all, hex?: string, decimal?: string, name?: string) => {
    if (name) return named[name]!;
    if (all === '&') throw new Error('xhtml: a & that names nothing');
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}
