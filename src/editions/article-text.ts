/**
 * The words of an article by block and note: hast of the edition or of a book made of it in, plain data out.
 *
 * What is compared, counted and looked up is this and not the markup, so that a book read back and the edition that it
 * was made of give the same.
 */
import type { Element, ElementContent, RootContent } from 'hast';
import { added, isClass, pageSlot } from '../stages/typeset/html/classes.js';

/** A stretch of an article that stands by itself. */
export interface TextBlock {
  /** `h1` … `h6`, `p`, `item`, `cell`, `quote`, `code`, or the class of a part: `byline`, `abstract`, `caption` … */
  kind: string;
  text: string;
  /** Calls of notes: where in `text`, and the number of the note; 0 for the note of the title. */
  calls?: [offset: number, note: number][];
}

/** A note. */
export interface TextNote {
  /** 1, 2, 3 … through the article; 0 for the note of the title. */
  number: number;
  text: string;
}

/** An article without its markup. */
export interface ArticleText {
  blocks: TextBlock[];
  notes: TextNote[];
}

type Node = ElementContent | RootContent;

const blockTags = new Set(
  'p h1 h2 h3 h4 h5 h6 li td th dt dd pre figcaption div section header footer figure blockquote ul ol table thead tbody tr'.split(
    ' ',
  ),
);
/** Elements whose class says more of a block within them than its own name. */
const partClasses = new Set(
  'column title subtitle byline abstract keywords numbers fund received bio caption source editors reference stray-note english-title english-byline english-affiliation english-abstract english-keywords'.split(
    ' ',
  ),
);
const kinds: Record<string, string> = {
  li: 'item',
  td: 'cell',
  th: 'cell',
  blockquote: 'quote',
  pre: 'code',
  figcaption: 'caption',
};
/** Kinds that stand apart from the running text: print sets them at the foot of the first page. */
const footKinds = new Set(['fund', 'received', 'bio']);

/** Whether a block belongs to the foot of the opening, which no page counts among its characters. */
export const isFoot = ({ kind }: TextBlock): boolean => footKinds.has(kind);

/**
 * @param body of a document of an article
 * @param noteNumber number of the note that an element calls; undefined for what is no call
 */
export function blocksOf(body: readonly Node[], noteNumber: (node: Element) => number | undefined): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  const walk = (nodes: readonly Node[], kind: string, whole: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        if (!open && node.value.trim() === '') continue;
        if (!open) blocks.push((open = { kind, text: '' }));
        open.text += node.value;
      } else if (node.type === 'element' && ![pageSlot, added, 'notes'].some((name) => isClass(node, name))) {
        const number = noteNumber(node);
        if (number !== undefined) {
          if (!open) blocks.push((open = { kind, text: '' }));
          (open.calls ??= []).push([open.text.length, number]);
        } else if (whole || !blockTags.has(node.tagName)) {
          if (node.tagName === 'br' && open) open.text += ' ';
          walk(node.children, kind, whole);
        } else {
          open = undefined;
          // a line of parts is one block, however a book takes it apart
          walk(node.children, kindOf(node, kind), isClass(node, 'run-in'));
          open = undefined;
        }
      }
    }
  };
  walk(body, 'p', false);
  return blocks.map(tidied);
}

function kindOf(node: Element, within: string): string {
  const classes = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  const part = classes.find((name) => partClasses.has(name) && !/^h\d$/.test(node.tagName));
  const own = part ?? kinds[node.tagName] ?? (/^h\d$/.test(node.tagName) ? node.tagName : undefined);
  // a paragraph in an abstract is of the abstract
  return own ?? (node.tagName === 'p' || within !== 'p' ? within : 'p');
}

/** White space at the ends goes, each within becomes one blank; calls keep their places. */
function tidied({ kind, text, calls = [] }: TextBlock): TextBlock {
  let tidy = '';
  let next = 0;
  const placed: [number, number][] = [];
  for (let at = 0; at <= text.length; at++) {
    for (; next < calls.length && calls[next]![0] === at; next++) placed.push([tidy.length, calls[next]![1]]);
    const character = text[at] ?? '';
    // books tie the marks of notes to their words with joiners
    if (character === '\u2060') continue;
    if (!/\s/.test(character)) tidy += character;
    else if (tidy !== '' && !tidy.endsWith(' ')) tidy += ' ';
  }
  const end = tidy.trimEnd();
  return {
    kind,
    text: end,
    ...(placed.length > 0 && {
      calls: placed.map(([at, note]): [number, number] => [Math.min(at, end.length), note]),
    }),
  };
}

/** The words of a note, its blocks parted by a line end. */
export function noteText(content: readonly Node[], isMark: (node: Element) => boolean): string {
  return blocksOf(without(content, isMark), () => undefined)
    .map(({ text }) => text)
    .join('\n');
}

function without(nodes: readonly Node[], unwanted: (node: Element) => boolean): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    return unwanted(node) ? [] : [{ ...node, children: without(node.children, unwanted) as ElementContent[] }];
  });
}

/** Blocks in the flow of the text, as pages count their characters. */
export function flowBlocks({ blocks }: ArticleText): TextBlock[] {
  return blocks.filter((block) => !isFoot(block));
}

/** Characters as pages count them: white space, joiners and soft hyphens are layout. */
export function counted(text: string): string {
  return text.replace(/[\s\u2060\u00ad]+/g, '');
}
