/** Makes the documents of an edition ready for pages: hast in, hast with bound text, filled calls and safe elements out. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isNoteCall } from '../../html/plain-text.js';
import { bindText } from './bind-text.js';
import { spaceLatin } from './space-latin.js';

/** Elements that hold blocks; everything else that holds text holds phrasing. */
const containers = new Set([
  'section',
  'header',
  'footer',
  'blockquote',
  'ul',
  'ol',
  'figure',
  'table',
  'thead',
  'tbody',
  'tr',
  'div',
  'dl',
  'aside',
  'nav',
]);

const blocks = new Set([
  ...containers,
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'pre',
  'hr',
  'figcaption',
  'td',
  'th',
]);

/** Never printed, whoever asks: they act or fetch. */
const forbidden = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
  'base',
  'form',
  'video',
  'audio',
  'svg',
]);

/** Characters of a title that fit a line of the smallest cover. */
const titleLine = 9;
/** Titles of more characters are set smaller: three lines of a 32开. */
const longTitle = 32;
/** Set large enough to be broken. */
const isTitle = (node: Element): boolean =>
  node.tagName === 'h1' || classes(node).some((name) => name === 'title' || name === 'cover-title');

export interface TreeOptions {
  /** Data address of a picture by its `src`; undefined for one that cannot be shown. */
  picture(src: string): string | undefined;
  /** What a link leads to, as the page is to have it; without it, as the text has it. */
  address?(href: string): string;
  /** Whether the text is Latin where no element says otherwise. */
  latin?: boolean;
  /** Whether gaps are put between Han and Latin. */
  spaced?: boolean;
}

/** Titles, names and verse of covers: words in them are not broken. */
const unbroken = /^(?:english-title|english-byline|cover-.*|contents-.*)$/;

/** Prepares flow content. */
export function prepareTree(nodes: readonly ElementContent[], options: TreeOptions): ElementContent[] {
  return nodes.flatMap((node) => prepareNode(node, options));
}

/**
 * A ruby as a box of two layers: the browser makes the first line of a block higher for a reading of its own, which
 * takes the text off the grid.
 */
function rubyElement({ children }: Element): Element {
  const isReading = (child: Element['children'][number]): boolean => child.type === 'element' && child.tagName === 'rt';
  const words = children.filter((child) => !isReading(child));
  const reading = children.filter(isReading).flatMap((child) => (child as Element).children);
  return h('span.ruby', [h('span.ruby-words', words), h('span.ruby-reading', reading)]);
}

/** A formula is set by the browser as it is: only what acts or fetches goes. */
function formulaOf(node: Element): Element {
  const children = node.children.flatMap((child): Element['children'] =>
    child.type === 'element' ? (forbidden.has(child.tagName) ? [] : [formulaOf(child)]) : [child],
  );
  return { ...node, properties: safeProperties(node), children };
}

function prepareNode(node: ElementContent, options: TreeOptions): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (forbidden.has(node.tagName)) return [];
  if (isNoteCall(node)) return [callElement(node)];
  // pages of the source are the book's affair
  if (node.properties.dataPage !== undefined) return [];
  if (node.tagName === 'math') return [formulaOf(node)];
  if (node.tagName === 'ruby') return prepareTree([rubyElement(node)], options);
  const properties = safeProperties(node);
  if (properties.href && options.address) properties.href = options.address(String(properties.href));
  if (node.tagName === 'img') {
    const src = options.picture(String(node.properties.src));
    return [{ ...node, properties: { ...properties, src: src ?? '' } }];
  }
  const latin = node.properties.lang === undefined ? (options.latin ?? false) : node.properties.lang === 'en';
  const children = prepareTree(node.children as ElementContent[], { ...options, latin }).filter(
    (child) => !(containers.has(node.tagName) && child.type === 'text' && child.value.trim() === ''),
  );
  const hyphenate = !/^h\d$/.test(node.tagName) && !classes(node).some((name) => unbroken.test(String(name)));
  const bind = (nodes: ElementContent[]) => bindText(options.spaced ? spaceLatin(nodes) : nodes, { latin, hyphenate });
  if (node.tagName === 'dl' && classes(node).includes('facts')) {
    return [{ ...node, properties, children: factRows(children) }];
  }
  if (containers.has(node.tagName)) {
    // text that stands among blocks gets a paragraph of its own
    const wrapped = children.map((child) => (child.type === 'text' ? h('p', bind([child])) : child));
    return [{ ...node, properties, children: wrapped }];
  }
  if (children.some((child) => child.type === 'element' && blocks.has(child.tagName))) {
    return [{ ...node, properties, children: wrapRuns(children, bind) }];
  }
  if (classes(node).includes('contents-title')) {
    // the leader is drawn behind the entry and covered by its words
    return [{ ...node, properties, children: [h('span.contents-words', children)] }];
  }
  if (isTitle(node)) {
    const className = [...classes(node).map(String), ...(lengthOf(children) > longTitle ? ['long-title'] : [])];
    return [{ ...node, properties: { ...properties, className }, children: bind(titleClauses(children)) }];
  }
  return [{ ...node, properties, children: blocks.has(node.tagName) ? bind(children) : children }];
}

/** A term and what is said of it stand side by side and are not parted. */
function factRows(children: ElementContent[]): ElementContent[] {
  const rows: Element[] = [];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'dd' && rows.length > 0) rows.at(-1)!.children.push(child);
    else rows.push(h('div.fact', [child]));
  }
  return rows;
}

/** In Han; Latin letters are half as wide. */
function lengthOf(nodes: readonly ElementContent[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum +
      (node.type === 'text'
        ? [...node.value].reduce((all, sign) => all + (sign < '\u2E80' ? 0.5 : 1), 0)
        : node.type === 'element'
          ? lengthOf(node.children as ElementContent[])
          : 0),
    0,
  );
}

/** A title too long for a line is broken where its sense breaks: after a mark or before a dash. */
function titleClauses(children: ElementContent[]): ElementContent[] {
  const [only, ...rest] = children;
  if (only?.type !== 'text' || rest.some((node) => !isNoteCall(node)) || only.value.length <= titleLine)
    return children;
  const clauses = only.value.split(/(?<=[：？！、，；])(?=.{4})|(?=——)/u);
  if (clauses.length < 2) return children;
  return [...clauses.map((clause) => h('span.clause', clause)), ...rest];
}

/** The empty call of the edition becomes a link to its note; the number comes when the pages are known. */
function callElement(call: Element): Element {
  const id = String(call.properties.dataNote);
  return h('a.note-call', { dataNote: id, id: `call-${id}`, href: `#${id}`, role: 'doc-noteref' }, '①');
}

function safeProperties({ properties }: Element): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => {
      if (/^on/i.test(name) || name === 'style' || name === 'srcSet') return false;
      return name !== 'href' || /^(https?:|#)/i.test(String(value));
    }),
  );
}

function wrapRuns(children: ElementContent[], bind: (nodes: ElementContent[]) => ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== '')) result.push(h('p', bind(run)));
    run = [];
  };
  for (const child of children) {
    if (child.type === 'element' && blocks.has(child.tagName)) {
      close();
      result.push(child);
    } else run.push(child);
  }
  close();
  return result;
}

function classes({ properties }: Element): (string | number)[] {
  return Array.isArray(properties.className) ? properties.className : [];
}
