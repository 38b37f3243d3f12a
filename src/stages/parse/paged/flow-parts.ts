/** Parts of the lines of a text: stretches of one kind, what belongs to a neighbour, what is left without others. */
import { noteListHeadings } from '../../../vocabulary/headings.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import { cutLine, isTextType, type MeasuredLine } from './measured-line.js';
import type { Opening } from './openings.js';

/** What is left of lines when others, or parts of them, are taken out. */
export function without(lines: readonly MeasuredLine[], taken: readonly MeasuredLine[]): MeasuredLine[] {
  const byLine = new Map(taken.map((line) => [line.line, line]));
  return lines.flatMap((line) => {
    const own = byLine.get(line.line);
    if (!own) return [line];
    return [cutLine(line, line.start, own.start), cutLine(line, own.end, line.end)].filter(
      ({ text }) => text.trim() !== '',
    );
  });
}

/** Neighbouring lines of one kind. */
export function stretches(
  lines: readonly MeasuredLine[],
  kindOf: (line: MeasuredLine) => string,
): { kind: string; lines: MeasuredLine[] }[] {
  const out: { kind: string; lines: MeasuredLine[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = out.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else out.push({ kind, lines: [line] });
  }
  return out;
}

/** Has the text a list of references? Raised numbers may then name its entries. */
export function listsReferences(content: readonly MeasuredLine[]): boolean {
  return content.some(({ text }) => referenceHeading.test(text.replace(/[\s\u3000]/gu, '')));
}

/** Does a line head the notes right below it? */
export function isNoteHead(line: MeasuredLine, content: readonly MeasuredLine[]): boolean {
  const words = line.text.replace(/[\s\u3000]/gu, '');
  if (!noteListHeadings.test(words) || referenceHeading.test(words)) return false;
  const below = content.filter(
    ({ page, line: { y, column } }) => page === line.page && column === line.line.column && y > line.line.y,
  );
  return (
    below.length > 0 && below.reduce((first, one) => (one.line.y < first.line.y ? one : first)).line.area === 'notes'
  );
}

/** A neighbour's tail takes no more pages than this. */
const mostNeighbourPages = 2;

/** What stands before the first opening of all, on its page or the one before: the end of another article. */
export function tailOfNeighbour(
  flow: readonly MeasuredLine[],
  openings: readonly Opening[],
  contents: ReadonlySet<MeasuredLine>,
): MeasuredLine[] {
  const [first] = openings;
  if (!first || first.margin < 0) return [];
  const tail = flow.slice(0, flow.indexOf(first.lines[0]!));
  const pages = new Set(tail.map(({ page }) => page.number));
  const isText = tail.some((line) => isTextType(line) && line.short < 1.5 && line.indent < 5);
  const sure = first.groups.some(({ role }) => role === 'byline' || role === 'abstract');
  return isText && sure && pages.size <= mostNeighbourPages && !tail.some((line) => contents.has(line)) ? tail : [];
}

export function textBefore(lines: readonly MeasuredLine[]): string {
  return lines
    .slice(0, 3)
    .map(({ text }) => text.trim())
    .join('');
}
