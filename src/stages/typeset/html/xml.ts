/** Trees to XML text: hast or xast in, markup with Han as characters out. */
import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Element, Text } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** Elements that hold blocks: a line each makes the book readable and its changes few. */
const containers = new Set(
  'section header footer blockquote ol ul dl figure table thead tbody tr aside nav'.split(' '),
);
const voidElements = new Set(['br', 'col', 'hr', 'img', 'wbr']);
// readers that take XHTML for HTML would leave <span/> open
const emptyTag = /<([\w:-]+)((?: [\w:-]+="[^"]*")*) \/>/g;

/** XHTML of hast content, to stand inside an element of the XHTML namespace. */
export function xhtml(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => xhtmlOf(toXast(node) as Element | Text)).join('\n');
}

function xhtmlOf(tree: Element | Text): string {
  if (tree.type === 'element') {
    // the root of the document states the namespace
    delete tree.attributes.xmlns;
    spread(tree);
  }
  return xml(tree).replace(emptyTag, (tag, name: string, attributes: string) =>
    voidElements.has(name) ? tag : `<${name}${attributes}></${name}>`,
  );
}

/** Parts the children of a container by line ends, where no text stands among them. */
function spread(tree: Element): void {
  const { children } = tree;
  for (const child of children) if (child.type === 'element') spread(child);
  if (children.length === 0 || !containers.has(tree.name) || children.some(({ type }) => type !== 'element')) return;
  const end: Text = { type: 'text', value: '\n' };
  tree.children = [end, ...children.flatMap((child) => [child, end])];
}

/** An XML element. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined> = {},
  children: (Element | string)[] = [],
): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(given),
    children: children.map((child): Element | Text =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** Markup of an XML tree. */
export function xml(tree: Element | Text): string {
  return (
    toXml(tree, { closeEmptyElements: true })
      .replace(/&#x(?:26|3C|22);/g, (reference) => named[reference]!)
      // XML 1.0, production CharData
      .replaceAll(']]>', ']]&gt;')
  );
}

const named: Record<string, string> = { '&#x26;': '&amp;', '&#x3C;': '&lt;', '&#x22;': '&quot;' };
