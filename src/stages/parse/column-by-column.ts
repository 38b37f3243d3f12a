/** Puts the lines of two columns that were read across one under the other, page by page. */
import { measure } from '../../vocabulary/characters.js';

/** A line of the clean text, or its part in one column. */
export interface PrintedLine {
  text: string;
  /** Offset of its first UTF-16 unit in the clean text. */
  offset: number;
  /** A column begins with it. */
  opens?: boolean;
}

/**
 * Lines with a tab hold a line of each column (the clean stage put the tab). What runs over both columns stands between
 * what is above and below it.
 *
 * @param at where the right column begins, em
 */
export function columnByColumn(lines: PrintedLine[], at: number): PrintedLine[] {
  const out: PrintedLine[] = [];
  let left: PrintedLine[] = [];
  let right: PrintedLine[] = [];
  const flush = (): void => {
    if (right[0]) right[0].opens = true;
    out.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of lines) {
    const { text, offset } = line;
    if (text.includes('\f')) flush();
    const tab = text.indexOf('\t');
    if (tab >= 0) {
      left.push({ text: text.slice(0, tab), offset });
      right.push({ text: text.slice(tab + 1), offset: offset + tab + 1 });
    } else if (measure(text.trimEnd()) > at - 1) {
      flush();
      out.push(line);
    } else left.push(line);
  }
  flush();
  return out;
}
