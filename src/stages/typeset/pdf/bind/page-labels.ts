/** The numbers that readers show beside the pages: folios as printed in, ranges of page labels out. */

export interface LabelRange {
  /** Index of the first page. */
  from: number;
  style: 'D' | 'r';
  start: number;
  prefix?: string;
}

/** Roman before the first folio, then the folios, then roman again. */
export function pageLabels(folios: readonly string[]): LabelRange[] {
  const ranges: LabelRange[] = [];
  let previous: { main: boolean; folio: number } | undefined;
  folios.forEach((printed, index) => {
    // a blank page between two numbered ones has its number without showing it
    const [before, after] = [Number(folios[index - 1] || NaN), Number(folios[index + 1] || NaN)];
    const folio = printed === '' && after - before === 2 ? String(before + 1) : printed;
    const main = folio !== '';
    if (previous && previous.main === main && (!main || Number(folio) === previous.folio + 1)) {
      previous.folio = Number(folio);
      return;
    }
    const back = !main && previous !== undefined;
    ranges.push({
      from: index,
      style: main ? 'D' : 'r',
      start: main ? Number(folio) : 1,
      ...(back && { prefix: '+' }),
    });
    previous = { main, folio: Number(folio) };
  });
  return ranges;
}
