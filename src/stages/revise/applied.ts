/** Where records were applied: what errata, an answered finding and whoever wrote a record are told of. */
import type { Nodes } from 'mdast';
import type { Article, Span } from '../../model/index.js';
import type { Correction } from './correction.js';

/** A place at which a record was applied. */
export interface Applied {
  correction: Correction;
  /** Name of the text, and raw offsets. */
  file: string;
  span: Span;
  /** Raw offsets of what else it disposed of. */
  disposes?: Span;
  /** It stands at another line than the record says. */
  moved?: boolean;
  /** Id of the article that the place belongs to, when the articles are known. */
  article?: string;
  /** The passage before and after, as a person is shown it. */
  shown: { before: string; after: string };
}

/** Tells each place its article: the one that has the words before it. */
export function giveArticles(applied: Applied[], articles: Article[]): void {
  const starts = articles.flatMap((article) =>
    [...offsetsOf(article)].map((offset) => ({ file: article.raw.name, offset, id: article.id })),
  );
  starts.sort((a, b) => a.offset - b.offset);
  for (const one of applied) {
    const ofFile = starts.filter(({ file }) => file === one.file);
    const article = ofFile.findLast(({ offset }) => offset <= one.span.start) ?? ofFile[0];
    if (article) one.article = article.id;
  }
}

/** Raw offsets at which the texts of an article begin. */
function* offsetsOf({ title, subtitle = [], abstract, bios, fund = [], english, body }: Article): Generator<number> {
  const walk = function* (node: Nodes): Generator<number> {
    if (node.type === 'text' && node.position?.start.offset !== undefined) yield node.position.start.offset;
    if ('children' in node) for (const child of node.children as Nodes[]) yield* walk(child);
  };
  for (const nodes of [title, subtitle, abstract, ...bios, fund, english?.abstract ?? [], body.children])
    for (const node of nodes as Nodes[]) yield* walk(node);
}
