/** The pages of a text, as far as it shows where they change: half-open ranges of its blocks. */
import type { RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import type { Survey, Span } from '../../model/index.js';
import { dataOf, roleOf } from './blocks.js';

/** Are there printed lines with a page change between them? */
export function showsPages(blocks: RootContent[], survey: Survey): boolean {
  return isLineByLine(survey) && blocks.some((node, i) => i > 0 && turns(node));
}

function turns(node: RootContent): boolean {
  const { line, pageBefore } = dataOf(node);
  return line?.pageStart === true || pageBefore === true;
}

/** Pages of printed lines; of other texts, and of one that shows no page change, the articles. */
export function pagesOf(blocks: RootContent[], survey: Survey): Span[] {
  const starts = [0];
  const byLine = isLineByLine(survey);
  blocks.forEach((node, i) => {
    const turned = byLine && turns(node);
    const opens = roleOf(node) === 'title' && roleOf(blocks[i - 1] ?? node) !== 'title';
    if (i > 0 && (turned || opens)) starts.push(i);
  });
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? blocks.length }));
}
