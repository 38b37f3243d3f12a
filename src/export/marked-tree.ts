/**
 * Makes a tree of the model one that Markdown can say: mdast in, mdast with our marks as comments and tags out.
 *
 * What `parse/read-marks.ts` reads is what is written here.
 */
import type { Definition, Html, Image, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { finishedTags } from '../stages/parse/markdown/wrap-tags.js';
import { unwrapped } from '../stages/typeset/html/printable.js';
import { blockMarks, lostMark, nothingMark, pageMark, tableMarks } from '../vocabulary/finished-marks.js';
import { withEmptyCells } from '../vocabulary/merged-cells.js';

/** What the marks depend on beside the nodes. */
export interface Marking {
  /** Label of a note in the file. */
  labelOf(identifier: string): string;
  /** Address of a picture beside the file. */
  addressOf(picture: string): string;
  /** What a link leads to. */
  linkOf(url: string): string;
  /** Link definitions, which stand in the file as links. */
  definitions: Map<string, Definition>;
  /** Emphasis as tags, where its signs would not be read. */
  tags: boolean;
}

const tagOf = new Map<string, string>(Object.entries(finishedTags).map(([tag, type]) => [type, tag]));

/** Flow content; notes are not among it. */
export function markedFlow(nodes: readonly RootContent[], marking: Marking): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    switch (node.type) {
      case 'footnoteDefinition':
      case 'definition':
        return [];
      case 'paragraph': {
        // a comment at the head of a line makes the whole line html
        const first = node.children.findIndex((child) => child.type !== 'pageBreak');
        const pages = node.children.slice(0, first < 0 ? undefined : first) as { page: string }[];
        const children = markedPhrasing(node.children.slice(pages.length), marking);
        const comments = [...blockMarks(node.data ?? {}), ...pages.map(({ page }) => pageMark(page))];
        return [...comments.map(html), { type: 'paragraph', children }];
      }
      case 'pageBreak':
        return [html(pageMark(node.page))];
      case 'heading':
        return [{ ...node, children: oneLine(markedPhrasing(node.children, marking)) }];
      case 'table': {
        const filled = withEmptyCells(node);
        return [
          ...tableMarks(node).map(html),
          {
            ...filled,
            children: filled.children.map((row) => ({
              ...row,
              children: row.children.map((cell) => ({
                ...cell,
                children: oneLine(markedPhrasing(cell.children, marking)),
              })),
            })),
          },
        ];
      }
      case 'blockquote':
      case 'listItem':
        return [{ ...node, children: markedFlow(node.children, marking) } as RootContent];
      case 'list':
      case 'defList':
      case 'defListDescription':
        return [{ ...node, children: markedFlow(node.children as RootContent[], marking) } as RootContent];
      case 'defListTerm':
        return [{ ...node, children: oneLine(markedPhrasing(node.children, marking)) }];
      case 'container':
        return [fence(`::: ${node.kind ?? 'box'}`), ...markedFlow(node.children, marking), fence(':::')];
      default:
        return [node];
    }
  });
}

/** The blocks of a note. */
export function markedNote(children: readonly RootContent[], lost: boolean, marking: Marking): RootContent[] {
  return [...(lost ? [html(lostMark)] : []), ...markedFlow(children, marking)];
}

export function markedPhrasing(nodes: readonly PhrasingContent[], marking: Marking): PhrasingContent[] {
  return nodes.flatMap((node, i): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return textOf(node);
      case 'inlineCode':
        // the signs of two in a row would be taken for those of one
        return nodes[i - 1]?.type === 'inlineCode' ? [html(nothingMark), node] : [node];
      case 'pageBreak':
        return [html(pageMark(node.page))];
      case 'footnoteReference': {
        const label = marking.labelOf(node.identifier);
        return [{ type: 'footnoteReference', identifier: label, label }];
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'ruby':
      case 'rubyText':
      case 'small':
      case 'highlight':
      case 'keyboard':
      case 'underline':
      case 'superscript':
      case 'subscript': {
        const children = markedPhrasing(node.children, marking);
        const tag = node.type === 'superscript' ? 'sup' : tagOf.get(node.type)!;
        const hasSign = node.type === 'emphasis' || node.type === 'strong';
        return marking.tags || !hasSign ? [html(`<${tag}>`), ...children, html(`</${tag}>`)] : [{ ...node, children }];
      }
      case 'image':
        return [picture(node.url, node.alt, marking)];
      case 'imageReference':
        return [picture(marking.definitions.get(node.identifier)?.url ?? '', node.alt, marking)];
      case 'link':
        return linked(node.url, node.children, marking);
      case 'linkReference':
        return linked(marking.definitions.get(node.identifier)?.url ?? '', node.children, marking);
      default:
        return [node];
    }
  });
}

/** A line end within a text is none of the edition. */
function textOf({ value, data }: Text): PhrasingContent[] {
  const text: Text = { type: 'text', value: unwrapped(value) };
  return data?.raised ? [html('<sup>'), text, html('</sup>')] : [text];
}

function picture(url: string, alt: string | null | undefined, marking: Marking): Image {
  return { type: 'image', url: marking.addressOf(url), alt: alt ?? '' };
}

/** A link without an address is its words. */
function linked(url: string, nodes: readonly PhrasingContent[], marking: Marking): PhrasingContent[] {
  const children = markedPhrasing(nodes, marking);
  return url === '' ? children : [{ type: 'link', url: marking.linkOf(url), children } as PhrasingContent];
}

/** Headings and cells have one line: a line end in them is a tag. */
function oneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return html('<br>');
    return 'children' in node
      ? ({ ...node, children: oneLine(node.children as PhrasingContent[]) } as Nodes as PhrasingContent)
      : node;
  });
}

const html = (value: string): Html => ({ type: 'html', value });

/** A line that opens or closes a box. */
const fence = (value: string): RootContent => ({ type: 'containerLine', value }) as unknown as RootContent;
