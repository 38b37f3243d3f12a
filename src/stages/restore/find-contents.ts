/**
 * Find the contents list of an issue or a book, and the titles that it names.
 *
 * Damage: the list comes as plain lines in the habits of the journal (题目……作者（1）; 作者：题目 / 12; title and page on
 * two lines), and nothing parts it from the first article; titles stand as plain lines among notes and running heads.
 * Evidence: 目录 (目次, Contents) above lines that name pages, or several lines with leaders; a line of the text that an
 * entry names, with people, a label or a heading's sign about it.
 * Leaves alone: lists without a heading and without leaders; entries that are chapters of a book (第一章, 后记): they are
 * headings.
 *
 * @example ocr-markdown
 *   before: 刊本通讯
 *
 *           目录
 *
 *           活字的命运……沈一（1）
 *
 *           活字的命运
 *
 *           沈一
 *
 *           印刷史上有两份记录。
 *   after:  masthead: 刊本通讯
 *           contents: 目录
 *           contents: 活字的命运……沈一（1）
 *           title: 活字的命运
 *           byline: 沈一
 *           印刷史上有两份记录。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { findList } from './contents-list.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isTextBlock, setRole, textOf } from './blocks.js';
import { markTitles } from './named-titles.js';

export const findContents = restoreRule({
  name: 'find-contents',
  touches: 'structure',
  apply(root) {
    const list = findList(root.children);
    if (!list) return;
    const { start, end, entries } = list;
    const tells = root.children.slice(0, start).some((node) => isTextBlock(node) && labelOf(textOf(node)));
    root.children.slice(0, end).forEach((node, i) => {
      if (i >= start) setRole(node, 'contents');
      // the title of a book, and what it is about, are no masthead
      else if (!tells) setRole(node, 'masthead');
    });
    markTitles(root.children, end, entries);
  },
});
