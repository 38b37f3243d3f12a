/** Folios and running heads: P30, P31. */
import { leftOf } from '../measure-type.js';
import { isFolio } from '../note-area.js';
import { absent, verdict } from '../verdict.js';
import type { Line, Miss, PrintedBook, Sheet, Verdict } from '../types.js';

export function furniture(book: PrintedBook): Verdict[] {
  return [folios(book), heads(book)];
}

function folios(book: PrintedBook): Verdict {
  const { type, sheets } = book;
  const found = sheets.flatMap((sheet) => {
    const line = [sheet.lines.at(-1), sheet.lines[0]].find((one) => one && isFolio(one) && one.size <= type.size);
    return line ? [{ sheet, line }] : [];
  });
  if (found.length === 0) return missing('P30', 'page numbers at the fore-edge', 'no page number');
  const misses = found.flatMap(({ sheet, line }): Miss[] => {
    const number = Number(/\d+/.exec(line.text)![0]);
    const left = leftOf(type, sheet);
    const outer = number % 2 === 1 ? Math.abs(line.right - (left + type.measure)) : Math.abs(line.x - left);
    return outer < type.size * 2
      ? []
      : [{ page: sheet.number, line: line.number, what: `folio ${number} is not at the fore-edge` }];
  });
  const numbers = found.map(({ line }) => Number(/\d+/.exec(line.text)![0]));
  found.forEach(({ sheet, line }, k) => {
    if (k > 0 && numbers[k]! <= numbers[k - 1]!)
      misses.push({ page: sheet.number, line: line.number, what: `folio ${numbers[k]} after ${numbers[k - 1]}` });
  });
  return verdict('P30', 'page numbers at the fore-edge', `${found.length} of ${sheets.length} pages`, misses);
}

/** The line above the type area, apart from the text. */
function heads(book: PrintedBook): Verdict {
  const { type, sheets } = book;
  const rule = 'running heads: one on left pages, the article on right ones, none above titles';
  const candidateOf = ({ lines: [first, second] }: Sheet): Line | undefined =>
    first && second && first.size < type.size && second.y - first.y > type.line * 0.9 && !isFolio(first)
      ? first
      : undefined;
  const candidates = sheets.flatMap((sheet) => candidateOf(sheet) ?? []);
  const heights = candidates.map(({ y }) => Math.round(y));
  // they stand at one height; the first line of a copyright page may look like one
  const usual = heights.sort((a, b) => countOf(heights, b) - countOf(heights, a))[0];
  const headOf = (sheet: Sheet) => {
    const line = candidateOf(sheet);
    return line && Math.abs(line.y - usual!) < 1.6 ? line : undefined;
  };
  const withHead = sheets.flatMap((sheet) => {
    const line = headOf(sheet);
    return line ? [{ sheet, line }] : [];
  });
  const long = sheets.filter(({ lines }) => lines.length > 3);
  if (withHead.length < long.length / 3) {
    if (long.length < 4) return absent('P31', 'pages that need a running head');
    return missing('P31', rule, `${withHead.length} of ${long.length} pages have one`);
  }
  const verso = withHead.filter(({ sheet }) => sheet.number % 2 === 0);
  const recto = withHead.filter(({ sheet }) => sheet.number % 2 === 1);
  // which side the book counts as left shows in its heads: the side that says the same throughout
  const different = (list: typeof withHead) => new Set(list.map(({ line }) => line.text)).size;
  const [left, right] = different(verso) <= different(recto) ? [verso, recto] : [recto, verso];
  const misses: Miss[] = [];
  // an article by itself may have one head for both sides
  const one = different(withHead) === 1;
  for (const { sheet, line } of left) {
    if (line.text !== left[0]!.line.text) misses.push({ page: sheet.number, line: line.number, what: line.text });
  }
  for (const { sheet, line } of right) {
    if (!one && line.text === left[0]?.line.text)
      misses.push({ page: sheet.number, line: line.number, what: `the same on both sides: ${line.text}` });
  }
  for (const { sheet, line } of withHead) {
    const title = sheet.lines.find(({ size }) => size > type.size * 1.7);
    if (title)
      misses.push({ page: sheet.number, line: line.number, what: `a running head above the title ${title.text}` });
  }
  return verdict('P31', rule, `${withHead.length} of ${sheets.length} pages`, misses);
}

function countOf(list: readonly number[], value: number): number {
  return list.filter((one) => one === value).length;
}

function missing(requirement: string, rule: string, figure: string): Verdict {
  return verdict(requirement, rule, figure, [{ page: 1, what: figure }]);
}
