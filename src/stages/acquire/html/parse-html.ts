/** HTML and XHTML as a hast tree: the text of a file in, its tree out. Nothing in it is run, and nothing is fetched. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Elements that have no end tag in HTML: `<br/>` is one, `<a id="p3"/>` is an empty link. */
const withoutEnd =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|path|rect|circle|line|use|mspace)$/i;
const closesItself = /<([A-Za-z][\w:.-]*)((?:\s+(?:[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>/]+))?))*\s*)\/>/g;

export function parseHtml(text: string): Root {
  const isXml = /^\s*<\?xml|<html[^>]+xmlns=/i.test(text.slice(0, 1000));
  const closed = isXml
    ? text
        .replace(/<\?xml[^>]*\?>/, '')
        .replace(closesItself, (whole, name: string, attributes: string) =>
          withoutEnd.test(name) ? whole : `<${name}${attributes}></${name}>`,
        )
    : text;
  return fromHtml(closed, { fragment: false });
}

/** The first element of a name within a node, itself included. */
export function elementNamed(node: Root | Element, name: string): Element | undefined {
  if (node.type === 'element' && node.tagName === name) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? elementNamed(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** An attribute as words; undefined where the element has none. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
