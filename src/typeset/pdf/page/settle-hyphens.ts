/**
 * Takes out the soft hyphens that no line ends with: they would stand in the text that a reader searches and copies.
 * A line is as long as it can be, so that without the places it did not take it ends where it did.
 */
export function settleHyphens(blocks: readonly HTMLElement[]): void {
  const range = document.createRange();
  const topOf = (node: Text, offset: number): number | undefined => {
    if (offset < 0 || offset >= node.length) return undefined;
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rects = range.getClientRects();
    return rects[rects.length - 1]?.top;
  };
  const settled: { node: Text; text: string }[] = [];
  for (const node of blocks.flatMap(textsOf)) {
    if (!node.data.includes('\u00ad')) continue;
    let text = '';
    for (let offset = 0; offset < node.length; offset++) {
      const character = node.data[offset]!;
      const used = character === '\u00ad' && topOf(node, offset - 1) !== topOf(node, offset + 1);
      if (character !== '\u00ad' || used) text += character;
    }
    settled.push({ node, text });
  }
  for (const { node, text } of settled) node.data = text;
}

function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
