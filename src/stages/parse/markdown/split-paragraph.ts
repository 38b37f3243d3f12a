/** A paragraph in, the paragraphs that its lines are out, each with its place. */
import type { Paragraph, PhrasingContent } from 'mdast';

/** A line of a paragraph. */
export interface ParagraphLine {
  text: string;
  /** It opens with raised text (`<sup>`). */
  raised: boolean;
  /** It holds a picture. */
  picture: boolean;
}

/** The lines between a paragraph's line breaks, soft and hard. */
export function linesOf(node: Paragraph): ParagraphLine[] {
  const empty = { text: '', raised: false, picture: false };
  const lines: ParagraphLine[] = [{ ...empty }];
  for (const child of node.children) {
    if (child.type === 'image') lines.at(-1)!.picture = true;
    const parts = child.type === 'break' ? ['', ''] : wordsOf(child).split('\n');
    parts.forEach((part, i) => {
      if (i > 0) lines.push({ ...empty });
      const line = lines.at(-1)!;
      if (line.text === '') line.raised = child.type === 'text' && child.data?.raised === true;
      line.text += part;
    });
  }
  return lines;
}

/** The words of a phrase; its own line breaks do not count. */
function wordsOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => wordsOf(child).replace(/\n/g, ' ')).join('') : '';
}

/**
 * Parts a paragraph before some of its lines. The line breaks there go.
 *
 * @param opens whether the line with this index (of `linesOf`) opens a paragraph of its own
 */
export function splitParagraph(node: Paragraph, opens: (index: number) => boolean): Paragraph[] {
  const out: Paragraph[] = [{ ...node, children: [] }];
  const open = (): void => void out.push({ type: 'paragraph', children: [], position: node.position! });
  let line = 0;
  for (const child of node.children) {
    if (child.type === 'break' && opens(++line)) open();
    else if (child.type !== 'text') out.at(-1)!.children.push(child);
    else {
      const from = child.position!.start.offset!;
      let start = 0;
      const take = (end: number): void => {
        const position = {
          start: { ...child.position!.start, offset: from + start },
          end: { ...child.position!.start, offset: from + end },
        };
        if (end > start) out.at(-1)!.children.push({ ...child, value: child.value.slice(start, end), position });
      };
      for (let at = child.value.indexOf('\n'); at >= 0; at = child.value.indexOf('\n', at + 1)) {
        if (!opens(++line)) continue;
        take(at);
        open();
        start = at + 1;
      }
      take(child.value.length);
    }
  }
  const parts = out.filter(({ children }) => children.length > 0);
  for (const { children, position } of parts) {
    Object.assign(position!, { start: children[0]!.position!.start, end: children.at(-1)!.position!.end });
  }
  return parts;
}
