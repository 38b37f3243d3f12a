/** Phrasing content of a document in JATS: hast in, xast out. Words stay; what JATS has no element for is unwrapped. */
import type { Element as HastElement, ElementContent } from 'hast';
import type { Element, Text } from 'xast';
import { element } from '../html/xml.js';

type Content = Element | Text;

/** What the conversion has to know of the document. */
export interface InlineContext {
  /** What a call of a note shows. */
  markOf(note: string): string;
  /** An id made of words that is unique in the article. */
  uniqueId(stem: string): string;
  /** Where a picture lies, from the article's file. */
  pictureAt(src: string): string;
}

const elements: Record<string, string> = {
  em: 'italic',
  i: 'italic',
  strong: 'bold',
  b: 'bold',
  del: 'strike',
  sup: 'sup',
  sub: 'sub',
  code: 'monospace',
};

export function inline(nodes: readonly ElementContent[], context: InlineContext): Content[] {
  return nodes.flatMap((node): Content[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    return node.type === 'element' ? inlineElement(node, context) : [];
  });
}

function inlineElement(node: HastElement, context: InlineContext): Content[] {
  const { tagName, properties } = node;
  const children = (): Content[] => inline(node.children, context);
  const note = properties.dataNote;
  if (typeof note === 'string') return [element('xref', { 'ref-type': 'fn', rid: note }, [context.markOf(note)])];
  if (properties.dataPage !== undefined)
    return [element('target', { id: context.uniqueId(`page-${String(properties.dataPage)}`), 'target-type': 'page' })];
  if (tagName === 'a' && /^https?:/.test(String(properties.href)))
    return [wrap('ext-link', { 'ext-link-type': 'uri', 'xlink:href': String(properties.href) }, children())];
  if (tagName === 'img')
    return [
      wrap('inline-graphic', { 'xlink:href': context.pictureAt(String(properties.src)) }, [
        element('alt-text', {}, [String(properties.alt ?? '')]),
      ]),
    ];
  if (tagName === 'ruby') return [ruby(node, context)];
  if (tagName === 'small') return [wrap('styled-content', { 'style-type': 'small' }, children())];
  const name = elements[tagName];
  if (name) return [wrap(name, {}, children())];
  return children();
}

/** Words with their reading: everything but the reading is the base. */
function ruby(node: HastElement, context: InlineContext): Element {
  const isReading = (child: ElementContent): boolean => child.type === 'element' && child.tagName === 'rt';
  const children = node.children as ElementContent[];
  const readings = children.filter(isReading).flatMap((child) => (child.type === 'element' ? child.children : []));
  return wrap('ruby', {}, [
    wrap(
      'rb',
      {},
      inline(
        children.filter((child) => !isReading(child)),
        context,
      ),
    ),
    wrap('rt', {}, inline(readings, context)),
  ]);
}

/** An element with content of both kinds. */
export function wrap(name: string, attributes: Record<string, string | undefined>, children: Content[]): Element {
  return { ...element(name, attributes), children };
}
