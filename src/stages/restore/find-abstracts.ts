/**
 * Tell the abstracts of an issue's articles that stand together at its end from the articles themselves.
 *
 * Damage: under 本期论文提要 the titles come again, with people, an abstract and keywords: they would open articles anew.
 * Evidence: the line that heads them, and right below it and some lines apart from each other two lines and more that stand
 * before as titles do.
 * Leaves alone: 内容提要 above the abstract of one article; lists of titles.
 *
 * @example
 *   before: 书院的经费
 *           沈怀瑾
 *           书院的经费，向以田租为大宗，乾隆以后发典生息渐居首位。
 *           山长的流动
 *           方念祖
 *           山长多聘本省之人，任期少则一年，多则十余年。
 *           本期论文提要
 *           书院的经费
 *           沈怀瑾
 *           本文考察经费来源的变化。
 *           山长的流动
 *           方念祖
 *           本文分析山长流动的范围与原因。
 *   after:  书院的经费
 *           沈怀瑾
 *           书院的经费，向以田租为大宗，乾隆以后发典生息渐居首位。
 *           山长的流动
 *           方念祖
 *           山长多聘本省之人，任期少则一年，多则十余年。
 *           abstracts: 本期论文提要
 *           abstracts: 书院的经费
 *           abstracts: 沈怀瑾
 *           gathered-abstract: 本文考察经费来源的变化。
 *           abstracts: 山长的流动
 *           abstracts: 方念祖
 *           gathered-abstract: 本文分析山长流动的范围与原因。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { abstractsHead, behindAbstracts } from '../../vocabulary/abstracts.js';
import { countHan, withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isByline, isCertainByline } from '../../vocabulary/people.js';
import { isComplete, isTextBlock, roleOf, setRole, textOf } from './blocks.js';

const shortestTitle = 5;
const longestTitle = 60;
const fewest = 2;
/** Between the head and the first title, and of one entry. */
const farthest = 3;
const longestEntry = 40;

export const findAbstracts = restoreRule({
  name: 'find-abstracts',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    const words = blocks.map((node) =>
      isTextBlock(node) && roleOf(node) === 'body' ? withoutBlanks(textOf(node)) : '',
    );
    const seen = new Set<string>();
    for (const [i, text] of words.entries()) {
      const end = abstractsHead.test(text) ? endOf(words, i + 1) : i;
      const titles = end > i ? titlesAmong(words, seen, i + 1, end) : [];
      if (stand(titles, i, end)) return markAll(blocks, words, new Set(titles), i, end);
      if (text.length >= shortestTitle && text.length <= longestTitle && !isComplete(text)) seen.add(text);
    }
  },
});

/** Where the abstracts end: at the line behind them, at words that are not Chinese, with the text. */
function endOf(words: string[], from: number): number {
  const end = words.findIndex(
    (text, i) => i >= from && text !== '' && (behindAbstracts.test(text) || (countHan(text) === 0 && text.length > 8)),
  );
  return end < 0 ? words.length : end;
}

/** The lines that have stood before, alone or beside the people's names: as the title of an article. */
function titlesAmong(words: string[], seen: ReadonlySet<string>, from: number, end: number): number[] {
  return words
    .slice(from, end)
    .flatMap((text, i) => (seen.has(text) && !isByline(text) && labelOf(text) === undefined ? [from + i] : []));
}

/** Do titles stand as those of abstracts do: the first below the head, the others an entry apart? */
function stand(titles: number[], head: number, end: number): boolean {
  if (titles.length < fewest || titles[0]! > head + farthest) return false;
  return [...titles, end].every((at, i) => {
    const before = titles[i - 1];
    return before === undefined || (at > before + 1 && at <= before + longestEntry);
  });
}

/** Lines of their own are heads, titles, names and keywords; what else stands below a title is its abstract. */
function markAll(blocks: RootContent[], words: string[], titles: Set<number>, head: number, end: number): void {
  let abstract = false; // has one begun below the title
  for (let i = head; i < end; i++) {
    const node = blocks[i]!;
    const text = words[i]!;
    if (text === '') continue;
    // a title that no article bears stands above names, too
    const isOther = abstract && text.length <= longestTitle && !isComplete(text) && isCertainByline(words[i + 1] ?? '');
    if (titles.has(i) || isOther) abstract = false;
    const label = labelOf(textOf(node))?.part;
    const isLine = i === head || titles.has(i) || isOther || (label !== undefined && label !== 'abstract');
    const isOfPeople =
      !abstract &&
      label === undefined &&
      !isComplete(text) &&
      (isByline(textOf(node)) || text.length <= longestTitle / 2);
    if (isLine || isOfPeople) setRole(node, 'abstracts');
    else {
      setRole(node, 'gathered-abstract');
      abstract = true;
    }
  }
}
