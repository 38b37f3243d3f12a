/**
 * Join what line ends and page changes cut apart.
 *
 * Damage: a paragraph arrives as printed lines, or in two halves with notes, tables or a page change between them.
 * Evidence: a piece that ends no sentence goes on. In line-by-line texts also: a line filled to the measure goes on
 * unless a space trails it where only last lines trail one, or the next line is two em short as a first line is.
 * Leaves alone: headings, captions, notes, pieces that end a sentence before a page change (reported as doubtful
 * where nothing speaks for a new paragraph).
 *
 * @example wrapped
 *   before: 学术期刊的编辑工作，首先
 *           是文字工作。
 *   after:  学术期刊的编辑工作，首先是文字工作。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import type { Survey, LineData } from '../../model/index.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { announcesSpeech, keyedLine, paragraphOpener, seriesOpener } from '../../vocabulary/openers.js';
import { append, dataOf, endOf, isComplete, isParagraph, isRunningText, roleOf, spanOf, textOf } from './blocks.js';
import { readPageEnd, type PageEnd } from './page-ends.js';
import { fillsMeasure } from '../../vocabulary/line-joins.js';

/** A formula on lines of its own, with its number. */
const formulaApart = /^\s*\$\$[^$]+\$\$\s*(?:[（(]\d[\d.-]*[）)])?\s*$/u;

/** Most blocks, notes among them, between two paragraphs that are looked at together. */
const longestGap = 60;

/** How much shorter than the measure a line is that no margin cut, em: more than the longest word. */
const shortBy = 8;

export const joinParagraphs = restoreRule({
  name: 'join-paragraphs',
  touches: 'structure',
  apply(root, context) {
    const out: RootContent[] = [];
    let open: Paragraph | undefined; // the paragraph of the body that may go on
    let labelled: Paragraph | undefined; // the labelled part that may go on, also at the foot of a page
    const byLine = isLineByLine(context.survey);
    let captionAt = -1;
    let openAt = -1;
    for (const [i, node] of root.children.entries()) {
      if (stepsAside(node)) {
        const { caption, source } = dataOf(node);
        if (caption) captionAt = out.length;
        // what stands between a caption and its source line is the table
        else if (source && captionAt >= 0 && openAt > captionAt) open = undefined;
        out.push(node);
        continue;
      }
      if (dataOf(node).ownLine || (isParagraph(node) && formulaApart.test(textOf(node)))) {
        out.push(node);
        open = labelled = undefined;
        continue;
      }
      const part = isParagraph(node) && whole.has(roleOf(node));
      const before = part ? labelled : open;
      if (
        isParagraph(node) &&
        before &&
        sameFlow(before, node) &&
        (byLine
          ? lineGoesOn(before, node, context)
          : pieceGoesOn(before, node, context, () => pageEndAt(before, out, root.children, i)))
      ) {
        append(before, node);
        if (!part) labelled = undefined;
        continue;
      }
      openAt = out.length;
      out.push(node);
      if (part) labelled = node as Paragraph;
      else {
        open = isParagraph(node) && !node.data?.caption && !node.data?.source ? node : undefined;
        labelled = undefined;
      }
    }
    root.children = out;
  },
});

/** Notes, tables and captions may stand between the two halves of a paragraph. */
export function stepsAside(node: RootContent): boolean {
  if (node.type === 'footnoteDefinition' || node.type === 'table' || node.type === 'image') return true;
  if (isParagraph(node) && node.children.every(({ type }) => type === 'image')) return true;
  const role = roleOf(node);
  if (role === 'note' || role === 'title-note' || role === 'author-note') return true;
  return isParagraph(node) && (node.data?.caption !== undefined || node.data?.source === true);
}

const whole = new Set([
  'abstract',
  'gathered-abstract',
  'english-abstract',
  'bio',
  'fund',
  'keywords',
  'english-keywords',
  'english-title',
]);

/** Only pieces of one kind are joined. */
function sameFlow(open: Paragraph, node: Paragraph): boolean {
  const role = roleOf(open);
  if (role !== roleOf(node)) return false;
  return role === 'body' ? isRunningText(node) : whole.has(role);
}

/** A call stands behind what it marks: no paragraph begins with one. */
function opensWithCall(node: Paragraph): boolean {
  return node.children.find(({ type }) => type !== 'pageBreak')?.type === 'footnoteReference';
}

/** Reads the page end before a block: with the paragraph before the open one, and the block behind. */
function pageEndAt(open: Paragraph, out: RootContent[], blocks: RootContent[], at: number): PageEnd {
  const before = out.slice(-longestGap).filter((node) => !stepsAside(node));
  const next = blocks.slice(at + 1, at + longestGap).find((node) => !stepsAside(node));
  return readPageEnd(open, before[before.indexOf(open) - 1], blocks[at] as Paragraph, next);
}

/** A piece of a text that gives a paragraph a line. */
function pieceGoesOn(open: Paragraph, node: Paragraph, context: RestoreContext, pageEnd: () => PageEnd): boolean {
  const text = endOf(open).trimEnd();
  if (roleOf(open) === 'bio') return /[、，,]$/u.test(text);
  if (context.survey.kind === 'markdown') return false;
  if (opensWithCall(node)) return true;
  if (isComplete(text)) {
    if (node.data?.pageBefore !== true || roleOf(open) !== 'body') return false;
    const end = pageEnd();
    const goesOn = end === 'goes-on';
    if (end !== 'opens')
      ask(messages.restore.pageEndsParagraph(text, textOf(node), goesOn), goesOn, open, node, context);
    return goesOn;
  }
  if (/[：:]$/u.test(text)) {
    const quoted = announcesSpeech.test(text) && /^[“「『]/u.test(textOf(node));
    return node.data?.pageBefore === true && (quoted || !/^[“「（\d一二三]/u.test(textOf(node)));
  }
  if (keyedLine.test(text) && !runsOn(text, textOf(node).trim())) return false;
  // a short line that ends nothing is a line of its own (a list, a signature) unless a page cut it
  return text.length > 20 || node.data?.pageBefore === true || /[，、]$/u.test(text);
}

/** Does a line of a word and what it stands for run on: no other such line follows, no heading, no signature? */
function runsOn(text: string, next: string): boolean {
  const address = /@[\w-]+\.[\w.-]+$|https?:\S+$/u.test(text);
  return !address && !keyedLine.test(next) && !headingNumeralOf(next) && next.length > 20;
}

/** A printed line. */
function lineGoesOn(open: Paragraph, node: Paragraph, context: RestoreContext): boolean {
  const { survey } = context;
  if (opensWithCall(node)) return true;
  const line = open.data?.line;
  const next = node.data?.firstLine ?? node.data?.line;
  const text = endOf(open);
  if (!line || !next) return !isComplete(text);
  if (roleOf(open) !== 'body') return true; // labelled parts were bounded when their label was found
  const ends = isComplete(text) || /[：:]\s*$/u.test(text);
  if (standsApart(open, node, ends, context.survey)) return false;
  if (!ends) return !isNextMember(open, node, survey) && !isHeadline(open, survey);
  if (next.indent >= 1.5) return false;
  if (headingNumeralOf(textOf(node)) !== undefined) return false; // a run-in number opens a paragraph
  if (line.spaced) return true;
  // of the first line the indent is part, whether it shows or not
  const indent = open.data?.firstLine ? 0 : Math.max(2, line.indent);
  if (!fillsMeasure(line.width + indent, text, textOf(node), survey.bodyWidth)) return false;
  // what somebody said follows in the same paragraph
  if (/[：:]\s*$/u.test(text) && /^[“「『]/u.test(textOf(node))) return true;
  if (survey.trailingShort > 0.6 && survey.trailingFull < 0.25) return !line.trails;
  // the indent is lost, the room that it took is not
  const indented = isFirstLine(next, textOf(node), survey.bodyWidth);
  const goesOn = !indented || (survey.kind === 'spaced' && next.spaced && !paragraphOpener.test(textOf(node)));
  if (goesOn === paragraphOpener.test(textOf(node)) || indented === goesOn) {
    ask(messages.restore.fullLineEndsSentence(goesOn, text, textOf(node)), goesOn, open, node, context);
  }
  return goesOn;
}

/** Puts the question whether a piece goes on with another: done, or left. */
function ask(reason: Message, joined: boolean, open: Paragraph, node: Paragraph, context: RestoreContext): void {
  const span = spanOf(node);
  context.say('warning', reason, span, {
    confidence: joined ? 'likely' : 'doubtful',
    reading: joined ? 'joined' : 'apart',
    answers: joined
      ? [{ key: 'split', reading: 'apart', span: { start: span.start, end: span.start } }]
      : [{ key: 'join', reading: 'joined', span: { start: spanOf(open).end, end: span.start } }],
  });
}

/**
 * In a text whose paragraphs empty lines part: does one stand here, where no page has ended and the line before was not
 * cut by the margin?
 */
function standsApart(open: Paragraph, node: Paragraph, ends: boolean, survey: Survey): boolean {
  const line = open.data!.line!;
  const next = node.data!.firstLine ?? node.data!.line!;
  if (!survey.parted || next.blankBefore === 0 || next.pageStart || node.data?.pageBefore) return false;
  return ends || line.width < survey.bodyWidth - shortBy;
}

/** Is a line one that no margin cut: set in, of a few characters and no mark? */
function isHeadline(open: Paragraph, { kind, bodyWidth }: Survey): boolean {
  if (kind !== 'wrapped' || open.data?.firstLine !== undefined) return false;
  const { width, indent } = open.data!.line!;
  return indent >= 1.5 && width < bodyWidth * 0.4 && /^[\p{Script=Han} 　]+$/u.test(textOf(open));
}

/** Does a short line that ends in ； stand before the next member of a series: one that is set in, or opens with 第二? */
function isNextMember(open: Paragraph, node: Paragraph, { bodyWidth }: Survey): boolean {
  const text = endOf(open);
  if (!/[；;]\s*$/u.test(text)) return false;
  const { indent } = node.data!.firstLine ?? node.data!.line!;
  const short = !fillsMeasure(open.data!.line!.width + 2, text, textOf(node), bodyWidth);
  return short && (indent >= 1.5 || seriesOpener.test(textOf(node)));
}

/** Is a line as much shorter as an indent takes, without ending a paragraph itself? */
function isFirstLine(line: LineData, text: string, measure: number): boolean {
  const width = /[，、。；：！？”’）》]$/u.test(text) && line.width > measure - 1.5 ? line.width - 1 : line.width;
  return width <= measure - 1.5 && width >= measure - 4;
}
