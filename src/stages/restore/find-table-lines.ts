/**
 * Keep the lines of a dumped table together under its caption.
 *
 * Damage: a table arrives as lines, cells parted by a space or by nothing, without rulings.
 * Evidence: after the caption of a table, lines of a cell each that one number of columns alone fits, lines that wide gaps
 * part into as many cells each, or lines up to the line that names its source; elsewhere three or more lines much shorter
 * than the measure that end no sentence, in the middle of one.
 * Leaves alone: tables that are tables already; captions without lines. Columns are made only where every line has as
 * many cells; else the lines stay rows of one column, and that is reported. Lines that stand a page behind a caption
 * without any go under it.
 *
 * @example wrapped
 *   before: 活字印刷在中国史料中留下两份记录。
 *           表 1 工艺
 *           工序 雕版 活字
 *           制版 慢 快
 *           资料来源：作者自制。
 *   after:  活字印刷在中国史料中留下两份记录。
 *           table caption: 表1　工艺
 *           | 工序 | 雕版 | 活字 |
 *           | 制版 | 慢 | 快 |
 *           source: 资料来源：作者自制。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import type { Survey } from '../../model/index.js';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { dataOf, isComplete, isParagraph, isRunningText, spanOf, textOf } from './blocks.js';
import { tableOfCells } from './table-of-cells.js';
import { cellsApart, hasTabs, tableOfLines } from './table-of-lines.js';
import { tableOfLists } from './table-of-lists.js';

const most = 80;

export const findTableLines = restoreRule({
  name: 'find-table-lines',
  touches: 'structure',
  apply(root, context) {
    const byLine = isLineByLine(context.survey);
    const out: RootContent[] = [];
    const bare: { caption: RootContent; at: number }[] = []; // captions whose tables stand elsewhere
    const blocks = root.children;
    for (let i = 0; i < blocks.length; i++) {
      const node = blocks[i]!;
      const caption = dataOf(node).caption === 'table';
      if (caption) out.push(node);
      const start = caption ? i + 1 : i;
      const ofCells = caption ? tableOfCells(blocks, start) : undefined;
      if (ofCells) {
        out.push(ofCells.table);
        context.say(
          'warning',
          messages.restore.tableOfCells(ofCells.table.children.length, ofCells.table.children[0]!.children.length),
          spanOf(ofCells.table),
          {
            confidence: 'likely',
          },
        );
        i = ofCells.end - 1;
        continue;
      }
      const end = caption
        ? endOfCells(blocks, start) || endUnderCaption(blocks, start, byLine)
        : byLine
          ? endOfShortLines(blocks, start, out, context.survey)
          : endOfTabs(blocks, start);
      if (caption && dataOf(blocks[start] ?? node).source) bare.push({ caption: node, at: i });
      while (bare[0] && i - bare[0].at > most) bare.shift();
      if (end > start) {
        const lines = blocks.slice(start, end) as Paragraph[];
        const ofLists = tableOfLists(lines);
        const table = ofLists ?? tableOfLines(lines);
        if (ofLists) {
          context.say('warning', messages.restore.tableOfLists(ofLists.children.length), spanOf(table), {
            confidence: 'likely',
          });
        }
        if (table.data?.tableLines) {
          context.say('warning', messages.restore.tableAsLines(lines.length), spanOf(table), {
            confidence: 'doubtful',
          });
        }
        const waiting = caption ? undefined : bare.shift()?.caption;
        if (waiting) {
          out.splice(out.indexOf(waiting) + 1, 0, table);
          context.say('warning', messages.restore.tableMoved(textOf(waiting)), spanOf(lines[0]!), {
            confidence: 'likely',
          });
        } else out.push(table);
        i = end - 1;
      } else if (!caption) out.push(node);
    }
    root.children = out;
  },
});

/** Index after the last of two or more lines under a caption that wide gaps part into as many cells each; 0 where none do. */
function endOfCells(blocks: RootContent[], start: number): number {
  const cells = (node: RootContent | undefined): number =>
    isRunningText(node) && !isComplete(textOf(node)) ? cellsApart(node) : 0;
  const columns = cells(blocks[start]);
  let end = start;
  while (columns > 1 && cells(blocks[end]) === columns) end++;
  return end - start >= 2 ? end : 0;
}

/** Index after the last line of a table under its caption: the line that names its source must follow. */
function endUnderCaption(blocks: RootContent[], start: number, byLine: boolean): number {
  if (!byLine) return endOfTabs(blocks, start, 1);
  for (let i = start; i < Math.min(start + most, blocks.length); i++) {
    const node = blocks[i]!;
    if (isParagraph(node) && node.data?.source) return i;
    if (!isRunningText(node)) return start;
  }
  return start;
}

/** Index after the last of several lines whose cells tabs part. */
function endOfTabs(blocks: RootContent[], start: number, fewest = 2): number {
  let end = start;
  for (let node = blocks[end]; isRunningText(node) && hasTabs(node); node = blocks[end]) end++;
  return end - start >= fewest ? end : start;
}

/** A cell ends with no mark of a sentence, and holds no end of one. */
function holdsSentence(text: string): boolean {
  return isComplete(text) || /[，；：]\s*$|。./u.test(text);
}

/** Index after the last of at least three short lines that cut a sentence. */
function endOfShortLines(blocks: RootContent[], start: number, out: RootContent[], survey: Survey): number {
  const before = out.at(-1);
  if (!isRunningText(before) || isComplete(textOf(before)) || (before.data?.line?.width ?? 0) < survey.bodyWidth * 0.85)
    return start;
  let end = start;
  for (; end < blocks.length; end++) {
    const node = blocks[end]!;
    const line = dataOf(node).line;
    if (!isRunningText(node) || !line || line.width > survey.bodyWidth * 0.8 || holdsSentence(textOf(node))) break;
    if (end > start && line.pageStart && line.width > survey.bodyWidth / 2) break;
  }
  return end - start >= 3 ? end : start;
}
