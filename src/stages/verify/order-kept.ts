/**
 * Proves that what stays of a text stays in its order: what stands elsewhere than in the source is in the ledger as moved, and
 * a person is asked where text moved that no rule has spoken of.
 *
 * Notes stand where their area is, and the parts of an opening where it is: both are moved by right, and only recorded. An
 * abstract that was taken from amid the text is asked about.
 */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Article, Issue, Span, TextTree } from '../../model/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';

/** Words of a moved block that the ledger names. */
const shown = 40;
/** More places are one question: the text was put in another order as a whole. */
const mostPlaces = 5;

export function orderKept(issue: Issue, trees: readonly TextTree[]): void {
  for (const article of issue.articles) {
    const tree = trees.find(({ raw }) => raw === article.raw);
    // a picture has no words, and stands where the page leaves room for it
    const flow = article.body.children.filter(
      (node) =>
        node.type !== 'footnoteDefinition' && node.position && toString(node, { includeImageAlt: false }) !== '',
    );
    const kept = inOrder(flow.map((node) => spanOf(node).start));
    const moved = flow.filter((_, i) => !kept.has(i));
    record(issue, article, 'verify:order', moved);
    // columns that were read across were put in order, and that was said
    const asked = tree?.survey.columnAt === undefined ? moved.filter((node) => !isSpokenOf(article, node)) : [];
    for (const node of asked.slice(0, mostPlaces))
      say(article.raw, 'warning', 'verify:order', messages.ledger.moved(toString(node), asked.length), spanOf(node));
    const taken = article.abstract.filter((node) => standsAmid(spanOf(node), flow));
    record(issue, article, 'structure:abstract', taken);
    for (const node of taken)
      say(article.raw, 'warning', 'verify:order', messages.ledger.partMoved(toString(node)), spanOf(node));
    record(issue, article, 'structure:parts', partsAmid(article, flow));
  }
}

function record(issue: Issue, { raw }: Article, rule: string, nodes: RootContent[]): void {
  const entries = nodes.map((node) => ({
    rule,
    text: withoutBlanks(toString(node)).slice(0, shown),
    span: spanOf(node),
    file: raw.name,
  }));
  if (entries.length > 0) (issue.ledger.moved ??= []).push(...entries);
}

/** Notes on the title and the people, funds: parts that a page sets at its foot. */
function partsAmid(article: Article, flow: RootContent[]): RootContent[] {
  const { titleNote = [], bios, fund = [] } = article;
  const parts = [...titleNote, ...bios.flat(), ...fund] as RootContent[];
  return parts.filter((node) => node.position && standsAmid(spanOf(node), flow));
}

/** Does a place lie between paragraphs of the text, two of them before it and one behind? */
function standsAmid({ start, end }: Span, flow: RootContent[]): boolean {
  if (end <= start) return false;
  const text = flow.filter(({ type }) => type === 'paragraph');
  return text.filter((node) => spanOf(node).end <= start).length > 1 && text.some((node) => spanOf(node).start >= end);
}

/** Has a rule said something of this very block? */
function isSpokenOf({ raw }: Article, node: RootContent): boolean {
  const { start, end } = spanOf(node);
  return raw.file.messages.some(({ place, fatal }) => {
    const at = place && 'start' in place ? place.start.offset : undefined;
    return fatal !== undefined && at !== undefined && at >= start && at < end;
  });
}

function spanOf({ position }: Pick<RootContent, 'position'>): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** Indices of the longest row of offsets that does not run backwards. */
function inOrder(offsets: number[]): Set<number> {
  const tails: number[] = []; // index of the last of the best row of each length
  const before: number[] = [];
  offsets.forEach((offset, i) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[tails[middle]!]! <= offset) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) kept.add(i);
  return kept;
}
