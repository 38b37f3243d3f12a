/**
 * Sets the numbers of a column one below the other by their decimal points: cells in, the room before each out.
 *
 * A column is one of numbers where each of its cells holds one, or a sign for none.
 */
interface NumberCell {
  cell: HTMLTableCellElement;
  /** px before the decimal point, and from it on. */
  before: number;
  after: number;
  room: number;
}

const number = /^([-−–+＋±<>≈~]?\s?[(（]?[\d,，\s]*\d|[-−–+]?)((?:\.\d+)?\s?[%％‰]?[)）]?[*＊†a-d]{0,3})$/u;
const none = /^(?:|[-−–—…/／]{1,3}|\.{2,3}|无|無)$/u;
/** One number is above none. */
const fewestNumbers = 2;

/** @param columns cells of one column each, without those of the head */
export function alignNumbers(columns: readonly (readonly HTMLTableCellElement[])[]): void {
  const aligned = columns.flatMap(readColumn);
  for (const { cell, start } of aligned) {
    cell.style.textAlign = 'start';
    cell.style.paddingInlineStart = `${start}px`;
  }
}

function readColumn(cells: readonly HTMLTableCellElement[]): { cell: HTMLTableCellElement; start: number }[] {
  const numbers: NumberCell[] = [];
  for (const cell of cells) {
    const text = cell.textContent!;
    if (none.test(text.trim())) continue;
    const [, whole, rest] = number.exec(text.trim()) ?? [];
    if (whole === undefined || cell.querySelector('a, sup, sub, math, img, table')) return [];
    const point = text.indexOf(whole) + whole.length;
    const style = getComputedStyle(cell);
    numbers.push({
      cell,
      before: widthOf(cell, 0, point),
      after: rest === '' ? 0 : widthOf(cell, point, text.length),
      room: cell.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd),
    });
  }
  if (numbers.length < fewestNumbers) return [];
  const before = Math.max(...numbers.map((one) => one.before));
  const after = Math.max(...numbers.map((one) => one.after));
  // where they have no room beside one another they stay in the middle
  if (numbers.some(({ room }) => room < before + after)) return [];
  return numbers.map((one) => {
    const padding = (one.cell.clientWidth - one.room) / 2;
    return { cell: one.cell, start: padding + (one.room - before - after) / 2 + before - one.before };
  });
}

/** How wide some characters of a cell are set, px: they stand on one line. */
function widthOf(cell: HTMLElement, from: number, to: number): number {
  const range = document.createRange();
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let at = 0;
  range.selectNodeContents(cell);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (from >= at && from < at + node.length) range.setStart(node, from - at);
    if (to > at && to <= at + node.length) range.setEnd(node, to - at);
    at += node.length;
  }
  return range.getBoundingClientRect().width;
}
