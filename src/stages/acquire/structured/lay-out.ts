/**
 * Lays the tree of a source out as text in reading order: a tree in, the text and the same tree with its places out.
 *
 * A block is a line, cells of a row are parted by tabs; nothing is added that is not in the tree but these. So a finding
 * names the n-th line of the text, as `kanben extract` writes it.
 */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { AsideReason, AsideWords } from '../../../model/structured-text.js';

/** Words that the reader has left out, in the tree at the place where they stood until it is laid out. */
export interface LeftOut {
  type: 'leftOut';
  reason: AsideReason;
  value: string;
}

/** A node that the reader of a source makes. */
export type SourceNode = Nodes | LeftOut;

/** Words of a line, on their way. */
export type Inline = PhrasingContent | LeftOut;

/** What came of the tree. */
export interface LaidOut {
  text: string;
  root: Root;
  aside: AsideWords[];
}

/** Blocks whose words make a line. */
const lines = new Set(['paragraph', 'heading', 'defListTerm', 'tableRow']);

export function layOut(root: Root): LaidOut {
  const layout = new Layout();
  layout.place(root);
  return { text: layout.text, root, aside: layout.aside };
}

class Layout {
  private readonly parts: string[] = [];
  private length = 0;
  /** A line has been begun. */
  private open = false;
  readonly aside: AsideWords[] = [];

  get text(): string {
    return this.parts.join('');
  }

  place(node: Nodes): void {
    if (node.type === 'root' || !lines.has(node.type)) return this.node(node);
    this.endLine();
    trim(node as Parents);
    this.node(node);
    this.endLine();
  }

  private node(node: Nodes): void {
    const start = this.length;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') this.write(node.value);
    else if (node.type === 'code' || node.type === 'math') {
      this.endLine();
      this.at(node, this.length, () => this.write(node.value));
      this.endLine();
      return;
    } else if (node.type === 'image') this.write(node.alt ?? '');
    else if (node.type === 'break') this.write('\n');
    else if ('children' in node) this.children(node);
    // what was written behind a line's end begins on the next one
    this.at(node, Math.min(start, this.length), () => undefined);
  }

  private children(node: Parents): void {
    const kept: Nodes[] = [];
    for (const child of node.children as SourceNode[]) {
      if (child.type === 'leftOut') {
        this.aside.push({ reason: child.reason, text: child.value, start: this.length });
        continue;
      }
      if (child.type === 'tableCell' && kept.length > 0) this.write('\t');
      this.place(child);
      kept.push(child);
    }
    node.children = kept as typeof node.children;
  }

  private at(node: Nodes, start: number, write: () => void): void {
    write();
    const point = (offset: number) => ({ line: 1, column: 1, offset });
    node.position = { start: point(start), end: point(this.length) };
  }

  private write(words: string): void {
    if (words === '') return;
    this.parts.push(words);
    this.length += words.length;
    this.open = true;
  }

  private endLine(): void {
    if (!this.open) return;
    this.parts.push('\n');
    this.length++;
    this.open = false;
  }
}

/** Blanks at the ends of a block are none of its words, however deep its first and last words stand. */
function trim(block: Parents): void {
  const children = block.children as SourceNode[];
  const ends = children.filter(({ type }) => type !== 'leftOut');
  trimAt(ends[0], /^[\s\u3000]+/u, 0);
  trimAt(ends.at(-1), /[\s\u3000]+$/u, -1);
  block.children = children.filter((node) => node.type !== 'text' || node.value !== '') as typeof block.children;
}

function trimAt(node: SourceNode | undefined, blanks: RegExp, end: 0 | -1): void {
  if (node?.type === 'text') node.value = node.value.replace(blanks, '');
  else if (node && 'children' in node) trimAt((node.children as SourceNode[]).at(end), blanks, end);
}
