/**
 * Flow content of a document in JATS: hast in, blocks and sections out.
 *
 * Headings open sections; what follows one belongs to it until a heading of its level or above.
 */
import type { Element as HastElement, ElementContent } from 'hast';
import type { Element } from 'xast';
import { isClass } from '../html/classes.js';
import { element } from '../html/xml.js';
import { inline, wrap, type InlineContext } from './inline.js';

/** Blocks before the first heading, then sections. */
export function sectionsOf(nodes: readonly ElementContent[], context: InlineContext): Element[] {
  const root: Element[] = [];
  const open: { level: number; children: Element[] }[] = [{ level: 0, children: root }];
  for (const node of nodes) {
    const level = levelOf(node);
    if (level === undefined) {
      open.at(-1)!.children.push(...blocks([node], context));
      continue;
    }
    while (open.at(-1)!.level >= level) open.pop();
    const heading = node as HastElement;
    const title = wrap('title', {}, inline(heading.children, context));
    const section = { ...element('sec', { id: String(heading.properties.id ?? '') || undefined }), children: [title] };
    open.at(-1)!.children.push(section);
    open.push({ level, children: section.children });
  }
  return root;
}

function levelOf(node: ElementContent): number | undefined {
  const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
}

/** Flow content without sections: of a quotation, a note, a cell. */
export function blocks(nodes: readonly ElementContent[], context: InlineContext): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (node.type === 'text') return node.value.trim() === '' ? [] : [element('p', {}, [node.value])];
    return node.type === 'element' ? block(node, context) : [];
  });
}

function block(node: HastElement, context: InlineContext): Element[] {
  const children = node.children as ElementContent[];
  const within = (): Element[] => blocks(children, context);
  switch (node.tagName) {
    case 'p':
      return paragraphs(node, context);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      // a heading where no section may stand
      return [wrap('p', {}, [wrap('bold', {}, inline(children, context))])];
    case 'blockquote':
      return [wrap('disp-quote', {}, within())];
    case 'ul':
    case 'ol':
      return [list(node, context)];
    case 'pre':
      return [wrap('preformat', {}, inline(children.flatMap(contentOf), context))];
    case 'hr':
      return [element('p', { 'content-type': 'break' })];
    case 'figure':
      return [isClass(node, 'table') ? tableWrap(children, context) : figure(children, context)];
    case 'table':
      return [wrap('table-wrap', {}, [table(node, context)])];
    case 'section':
    case 'header':
    case 'footer':
    case 'div':
      return within();
    default:
      return [wrap('p', {}, inline([node], context))];
  }
}

const contentOf = (node: ElementContent): ElementContent[] =>
  node.type === 'element' && node.tagName === 'code' ? (node.children as ElementContent[]) : [node];

/** A paragraph; one of verse is a group of lines, and where a line is broken another paragraph begins. */
function paragraphs(node: HastElement, context: InlineContext): Element[] {
  const lines: ElementContent[][] = [[]];
  for (const child of node.children as ElementContent[]) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)!.push(child);
  }
  if (isClass(node, 'verse'))
    return [
      wrap(
        'verse-group',
        {},
        lines.map((line) => wrap('verse-line', {}, inline(line, context))),
      ),
    ];
  const type = ['reference', 'source', 'caption', 'speaker'].find((name) => isClass(node, name));
  return lines.map((line) => wrap('p', { 'content-type': type }, inline(line, context)));
}

function list(node: HastElement, context: InlineContext): Element {
  const ordered = node.tagName === 'ol';
  const start = Number(node.properties.start ?? 1);
  const items = (node.children as ElementContent[]).filter((child) => child.type === 'element');
  return wrap(
    'list',
    { 'list-type': ordered ? 'order' : 'bullet' },
    items.map((item, k) =>
      wrap('list-item', {}, [
        ...(ordered && start !== 1 ? [element('label', {}, [String(start + k)])] : []),
        ...itemContent(item.children as ElementContent[], context),
      ]),
    ),
  );
}

/** An item of words alone is a paragraph; a list item has at least one. */
function itemContent(nodes: readonly ElementContent[], context: InlineContext): Element[] {
  const parts: Element[] = [];
  let words: ElementContent[] = [];
  const close = (): void => {
    if (words.length > 0) parts.push(wrap('p', {}, inline(words, context)));
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && blockNames.has(node.tagName)) {
      close();
      parts.push(...block(node, context));
    } else words.push(node);
  }
  close();
  return parts.length > 0 ? parts : [element('p')];
}

const blockNames = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol pre hr figure table section header footer div'.split(' '),
);

function figure(children: readonly ElementContent[], context: InlineContext): Element {
  const caption = captionOf(children, context);
  const pictures = children.filter((child) => child.type === 'element' && child.tagName === 'img') as HastElement[];
  const graphics = pictures.map(({ properties }) =>
    wrap('graphic', { 'xlink:href': context.pictureAt(String(properties.src)) }, [
      element('alt-text', {}, [String(properties.alt ?? '')]),
    ]),
  );
  // in place of a picture that cannot be shown stand words
  const others = children.filter(
    (child) => child.type === 'element' && child.tagName !== 'img' && child.tagName !== 'figcaption',
  );
  if (graphics.length === 0) return wrap('boxed-text', {}, [...blocks(others, context), ...asParagraphs(caption)]);
  return wrap('fig', {}, [...caption, ...graphics]);
}

const asParagraphs = (caption: Element[]): Element[] => caption.flatMap(({ children }) => children as Element[]);

function tableWrap(children: readonly ElementContent[], context: InlineContext): Element {
  const inner = children.find((child) => child.type === 'element' && child.tagName === 'table') as HastElement;
  const feet = children.filter((child) => isClass(child, 'source'));
  return wrap('table-wrap', {}, [
    ...captionOf(children, context),
    table(inner, context),
    ...(feet.length > 0 ? [wrap('table-wrap-foot', {}, blocks(feet, context))] : []),
  ]);
}

function captionOf(children: readonly ElementContent[], context: InlineContext): Element[] {
  return children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'figcaption'
      ? [wrap('caption', {}, [wrap('p', {}, inline(child.children, context))])]
      : [],
  );
}

function table(node: HastElement, context: InlineContext): Element {
  const convert = (one: HastElement): Element => {
    const { tagName, properties } = one;
    if (tagName !== 'td' && tagName !== 'th') {
      const rows = (one.children as ElementContent[]).filter((child) => child.type === 'element');
      return wrap(tagName, {}, rows.map(convert));
    }
    const align = (Array.isArray(properties.className) ? properties.className : [])
      .map(String)
      .find((name) => name.startsWith('align-'));
    const span = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
    return wrap(
      tagName,
      {
        align: align?.slice('align-'.length),
        colspan: span(properties.colSpan),
        rowspan: span(properties.rowSpan),
        scope: span(properties.scope),
      },
      inline(one.children, context),
    );
  };
  return convert(node);
}
