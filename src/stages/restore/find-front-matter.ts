/**
 * Tell the parts of an article's opening and close by their labels, and what stands above them: title and byline.
 *
 * Damage: raw texts give all of these as plain lines; titles are broken over lines; names are spaced out.
 * Evidence: a label in brackets or before a colon; short lines that end no sentence above the first label, the last of
 * them names; a starred line below the opening is the note of the title (＊) or of an author (＊＊).
 * Leaves alone: everything between the opening and 责任编辑.
 *
 * @example
 *   before: 活字的命运
 *           沈 一
 *           摘要：活字印刷留下两份记录。
 *   after:  title: 活字的命运
 *           byline: 沈 一
 *           abstract: 摘要：活字印刷留下两份记录。
 */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Role, Survey, LabelledPart } from '../../model/index.js';
import { isLineByLine } from '../clean/survey.js';
import { countHan, countLatin, withoutBlanks } from '../../vocabulary/characters.js';
import { columnLine, columnNames } from '../../vocabulary/columns.js';
import { contentsHead, isListed } from '../../vocabulary/contents.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { noteLead, starLead } from '../../vocabulary/note-markers.js';
import { affiliationWord, isAffiliation, isPlaces } from '../../vocabulary/affiliations.js';
import { introducesAuthor, isBio, isByline, isCertainByline } from '../../vocabulary/people.js';
import {
  append,
  dataOf,
  isComplete,
  isParagraph,
  isTextBlock,
  roleOf,
  setRole,
  spanOf,
  textOf,
  type TextBlock,
} from './blocks.js';
import { fillsMeasure } from '../../vocabulary/line-joins.js';

const longestTitle = 70;
/** Of a text, what may stand above its first title. */
const mostBeforeTitle = 0.5;
/** （作者系青溪学院历史系教授）, at the end of an article. */
const authorLine = /^[（(]\s*(?:第一|本文)?作者(?:单位)?(?:系|為|为|是|：|:)(?:[^（）()]|[（(][^（）()]*[）)])*[）)]$/u;
/** Of a title that nothing but its place tells. */
const longestLoneTitle = 30;
const shortestText = 40;
/** Paragraphs between a title and its abstract. */
const mostUnread = 4;
const inBrackets = /^[（(][^（）()]{2,60}[）)]$/u;
/** A number, a code or a date. */
const longestValue = 40;

export const findFrontMatter = restoreRule({
  name: 'find-front-matter',
  touches: 'structure',
  apply(root, context) {
    const { survey } = context;
    const blocks = root.children;
    for (let i = 0; i < blocks.length; i++) {
      const node = blocks[i]!;
      if (!isTextBlock(node) || roleOf(node) !== 'body') continue;
      const label = labelOf(textOf(node));
      if (!label) {
        if (authorLine.test(textOf(node).trim())) setRole(node, 'bio');
        continue;
      }
      setRole(node, label.part);
      takeValue(blocks, i);
      markContinuation(blocks, i, label.part, survey);
    }
    let floor = 0; // nothing above an article's opening belongs to it
    for (let i = 0; i < blocks.length; i++) {
      const role = roleOf(blocks[i]!);
      // people are introduced at the foot of the first page, too: there no article begins
      const opens =
        role === 'abstract' || role === 'keywords' || (role === 'bio' && (floor === 0 || ends(blocks, floor, i)));
      if (!opens) continue;
      // an abstract at the end of a text is that of the article above
      if (floor === 0 && closes(blocks, i, survey)) break;
      markTitle(blocks, i, floor, survey);
      while (i < blocks.length && !opensBody(blocks, i, survey)) i++;
      floor = i;
    }
    if (!blocks.some((node) => roleOf(node) === 'title')) markUnlabelledTitle(blocks, survey);
    markStars(blocks, survey);
    markWhatPrecedes(blocks);
    askUnreadNames(blocks, context);
  },
});

/** What stands between a title and its abstract and is no part of the opening may be names that could not be read. */
function askUnreadNames(blocks: RootContent[], { say }: RestoreContext): void {
  blocks.forEach((node, at) => {
    if (roleOf(node) !== 'abstract' || roleOf(blocks[at - 1] ?? node) !== 'body') return;
    const from = blocks.slice(Math.max(0, at - mostUnread), at).findLastIndex((one) => roleOf(one) !== 'body');
    const above = blocks.slice(Math.max(0, at - mostUnread) + from, at);
    if (from < 0 || !isNamed(above[0]!)) return;
    for (const one of above.slice(1))
      if (isParagraph(one))
        say('warning', messages.restore.unreadOpening(textOf(one)), spanOf(one), { confidence: 'doubtful' });
  });
}

/** Does a text that has its title end with the labelled parts from a block on? */
function closes(blocks: RootContent[], from: number, survey: Survey): boolean {
  if (!blocks.slice(0, from).some((node) => roleOf(node) === 'title')) return false;
  return !blocks.slice(from).some((_, i) => opensBody(blocks, from + i, survey));
}

/** Does an article end between two blocks? */
function ends(blocks: RootContent[], from: number, to: number): boolean {
  return blocks.slice(from, to).some((node) => roleOf(node) === 'editors');
}

/** A line that ends in a label (文章编号：) has its value on the next one. */
function takeValue(blocks: RootContent[], at: number): void {
  const node = blocks[at]!;
  const next = blocks[at + 1];
  if (!isTextBlock(node) || !isParagraph(next) || !/[：:]\s*$/u.test(textOf(node))) return;
  const text = textOf(next);
  if (labelOf(text) || text.length > longestValue || countHan(text) > 0) return;
  append(node, next);
  blocks.splice(at + 1, 1);
}

/** Gives the lines after a label the label's role, as far as its text goes. */
function markContinuation(blocks: RootContent[], at: number, part: LabelledPart, survey: Survey): void {
  const many = ['abstract', 'keywords', 'bio', 'fund', 'citation', 'english-abstract', 'english-keywords'].includes(
    part,
  );
  if (!many) return;
  const label = textOf(blocks[at]!);
  const value = blocks[at + 1];
  if (labelOf(label)!.length >= label.trim().length && isParagraph(value) && !labelOf(textOf(value))) {
    // the label heads what it announces
    dataOf(blocks[at]!).ownLine = true;
    setRole(value, part);
    at++;
  }
  if (!isLineByLine(survey)) {
    let text = textOf(blocks[at]!);
    for (let i = at + 1; i < blocks.length && isParagraph(blocks[i]); i++) {
      const next = textOf(blocks[i]!);
      if (labelOf(next) || noteLead.test(next) || starLead.test(next) || isByline(next)) return;
      if (turnsChinese(part, next)) return;
      const unfinished = !isComplete(text) && (part === 'abstract' || part === 'english-abstract');
      const person =
        part === 'bio' && (isBio(next) || (next.length <= 80 && !isComplete(next) && labelAhead(blocks, i + 1)));
      if (!unfinished && !person) return;
      setRole(blocks[i]!, part);
      text = next;
    }
    return;
  }
  const nextLabel = part === 'abstract' ? labelWithinOpening(blocks, at + 1) : -1;
  if (nextLabel > 0) {
    // nothing but the abstract stands between its label and the next one of the opening
    for (let i = at + 1; i < nextLabel; i++) setRole(blocks[i]!, part);
    return;
  }
  const measure = usualWidth(blocks, at);
  for (let i = at; i + 1 < blocks.length; i++) {
    const text = textOf(blocks[i]!);
    const next = blocks[i + 1]!;
    const line = dataOf(blocks[i]!).line;
    const short = !fillsMeasure(line?.width ?? 0, text, textOf(next), measure);
    if (!isParagraph(next) || roleOf(next) !== 'body' || labelOf(textOf(next)) || starLead.test(textOf(next))) return;
    if (turnsChinese(part, textOf(next))) return;
    if (survey.parted && short && (next.data?.line?.blankBefore ?? 0) > 0) return;
    if (part === 'bio' && isBio(textOf(next))) {
      setRole(next, part);
      continue;
    }
    if (part === 'bio' && isComplete(text)) return;
    if (isComplete(text) && (short || next.data?.line?.pageStart || (next.data?.line?.blankBefore ?? 0) > 2)) return;
    if (short && part !== 'abstract' && part !== 'english-abstract') return;
    if (part === 'keywords' && next.data?.line?.pageStart) return;
    setRole(next, part);
  }
}

/** Does Chinese stand behind an English part: the next article? */
function turnsChinese(part: LabelledPart, text: string): boolean {
  return part.startsWith('english') && countHan(text) > countLatin(text);
}

const longestAbstract = 40;

/** Index of the keywords or numbers that follow an abstract's lines, or -1 when something else stands between. */
function labelWithinOpening(blocks: RootContent[], from: number): number {
  for (let i = from; i < Math.min(from + longestAbstract, blocks.length); i++) {
    const node = blocks[i]!;
    const text = textOf(node);
    const label = labelOf(text)?.part;
    if (label === 'keywords' || label === 'clc' || label === 'document-code' || label === 'article-id') return i;
    if (!isParagraph(node) || label || headingNumeralOf(text) || noteLead.test(text) || starLead.test(text)) return -1;
  }
  return -1;
}

/** Median width of the lines that may belong to a labelled part, em: squeezed and stretched lines do not count. */
function usualWidth(blocks: RootContent[], at: number): number {
  const widths: number[] = [];
  for (let i = at; i < Math.min(at + 9, blocks.length); i++) {
    const line = dataOf(blocks[i]!).line;
    if (!line || (i > at && (line.pageStart || labelOf(textOf(blocks[i]!))))) break;
    widths.push(line.width);
  }
  // short lists: the widest line is the measure
  return widths.length < 4 ? Math.max(0, ...widths) : widths.sort((a, b) => a - b)[Math.ceil(widths.length / 2)]!;
}

/** Does another labelled part follow within three blocks? */
function labelAhead(blocks: RootContent[], from: number): boolean {
  return blocks.slice(from, from + 3).some((node) => isTextBlock(node) && labelOf(textOf(node)) !== undefined);
}

/** Marks title, subtitle, byline and column above the first labelled part of an opening. */
function markTitle(blocks: RootContent[], label: number, floor: number, survey: Survey): void {
  const found: number[] = [];
  for (let i = label - 1; i >= floor && found.length < 8; i--) {
    const node = blocks[i]!;
    if (!isTextBlock(node)) break;
    const known = isNamed(node);
    if (!known && (roleOf(node) !== 'body' || endsOpening(blocks, i, label))) break;
    found.unshift(i);
    const above = blocks[i - 1];
    if (known && above && !isNamed(above) && !(isTextBlock(above) && columnLine.test(textOf(above).trim()))) break;
    // an article opens with a page; in a CAJ text the sign of one stands before any block
    if (survey.kind !== 'caj' && node.data?.line?.pageStart) break;
    const text = textOf(node).trim();
    // one heading of its own is the title: what stands above it belongs to something else
    if (node.type === 'heading' && above?.type !== 'heading' && countHan(text) > 0) break;
  }
  let people = found.length;
  const ofPeople = (place: number): boolean => {
    const node = blocks[found[place]!]!;
    if (isOfPeople(node)) return !runsOn(blocks, found, place);
    const belowNames = place > 0 && ofNames(blocks[found[place - 1]!]!);
    if (belowNames && isTextBlock(node) && isAffiliation(textOf(node))) return true;
    if (belowHeading(blocks, found, place)) return namesPlace(textOf(node));
    return place > 0 && node.type === 'paragraph' && isPlaces(textOf(node)) && ofNames(blocks[found[place - 1]!]!);
  };
  while (people > 0 && ofPeople(people - 1)) people--;
  // a title alone that looks like names is still the title
  if (people === 0 && found.length > 0) people = 1;
  found.forEach((index, place) => {
    const node = blocks[index]!;
    const text = withoutBlanks(textOf(node));
    setRole(node, place >= people ? 'byline' : headlineRole(text, place < people - 1));
  });
}

/** Does a paragraph stand below a title that its sign shows to be whole? */
function belowHeading(blocks: RootContent[], found: number[], place: number): boolean {
  const above = found.slice(0, place);
  return blocks[found[place]!]!.type === 'paragraph' && above.some((index) => blocks[index]!.type === 'heading');
}

/** A name and the place where its bearer works, run together as an OCR does: 王一鸣青溪大学历史系. */
function namesPlace(text: string): boolean {
  const words = text.trim();
  return words.length <= longestTitle && !/^(?:——|—|--)|[，。；：？！]/u.test(words) && affiliationWord.test(words);
}

/** Is this a line of names, or of the places where they work? */
function ofNames(node: RootContent): boolean {
  return isTextBlock(node) && (isCertainByline(textOf(node)) || isPlaces(textOf(node)));
}

/** Does a line of a title run on in the one at a place, though that looks like a name: ……的工序⏎与管理, ……年的⏎前景? */
function runsOn(blocks: RootContent[], found: number[], place: number): boolean {
  const above = blocks[found[place - 1] ?? -1];
  if (!above) return false;
  return (
    /[的与與和及之对對在：:、—]$/u.test(textOf(above).trim()) ||
    /^[与與及的之而或对對]/u.test(textOf(blocks[found[place]!]!))
  );
}

/** What a line above the byline is; only above a title can it name the column. */
function headlineRole(text: string, aboveTitle: boolean): Role {
  if (aboveTitle && (columnLine.test(text) || columnNames.test(text))) return 'column';
  return /^(?:——|—|--)/u.test(text) ? 'subtitle' : 'title';
}

/** Is this of an opening that the contents list names? */
function isNamed(node: RootContent): boolean {
  return roleOf(node) === 'title' || roleOf(node) === 'subtitle' || roleOf(node) === 'byline';
}

/** Does a line above a label belong to what stands before the opening: text, a note, an entry of a contents list? */
function endsOpening(blocks: RootContent[], at: number, label: number): boolean {
  const node = blocks[at] as TextBlock;
  const text = textOf(node).trim();
  const people = node.type === 'paragraph' && isByline(text);
  if (
    (text.length > longestTitle && !people) ||
    noteLead.test(text) ||
    isListed(text) ||
    /[（(]\d{1,4}[)）]$/u.test(text)
  )
    return true;
  if (node.type === 'heading') return false;
  // the last line of a note or an English part may be short
  const latinAbove = countHan(text) === 0 && countLatin(text) + (text.match(/\d/g)?.length ?? 0) > 0;
  return (
    /[。；，]$|。./u.test(text) ||
    (latinAbove && blocks.slice(at + 1, label).some((one) => countHan(toString(one)) > 0))
  );
}

function isOfPeople(node: RootContent): boolean {
  const text = textOf(node);
  if (isNamed(node)) return roleOf(node) === 'byline';
  // an OCR gives the names below a title its sign, too
  if (node.type === 'heading') return isCertainByline(text);
  return node.type === 'paragraph' && (isByline(text) || isAffiliation(text));
}

/** A text without labels: its first heading, or the short lines above a byline at its very start. */
function markUnlabelledTitle(blocks: RootContent[], survey: Survey): void {
  const by = blocks.slice(0, 6).findLastIndex((node, i) => i > 0 && isParagraph(node) && isCertainByline(textOf(node)));
  const above = blocks.slice(0, Math.max(0, by));
  const runsOn = above.some(
    (node) => isLineByLine(survey) && (dataOf(node).line?.width ?? 0) >= survey.bodyWidth - 1.5,
  );
  if (
    by > 0 &&
    !runsOn &&
    above.every((node) => isTextBlock(node) && textOf(node).length <= longestTitle && !isComplete(textOf(node)))
  ) {
    above.forEach((node, i) => setRole(node, headlineRole(withoutBlanks(textOf(node)), i < above.length - 1)));
    for (let i = by; i === by || (blocks[i] && isOfPeople(blocks[i]!)); i++) setRole(blocks[i]!, 'byline');
    return;
  }
  const first = blocks.findIndex((node) => node.type !== 'yaml');
  const node = blocks[first];
  if (isOnlyChapter(blocks, first)) return setRole(node!, 'title');
  if (standsAsTitle(node, blocks[first + 1], survey)) return markAlone(blocks, first);
  if (node?.type !== 'heading' || node.depth !== 1) return;
  const text = withoutBlanks(textOf(node));
  // a file that marks its only heading of the first level has said that it is the title
  const numbered = headingNumeralOf(text) !== undefined || unnumberedHeadings.test(text);
  if (survey.kind !== 'structured' && numbered) return;
  const below = blocks[first + 1];
  // a column above the title, both of which an OCR gives its sign
  const column = columnNames.test(text) && below?.type === 'heading' && !isComplete(textOf(below));
  if (column) setRole(node, 'column');
  const title = column ? first + 1 : first;
  setRole(blocks[title]!, 'title');
  const next = blocks[title + 1];
  if (next && isOfPeople(next)) setRole(next, 'byline');
}

/** Does a text open with the heading of its only chapter: 第三章　坊刻的兴起, above sections? */
function isOnlyChapter(blocks: RootContent[], at: number): boolean {
  const node = blocks[at];
  const text = isTextBlock(node) ? textOf(node).trim() : '';
  const numeral = headingNumeralOf(text);
  if (numeral?.name !== '第一章' || text.length > longestLoneTitle || isComplete(text) || /[，；：]$/u.test(text))
    return false;
  if (text.replace(numeral.pattern, '').trim() === '') return false;
  const ranks = blocks
    .slice(at + 1)
    .map((one) => (isTextBlock(one) ? headingNumeralOf(textOf(one).trim())?.rank : undefined));
  return ranks.every((rank) => rank === undefined || rank > numeral.rank);
}

/** Does a short first line stand apart from the text below by an empty line, in a text whose lines keep theirs? */
function standsAsTitle(node: RootContent | undefined, next: RootContent | undefined, survey: Survey): boolean {
  if (!isParagraph(node) || !isParagraph(next) || !node.data?.line || !next.data?.line) return false;
  if (survey.kind === 'caj' || survey.kind === 'spaced') return false;
  // where every line stands apart, what stands below has to be text
  if (survey.blankShare > 0.47 && (survey.kind !== 'plain' || textOf(next).length < shortestText)) return false;
  const text = textOf(node).trim();
  const short =
    text.length <= longestLoneTitle && (survey.kind === 'plain' || node.data.line.width < survey.bodyWidth * 0.8);
  if (!short || isComplete(text) || /[，；：]$/u.test(text) || countHan(text) < 4) return false;
  if (headingNumeralOf(text) || unnumberedHeadings.test(withoutBlanks(text)) || noteLead.test(text)) return false;
  return next.data.line.blankBefore > 0 || inBrackets.test(textOf(next).trim());
}

/** Marks a title without people, and what stands in brackets or behind a dash below it. */
function markAlone(blocks: RootContent[], at: number): void {
  setRole(blocks[at]!, 'title');
  const below = blocks[at + 1]!;
  if (inBrackets.test(textOf(below).trim()) || /^——/u.test(textOf(below))) setRole(below, 'subtitle');
}

/** Starred lines between the opening and the body, or at the foot of its first page. */
function markStars(blocks: RootContent[], survey: Survey): void {
  const isStarred = (role: Role): boolean =>
    blocks.some((node) => roleOf(node) === role && /[*＊﹡✱]/u.test(textOf(node)));
  const starred = { titles: isStarred('title') || isStarred('subtitle'), names: isStarred('byline') };
  blocks.forEach((node, i) => {
    if (!isParagraph(node) || roleOf(node) !== 'body') return;
    const stars = starLead.exec(withoutBlanks(textOf(node)));
    if (!stars) return;
    const words = withoutBlanks(textOf(node));
    // one star alone is the author's where no title calls it, but a name does
    const ofAuthor = starred.names && !starred.titles && introducesAuthor(words.slice(stars[0].length));
    const role: Role = /^[*＊﹡✱]{2}/u.test(words) || ofAuthor ? 'author-note' : 'title-note';
    setRole(node, role);
    if (!isLineByLine(survey)) return;
    for (let j = i; j + 1 < blocks.length; j++) {
      const next = blocks[j + 1]!;
      const text = textOf(blocks[j]!);
      if (
        !isParagraph(next) ||
        next.data?.line?.pageStart ||
        starLead.test(textOf(next)) ||
        noteLead.test(textOf(next))
      )
        return;
      const short = (dataOf(blocks[j]!).line?.width ?? 0) < survey.bodyWidth - 1;
      if (isComplete(text) && short) return;
      setRole(next, role);
    }
  });
}

/** Does the body begin at this block? */
function opensBody(blocks: RootContent[], at: number, survey: Survey): boolean {
  const node = blocks[at]!;
  if (roleOf(node) !== 'body' || !isTextBlock(node)) return false;
  const text = textOf(node);
  if (starLead.test(text)) return false;
  return text.length > 40 || headingNumeralOf(text) !== undefined || (isLineByLine(survey) && text.length > 20);
}

/** What stands above the first title is the masthead, and from the first list or 目录 on its contents. */
function markWhatPrecedes(blocks: RootContent[]): void {
  const first = blocks.findIndex((node) => ['title', 'column'].includes(roleOf(node)));
  if (first <= 0) return;
  const lengthOf = (nodes: RootContent[]): number => nodes.reduce((sum, node) => sum + toString(node).length, 0);
  // most of a text is no masthead: what opens below it, an abstract for instance, stands at its end
  if (lengthOf(blocks.slice(0, first)) > lengthOf(blocks) * mostBeforeTitle) return;
  let role: Role = 'masthead';
  for (const node of blocks.slice(0, first)) {
    if (node.type === 'yaml') continue;
    if (roleOf(node) !== 'body') continue;
    const text = isTextBlock(node) ? withoutBlanks(textOf(node)) : '';
    if (node.type === 'list' || contentsHead.test(text) || columnLine.test(text)) role = 'contents';
    setRole(node, role);
  }
}
