/** Trees to XML text: hast or xast in, markup with Han as characters out. */
import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Element, Text } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** XHTML of hast content, to stand inside an element of the XHTML namespace. */
export function xhtml(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      const tree = toXast(node) as Element;
      // the root of the document states the namespace
      if (tree.type === 'element') delete tree.attributes.xmlns;
      return toXml(tree, { closeEmptyElements: true }).replace(emptyTag, (tag, name: string, attributes: string) =>
        voidElements.has(name) ? tag : `<${name}${attributes}></${name}>`,
      );
    })
    .join('\n');
}

// readers that take XHTML for HTML would leave <span/> open
const emptyTag = /<([\w:-]+)((?: [\w:-]+="[^"]*")*) \/>/g;
const voidElements = new Set(['br', 'col', 'hr', 'img', 'wbr']);

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

/** Markup of an XML element. */
export function xml(tree: Element): string {
  return toXml(tree, { closeEmptyElements: true });
}
