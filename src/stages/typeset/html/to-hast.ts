/**
 * mdast → hast for both targets, through mdast-util-to-hast with handlers of our own for every node.
 *
 * Nothing of the text becomes markup: text is text, addresses are http(s) or nothing, a node that is not known here
 * is our mistake and throws. Notes become empty `a.note-call[data-note]`; their content is asked for apart.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type {
  Definition,
  FootnoteDefinition,
  Image,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import { toHast, type Handler, type Handlers, type State } from 'mdast-util-to-hast';
import type { InlineMath, Math } from 'mdast-util-math';
import { toString } from 'mdast-util-to-string';
import type { EditionHeading, PageBreak } from '../../../model/index.js';
import { cellPlaces, columnCount, headRowsOf } from '../../../vocabulary/merged-cells.js';
import type { Figure } from './group-figures.js';
import { groupFigures, paragraphData } from './group-figures.js';
import { linkAddresses } from './link-addresses.js';
import { markdownHandlers } from './markdown-handlers.js';
import { markEnglish, mergeTexts } from './mark-english.js';
import { isNoteCall, plainText } from './plain-text.js';
import { printable, unwrapped } from './printable.js';

/** What the conversion asks of the article it works for. */
export interface HastContext {
  /** Id of the note that a reference calls. */
  callNote(identifier: string): string;
  /** Level of a heading, from its depth in the tree. */
  levelOf(depth: number): number;
  /** Id of a heading of these words. */
  headingId(text: string, node: Nodes): string;
  /** Takes notice of a heading. */
  onHeading(heading: EditionHeading): void;
  /** An `img`, or what stands where a picture cannot be shown. */
  picture(node: { url: string; alt?: string | null | undefined; position?: Nodes['position'] }): Element;
  /** Words of a note whose text the source has lost. */
  lostNote: string;
  /** What an address leads to: a page of the web, or a place in the edition as `#id`. */
  linkTo(url: string): string | undefined;
  /** Takes notice of a formula that cannot be set, and stays as it is written. */
  formulaFailed(node: InlineMath | Math): void;
  /** Reference-style link definitions of the article, by identifier. */
  definitions: Map<string, Definition>;
  /** Language of the words; Latin passages are marked where it is not `en`. */
  language: string;
}

/** Flow content of nodes, captions gathered with their tables and pictures. */
export function flowToHast(nodes: readonly RootContent[], context: HastContext): ElementContent[] {
  return convert(groupFigures(nodes) as RootContent[], context);
}

/** Phrasing content of nodes, addresses linked and Latin passages marked. */
export function phrasingToHast(nodes: readonly PhrasingContent[], context: HastContext): ElementContent[] {
  return finished(convert(nodes, context), context);
}

/** Flow content of a note; the words for a lost one. */
export function noteToHast(definition: FootnoteDefinition, context: HastContext): ElementContent[] {
  const lost = (definition.data as { lost?: boolean } | undefined)?.lost === true;
  if (lost && definition.children.length === 0) return [h('p.lost-note', context.lostNote)];
  const content = flowToHast(definition.children, context);
  return content.length > 0 ? content : [h('p')];
}

function convert(nodes: readonly RootContent[], context: HastContext): ElementContent[] {
  const tree = toHast({ type: 'root', children: [...nodes] } satisfies Root, {
    handlers: { ...handlersOf(context), figure: figureHandler(context) } as Handlers,
    unknownHandler: unknown,
  });
  return (tree as { children: ElementContent[] }).children;
}

const unknown: Handler = (_state, node: Nodes) => {
  throw new Error(`html: no way to set a node of type ${node.type}`);
};

function finished(nodes: ElementContent[], context: HastContext): ElementContent[] {
  const linked = linkAddresses(mergeTexts(nodes));
  return context.language === 'en' ? linked : markEnglish(linked);
}

/** Text of a node as the edition sets it. */
function textHandler(_state: State, node: { value: string; data?: { raised?: boolean } }): ElementContent {
  const text: ElementContent = { type: 'text', value: printable(unwrapped(node.value)) };
  return node.data?.raised ? h('sup', [text]) : text;
}

function handlersOf(context: HastContext): Handlers {
  const element =
    (tagName: string): Handler =>
    (state, node: Nodes) =>
      h(tagName, state.all(node));
  const phrasing = (state: State, node: Nodes) => finished(state.all(node), context);
  return {
    root: ((state: State, node: Root) => ({ type: 'root', children: state.all(node) })) as unknown as Handler,
    text: textHandler,
    emphasis: element('em'),
    strong: element('strong'),
    delete: element('del'),
    break: () => h('br'),
    thematicBreak: () => h('hr'),
    pageBreak: (_state, node: PageBreak) => h('span.page-break', { dataPage: node.page }),
    blockquote: element('blockquote'),
    inlineCode: (_state, node: { value: string }) => h('code', printable(node.value)),
    code: (_state, node: { value: string }) => h('pre', h('code', printable(node.value))),
    paragraph: (state, node: RootContent) => {
      const { caption, source, role, verse, speaker, boxTitle, signature, epigraph } = paragraphData(node);
      if (verse) return verseOf(phrasing(state, node));
      const selector = caption
        ? 'p.caption'
        : source
          ? 'p.source'
          : role === 'reference'
            ? 'p.reference'
            : speaker
              ? 'p.speaker'
              : boxTitle
                ? 'p.box-title'
                : `p${epigraph ? '.epigraph' : ''}${signature ? '.signature' : ''}`;
      return paragraphOf(selector, phrasing(state, node));
    },
    heading: (state, node: { depth: number } & Nodes) => {
      const level = context.levelOf(node.depth);
      const children = phrasing(state, node);
      const text = plainText(children);
      // a heading without words heads nothing; a note that it calls stays
      if (text === '') return children.length > 0 ? h('p', children) : undefined;
      const id = context.headingId(text, node);
      context.onHeading({ id, level, text });
      return h(`h${level}`, { id }, children);
    },
    list: (state, node: { ordered?: boolean | null; start?: number | null } & Nodes) =>
      node.ordered
        ? h(
            'ol',
            node.start === null || node.start === undefined || node.start === 1 ? {} : { start: node.start },
            state.all(node),
          )
        : h('ul', state.all(node)),
    table: (state, node: Table) => tableToHast(node, (cell) => phrasing(state, cell)),
    image: (_state, node: Parameters<HastContext['picture']>[0]) => context.picture(node),
    link: (state, node: { url: string } & Nodes) => link(context.linkTo(node.url), state.all(node)),
    linkReference: (state, node: { identifier: string } & Nodes) =>
      link(context.linkTo(context.definitions.get(node.identifier)?.url ?? ''), state.all(node)),
    imageReference: (_state, node: { identifier: string; alt?: string } & Nodes) =>
      context.picture({ ...node, url: context.definitions.get(node.identifier)?.url ?? '' }),
    definition: () => undefined,
    footnoteReference: (_state, node: { identifier: string }) =>
      h('a.note-call', { dataNote: context.callNote(node.identifier) }),
    // notes are set apart, wherever their definitions stand
    footnoteDefinition: () => undefined,
    ruby: element('ruby'),
    rubyText: element('rt'),
    small: element('small'),
    superscript: element('sup'),
    subscript: element('sub'),
    ...markdownHandlers((node) => context.formulaFailed(node)),
    html: unknown,
    yaml: unknown,
    toml: unknown,
  } as Handlers;
}

/** Lines of verse, each a block: one that is too long is turned and hangs. */
function verseOf(children: ElementContent[]): Element {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)!.push(child);
  }
  return h(
    'div.verse',
    lines.map((line) => h('p.line', line)),
  );
}

/** A paragraph that is one passage in another language is itself in that language. */
function paragraphOf(selector: string, children: ElementContent[]): Element {
  const only = children.length === 1 ? children[0]! : undefined;
  return only?.type === 'element' && only.tagName === 'span' && typeof only.properties.lang === 'string'
    ? h(selector, { lang: only.properties.lang }, only.children)
    : h(selector, children);
}

/** A link; an address that leads nowhere is dropped and its words stay. Links do not nest: a note call breaks one off. */
function link(href: string | undefined, children: ElementContent[]): ElementContent[] {
  if (!href || children.some((child) => !isNoteCall(child) && holdsNoteCall(child))) return children;
  const result: ElementContent[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (isNoteCall(child)) {
      open = undefined;
      result.push(child);
    } else if (open) {
      open.children.push(child);
    } else {
      result.push((open = h('a', { href }, child)));
    }
  }
  return result;
}

function holdsNoteCall(node: ElementContent): boolean {
  return (
    isNoteCall(node) ||
    (node.type === 'element' && node.children.some((child) => holdsNoteCall(child as ElementContent)))
  );
}

function figureHandler(context: HastContext): Handler {
  return (state, node: Figure) => {
    const content = state.one(node.content as Nodes, undefined) as Element;
    // what is said beneath a picture says it to those who do not see it, where nothing else does
    if (node.kind === 'picture' && node.caption && !(node.content as Image).alt)
      content.properties.alt = toString(node.caption);
    const caption = node.caption && h('figcaption', finished(state.all(node.caption), context));
    const source = node.source && h('p.source', finished(state.all(node.source), context));
    const given = (parts: (Element | undefined)[]) => parts.filter((part) => part !== undefined);
    // a figcaption is the first or the last of its figure: the sources of a picture stand beneath it
    return node.kind === 'table'
      ? h('figure.table', given([caption, content, source]))
      : given([h('figure.picture', given([content, caption])), source]);
  };
}

/**
 * Beside long cells browsers make a column of years or names as narrow as one character. Up to so many characters are
 * kept on a line, in tables of so few columns that the smallest page has room for them.
 */
const shortCell = 6;
const fewColumns = 4;

/** Rows in, `thead` and `tbody` out; a first row without words is no head. */
function tableToHast(table: Table, cellContent: (cell: TableCell) => ElementContent[]): Element {
  const crowded = table.children.some((row) => row.children.some((cell) => toString(cell).length > 2 * shortCell));
  const places = cellPlaces(table);
  const columns = columnCount(table);
  const headRows = headRowsOf(table);
  const rows = places.map((cellsAt, r) => {
    const filled = cellsAt.flatMap((cell, column) => (cell ? [{ cell, column, content: cellContent(cell) }] : []));
    const head = r < headRows && (headRows > 1 || filled.some(({ content }) => plainText(content) !== ''));
    const cells = filled.map(({ cell, column, content }) => {
      const { colspan = 1, rowspan = 1 } = cell.data ?? {};
      const align = table.align?.[column];
      const words = plainText(content);
      const isHead = head && words !== '';
      const classes = [
        ...(align ? [`align-${align}`] : []),
        ...(crowded && words.length <= shortCell && columns <= fewColumns ? ['short'] : []),
      ];
      return h(
        isHead ? 'th' : 'td',
        {
          ...(isHead && { scope: colspan > 1 ? 'colgroup' : 'col' }),
          ...(classes.length > 0 && { className: classes }),
          ...(colspan > 1 && { colSpan: colspan }),
          ...(rowspan > 1 && { rowSpan: Math.min(rowspan, places.length - r) }),
        },
        content,
      );
    });
    return { head, row: h('tr', cells) };
  });
  const heads = rows.filter(({ head }) => head).map(({ row }) => row);
  const bodyRows = rows.filter(({ head }) => !head).map(({ row }) => row);
  return h('table', [
    ...(heads.length > 0 ? [h('thead', heads)] : []),
    ...(bodyRows.length > 0 ? [h('tbody', bodyRows)] : []),
  ]);
}
