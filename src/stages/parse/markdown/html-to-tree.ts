/**
 * Reads HTML that stands in Markdown for what it means: a stretch of tags and words in, mdast nodes out.
 *
 * Lists, definition lists, tables with merged cells, figures and their captions, code and quotations are what they are;
 * a tag that only says how words look is left out. Whether a stretch may be read at all, `isReadable` tells.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { tablesOf } from '../../acquire/html/tables-of.js';

/** Tags whose meaning is known, and those that mean nothing. */
const known =
  'a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|i|img|ins|kbd|li|main|mark|nobr|ol|p|pre|q|rb|rp|rt|rtc|ruby|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr';
const knownTag = new RegExp(`^</?(?:${known})(?:[\\s/][^]*)?>$`, 'iu');
export const tagPattern = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*>/g;
const comment = /<!--[^]*?-->/g;

/** The first tag of a stretch that is not known; undefined where all are. */
export function unknownTagIn(html: string): string | undefined {
  return html
    .replace(comment, '')
    .match(tagPattern)
    ?.find((tag) => !knownTag.test(tag));
}

/** A tag that stands for nothing that a reader sees. */
export function isKnownTag(tag: string): boolean {
  return knownTag.test(tag);
}

/** Blocks of an html node, each with its place. */
export function htmlToFlow(html: string, position: RootContent['position']): RootContent[] {
  const tree = fromHtml(html, { fragment: true });
  const root = toMdast(tree, {
    document: true,
    quotes: ['“”', '‘’'],
    handlers,
    nodeHandlers: { comment: () => undefined },
  });
  const blocks = root.type === 'root' ? root.children : [root as RootContent];
  for (const block of blocks) visit(block, (node) => void (node.position = position));
  return blocks;
}

const phrasing =
  (type: string): Handle =>
  (state, element) =>
    ({ type, children: state.all(element) }) as unknown as Nodes;

const passes: Handle = (state, element) => state.all(element) as Nodes[];

const handlers: Record<string, Handle> = {
  sup: (state, element) => {
    const children = state.all(element) as Nodes[];
    visit({ type: 'root', children } as Nodes, 'text', (node) => void (node.data = { ...node.data, raised: true }));
    return children;
  },
  sub: phrasing('subscript'),
  mark: phrasing('highlight'),
  kbd: phrasing('keyboard'),
  u: phrasing('underline'),
  ins: phrasing('underline'),
  small: phrasing('small'),
  ruby: phrasing('ruby'),
  rt: phrasing('rubyText'),
  rp: () => undefined,
  wbr: () => undefined,
  dl: (state, element) =>
    ({
      type: 'defList',
      children: entriesOf(element).map((entry) =>
        entry.tagName === 'dt'
          ? { type: 'defListTerm', children: state.all(entry) }
          : { type: 'defListDescription', spread: false, children: state.toFlow(state.all(entry)) },
      ),
    }) as unknown as Nodes,
  table: (state, element) => tablesOf(element, (cell) => state.all(cell)) as Nodes[],
  figcaption: (state, element) => {
    const paragraph: Paragraph = {
      type: 'paragraph',
      data: { caption: 'figure' },
      children: state.all(element) as never,
    };
    return paragraph;
  },
  summary: (state, element) => {
    const strong = { type: 'strong', children: state.all(element) } as Nodes;
    return { type: 'paragraph', children: [strong] } as Nodes;
  },
  details: passes,
  // dates and names of works look like their neighbours
  ...Object.fromEntries(['time', 'cite', 'var', 'samp', 'abbr', 'dfn'].map((tag) => [tag, passes])),
};

function entriesOf(element: Element): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return child.tagName === 'dt' || child.tagName === 'dd' ? [child] : entriesOf(child);
  });
}
