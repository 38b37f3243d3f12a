/**
 * Plans the divisions of a book: the heads of all its texts in, out which of them begin a document of their own, at which
 * level, and which are headings within a chapter.
 */
import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Article, DivisionData, IssueSource, TextTree } from '../../../model/index.js';
import { dataOf } from '../../restore/blocks.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { factsOfMatter } from './book-facts.js';
import { roleOf } from '../split-articles.js';

/** What becomes of each head. */
export interface LevelPlan {
  /** Does a block begin a part or a chapter? */
  isSpine(node: RootContent, tree: TextTree): boolean;
  /** Level and matter of a part or chapter. */
  placeOf(node: RootContent): Pick<Article, 'level' | 'matter'>;
  /** The same of the part that a chapter's line names. */
  partOf(node: RootContent): Pick<Article, 'level' | 'matter'>;
  /** Depth of a heading within a chapter. */
  depthOf(node: RootContent): Heading['depth'];
  /** The metadata block of this file names the book: the file holds several chapters of it. */
  namesBook(tree: TextTree): boolean;
  /** The heading that is the title of the whole text. */
  titleOf(tree: TextTree): RootContent | undefined;
  /** The text has divisions, or a person says that it is a book. */
  isBook: boolean;
}

/** Ranks up to this begin documents; those below it are within chapters, unless nothing else is there. */
const lowestSpine = 5;
/** Ranks of Markdown's signs begin here. */
const markdownRank = 20;
/** A text of one file whose headings say nothing of chapters is parted at them when it is so long, characters. */
const longText = 60_000;
/** Matter that stands above parts: what is before the first of them, and 后记 behind the last. */
const outside = /^(?:[后後][记記序]|跋|附[录錄]|参考|參考|年[谱譜]|致[谢謝]|出版|凡例|编后|編後|译后|譯後|[译譯]者)/u;

export function planLevels(trees: readonly TextTree[], source: IssueSource): LevelPlan {
  const several = trees.length > 1;
  const titles = new Map<TextTree, RootContent>();
  const naming = new Set<TextTree>();
  const tops = new Map<TextTree, Set<number>>();
  const ranks = new Set<number>();
  let numbered = false;
  for (const tree of trees) {
    const heads = tree.root.children.filter((node) => roleOf(node) === 'division');
    const data = heads.map((node) => dataOf(node).division!);
    const markdown = data.some(({ rank }) => rank > markdownRank);
    const matter = tree.root.children.find((node) => node.type === 'yaml');
    const said = matter?.type === 'yaml' ? factsOfMatter(matter)?.title : undefined;
    // a metadata block that names the text makes its headings sections, but for one that says the same again
    const title = markdown && (!several || said !== undefined) ? titleAmong(heads, tree, said) : undefined;
    if (title) titles.set(tree, title);
    const rest = data.filter((_, i) => heads[i] !== title);
    numbered ||= rest.filter(({ system }) => isChapter(system)).length >= 2;
    const chapters = rest.filter(({ system }) => isChapter(system)).length;
    if (several && said !== undefined && tree === trees[0] && chapters >= 2) naming.add(tree);
    else if (several && said !== undefined) {
      tops.set(tree, new Set());
      continue;
    }
    tops.set(
      tree,
      spineRanks(rest, {
        several,
        titled: title !== undefined,
        markdown,
        long: tree.raw.text.length > longText,
        said: source.config.kind === 'book',
      }),
    );
    for (const one of rest) {
      if (tops.get(tree)!.has(one.rank) && one.system !== 'named') ranks.add(levelRank(one));
      if (one.above) ranks.add(one.above.rank);
    }
  }
  const order = [...ranks].sort((a, b) => a - b);
  const levelOf = (rank: number): number => Math.max(1, order.indexOf(rank) + 1);
  const parts = order.length > 1;
  let partBegun = false;
  return {
    isSpine: (node, tree) =>
      roleOf(node) === 'division' && node !== titles.get(tree) && tops.get(tree)!.has(dataOf(node).division!.rank),
    placeOf(node) {
      const { division } = dataOf(node);
      const { system, matter } = division!;
      if (system === 'named' || (system === 'heading' && matter !== 'body')) {
        const top = !parts || !partBegun || outside.test(toString(node).trim());
        return { level: top ? 1 : order.length, matter };
      }
      const level = levelOf(levelRank(division!));
      if (level < order.length) partBegun = true;
      return { level, matter };
    },
    partOf(node) {
      partBegun = true;
      return { level: levelOf(dataOf(node).division!.above!.rank), matter: 'body' };
    },
    depthOf(node) {
      const { rank } = dataOf(node).division!;
      return Math.min(6, Math.max(2, rank > markdownRank ? rank - markdownRank : rank - 3)) as Heading['depth'];
    },
    namesBook: (tree) => naming.has(tree),
    titleOf: (tree) => titles.get(tree),
    isBook: source.config.kind === 'book' || (numbered && !several),
  };
}

/** Heads of Markdown files are of one level, whatever their signs: a file is a chapter. */
function levelRank({ rank, system }: DivisionData): number {
  if (rank <= markdownRank) return rank;
  return isPart(system) ? markdownRank : markdownRank + 1;
}

const isPart = (system: string): boolean =>
  /^(?:第[集辑輯册冊部卷编編]|[卷部]一|上[部卷编編册冊集]|part|book)$/u.test(system);
const isChapter = (system: string): boolean => system !== 'named' && system !== 'heading';

/** One heading above all others, at the text's head. */
function titleAmong(heads: readonly RootContent[], tree: TextTree, said?: string): RootContent | undefined {
  const [first, ...rest] = heads;
  if (!first) return undefined;
  if (said !== undefined && withoutBlanks(said) !== withoutBlanks(toString(first))) return undefined;
  const top = dataOf(first).division!;
  if (isChapter(top.system) && !/^(?:heading)$/u.test(top.system) && rest.length > 0) return undefined;
  if (rest.some((node) => dataOf(node).division!.rank <= top.rank)) return undefined;
  const before = tree.root.children.slice(0, tree.root.children.indexOf(first));
  return before.every(({ type }) => type === 'yaml' || type === 'definition' || type === 'thematicBreak')
    ? first
    : undefined;
}

interface Circumstances {
  several: boolean;
  /** One heading stands above them all. */
  titled: boolean;
  markdown: boolean;
  long: boolean;
  said: boolean;
}

/** Which ranks of a text begin documents of their own. */
function spineRanks(
  heads: readonly DivisionData[],
  { several, titled, markdown, long, said }: Circumstances,
): Set<number> {
  const ranks = [...new Set(heads.map(({ rank }) => rank))].sort((a, b) => a - b);
  const [top] = ranks;
  if (top === undefined) return new Set();
  if (!markdown) {
    const high = ranks.filter((rank) => rank <= lowestSpine);
    const counted = heads.filter(({ system }) => system !== 'named');
    // 序 and 后记 alone make no book of an essay
    if (high.length > 0 && (counted.some(({ rank }) => rank <= lowestSpine) || heads.length > 1)) return new Set(high);
    return said || several ? new Set([top]) : new Set();
  }
  const spine = new Set<number>();
  const systemsAt = (rank: number): string[] => heads.filter((head) => head.rank === rank).map(({ system }) => system);
  const most = (rank: number, test: (system: string) => boolean): boolean => {
    const systems = systemsAt(rank).filter((system) => system !== 'named');
    return systems.length > 0 && systems.filter(test).length * 2 > systems.length;
  };
  if (
    several ||
    said ||
    long ||
    most(top, isChapter) ||
    (!titled && heads.filter(({ rank }) => rank === top).length > 1)
  )
    spine.add(top);
  // chapters below parts
  const next = ranks[1];
  if (next !== undefined && most(top, isPart) && (most(next, isChapter) || said || long)) spine.add(next);
  if (several && heads.filter(({ rank }) => rank === top).length === 1 && next !== undefined && most(top, isPart))
    spine.add(next);
  return spine;
}
