/** Pages of a file as a person writes them: 2-26, 30 in, ranges out. */
import type { PageRange } from './pdf/read-pdf.js';
import { words } from './yaml-scalars.js';

const range = String.raw`[1-9]\d*(?:\s*[-–—]\s*[1-9]\d*)?`;
const ranges = new RegExp(`^\\s*${range}(?:\\s*[,，、]\\s*${range})*\\s*$`);

/** Schema of `pages`. */
export const pageRanges = words.regex(ranges, 'pages of the file such as 2-26, 30').transform((said) =>
  said.split(/[,，、]/).map((part): PageRange => {
    const [from, to = from] = (part.match(/\d+/g) ?? []).map(Number) as [number, number?];
    return { from: Math.min(from, to), to: Math.max(from, to) };
  }),
);
