/** The notes of an article in the order of their calls: definitions and calls in, numbered notes out. */
import type { ElementContent } from 'hast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import type { EditionNote } from '../../../model/index.js';
import { shortDigest } from './ascii-id.js';

/** Numbers notes as they are called, from 1, through one article. */
export class NoteRegister {
  private readonly definitions = new Map<string, FootnoteDefinition>();
  private readonly numbers = new Map<string, number>();
  private readonly key: string;

  /**
   * @param article id of the article: it makes the ids of its notes unique in the edition
   * @param definitions every footnoteDefinition of the article
   */
  constructor(article: string, definitions: readonly FootnoteDefinition[]) {
    this.key = shortDigest(article, 6);
    for (const definition of definitions) {
      if (this.definitions.has(definition.identifier)) {
        throw new Error(`html: two notes of ${article} have the identifier ${definition.identifier}`);
      }
      this.definitions.set(definition.identifier, definition);
    }
  }

  /** Id of the note that a title calls. */
  get titleNoteId(): string {
    return `note-${this.key}-title`;
  }

  /** A call: the id of its note, which is numbered now when this is its first call. */
  call(identifier: string): string {
    if (!this.definitions.has(identifier)) throw new Error(`html: the note ${identifier} is called but not there`);
    const number = this.numbers.get(identifier) ?? this.numbers.size + 1;
    this.numbers.set(identifier, number);
    return this.idOf(number);
  }

  /**
   * All notes called so far, and those that they call in turn.
   *
   * @param convert makes flow content of a definition; may call notes
   */
  called(convert: (definition: FootnoteDefinition) => ElementContent[]): EditionNote[] {
    const notes: EditionNote[] = [];
    // a Map keeps taking new entries while it is walked: a note called within a note comes after it
    for (const [identifier, number] of this.numbers) {
      notes.push({ id: this.idOf(number), kind: 'text', number, content: convert(this.definitions.get(identifier)!) });
    }
    return notes;
  }

  /** Definitions that nothing calls, in their own order. */
  uncalled(): FootnoteDefinition[] {
    return [...this.definitions.values()].filter(({ identifier }) => !this.numbers.has(identifier));
  }

  private idOf(number: number): string {
    return `note-${this.key}-${number}`;
  }
}

/** The footnoteDefinitions among nodes, at any depth, and the nodes without those at the top. */
export function separateNotes(nodes: readonly RootContent[]): { text: RootContent[]; notes: FootnoteDefinition[] } {
  const notes: FootnoteDefinition[] = [];
  const walk = (node: RootContent) => {
    if (node.type === 'footnoteDefinition') notes.push(node);
    if ('children' in node) node.children.forEach((child) => walk(child as RootContent));
  };
  nodes.forEach(walk);
  return { text: nodes.filter((node) => node.type !== 'footnoteDefinition'), notes };
}
