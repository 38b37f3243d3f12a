/** The notes of the pages: P23, P24, P25, P26, P27, P29, and that each stands on the page of its call. */
import { bodyLines, leftOf } from '../measure-type.js';
import { callsOf, circledValue, noteArea, type NoteArea } from '../note-area.js';
import { absent, verdict } from '../verdict.js';
import type { Miss, PrintedBook, Rule, Sheet, Verdict } from '../types.js';

interface NotedSheet {
  sheet: Sheet;
  area: NoteArea;
  calls: ReturnType<typeof callsOf>;
}

export function notes(book: PrintedBook): Verdict[] {
  const pages = book.sheets
    .map((sheet): NotedSheet => ({ sheet, area: noteArea(book, sheet), calls: callsOf(book, sheet) }))
    .filter(({ area, calls }) => area.heads.length > 0 || calls.length > 0);
  if (pages.length === 0) {
    const rules = ['P23', 'P24', 'P25', 'P26', 'P27', 'P29'];
    return rules.map((requirement) => absent(requirement, 'notes with circled numerals'));
  }
  return [onTheirPage(pages), afresh(pages), oneFace(pages), sizes(book, pages), ...areas(book, pages), hanging(pages)];
}

function onTheirPage(pages: NotedSheet[]): Verdict {
  let calls = 0;
  const misses = pages.flatMap(({ sheet, area, calls: list }): Miss[] => {
    const heads = new Set(area.heads.map(({ mark }) => mark));
    calls += list.length;
    return list
      .filter(({ mark }) => !heads.has(mark))
      .map(({ line, mark }) => ({
        page: sheet.number,
        line: line.number,
        what: `${mark} is called and has no note here`,
      }));
  });
  return verdict('P23', 'every note begins on the page of its call', `${calls} calls`, misses);
}

function afresh(pages: NotedSheet[]): Verdict {
  const noted = pages.filter(({ area }) => area.heads.length > 0);
  const misses = noted.flatMap(({ sheet, area }): Miss[] =>
    area.heads.flatMap(({ line, mark }, k) =>
      circledValue(mark) === k + 1
        ? []
        : [{ page: sheet.number, line: line.number, what: `${mark}, expected number ${k + 1}` }],
    ),
  );
  return verdict('P23', 'notes are numbered ①②③ afresh on every page', `${noted.length} pages with notes`, misses);
}

function oneFace(pages: NotedSheet[]): Verdict {
  const fonts = new Map<string, Miss>();
  for (const { sheet, area } of pages) {
    for (const { line, mark } of area.heads) {
      const { font } = line.words[0]!;
      if (!fonts.has(font)) fonts.set(font, { page: sheet.number, line: line.number, what: `${mark} in ${font}` });
    }
  }
  const misses = [...fonts.values()].slice(1);
  return verdict('P24', 'the numerals of the notes are of one face', `${fonts.size} faces`, misses);
}

function sizes({ type }: PrintedBook, pages: NotedSheet[]): Verdict {
  const misses: Miss[] = [];
  const found = new Set<number>();
  for (const { sheet, area } of pages) {
    for (const { line } of area.heads) {
      const size = Math.round(line.size * 100) / 100;
      const characters = type.measure / size;
      found.add(size);
      const small = size <= type.size * 0.93 && size >= type.size * 0.7;
      const whole = Math.abs(characters - Math.round(characters)) * size < 0.6;
      if (!small || !whole)
        misses.push({
          page: sheet.number,
          line: line.number,
          what: `${size} pt, ${Math.round(characters * 100) / 100} characters a line`,
        });
    }
  }
  const figure = `${[...found].join(', ')} pt under ${Math.round(type.size * 100) / 100} pt`;
  return verdict(
    'P25',
    'notes are one or two sizes smaller, their line a whole number of their characters',
    figure,
    misses,
  );
}

/** The rule above the notes, and where the notes end. */
function areas(book: PrintedBook, pages: NotedSheet[]): Verdict[] {
  const { type } = book;
  const withNotes = pages.filter(({ area }) => area.lines.length > 0);
  const shares: number[] = [];
  const rule: Miss[] = [];
  const ends = withNotes.map(({ area }) => area.lines.at(-1)!.y);
  const lowest = Math.max(...ends, 0);
  const high: Miss[] = [];
  withNotes.forEach(({ sheet, area }, k) => {
    const above = bodyLines(type, sheet).at(-1)?.y ?? 0;
    const top = area.lines[0]!.y;
    // the nearest: a table that goes on overleaf ends in a rule, too
    const found = sheet.rules.filter(({ y }) => y > above && y < top).reduce<Rule | undefined>(lower, undefined);
    const share = found && type.measure > 0 ? found.width / type.measure : 0;
    if (found) shares.push(share);
    const left = found && Math.abs(found.x - leftOf(type, sheet)) < 1;
    if (!left || share < 0.15 || share > 0.42) {
      const what = found ? `${Math.round(share * 100)} % of the line` : 'no rule above the notes';
      rule.push({ page: sheet.number, line: area.lines[0]!.number, what });
    }
    if (lowest - ends[k]! > 2)
      high.push({
        page: sheet.number,
        line: area.lines.at(-1)!.number,
        what: `${Math.round(lowest - ends[k]!)} pt above the foot`,
      });
  });
  const average = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return [
    verdict(
      'P26',
      'a rule of about a third of the line stands above the notes',
      `${Math.round(average * 100)} % of the line`,
      rule,
    ),
    verdict('P27', 'the notes stand at the foot of the type area', `${withNotes.length} pages`, high),
  ];
}

function lower(one: Rule | undefined, other: Rule): Rule {
  return one && one.y > other.y ? one : other;
}

function hanging(pages: NotedSheet[]): Verdict {
  const misses: Miss[] = [];
  let seen = 0;
  for (const { sheet, area } of pages) {
    for (const { line } of area.heads) {
      const next = area.lines[area.lines.indexOf(line) + 1];
      if (!next || area.heads.some((head) => head.line === next) || /^[（＊]/u.test(next.text)) continue;
      seen += 1;
      const hang = (next.x - line.x) / line.size;
      if (hang < 0.8 || hang > 2.1)
        misses.push({ page: sheet.number, line: next.number, what: `${Math.round(hang * 10) / 10} em: ${next.text}` });
    }
  }
  if (seen === 0) return absent('P29', 'notes of two lines');
  return verdict('P29', 'the text of a note hangs behind its number', `${seen} notes of two lines`, misses);
}
