/**
 * Takes out places for a line end that no line ends with: soft hyphens would stand in the text that a reader searches
 * and copies, and a web address cut by `wbr` is as many links in the PDF.
 *
 * A line is as long as it can be, so that without the places it did not take it ends where it did.
 */
export function settleBreaks(blocks: readonly HTMLElement[]): void {
  const lines = new LineFinder();
  // everything is read before anything is written
  const hyphens = blocks.flatMap(textsOf).flatMap((node) => settledHyphens(node, lines));
  const places = blocks
    .flatMap((block) => [...block.querySelectorAll<HTMLElement>('wbr')])
    .filter((place) => !lines.endsAt(place));
  for (const { node, text } of hyphens) node.data = text;
  const parents = new Set(places.map((place) => place.parentElement!));
  for (const place of places) place.remove();
  for (const parent of parents) parent.normalize();
}

function settledHyphens(node: Text, lines: LineFinder): { node: Text; text: string }[] {
  if (!node.data.includes('\u00ad')) return [];
  let text = '';
  for (let offset = 0; offset < node.length; offset++) {
    const character = node.data[offset]!;
    const used = character === '\u00ad' && lines.topOf(node, offset - 1) !== lines.topOf(node, offset + 1);
    if (character !== '\u00ad' || used) text += character;
  }
  return [{ node, text }];
}

/** Tells lines apart by the heads of their characters. */
class LineFinder {
  private readonly range = document.createRange();

  /** Head of a character, px; undefined for one without a place. */
  topOf(node: Text, offset: number): number | undefined {
    if (offset < 0 || offset >= node.length) return undefined;
    this.range.setStart(node, offset);
    this.range.setEnd(node, offset + 1);
    const rects = this.range.getClientRects();
    return rects[rects.length - 1]?.top;
  }

  /** Whether a line ends at an element without content. */
  endsAt(element: Element): boolean {
    const [before, after] = [element.previousSibling, element.nextSibling];
    if (!(before instanceof Text && after instanceof Text)) return true;
    const [above, below] = [this.topOf(before, before.length - 1), this.topOf(after, 0)];
    return above === undefined || below === undefined || above !== below;
  }
}

function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
