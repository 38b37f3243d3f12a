/**
 * Label the lines of the opening, headings and lines that are joined with nothing, all together (`roles/`).
 *
 * Damage: text without markup shows all of them as plain lines.
 * Evidence: what the witnesses say of each line (`roles/witnesses`), and which role follows which (`roles/grammar.ts`).
 * Leaves alone: lines with a role or a label; lines for which little more speaks than against are asked about.
 *
 * @example plain
 *   before: 雨巷书坊
 *           第一百一十章　来客
 *           他把灯挑亮了一些，抬头看了看来人，一句话也没有说。
 *           第一百一十一章　夜雨
 *           雨停了，灯还亮着，院子里有人在低声说话，听不清说些什么。
 *   after:  title: 雨巷书坊
 *           ## 第一百一十章　来客
 *           他把灯挑亮了一些，抬头看了看来人，一句话也没有说。
 *           ## 第一百一十一章　夜雨
 *           雨停了，灯还亮着，院子里有人在低声说话，听不清说些什么。
 */
import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Survey, Role } from '../../model/index.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { noteListHeadings } from '../../vocabulary/headings.js';
import { captionPattern, labelOf, pointedCaption, sourceLinePattern } from '../../vocabulary/labels.js';
import { noteLead } from '../../vocabulary/note-markers.js';
import { referenceHeading } from '../../vocabulary/references.js';
import { dataOf, isParagraph, isTextBlock, roleOf, setRole, spanOf, textOf, type TextBlock } from './blocks.js';
import type { Line } from './lines/line.js';
import { measureLines } from './lines/measure-lines.js';
import { findSeries } from './roles/find-series.js';
import { saidRoleOf } from './roles/said-role.js';
import { labelText } from './roles/label-text.js';
import type { Labelled, LineRole, LineText } from './roles/role.js';
import { witnesses } from './roles/witnesses/index.js';

/** A label with less margin is doubtful: it is made, and asked about. */
const leastMargin = 2;

/** Lines within which labels stand that tell where the title is: those of an abstract at the end do not. */
const longestOpening = 60;

/** Labels that tell where an opening stands, for `find-front-matter`; so do titles that a contents list has named. */
const openingLabels = new Set<string>(['abstract', 'keywords']);

const roleOfLine: Partial<Record<LineRole, Role>> = {
  source: 'masthead',
  column: 'column',
  title: 'title',
  subtitle: 'subtitle',
  byline: 'byline',
};

export const labelLines = restoreRule({
  name: 'label-lines',
  touches: 'structure',
  apply(root, context) {
    const { survey } = context;
    const all = survey.kind === 'plain' || survey.kind === 'wrapped';
    if (!all && !survey.said?.roles) return;
    // what was decided together is not decided again in part
    if (root.data?.labelled === true) return;
    root.data = { ...root.data, labelled: true };
    const text = readText(root.children, context.survey);
    const labels = labelText(text, witnesses);
    const titled = root.children.some(
      (node, at) =>
        ['title', 'contents'].includes(roleOf(node)) ||
        (at < longestOpening && isTextBlock(node) && openingLabels.has(labelOf(textOf(node))?.part ?? '')),
    );
    root.children = root.children.map((node, at) => {
      const said = isTextBlock(node) && !text.fixed[at] && saidRoleOf(textOf(node), survey);
      if (said) return giveSaid(node, labels[at]!.role);
      if (!all || text.fixed[at] || !isParagraph(node)) return node;
      return give(node, labels[at]!, titled, context);
    });
    askForMissing(text, labels, root.children, context);
  },
});

/** Measures the lines of a text, and finds what holds for all of it. */
export function readText(blocks: readonly RootContent[], survey: Survey): LineText {
  const lines = measureLines(blocks);
  const fixed = blocks.map(
    (node) =>
      !isTextBlock(node) ||
      roleOf(node) !== 'body' ||
      (saidRoleOf(textOf(node), survey) === undefined && (node.type === 'heading' || isKnown(textOf(node)))),
  );
  return { lines, survey, fixed, series: findSeries(lines, fixed), listAt: headOfList(lines) };
}

/** Place of the last line that heads a list of references or notes; behind all lines where there is none. */
function headOfList(lines: readonly Line[]): number {
  const at = lines.findLastIndex(({ text }) => isListHead(withoutBlanks(text)));
  return at < 0 ? lines.length : at;
}

function isListHead(words: string): boolean {
  return referenceHeading.test(words) || noteListHeadings.test(words);
}

/** Is a line told by its words, and weighed by other rules? */
function isKnown(text: string): boolean {
  const words = withoutBlanks(text);
  if (labelOf(text) !== undefined || isListHead(words)) return true;
  return [captionPattern, pointedCaption, sourceLinePattern, noteLead].some((pattern) => pattern.test(text.trim()));
}

function give(
  node: Paragraph,
  { role, margin, second }: Labelled,
  titled: boolean,
  context: RestoreContext,
): RootContent {
  const given = roleOfLine[role];
  if (given !== undefined) {
    if (titled && role !== 'source') return node;
    setRole(node, given);
  } else if (role === 'line') dataOf(node).ownLine = true;
  else if (role !== 'heading') return node;
  if (role !== 'line' && margin < leastMargin && second === 'text')
    context.say('warning', messages.restore.labelled(textOf(node), role, second), spanOf(node), {
      confidence: 'doubtful',
      reading: role,
    });
  return role === 'heading' ? asHeading(node) : node;
}

/** What a person said of a line holds against all rules. */
function giveSaid(node: TextBlock, role: LineRole): RootContent {
  const given = roleOfLine[role];
  if (given !== undefined) setRole(node, given);
  if (role === 'heading') return node.type === 'heading' ? node : asHeading(node);
  if (role === 'line') dataOf(node).ownLine = true;
  return node.type === 'heading' && given === undefined ? asParagraph(node) : node;
}

function asParagraph(node: Heading): Paragraph {
  return { type: 'paragraph', children: node.children, position: node.position!, data: dataOf(node) };
}

function asHeading(node: Paragraph): Heading {
  return { type: 'heading', depth: 2, children: node.children, position: node.position!, data: dataOf(node) };
}

/** Asks where a series of headings lacks a number. */
function askForMissing(
  { series }: LineText,
  labels: readonly Labelled[],
  blocks: readonly RootContent[],
  context: RestoreContext,
): void {
  for (const [at, { missing }] of series) {
    if (missing === undefined || labels[at]!.role !== 'heading') continue;
    context.say('warning', messages.restore.numberMissing(textOf(blocks[at]!), missing), spanOf(blocks[at]!));
  }
}
