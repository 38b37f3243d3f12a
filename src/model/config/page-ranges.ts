/** Pages of a file as a person writes them: 2-26, 30 in, ranges out. */
import { words } from './yaml-scalars.js';

/** Pages one after the other, the last one included. */
export interface PageRange {
  from: number;
  to: number;
}

const range = String.raw`[1-9]\d*(?:\s*[-–—]\s*[1-9]\d*)?`;
const ranges = new RegExp(`^\\s*${range}(?:\\s*[,，、]\\s*${range})*\\s*$`);

/** Schema of `pages`. */
export const pageRanges = words.regex(ranges, 'pages of the file such as 2-26, 30').transform((said) =>
  said.split(/[,，、]/).map((part): PageRange => {
    const [from, to = from] = (part.match(/\d+/g) ?? []).map(Number) as [number, number?];
    return { from: Math.min(from, to), to: Math.max(from, to) };
  }),
);
