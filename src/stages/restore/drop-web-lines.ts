/**
 * Set aside what a web page puts round an article: navigation, controls, counters, lists of other pages.
 *
 * Damage: a text copied from a page opens with 首页 > 学术 > 正文, has 上一页 下一页 in its midst and 版权所有 at its end.
 * Evidence: whole lines that are nothing but a page's; weaker ones (发布时间：…, - END -) in their company only; short lines
 * between two of the navigation; short lines behind 相关文章 up to the text's end. Of the line that says when, where and by
 * whom, the author stays as byline and the journal as masthead.
 * Leaves alone: texts without any such line; the same words within a sentence; 责任编辑 and what else bears a label.
 *
 * @example plain
 *   before: 首页 > 历史学 > 正文
 *           义仓与借贷
 *           2018年06月12日 09:15 来源：《刊本》2018年第3期 作者：罗仲文
 *           打印本页 | 关闭窗口
 *           义仓的日常事务多由乡民自理。
 *           上一页 1 2 下一页
 *   after:  masthead: 刊本　2018年第3期
 *           义仓与借贷
 *           作者：罗仲文
 *           义仓的日常事务多由乡民自理。
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { noteLead } from '../../vocabulary/note-markers.js';
import {
  controlBehind,
  infoPartsOf,
  journalNumber,
  otherPages,
  webLineOf,
  type WebLine,
} from '../../vocabulary/web-lines.js';
import { cutTail, isComplete, isParagraph, isTextBlock, setRole, spanOf, textOf } from './blocks.js';

/** Blocks within which a page's navigation, its title and the line below it stand. */
const longestHead = 24;
/** A line of navigation, and the title of another page. */
const longestItem = 30;
const longestTitle = 60;

export const dropWebLines = restoreRule({
  name: 'drop-web-lines',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    const lines = blocks.map((node) => (isTextBlock(node) ? webLineOf(textOf(node)) : undefined));
    const known = context.raw.structured?.page === true;
    if (!known && !isPage(lines)) return;
    const gone = new Set(lines.flatMap((line, i) => (line ? [i] : [])));
    if (known && gone.size === 0 && !blocks.slice(0, longestHead).some((node) => infoPartsOf(textOf(node)))) return;
    addNavigation(blocks, lines, gone);
    addOtherPages(blocks, gone);
    const journals: RootContent[] = [];
    const rest = blocks.flatMap((node, i): RootContent[] => {
      if (gone.has(i)) {
        context.setAside(withoutBlanks(textOf(node)), spanOf(node), node);
        return [];
      }
      if (!isParagraph(node)) return [node];
      cutControl(node, context);
      return i < longestHead + gone.size ? splitInfo(node, journals, context) : [node];
    });
    // a masthead stands above the title
    root.children = [...journals, ...rest];
    const [first] = gone;
    if (first !== undefined) context.say('remark', messages.restore.webLines(gone.size), spanOf(blocks[first]!));
  },
});

/** Is the text a copy of a web page: a line that nothing else has, or two that speak for it? */
function isPage(lines: (WebLine | undefined)[]): boolean {
  const likely = lines.filter((line) => line === 'likely').length;
  return likely >= 2 || lines.some((line) => line === 'navigation' || line === 'certain');
}

/** Between two lines of the navigation stands no title: the name of the site, a menu. */
function addNavigation(blocks: RootContent[], lines: (WebLine | undefined)[], gone: Set<number>): void {
  const places = lines.slice(0, longestHead).flatMap((line, i) => (line === 'navigation' ? [i] : []));
  for (let i = (places[0] ?? 0) + 1; i < (places.at(-1) ?? 0); i++) {
    const text = textOf(blocks[i]!);
    if (text.length <= longestItem && !isComplete(text) && !labelOf(text)) gone.add(i);
  }
}

/** 相关文章 and the titles behind it, where nothing else follows. */
function addOtherPages(blocks: RootContent[], gone: Set<number>): void {
  const head = blocks.findIndex((node) => isTextBlock(node) && otherPages.test(withoutBlanks(textOf(node))));
  if (head < 0) return;
  const behind = blocks.flatMap((node, i) => (i >= head && !gone.has(i) ? [{ i, text: textOf(node) }] : []));
  const items = behind.filter(({ text }) => !labelOf(text) && !noteLead.test(text));
  if (items.every(({ text }) => text.length <= longestTitle && !isComplete(text)))
    for (const { i } of items) gone.add(i);
}

/** 表1 三种报刊 导出到EXCEL: the control behind a caption goes. */
function cutControl(node: Paragraph, context: RestoreContext): void {
  const found = controlBehind.exec(textOf(node))?.[0];
  if (!found) return;
  const { end } = spanOf(node);
  cutTail(node, found.length);
  context.setAside(withoutBlanks(found), { start: end - found.length, end });
}

/** The line that says when, where and by whom: what is left is the journal, and the people. */
function splitInfo(node: Paragraph, journals: RootContent[], context: RestoreContext): RootContent[] {
  const parts = infoPartsOf(textOf(node));
  if (!parts) return [node];
  const people: Paragraph[] = [];
  for (const { kind, text } of parts) {
    const [, name = '', number = ''] = (kind === 'source' && journalNumber.exec(text)) || [];
    const kept = kind === 'author' ? text : name === '' ? '' : `${name}　${number}`;
    const left = kind === 'author' ? '' : text.replace(name, '').replace(number, '');
    if (left !== '') context.setAside(withoutBlanks(left), spanOf(node));
    if (kept === '') continue;
    const piece: Paragraph = {
      type: 'paragraph',
      data: { ...node.data },
      position: node.position!,
      children: [{ type: 'text', value: kept, position: node.position! }],
    };
    if (kind === 'source') setRole(piece, 'masthead');
    (kind === 'source' ? journals : people).push(piece);
  }
  return people;
}
