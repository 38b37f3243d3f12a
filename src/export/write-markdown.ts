/**
 * Nodes of the model as finished Markdown: mdast in, text out that reads back as the same.
 *
 * Each block is read back at once. Where the signs of emphasis would not be read beside Chinese marks, it is written
 * with tags; where nothing helps, it is our mistake and throws.
 */
import type { Definition, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { defListToMarkdown } from 'mdast-util-definition-list';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import { markdownTree } from '../stages/parse/markdown/markdown-tree.js';
import { readContainers } from '../stages/parse/markdown/read-containers.js';
import { readMarks } from '../stages/parse/markdown/read-marks.js';
import { nothingMark } from '../vocabulary/finished-marks.js';
import { markedFlow, markedNote, markedPhrasing, type Marking } from './marked-tree.js';
import { sameContent } from './same-content.js';

/** Emphasis by its signs alone: the library writes neighbours that Chinese would trouble as character references. */
const span =
  (sign: string): Handle =>
  (node: Parameters<Handle>[0], _parent, state, info) => {
    const tracker = state.createTracker(info);
    const before = tracker.move(sign);
    const content = tracker.move(state.containerPhrasing(node as never, { after: sign, before, ...tracker.current() }));
    return before + content + tracker.move(sign);
  };

/** @param firstLineBlank a note begins on the line after its label */
const options = (firstLineBlank: boolean): Options => ({
  bullet: '-',
  rule: '*',
  listItemIndent: 'one',
  // a call at the head of a paragraph and a colon would be a definition
  unsafe: [
    { character: ':', before: '\\]', inConstruct: 'phrasing' },
    // a colon at the head of a line says what a term means, three of them open a box
    { atBreak: true, character: ':' },
  ],
  handlers: {
    emphasis: span('*'),
    strong: span('**'),
    containerLine: (node: { value: string }) => node.value,
  } as Options['handlers'] & object,
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown({ firstLineBlank }),
    gfmTaskListItemToMarkdown(),
    mathToMarkdown(),
    defListToMarkdown,
  ],
});

/** What the reader makes of comments and of the lines that fence boxes. */
function readAgain(root: Root): void {
  readMarks(root, () => undefined);
  readContainers(root, () => undefined);
}

/** Writes the parts of one article. */
export class MarkdownWriter {
  private readonly labels = new Map<string, string>();

  /**
   * @param definitions every note of the article: those that are called first are numbered first
   * @param links link definitions by identifier
   */
  constructor(
    private readonly definitions: ReadonlyMap<string, FootnoteDefinition>,
    private readonly links: Map<string, Definition>,
    private readonly addressOf: (picture: string) => string,
    private readonly linkOf: (url: string) => string = (url) => url,
  ) {}

  /** Blocks, parted by empty lines. */
  flow(nodes: readonly RootContent[]): string {
    const parts: string[] = [];
    nodes.forEach((node, i) => {
      const written = this.block([node], (marking) => markedFlow([node], marking));
      if (written === '') return;
      // two lists in a row would be read as one
      if (node.type === 'list' && nodes[i - 1]?.type === 'list') parts.push(nothingMark);
      parts.push(written);
    });
    return parts.join('\n\n');
  }

  /** One line. */
  phrasing(nodes: readonly PhrasingContent[]): string {
    const paragraph: RootContent = { type: 'paragraph', children: [...nodes] };
    return this.block([paragraph], (marking) => [{ type: 'paragraph', children: markedPhrasing(nodes, marking) }]);
  }

  /** The notes that were called so far and those that they call, then those that nothing calls. */
  notes(): string {
    const parts: string[] = [];
    for (const identifier of this.labels.keys()) parts.push(this.note(this.definitions.get(identifier)!));
    for (const [identifier, definition] of this.definitions) {
      if (this.labels.has(identifier)) continue;
      this.label(identifier);
      parts.push(this.note(definition));
    }
    return parts.join('\n\n');
  }

  private note(definition: FootnoteDefinition): string {
    const label = this.label(definition.identifier);
    return this.block([definition], (marking) => {
      const children = markedNote(
        definition.children,
        definition.data?.lost === true,
        marking,
      ) as FootnoteDefinition['children'];
      return [{ type: 'footnoteDefinition', identifier: label, label, children }];
    });
  }

  private block(meant: readonly RootContent[], marked: (marking: Marking) => RootContent[]): string {
    for (const tags of [false, true]) {
      const children = marked({
        labelOf: (identifier) => this.label(identifier),
        addressOf: this.addressOf,
        linkOf: this.linkOf,
        definitions: this.links,
        tags,
      });
      const [first] = children;
      const head = first?.type === 'footnoteDefinition' ? first.children[0]?.type : undefined;
      const blank = head !== undefined && head !== 'paragraph' && head !== 'html';
      const root: Root = { type: 'root', children };
      const text = toMarkdown(root, options(blank)).replace(/\n+$/, '');
      readAgain(root);
      if (sameContent(this.readBack(text), root.children)) return text;
    }
    throw new Error(`export: no way to write ${JSON.stringify(meant).slice(0, 400)}`);
  }

  private readBack(text: string): RootContent[] {
    // a call is one only where its note is defined: the last of the definitions are there for that alone
    const calls = [...this.labels.values()].map((label) => `[^${label}]: .`);
    const root = markdownTree([text, ...calls].join('\n\n'), 'finished');
    root.children.splice(root.children.length - calls.length, calls.length);
    readAgain(root);
    return root.children;
  }

  private label(identifier: string): string {
    const label = this.labels.get(identifier) ?? String(this.labels.size + 1);
    this.labels.set(identifier, label);
    return label;
  }
}
