/**
 * Reads elements of HTML for what they mean: a hast tree in, mdast blocks out, with what was left out at its place.
 *
 * hast-util-to-mdast knows a fixed set of inline nodes, drops what it does not know and merges raised words with their
 * neighbours; here nothing goes but what a reader does not see, and that is said.
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type {
  FootnoteDefinition,
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { BlockData } from '../../../model/index.js';
import type { AsideReason } from '../../../model/structured-text.js';
import { isWide } from '../../../vocabulary/characters.js';
import type { Inline, LeftOut } from '../structured/lay-out.js';
import { holdsBlock, isBlock, isUnseen, wordsOf } from './blocks.js';
import { formulaOf } from './formula-of.js';
import { attribute } from './parse-html.js';
import { unwrapped } from './unwrap-lines.js';
import { tablesOf } from './tables-of.js';
import type { TiedNotes } from './tie-notes.js';

/** How pictures and places are called in the tree. */
export interface HtmlOptions {
  notes: TiedNotes;
  /** Elements that are not set, and why. */
  left: ReadonlyMap<Element, AsideReason>;
  /** Data of the block that an element becomes, where more is known of it. */
  dataOf?: (element: Element) => BlockData | undefined;
}

export function htmlToSource(tree: HastRoot | Element, options: HtmlOptions): Root {
  const reader = new HtmlReader(options);
  const children = reader.flow(tree.children as ElementContent[]);
  const written = [...options.notes.written].map(([id, words]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  }));
  return { type: 'root', children: [...children, ...written] };
}

type Block = RootContent;

/** Inline elements that only say how words look, or nothing. */
const wrapping: Readonly<Record<string, PhrasingContent['type']>> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  sub: 'subscript',
  mark: 'highlight',
  kbd: 'keyboard',
  u: 'underline',
  ins: 'underline',
  small: 'small',
};

class HtmlReader {
  constructor(private readonly options: HtmlOptions) {}

  /** Blocks; what stands between them in the line makes paragraphs. */
  flow(nodes: readonly ElementContent[]): Block[] {
    const out: Block[] = [];
    let line: ElementContent[] = [];
    const endLine = (): void => {
      out.push(...this.paragraphsOf(line));
      line = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && !this.isLeft(node) && (isBlock(node) || this.opensUp(node))) {
        endLine();
        out.push(...this.block(node));
      } else line.push(node);
    }
    endLine();
    return out;
  }

  /** An inline element that holds blocks, as sloppy pages have them: `<font><p>`. */
  private opensUp(element: Element): boolean {
    return !isUnseen(element) && holdsBlock(element);
  }

  private isLeft(element: Element): boolean {
    return this.options.left.has(element) || isUnseen(element) || this.options.notes.backlinks.has(element);
  }

  private leftOut(element: Element): LeftOut[] {
    const { left, notes } = this.options;
    const reason = left.get(element) ?? (notes.backlinks.has(element) ? 'backlink' : undefined);
    const value = reason === undefined ? '' : wordsOf(element);
    return value.trim() === '' ? [] : [{ type: 'leftOut', reason: reason!, value }];
  }

  private block(element: Element): Block[] {
    const name = this.options.notes.bodies.get(element);
    if (name !== undefined) return [this.note(element, name)];
    const data = this.options.dataOf?.(element);
    const { tagName } = element;
    if (/^h[1-6]$/u.test(tagName)) return this.heading(element, Number(tagName[1]) as Heading['depth'], data);
    if (tagName === 'p' || tagName === 'caption') return this.paragraphs(element, data);
    if (tagName === 'figcaption') return this.paragraphs(element, { ...data, caption: 'figure' });
    if (tagName === 'blockquote') return wrapped('blockquote', this.flow(element.children));
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') return this.list(element);
    if (tagName === 'dl') return this.definitions(element);
    if (tagName === 'table') return this.table(element);
    if (tagName === 'pre') return this.preformatted(element);
    if (tagName === 'hr') return [{ type: 'thematicBreak' }];
    if (data) return this.one(element, data);
    return this.flow(element.children);
  }

  /** All that a block holds as one paragraph. */
  private one(element: Element, data: BlockData): Block[] {
    const children = tidy(this.inline(flattened(element)));
    return isEmpty(children) ? asideOnly(children) : [{ type: 'paragraph', children: phrasing(children), data }];
  }

  private heading(element: Element, depth: Heading['depth'], data?: BlockData): Block[] {
    const children = tidy(this.inline(flattened(element)));
    if (isEmpty(children)) return asideOnly(children);
    // a line break within a heading parts it on the page alone
    const words = children.map((child): Inline => (child.type === 'break' ? { type: 'text', value: ' ' } : child));
    const anchor = attribute(element, 'id');
    const own = { ...data, ...(anchor !== undefined && { anchor }) };
    return [{ type: 'heading', depth, children: phrasing(words), ...(Object.keys(own).length > 0 && { data: own }) }];
  }

  private paragraphs(element: Element, data?: BlockData): Block[] {
    if (holdsBlock(element) && !data) return this.flow(element.children);
    const made = data ? this.one(element, data) : this.paragraphsOf(element.children);
    return made;
  }

  /** Words in the line as paragraphs: two line breaks, or one with an indent behind it, part them. */
  private paragraphsOf(nodes: readonly ElementContent[]): Block[] {
    return this.blocksOf(tidy(this.inline(nodes)));
  }

  private blocksOf(children: readonly Inline[]): Block[] {
    const pieces: Inline[][] = [[]];
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (child.type === 'break' && partsParagraphs(children, i)) {
        pieces.push([]);
        while (children[i + 1]?.type === 'break') i++;
      } else pieces.at(-1)!.push(child);
    }
    return pieces.flatMap((piece): Block[] => {
      const trimmed = withoutOuterBreaks(piece);
      if (isEmpty(trimmed)) return asideOnly(trimmed);
      return [{ type: 'paragraph', children: phrasing(tidy(trimmed)) } satisfies Paragraph];
    });
  }

  private note(element: Element, name: string): FootnoteDefinition {
    const inner = element.tagName === 'p' ? this.paragraphsOf(element.children) : this.flow(element.children);
    const children = inner.length > 0 ? inner : [{ type: 'paragraph', children: [] } satisfies Paragraph];
    takeMarkOff(children);
    return { type: 'footnoteDefinition', identifier: name, label: name, children: children as never };
  }

  private list(element: Element): Block[] {
    const out: Block[] = [];
    let items: ListItem[] = [];
    const ordered = element.tagName === 'ol';
    const start = Number(attribute(element, 'start') ?? 1);
    const end = (): void => {
      if (items.length > 0)
        out.push({
          type: 'list',
          ordered,
          ...(ordered && { start: Number.isInteger(start) ? start : 1 }),
          spread: false,
          children: items,
        });
      items = [];
    };
    for (const child of element.children) {
      if (child.type !== 'element' || this.isLeft(child)) {
        const aside =
          child.type === 'element'
            ? this.leftOut(child)
            : child.type === 'text' && child.value.trim() !== ''
              ? this.paragraphsOf([child])
              : [];
        if (aside.length > 0) {
          end();
          out.push(...(aside as Block[]));
        }
        continue;
      }
      const name = this.options.notes.bodies.get(child);
      const holdsNotes = name === undefined && this.holdsNotes(child);
      if (name !== undefined || holdsNotes || child.tagName !== 'li') {
        end();
        out.push(...(name === undefined ? this.flow([child]) : [this.note(child, name)]));
        continue;
      }
      const content = this.flow(child.children);
      if (content.length > 0) items.push({ type: 'listItem', spread: false, children: content as never });
    }
    end();
    return out;
  }

  private holdsNotes(element: Element): boolean {
    return element.children.some(
      (child) => child.type === 'element' && (this.options.notes.bodies.has(child) || this.holdsNotes(child)),
    );
  }

  private definitions(element: Element): Block[] {
    const entries = (one: Element): Element[] =>
      one.children.flatMap((child) =>
        child.type !== 'element' ? [] : child.tagName === 'dt' || child.tagName === 'dd' ? [child] : entries(child),
      );
    const found = entries(element);
    if (found.length === 0 || found.some((one) => this.options.notes.bodies.has(one) || this.holdsNotes(one)))
      return this.flow(
        element.children.flatMap((child) =>
          child.type === 'element' && /^d[dt]$/u.test(child.tagName) && !this.options.notes.bodies.has(child)
            ? child.children
            : [child],
        ),
      );
    return [
      {
        type: 'defList',
        children: found.map((entry) =>
          entry.tagName === 'dt'
            ? { type: 'defListTerm', children: phrasing(tidy(this.inline(flattened(entry)))) }
            : { type: 'defListDescription', spread: false, children: this.flow(entry.children) },
        ),
      } as unknown as Block,
    ];
  }

  /** A table of data; one that only lays out a page is opened up. */
  private table(element: Element): Block[] {
    if (this.holdsNotes(element) || laysOut(element)) return this.opened(element);
    return tablesOf(element, (cell) => this.cell(cell));
  }

  /** The cells of a table as blocks one below another. */
  private opened(element: Element): Block[] {
    return element.children.flatMap((child): Block[] => {
      if (child.type !== 'element') return [];
      if (this.isLeft(child)) return asideOnly(this.leftOut(child));
      const name = this.options.notes.bodies.get(child);
      if (name !== undefined) return [this.note(child, name)];
      return /^(?:tbody|thead|tfoot|tr)$/u.test(child.tagName) ? this.opened(child) : this.flow(child.children);
    });
  }

  private cell(cell: Element): Nodes[] {
    if (holdsBlock(cell)) return this.flow(cell.children) as Nodes[];
    return tidy(this.inline(cell.children)) as Nodes[];
  }

  /** Lines that a program has wrapped become paragraphs again; code and verse keep theirs. */
  private preformatted(element: Element): Block[] {
    const isCode = element.children.some((child) => child.type === 'element' && child.tagName === 'code');
    if (isCode) return [{ type: 'code', value: wordsOf(element).replace(/^\n|\n\s*$/gu, '') }];
    return this.blocksOf(unwrapped(this.inline(element.children)));
  }

  /** Words in the line. */
  inline(nodes: readonly ElementContent[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return [{ type: 'text', value: node.value }];
      return node.type === 'element' ? this.inlineElement(node) : [];
    });
  }

  private inlineElement(element: Element): Inline[] {
    const { notes } = this.options;
    const call = notes.calls.get(element);
    if (call !== undefined) {
      const mark = wordsOf(element).trim();
      const reference: Inline = { type: 'footnoteReference', identifier: call, label: call };
      return mark === '' ? [reference] : [reference, { type: 'leftOut', reason: 'note-mark', value: mark }];
    }
    if (this.isLeft(element)) return this.leftOut(element);
    const { tagName } = element;
    if (tagName === 'br') return [{ type: 'break' }];
    if (tagName === 'img' || tagName === 'image') return this.picture(element);
    if (tagName === 'math') return [formulaOf(element)];
    if (tagName === 'code' || tagName === 'tt' || tagName === 'samp') {
      const value = wordsOf(element);
      return value.trim() === '' ? [] : [{ type: 'inlineCode', value }];
    }
    if (tagName === 'ruby') return this.ruby(element);
    const page = pageOf(element);
    if (page !== undefined) return [{ type: 'pageBreak', page }];
    const children = this.inline(element.children);
    if (tagName === 'sup') return raised(children);
    if (tagName === 'q') return [{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }];
    if (tagName === 'a') return this.link(element, children);
    const type = wrapping[tagName];
    if (type === undefined || isEmpty(children)) return children;
    return [{ type, children } as unknown as Inline];
  }

  private link(element: Element, children: Inline[]): Inline[] {
    const url = attribute(element, 'href') ?? '';
    // a place in the file that is no note, or one that only a browser can follow
    if (!/^(?:https?|mailto):/iu.test(url) || isEmpty(children)) return children;
    return [{ type: 'link', url, children: children as never }];
  }

  private picture(element: Element): Inline[] {
    const url = attribute(element, 'src') ?? attribute(element, 'xLinkHref') ?? attribute(element, 'href') ?? '';
    if (url === '') return [];
    return [{ type: 'image', url, alt: (attribute(element, 'alt') ?? '').trim() }];
  }

  private ruby(element: Element): Inline[] {
    const out: Inline[] = [];
    let base: ElementContent[] = [];
    for (const child of element.children) {
      if (child.type === 'element' && child.tagName === 'rp') continue;
      if (child.type === 'element' && (child.tagName === 'rt' || child.tagName === 'rtc')) {
        const reading = wordsOf(child).trim();
        const words = this.inline(base);
        if (isEmpty(words)) out.push({ type: 'text', value: reading });
        else
          out.push({
            type: 'ruby',
            children: [...words, { type: 'rubyText', children: [{ type: 'text', value: reading }] }],
          } as unknown as Inline);
        base = [];
      } else base.push(child);
    }
    return [...out, ...this.inline(base)];
  }
}

/** The number of a page of the printed source that begins here. */
function pageOf(element: Element): string | undefined {
  const type = `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`;
  if (!/pagebreak/u.test(type)) return undefined;
  const said = attribute(element, 'ariaLabel') ?? attribute(element, 'title') ?? wordsOf(element);
  return said.trim() === '' ? undefined : said.trim();
}

/** Words above the line keep what they are; whether they call a note is seen later. */
function raised(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node) => (node.type === 'text' ? { ...node, data: { ...node.data, raised: true } } : node));
}

/** The children of an element with its inner blocks opened up. */
function flattened(element: Element): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] =>
    child.type === 'element' && isBlock(child) && child.tagName !== 'table' ? flattened(child) : [child],
  );
}

function phrasing(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes as unknown as PhrasingContent[];
}

function isEmpty(nodes: readonly Inline[]): boolean {
  return nodes.every(
    (node) =>
      node.type === 'leftOut' || node.type === 'break' || (node.type === 'text' && /^[\s\u3000]*$/u.test(node.value)),
  );
}

function asideOnly(nodes: readonly Inline[]): Block[] {
  return nodes.filter(({ type }) => type === 'leftOut') as unknown as Block[];
}

function wrapped(type: 'blockquote', children: Block[]): Block[] {
  return children.length === 0 ? [] : [{ type, children: children as never }];
}

/** Blanks as a browser shows them: one for many, none between Han that a line's end has parted. */
function closedUp(value: string): string {
  return value
    .replace(/[ \t\r\n\f]*\n[ \t\r\n\f]*/gu, (_, at: number, all: string) => {
      const before = all.slice(0, at).trimEnd().slice(-1);
      const after = /\S/u.exec(all.slice(at))?.[0] ?? '';
      return before !== '' && after !== '' && isWide(before) && isWide(after) ? '' : ' ';
    })
    .replace(/[ \t\r\f\u00A0]+/gu, ' ');
}

/** Neighbouring words as one, blanks closed up. */
function tidy(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const isSame =
      node.type === 'text' && last?.type === 'text' && Boolean(last.data?.raised) === Boolean(node.data?.raised);
    if (isSame) last.value += node.value;
    else out.push(node.type === 'text' ? { ...node } : node);
  }
  for (const node of out) if (node.type === 'text') node.value = closedUp(node.value);
  return out.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Does a line break end a paragraph: is it one of two, or is what follows set in? */
function partsParagraphs(nodes: readonly Inline[], at: number): boolean {
  const next = nodes[at + 1];
  if (next?.type === 'break') return true;
  if (next?.type === 'text' && /^\s*$/u.test(next.value) && nodes[at + 2]?.type === 'break') return true;
  return next?.type === 'text' && /^ ?\u3000{2}/u.test(next.value);
}

function withoutOuterBreaks(nodes: readonly Inline[]): Inline[] {
  const isGap = (node: Inline): boolean =>
    node.type === 'break' || (node.type === 'text' && /^[\s]*$/u.test(node.value));
  let [from, to] = [0, nodes.length];
  while (from < to && isGap(nodes[from]!)) from++;
  while (to > from && isGap(nodes[to - 1]!)) to--;
  return nodes.slice(from, to);
}

/** Does a table lay out a page, and hold no data: one cell a row, or tables and headings within cells? */
function laysOut(table: Element): boolean {
  const cells = cellsOf(table);
  const rows = rowsIn(table);
  const inner = (cell: Element, names: RegExp): boolean =>
    cell.children.some((child) => child.type === 'element' && (names.test(child.tagName) || inner(child, names)));
  if (cells.some((cell) => inner(cell, /^(?:table|h[1-6])$/u))) return true;
  return cells.length <= rows;
}

function rowsIn(element: Element): number {
  return element.children.reduce(
    (sum, child) =>
      sum + (child.type !== 'element' || child.tagName === 'table' ? 0 : child.tagName === 'tr' ? 1 : rowsIn(child)),
    0,
  );
}

/** Cells of a table, not those of tables within it. */
function cellsOf(element: Element): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return /^(?:td|th|caption)$/u.test(child.tagName) ? [child] : cellsOf(child);
  });
}

/** What a note's body opens with of its own mark goes: the edition numbers notes itself. */
function takeMarkOff(blocks: Block[]): void {
  const first = blocks.find((block): block is Paragraph => block.type === 'paragraph');
  if (!first) return;
  const children = first.children as Inline[];
  const at = children.findIndex((node) => node.type !== 'leftOut');
  const node = children[at];
  // the mark was the link back, which is gone
  if (children.slice(0, at).some(({ type }) => type === 'leftOut')) {
    if (node?.type === 'text')
      node.value = node.value.replace(/^[\s\u3000]*[.．、:：\]］〕】)）]?[\s\u3000]*/u, (gone) =>
        leave(children, at, gone),
      );
    return;
  }
  if (node?.type !== 'text') return;
  const lead =
    /^[\s\u3000]*(?:[[［〔【(（]\s*(?:[注註]释?\s*)?(?:\d{1,4}|[①-⑳]|[一二三四五六七八九十]{1,3}|[*＊†‡])\s*[\]］〕】)）]|[①-⑳㉑-㉟㊱-㊿]|[注註]\d{1,3}[:：]?|\d{1,4}[.．、:：](?!\d))[\s\u3000]*/u;
  node.value = node.value.replace(lead, (gone) => leave(children, at, gone));
}

function leave(children: Inline[], at: number, words: string): string {
  if (words.trim() !== '') children.splice(at, 0, { type: 'leftOut', reason: 'note-mark', value: words.trim() });
  return '';
}
