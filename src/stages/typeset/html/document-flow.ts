/** The words of a document of the edition: hast in, its text, its notes and its calls of notes out. */
import type { ElementContent, RootContent } from 'hast';
import type { EditionDocument } from '../../../model/index.js';
import { isClass, openingFoot, pageSlot } from './classes.js';

/** What a document says, apart from how it is set. */
export interface DocumentFlow {
  /** Text without notes and without the foot of its opening. */
  text: string;
  /** The foot of the opening: fund, dates, people. Print sets it at the foot of the first page. */
  foot: string;
  /** Text of each note by its id. */
  notes: Map<string, string>;
  /** Ids of the notes in the order of their calls, where that is known. */
  calls?: string[];
}

/** What both targets have to hold. */
export function flowOf(document: EditionDocument): DocumentFlow {
  const calls: string[] = [];
  const feet: (ElementContent | RootContent)[] = [];
  const text = wordsOf(document.body, (node) => {
    const id = noteCalled(node);
    if (id !== undefined) calls.push(id);
    if (isClass(node, openingFoot)) feet.push(node);
    return id !== undefined || isClass(node, openingFoot) || isClass(node, pageSlot);
  });
  const notes = document.notes.map(
    ({ id, content }) => [id, wordsOf(content, (node) => noteCalled(node) !== undefined)] as const,
  );
  return { text, foot: wordsOf(feet, () => false), notes: new Map(notes), calls };
}

/** How many elements the foot of a document's opening has. */
export function partsOfFoot(document: EditionDocument): number {
  const count = (nodes: readonly ElementContent[]): number =>
    nodes.reduce((sum, node) => {
      if (node.type !== 'element') return sum;
      if (isClass(node, openingFoot)) return sum + node.children.filter(({ type }) => type === 'element').length;
      return sum + count(node.children as ElementContent[]);
    }, 0);
  return count(document.body);
}

/** Text of nodes, without those that are to be left out. */
export function wordsOf(
  nodes: readonly (ElementContent | RootContent)[],
  leaveOut: (node: ElementContent | RootContent) => boolean,
): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type !== 'element' || leaveOut(node) ? '' : wordsOf(node.children, leaveOut);
    })
    .join('');
}

function noteCalled(node: ElementContent | RootContent): string | undefined {
  const id = node.type === 'element' ? node.properties.dataNote : undefined;
  return typeof id === 'string' ? id : undefined;
}
