/**
 * Tell the captions of tables and figures and the lines that name their source.
 *
 * Damage: they stand as plain lines, often cutting a sentence; the figure itself is lost.
 * Evidence: ▲ before a short line; 表 or 图 with a number at the start of a short block that ends no sentence; 资料来源： at the start of one.
 * Leaves alone: sentences that begin with 表1显示……
 *
 * @example
 *   before: 表 1  两种工艺的比较
 *   after:  table caption: 表1　两种工艺的比较
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import type { Survey } from '../../model/index.js';
import { restoreRule } from '../../diagnostics/index.js';
import { captionPattern, continuedCaption, pointedCaption, sourceLinePattern } from '../../vocabulary/labels.js';
import { append, dataOf, isComplete, isParagraph, roleOf, textOf } from './blocks.js';
import { fillsMeasure } from '../../vocabulary/line-joins.js';

const longestCaption = 60;

export const findCaptions = restoreRule({
  name: 'find-captions',
  touches: 'structure',
  apply(root, { survey }) {
    const blocks = root.children;
    const rests = new Set<number>();
    blocks.forEach((node, i) => {
      if (!isParagraph(node) || roleOf(node) !== 'body') return;
      const text = textOf(node).trim();
      // beside its picture a caption may be a sentence
      const atPicture = hasPicture(blocks[i - 1]) || hasPicture(blocks[i + 1]);
      const isShort = text.length <= longestCaption && (atPicture || !isComplete(text)) && !/[，；：]$/u.test(text);
      if (isShort && pointedCaption.test(text)) dataOf(node).caption = 'figure';
      else if (isShort && continuedCaption.test(text) && blocks[i + 1]?.type === 'table')
        dataOf(node).caption = 'table';
      else if (isShort && captionPattern.test(text)) {
        partNumber(node);
        dataOf(node).caption = /^[表T附]/u.test(text) && !text.startsWith('附图') ? 'table' : 'figure';
      } else if (sourceLinePattern.test(text)) {
        const near = blocks.slice(Math.max(0, i - 40), i);
        if (!near.some((other) => other.type === 'table' || dataOf(other).caption !== undefined)) return;
        dataOf(node).source = true;
        if (!takeRest(blocks, i, survey)) return;
        rests.add(i + 1);
      }
    });
    if (rests.size > 0) root.children = blocks.filter((_, i) => !rests.has(i));
  },
});

function hasPicture(node: RootContent | undefined): boolean {
  return isParagraph(node) && node.children.some(({ type }) => type === 'image');
}

/** 表 1  两种 and 表1两种 → 表1　两种: the number is one word with its 表, and a space parts it from the title. */
function partNumber(node: Paragraph): void {
  const [first] = node.children;
  if (first?.type !== 'text' || !/^[表图圖附]/u.test(first.value)) return;
  first.value = first.value
    .replace(captionPattern, (label: string) => `${label.replace(/\s+/gu, '')}\u3000`)
    .replace(/\u3000[\s　：:]+/u, (gap) => (/[：:]/u.test(gap) ? gap.replace(/\s+/gu, '') : '\u3000'));
}

/** A source line that fills its line and ends no sentence runs on in the next. */
function takeRest(blocks: RootContent[], at: number, survey: Survey): boolean {
  const node = blocks[at] as Paragraph;
  const next = blocks[at + 1];
  const text = textOf(node);
  if (!isLineByLine(survey) || !isParagraph(next) || roleOf(next) !== 'body') return false;
  if (isComplete(text) || /https?:|www\./i.test(text)) return false; // an address ends where it ends
  const { width, indent } = node.data!.line!;
  if (next.data?.line?.pageStart || !fillsMeasure(width + Math.max(2, indent), text, textOf(next), survey.bodyWidth))
    return false;
  append(node, next);
  return true;
}
