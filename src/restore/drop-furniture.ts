/**
 * Set page furniture aside: folios and running heads.
 *
 * Damage: the page number and the journal's name stand between two halves of a sentence.
 * Evidence: a line of digits, or digits between dashes, that stands alone; beside it a short line that ends no sentence
 * and either comes back elsewhere or cuts a sentence in two; a short line that comes back on three pages or more.
 * Leaves alone: short lines among short lines (tables, verse), a line equal to a running head that stands within text.
 *
 * @example wrapped
 *   before: 活字印刷在中国史料中留下两份较为完整的工艺记录，这两种工艺的
 *
 *           06
 *
 *           刊本通讯
 *
 *           差别不只在泥与木的材料之分，更在于组织字库的方法，前人少说。
 *   after:  活字印刷在中国史料中留下两份较为完整的工艺记录，这两种工艺的
 *           差别不只在泥与木的材料之分，更在于组织字库的方法，前人少说。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../diagnostics.js';
import type { BlockData } from '../model.js';
import { withoutBlanks } from '../vocabulary/characters.js';
import { headingNumeralOf } from '../vocabulary/headings.js';
import { labelOf, sourceLinePattern } from '../vocabulary/labels.js';
import { noteLead } from '../vocabulary/note-markers.js';
import { isByline } from '../vocabulary/people.js';
import { dataOf, isComplete, isParagraph, spanOf, textOf } from './blocks.js';

const folio = /^[-－—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-－—–·•\s]*$|^[-－—–]{1,2}$/u;
const longestHead = 24;

export const dropFurniture = restoreRule({
  name: 'drop-furniture',
  touches: 'furniture',
  apply(root, context) {
    const { survey } = context;
    const blocks = root.children;
    const texts = blocks.map((node) =>
      isParagraph(node) && !node.children.some(({ type }) => type === 'image')
        ? withoutBlanks(textOf(node))
        : undefined,
    );
    const times = new Map<string, number>();
    for (const text of texts) if (text && text.length <= longestHead) times.set(text, (times.get(text) ?? 0) + 1);
    const furniture = new Set<RootContent>();
    const isHead = (i: number, beside: boolean): boolean => {
      const text = texts[i];
      if (
        !text ||
        text.length > longestHead ||
        isComplete(text) ||
        labelOf(text) ||
        headingNumeralOf(text) ||
        noteLead.test(text)
      )
        return false;
      if ((times.get(text) ?? 0) >= 3) return true;
      return beside && ((times.get(text) ?? 0) >= 2 || (text.length <= survey.bodyWidth * 0.6 && cuts(texts, i)));
    };
    blocks.forEach((node, i) => {
      const text = texts[i];
      if (text === undefined) return;
      if (folio.test(text) && !amongShort(texts, i)) {
        furniture.add(node);
        for (const j of [i - 1, i + 1]) if (isHead(j, true)) furniture.add(blocks[j]!);
      } else if (isHead(i, false) && !amongShort(texts, i)) furniture.add(node);
    });
    const heads = new Set(
      blocks.flatMap((node, i) => (furniture.has(node) && !folio.test(texts[i]!) ? [texts[i]!] : [])),
    );
    blocks.forEach((node, i) => {
      const edge = i === 0 ? hasTitleBelow(texts, heads) : dataOf(node).line?.pageStart === true;
      if (edge && heads.has(texts[i] ?? '')) furniture.add(node);
    });
    if (furniture.size === 0) return;
    let pageBefore = false;
    let number: BlockData['folio'];
    root.children = blocks.filter((node) => {
      if (furniture.has(node)) {
        number = folioOf(node) ?? number;
        context.setAside(withoutBlanks(textOf(node)), spanOf(node));
        pageBefore ||= node.data !== undefined;
        return false;
      }
      if (pageBefore) dataOf(node).pageBefore = true;
      if (number) dataOf(node).folio = number;
      pageBefore = false;
      number = undefined;
      return true;
    });
  },
});

/** Does the line stand in the middle of a sentence: the last long line before it does not end one? */
function cuts(texts: (string | undefined)[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const text = texts[i];
    if (text && text.length > 8) return !isComplete(text);
  }
  return false;
}

/** May the first line of the text be a running head: does a title stand between it and the first label? */
function hasTitleBelow(texts: (string | undefined)[], heads: Set<string>): boolean {
  const label = texts.findIndex((text) => text !== undefined && labelOf(text) !== undefined);
  const between = texts.slice(1, label < 0 ? 3 : label).filter((text) => text !== undefined && !isByline(text));
  return (
    label !== 1 && between.length > 0 && (between.length > 1 || !heads.has(between[0]!) || between[0] !== texts[0])
  );
}

/** Do very short lines stand on both sides, as in a table or a list of numbers? */
function amongShort(texts: (string | undefined)[], at: number): boolean {
  const short = (i: number): boolean => {
    const text = texts[i];
    return text !== undefined && text.length < 6 && !folio.test(text) && !noteLead.test(text);
  };
  return short(at - 1) && (short(at + 1) || sourceLinePattern.test(texts[at + 1] ?? ''));
}

/** The page number that a line of furniture bears. A leading zero shows that its digits were read backwards (06 = 60). */
function folioOf(node: RootContent): BlockData['folio'] {
  const digits = /\d{1,4}/.exec(textOf(node))?.[0];
  if (!digits) return undefined;
  const number = Number(digits.startsWith('0') ? [...digits].reverse().join('') : digits);
  return { number, place: dataOf(node).line?.pageStart ? 'head' : 'foot' };
}
