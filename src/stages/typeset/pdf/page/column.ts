/**
 * A column in which text is laid out to be measured: elements in, a piece of them at a time in the document. What stands
 * outside of it takes no room and no time. A column that is not long is laid out as a whole.
 */

/** Characters of one piece: about what one print holds. */
const pieceSize = 150_000;

export class Column {
  /** In the order of the text. */
  readonly blocks: readonly HTMLElement[];
  private readonly ends: readonly number[];
  private readonly indexes = new Map<Element, number>();

  /** @param element holds the blocks; emptied when they are too many */
  constructor(private readonly element: HTMLElement) {
    this.blocks = [...element.children] as HTMLElement[];
    this.ends = pieceEnds(this.blocks);
    this.blocks.forEach((block, k) => this.indexes.set(block, k));
    if (!this.isWhole) element.replaceChildren();
  }

  /**
   * Calls work for one piece after the other; the blocks beside it stand there as well, so that styles that look at
   * neighbours and the space between blocks are right.
   *
   * @param work with the blocks of the piece, and where the text before them ends, px
   */
  forEachPiece(work: (blocks: readonly HTMLElement[], bottom: number) => void): void {
    let from = 0;
    for (const to of this.ends) {
      if (!this.isWhole) this.element.replaceChildren(...this.blocks.slice(Math.max(0, from - 1), to + 1));
      const before = this.blocks[from - 1]?.getBoundingClientRect().bottom;
      work(this.blocks.slice(from, to), before ?? this.element.getBoundingClientRect().top);
      from = to;
    }
    if (!this.isWhole) this.element.replaceChildren();
  }

  /** Lays out the blocks that hold some elements; in a column that is laid out as a whole they stand there already. */
  show(elements: readonly Element[]): void {
    if (this.isWhole) return;
    const shown = new Set(elements.map((element) => this.indexOf(element)));
    this.element.replaceChildren(...[...shown].sort((a, b) => a - b).map((index) => this.blocks[index]!));
  }

  private get isWhole(): boolean {
    return this.ends.length === 1;
  }

  private indexOf(element: Element): number {
    for (let block: Element | null = element; block; block = block.parentElement) {
      const index = this.indexes.get(block);
      if (index !== undefined) return index;
    }
    throw new Error('An element stands in no block of its column.');
  }
}

/** A piece begins after a paragraph or a note: the space before its first line is then measured from that one. */
function pieceEnds(blocks: readonly HTMLElement[]): number[] {
  const ends: number[] = [];
  let length = 0;
  blocks.forEach((block, k) => {
    length += block.textContent!.length;
    if (length < pieceSize || k === blocks.length - 1 || !block.matches('p, .note')) return;
    ends.push(k + 1);
    length = 0;
  });
  return [...ends, blocks.length];
}
