/** The same articles in other dress: chapters of a book, traditional characters. A clean article in, a clean article out. */
import type { CleanArticle, CleanBlock } from './clean-article.js';
import type { Random } from './random.js';

const numerals = '一二三四五六七八九十';

/** Headings as books number them: 第一章, 第一节, 一、; sections count through the chapter. */
export function asChapters(article: CleanArticle): CleanArticle {
  let chapter = 0;
  let section = 0;
  const renumbered = (block: CleanBlock): CleanBlock => {
    if (block.kind !== 'heading') return block;
    const words = block.text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\. )/u, '');
    if (block.rank === 1) section = 0;
    // 结语 has no number in a book either
    if (words === block.text) return block;
    if (block.rank === 1) return { ...block, text: `第${numerals[chapter++]}章　${words}` };
    if (block.rank === 2) return { ...block, text: `第${numerals[section++]}节　${words}` };
    return { ...block, text: `${numerals[Number.parseInt(block.text) - 1]}、${words}` };
  };
  return { ...article, blocks: article.blocks.map(renumbered) };
}

/** Every string of an article by way of `convert`. */
export function converted(article: CleanArticle, convert: (text: string) => string): CleanArticle {
  const all = <T>(value: T): T => {
    if (typeof value === 'string') return convert(value) as T;
    if (Array.isArray(value)) return value.map(all) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, key === 'kind' || key === 'name' ? one : all(one)]),
    ) as T;
  };
  return all(article);
}

/** The article with a table of figures in the midst of its text. */
export function withTable(article: CleanArticle, random: Random): CleanArticle {
  const places = ['青溪', '南湖', '东湖', '北山', '西塘', '文昌'].slice(0, random.between(3, 6));
  const rows = [
    ['地点', '书坊', '刻工（人）', '每叶纸价（文）'],
    ...places.map((place) => [
      place,
      `${random.between(2, 60)}`,
      random.chance(0.1) ? '—' : `${random.between(10, 900)}`,
      `${random.between(1, 4)}.${random.below(10)}`,
    ]),
  ];
  const table: CleanBlock[] = [
    { kind: 'caption', text: '表1　各地的书坊' },
    { kind: 'table', rows },
    { kind: 'source', text: '资料来源：据《刻书工价考》整理。' },
  ];
  const at = article.blocks.findIndex(({ kind }, i) => i > 1 && kind === 'paragraph') + 1;
  return { ...article, blocks: [...article.blocks.slice(0, at), ...table, ...article.blocks.slice(at)] };
}

/** Marks of quotation as texts in traditional characters have them. */
export function withCornerQuotes(text: string): string {
  const corners = new Map(Object.entries({ '“': '「', '”': '」', '‘': '『', '’': '』' }));
  // quotes in Latin stay
  return text.replace(/(?<![A-Za-z,.] ?)[“”‘’](?![A-Za-z])/gu, (quote) => corners.get(quote)!);
}
