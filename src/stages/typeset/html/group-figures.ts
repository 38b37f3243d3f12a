/**
 * Gathers what belongs to a table or a picture: flow content in, the same with `figure` nodes out.
 *
 * A caption stands right before its table or right after its picture; a line of sources (资料来源) follows.
 */
import type { Image, Paragraph, RootContent, Table } from 'mdast';

/** A table or a picture with its caption and its line of sources. */
export interface Figure {
  type: 'figure';
  kind: 'table' | 'picture';
  content: Table | Image;
  caption?: Paragraph;
  source?: Paragraph;
}

/** What `structure` and `restore` say of a paragraph. */
export interface ParagraphData {
  caption?: 'table' | 'figure';
  source?: boolean;
  role?: string;
  verse?: boolean;
  speaker?: boolean;
  boxTitle?: boolean;
  signature?: boolean;
  epigraph?: boolean;
}

/** What the parser knows of a paragraph beside its text. */
export function paragraphData(node: RootContent | undefined): ParagraphData {
  return node?.type === 'paragraph' ? ((node.data ?? {}) as ParagraphData) : {};
}

/** @param nodes children of a root or of a note */
export function groupFigures(nodes: readonly RootContent[]): (RootContent | Figure)[] {
  const result: (RootContent | Figure)[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const next = nodes[i + 1];
    const image = pictureOf(node);
    if (image) {
      const caption = paragraphData(next).caption === 'figure' ? (nodes[++i] as Paragraph) : undefined;
      result.push({ type: 'figure', kind: 'picture', content: image, ...(caption && { caption }), ...sourceAt(i + 1) });
    } else if (node.type === 'table') {
      result.push({ type: 'figure', kind: 'table', content: node, ...sourceAt(i + 1) });
    } else if (paragraphData(node).caption === 'table' && next?.type === 'table') {
      i += 1;
      result.push({ type: 'figure', kind: 'table', content: next, caption: node as Paragraph, ...sourceAt(i + 1) });
    } else {
      result.push(node);
      continue;
    }
    if ((result.at(-1) as Figure).source) i += 1;
  }
  return result;

  function sourceAt(index: number): { source?: Paragraph } {
    return paragraphData(nodes[index]).source ? { source: nodes[index] as Paragraph } : {};
  }
}

/** The image of a paragraph that holds nothing else, or an image that stands alone. */
function pictureOf(node: RootContent): Image | undefined {
  if (node.type === 'image') return node;
  if (node.type !== 'paragraph') return undefined;
  const held = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return held.length === 1 && held[0]!.type === 'image' ? held[0] : undefined;
}
