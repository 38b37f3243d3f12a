/**
 * Parts chapters that are too long for one document of an EPUB: articles in, the same with the rest of a long one in
 * documents behind it that have no title of their own.
 */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Article } from '../../../model/index.js';

/** Readers open a document of 250 kB at once: three bytes a character, and some for the markup. */
const longestDocument = 72_000;
/** From here on a heading is a better place to part than the last paragraph. */
const goodPlace = 40_000;

export function splitLong(articles: readonly Article[]): Article[] {
  return articles.flatMap((article) => {
    const pieces = piecesOf(article.body.children);
    if (pieces.length < 2) return [article];
    const [first, ...rest] = pieces;
    return [
      { ...article, body: { ...article.body, children: first! } },
      ...rest.map((children): Article => ({
        ...article,
        title: [],
        contributors: [],
        untitled: true,
        continues: true,
        body: { type: 'root', children },
      })),
    ];
  });
}

function piecesOf(blocks: readonly RootContent[]): RootContent[][] {
  const pieces: RootContent[][] = [];
  let open: RootContent[] = [];
  let length = 0;
  for (const node of blocks) {
    const own = toString(node).length;
    const full = length + own > longestDocument || (node.type === 'heading' && length > goodPlace);
    if (full && open.length > 0) {
      pieces.push(open);
      open = [];
      length = 0;
    }
    open.push(node);
    length += own;
  }
  return open.length > 0 ? [...pieces, open] : pieces;
}
