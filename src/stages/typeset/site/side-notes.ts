/**
 * Sets notes beside the text that calls them: blocks of a section and its notes in, the same in groups out.
 *
 * A group is one or more blocks and the notes that they call. On a wide screen its notes stand in the margin, on a
 * narrow one and on paper beneath the group. So that long notes leave no hole in the text, a group takes in blocks until
 * they are as high as its notes are.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { measure } from '../../../vocabulary/characters.js';
import { plainText } from '../html/plain-text.js';

/** Characters on a line of the text and of the margin, and the height of a line of notes to one of text. */
const [textLine, noteLine, noteHeight] = [36, 17, 0.75];
/** Elements that hold blocks: groups are made within them. */
const holders = new Set(['section', 'header', 'footer']);

/** @param notes by id; those that are placed are taken out */
export function setNotesBeside(blocks: readonly ElementContent[], notes: Map<string, Element>): ElementContent[] {
  const result: ElementContent[] = [];
  let group: { blocks: ElementContent[]; notes: Element[] } | undefined;
  const close = (): void => {
    if (group) result.push(h('div.noted', [...group.blocks, h('div.notes', group.notes)]));
    group = undefined;
  };
  for (const block of blocks) {
    if (block.type === 'element' && holders.has(block.tagName)) {
      close();
      result.push({ ...block, children: setNotesBeside(block.children as ElementContent[], notes) });
      continue;
    }
    const called = takeCalled(block, notes);
    const beside = group && !isHeading(block) && heightOf(group.blocks) < noteLines(group.notes);
    if (!beside) close();
    if (!group && called.length === 0) result.push(block);
    else {
      group ??= { blocks: [], notes: [] };
      group.blocks.push(block);
      group.notes.push(...called);
    }
  }
  close();
  return result;
}

/** The notes that a block is the first to call, and those that these call. */
function takeCalled(node: ElementContent, notes: Map<string, Element>): Element[] {
  if (node.type !== 'element') return [];
  const href = node.properties.href;
  const id = typeof href === 'string' && href.startsWith('#') ? href.slice(1) : '';
  const note = notes.get(id);
  if (note) notes.delete(id);
  return [
    ...(note ? [note, ...note.children.flatMap((child) => takeCalled(child as ElementContent, notes))] : []),
    ...node.children.flatMap((child) => takeCalled(child as ElementContent, notes)),
  ];
}

const isHeading = (node: ElementContent): boolean => node.type === 'element' && /^h[1-6]$/.test(node.tagName);

/** Lines of text that blocks take. */
function heightOf(blocks: readonly ElementContent[]): number {
  return blocks.reduce((sum, block) => sum + Math.ceil(measure(plainText([block])) / textLine), 0);
}

/** The same of notes, in lines of the text. */
function noteLines(notes: readonly Element[]): number {
  return notes.reduce((sum, note) => sum + Math.ceil(measure(plainText([note])) / noteLine) * noteHeight + 0.5, 0);
}
