/**
 * How wide the columns of a table are: what each needs in, px of each out.
 *
 * Columns of short cells get what they ask for, so that a name or a year is not broken for the sake of a column of
 * sentences; what is left is shared by the columns of long ones after their length.
 *
 * A browser sets columns on whole px: half a px less than a name takes breaks it.
 *
 * @param least what each column needs so that no word is broken
 * @param most what it takes with each cell on one line; no less than `least`
 * @param room for all of them, whole
 * @returns whole widths whose sum is `room`
 */
export function shareWidths(least: readonly number[], most: readonly number[], room: number): number[] {
  const needed = least.map(Math.ceil);
  const wanted = most.map(Math.ceil);
  const widths = share(needed, wanted, Math.max(room, sumOf(needed))).map(Math.floor);
  const widest = widths.indexOf(Math.max(...widths));
  widths[widest]! += room - sumOf(widths);
  return widths;
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** @param room no less than the sum of `least` */
function share(least: readonly number[], most: readonly number[], room: number): number[] {
  const widths = [...most];
  const open = new Set(widths.keys());
  let left = room;
  const settle = (column: number, width: number): void => {
    widths[column] = width;
    open.delete(column);
    left -= width;
  };
  for (const column of [...open].sort((a, b) => most[a]! - most[b]!)) {
    const others = [...open].reduce((sum, other) => sum + (other === column ? 0 : least[other]!), 0);
    if (most[column]! > left / open.size || most[column]! + others > left) break;
    settle(column, most[column]!);
  }
  if (open.size === 0) return widths.map((width) => width + (width * left) / (room - left || 1));
  // a column that would get less than it needs gets that, and the others share what is left
  for (let again = true; again;) {
    const asked = [...open].reduce((sum, column) => sum + most[column]!, 0);
    const short = [...open].find((column) => (most[column]! * left) / asked < least[column]!);
    again = short !== undefined;
    if (short !== undefined) settle(short, least[short]!);
    else for (const column of open) widths[column] = (most[column]! * left) / asked;
  }
  return widths;
}
