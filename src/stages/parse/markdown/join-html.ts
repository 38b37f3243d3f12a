/**
 * Puts a list, table or figure of HTML together that empty lines have cut into pieces: a tree in, the same with one html
 * node where several blocks stood.
 *
 * Markdown ends HTML at an empty line, and takes what follows for text or, where it is indented, for code.
 */
import type { Html, Root } from 'mdast';

const whole = 'table|ul|ol|dl|figure';
const opening = new RegExp(`<(${whole})\\b[^>]*>`, 'giu');
const closing = new RegExp(`</(${whole})\\s*>`, 'giu');
/** Blocks that one element may run over. */
const mostBlocks = 400;

/** @param text what was read; positions are offsets in it */
export function joinHtml(root: Root, text: string): void {
  const { children } = root;
  for (let i = 0; i < children.length; i++) {
    const node = children[i]!;
    if (node.type !== 'html' || openIn(node.value) <= 0) continue;
    const start = node.position!.start.offset!;
    for (let j = i + 1; j < Math.min(children.length, i + mostBlocks); j++) {
      const end = children[j]!.position!.end;
      const value = text.slice(start, end.offset);
      if (children[j]!.type === 'heading') break;
      if (openIn(value) > 0) continue;
      const joined: Html = { type: 'html', value, position: { start: node.position!.start, end } };
      children.splice(i, j - i + 1, joined);
      break;
    }
  }
}

/** Elements that are opened in a stretch and not closed. */
function openIn(html: string): number {
  return (html.match(opening)?.length ?? 0) - (html.match(closing)?.length ?? 0);
}
