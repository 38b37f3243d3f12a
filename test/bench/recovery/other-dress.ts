/** The same articles in other dress: chapters of a book, traditional characters. A clean article in, a clean article out. */
import type { CleanArticle, CleanBlock } from './clean-article.js';

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

/** Marks of quotation as texts in traditional characters have them. */
export function withCornerQuotes(text: string): string {
  const corners = new Map(Object.entries({ '“': '「', '”': '」', '‘': '『', '’': '』' }));
  // quotes in Latin stay
  return text.replace(/(?<![A-Za-z,.] ?)[“”‘’](?![A-Za-z])/gu, (quote) => corners.get(quote)!);
}
