/** What was seen of a source with pages, for people and programs: its pages in, figures out. */
import type { PagedLine, PagedText, PageKind } from '../model/paged-text.js';

/** The pages of a source in figures. Measures are pt. */
export interface SeenPages {
  /** Of the file; those that were read are in `kinds`. */
  pages: number;
  /** Numbers of the pages by what they are. */
  kinds: Partial<Record<PageKind | 'damaged', number[]>>;
  columns: number;
  /** Width of a column. */
  measure: number;
  size: number;
  leading: number;
  /** Faces with their sizes by the share of the signs, the commonest first. */
  faces: { name: string; size: number; share: number }[];
  /** How many pages have notes at their foot, and the size of most of them. */
  notes: { pages: number; size?: number };
}

/** Faces with a smaller share are not named. */
const leastShare = 0.02;

export function seenPages({ pages, pageCount, damaged, body, fonts }: PagedText): SeenPages {
  const kinds: SeenPages['kinds'] = {};
  for (const { kind, number } of pages) (kinds[kind] ??= []).push(number);
  if (damaged.length > 0) kinds.damaged = damaged;
  const noted = pages.filter(({ lines }) => lines.some(({ area }) => area === 'notes'));
  const noteLines = noted.flatMap(({ lines }) => lines.filter(({ area }) => area === 'notes'));
  const [noteSize] = shares(noteLines, ({ size }) => String(rounded(size)));
  const lines = pages.flatMap((page) => page.lines);
  return {
    pages: pageCount,
    kinds,
    columns: body.columns,
    measure: rounded(body.measure),
    size: rounded(body.size),
    leading: rounded(body.leading),
    faces: shares(lines, ({ font, size }) => JSON.stringify([fonts[font]?.name ?? '', rounded(size)]))
      .filter(({ share }) => share >= leastShare)
      .map(({ key, share }) => {
        const [name, size] = JSON.parse(key) as [string, number];
        return { name, size, share };
      }),
    notes: { pages: noted.length, ...(noteSize && { size: Number(noteSize.key) }) },
  };
}

/** What lines have in common, by the share of the signs, to two places. */
function shares(lines: readonly PagedLine[], keyOf: (line: PagedLine) => string): { key: string; share: number }[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const line of lines) {
    const signs = line.end - line.start;
    all += signs;
    counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + signs);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => ({ key, share: Math.round((100 * count) / all) / 100 }));
}

/** To a quarter of a point. */
const rounded = (measure: number): number => Math.round(measure * 4) / 4;
