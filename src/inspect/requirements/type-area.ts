/** Sizes and the grid: P7, P11, P12, P13, P21, P40. */
import { bodyLines, isSize, leftOf } from '../measure-type.js';
import { isRaised } from '../note-area.js';
import { absent, verdict } from '../verdict.js';
import type { Line, Miss, PrintedBook, Verdict } from '../types.js';

/** 六号. */
const leastSize = 7.875;
/** Trim sizes in use, mm. */
const trims = [
  [185, 260],
  [188, 260],
  [210, 285],
  [210, 297],
  [130, 184],
  [140, 203],
  [148, 210],
  [170, 240],
  [169, 239],
];

export function typeArea(book: PrintedBook): Verdict[] {
  const { type, sheets } = book;
  if (type.size === 0) return [absent('P13', 'text'), absent('P11', 'lines')];
  return [measure(book), ...lineGap(book), sizes(book), indents(book), grid(book), pageSize({ ...book, sheets })];
}

function measure({ type: { measure, size } }: PrintedBook): Verdict {
  const characters = measure / size;
  const off = Math.abs(characters - Math.round(characters));
  const figure = `${round(measure)} pt = ${round(characters)} characters of ${round(size)} pt`;
  const misses = off * size > 0.6 ? [{ page: 1, what: figure }] : [];
  return verdict('P11', 'a line is a whole number of characters long', figure, misses);
}

function lineGap({ type, sheets }: PrintedBook): Verdict[] {
  const gap = type.line / type.size - 1;
  const figure = `${round(type.line)} pt, gap ${Math.round(gap * 100)} % of the type`;
  const misses = gap < 0.5 - 0.01 || gap > 1.01 ? [{ page: 1, what: figure }] : [];
  const uneven: Miss[] = sheets.flatMap((sheet) => {
    const left = leftOf(type, sheet);
    const lines = bodyLines(type, sheet).filter(({ right }) => right - left > type.measure * 0.8);
    return lines.slice(1).flatMap((line, k): Miss[] => {
      const step = line.y - lines[k]!.y;
      const next = sheet.lines[line.number - 2] === lines[k];
      const within = next && Math.abs(line.x - left) < 1 && step < type.line * 1.5;
      return within && Math.abs(step - type.line) > 0.3
        ? [{ page: sheet.number, line: line.number, what: `${round(step)} pt: ${line.text}` }]
        : [];
    });
  });
  return [
    verdict('P12', 'the gap between lines is 50 to 100 % of the type', figure, misses),
    verdict('P12', 'it is the same also beside marks and Latin', `${uneven.length} uneven lines`, uneven),
  ];
}

function sizes({ sheets, type }: PrintedBook): Verdict {
  const misses: Miss[] = [];
  let least = Infinity;
  for (const { number, lines } of sheets) {
    for (const line of lines) {
      for (const word of line.words) {
        if (isRaised(word, line)) continue;
        least = Math.min(least, word.size);
        if (word.size < leastSize - 0.05)
          misses.push({ page: number, line: line.number, what: `${round(word.size)} pt: ${word.text}` });
      }
    }
  }
  const figure = `body ${round(type.size)} pt, least ${round(least)} pt`;
  if (type.size < 9 - 0.05) misses.unshift({ page: 1, what: `the body is ${round(type.size)} pt` });
  return verdict('P13', 'the body is 五号 (小五 at least) and nothing is below 六号', figure, misses);
}

function indents({ sheets, type }: PrintedBook): Verdict {
  const misses: Miss[] = [];
  let paragraphs = 0;
  for (const sheet of sheets) {
    const left = leftOf(type, sheet);
    const body = bodyLines(type, sheet);
    body.forEach((line, k) => {
      const next = body[k + 1];
      // a line that begins apart from the edge and goes on at it opens a paragraph
      const distance = (line.x - left) / type.size;
      const opens = distance > 0.6 && distance < 6 && line.right - left > type.measure - 1.5 * type.size;
      if (
        !opens ||
        !next ||
        isParted(line, type.size) ||
        Math.abs(next.x - left) > 1 ||
        next.y - line.y > type.line * 1.1
      )
        return;
      paragraphs += 1;
      const wanted = /^[“‘（《〈【〔「『]/u.test(line.text) ? [1.5, 2] : [2];
      if (!wanted.some((em) => Math.abs(distance - em) < 0.15)) {
        misses.push({ page: sheet.number, line: line.number, what: `${round(distance)} em: ${line.text}` });
      }
    });
  }
  if (paragraphs === 0 && sheets.length > 1) misses.push({ page: 1, what: 'no paragraph is indented' });
  return verdict('P7', 'paragraphs are indented two characters', `${paragraphs} paragraphs`, misses);
}

/** Whether words of a line stand far apart: a leader or columns, not text. */
function isParted({ words }: Line, size: number): boolean {
  return words.some(({ x }, k) => k > 0 && x - words[k - 1]!.right > 2 * size);
}

function grid({ sheets, type }: PrintedBook): Verdict {
  const body = sheets.flatMap((sheet) =>
    bodyLines(type, sheet)
      .filter((line) => line.words.some(({ font, size }) => font === type.font && isSize(size, type.size)))
      .map((line) => ({ sheet, line, offset: line.y % type.line })),
  );
  const counts = new Map<number, number>();
  for (const { offset } of body) counts.set(Math.round(offset * 2), (counts.get(Math.round(offset * 2)) ?? 0) + 1);
  const base = ([...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0) / 2;
  const distance = (offset: number) => {
    const off = Math.abs(offset - base) % type.line;
    return Math.min(off, type.line - off);
  };
  const misses = body
    .filter(({ offset }) => distance(offset) > 0.75)
    .map(({ sheet, line, offset }) => ({
      page: sheet.number,
      line: line.number,
      what: `${round(distance(offset))} pt off: ${line.text}`,
    }));
  const share = body.length === 0 ? 0 : Math.round((1 - misses.length / body.length) * 1000) / 10;
  return verdict('P21', 'body lines of all pages stand on one grid', `${share} % of ${body.length} lines`, misses);
}

function pageSize({ boxes }: PrintedBook): Verdict {
  const mm = (pt: number) => (pt / 72) * 25.4;
  const sizes = boxes.map(({ media, trim }) => {
    const [x0, y0, x1, y1] = (trim ?? media) as [number, number, number, number];
    return [mm(x1 - x0), mm(y1 - y0)] as const;
  });
  const known = ([width, height]: readonly [number, number]) =>
    trims.some(([w, h]) => Math.abs(width - w!) < 0.1 && Math.abs(height - h!) < 0.1);
  const first = sizes[0] ?? [0, 0];
  const misses = sizes.flatMap((size, k) =>
    known(size) && Math.abs(size[0] - first[0]) < 0.05 ? [] : [{ page: k + 1, what: size.map(round).join(' × ') }],
  );
  return verdict('P40', 'every page has one trim size that is in use', `${first.map(round).join(' × ')} mm`, misses);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
