/** What a 文章编号 says: ISSN(year)number-first page-pages, as in 1234-5679(2021)03-0012-15. */

export interface ArticleIdParts {
  issn: string;
  year: number;
  number: string;
  firstPage: number;
  pages: number;
}

const shape =
  /^(\d{4}-\d{3}[\dXx])\s*[(（]\s*(\d{4})\s*[)）]\s*([\dSZz]{1,3})\s*[-－—–]\s*(\d{1,5})\s*[-－—–]\s*(\d{1,3})$/u;

/** @returns undefined for what has another shape */
export function articleIdParts(text: string): ArticleIdParts | undefined {
  const [, issn, year, number, first, pages] = shape.exec(text.trim()) ?? [];
  if (!issn) return undefined;
  return {
    issn: issn.toUpperCase(),
    year: Number(year),
    number: number!.replace(/^0+(?=\d)/u, ''),
    firstPage: Number(first),
    pages: Number(pages),
  };
}
