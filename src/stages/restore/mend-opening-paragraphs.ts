/**
 * Put the paragraphs of an opening right that an OCR has torn, or has run together.
 *
 * Damage: the places where the authors work are torn in the middle of their bracket; a subtitle without its dash stands on the
 * line of the names: 以青溪为例陆文远，赵一苇.
 * Evidence: above the abstract, a bracket that names a place of work and that the next paragraph closes; 以…为例 before what is
 * sure to be names.
 * Leaves alone: brackets that close, sentences, lines that a printed page has.
 *
 * @example ocr-markdown
 *   before: # 坊刻考
 *
 *           以青溪为例陆文远，赵一苇（1.青溪大学历史学院，青溪
 *
 *           210000；2.南湖图书馆，南湖 210001）
 *
 *           摘要：本文讨论坊刻的兴衰，材料取自县志与账簿，凡四十余条。
 *   after:  # 坊刻考
 *           subtitle: 以青溪为例
 *           陆文远，赵一苇（1.青溪大学历史学院，青溪210000；2.南湖图书馆，南湖210001）
 *           摘要：本文讨论坊刻的兴衰，材料取自县志与账簿，凡四十余条。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule } from '../../diagnostics/index.js';
import { affiliationWord } from '../../vocabulary/affiliations.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isCertainByline } from '../../vocabulary/people.js';
import { append, cutLead, isParagraph, roleOf, setRole, textOf } from './blocks.js';

/** Blocks of an opening above its abstract. */
const longestOpening = 8;
const opensBracket = /[（(][^（）()]*$/u;
const closesBracket = /^[^（）()。]{0,160}[）)]$/u;
/** 以青溪为例, before the names. Group 1. */
const subtitle = /^((?:——|—|--)?以[^，。；：、]{1,24}?(?:为例|為例|为中心|為中心|为视角|為視角))(?=\S)/u;

export const mendOpeningParagraphs = restoreRule({
  name: 'mend-opening-paragraphs',
  touches: 'structure',
  apply(root, { survey }) {
    if (isLineByLine(survey)) return;
    const abstract = root.children.findIndex((node) => isParagraph(node) && labelOf(textOf(node))?.part === 'abstract');
    if (abstract < 0 || abstract > longestOpening) return;
    const out: RootContent[] = [];
    for (const [at, node] of root.children.entries()) {
      const before = out.at(-1);
      if (at < abstract && isPart(node) && isPart(before) && isTorn(before, node)) append(before, node);
      else out.push(node);
    }
    root.children = out.flatMap((node, at): RootContent[] => (at < abstract && isPart(node) ? partsOf(node) : [node]));
  },
});

function isPart(node: RootContent | undefined): node is Paragraph {
  return isParagraph(node) && roleOf(node) === 'body';
}

function isTorn(before: Paragraph, node: Paragraph): boolean {
  const open = opensBracket.exec(textOf(before).trim())?.[0];
  return open !== undefined && affiliationWord.test(open) && closesBracket.test(textOf(node).trim());
}

function partsOf(node: Paragraph): Paragraph[] {
  const words = subtitle.exec(textOf(node))?.[1];
  const [first] = node.children;
  if (words === undefined || first?.type !== 'text' || !isCertainByline(textOf(node).slice(words.length)))
    return [node];
  const value = cutLead(node, words.length);
  const { start } = first.position!;
  const position = { start, end: { ...start, offset: start.offset! + value.length } };
  const part: Paragraph = { type: 'paragraph', children: [{ type: 'text', value, position }], position };
  setRole(part, 'subtitle');
  return [part, node];
}
