/**
 * Give each labelled part of an opening a paragraph of its own.
 *
 * Damage: 摘要 and 关键词, or Abstract and Key words, arrive as one paragraph.
 * Evidence: a label behind the end of a sentence, or set in bold, in a paragraph that itself opens with a label.
 * Leaves alone: numbers that share a line (中图分类号 … 文献标识码 …), words of a label within a sentence.
 *
 * @example ocr-markdown
 *   before: 摘要：本文对读两份记录。关键词：活字；字库
 *   after:  摘要：本文对读两份记录。
 *           关键词：活字；字库
 */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { restoreRule } from '../../diagnostics/index.js';
import { labelOf } from '../../vocabulary/labels.js';
import { referenceHeading } from '../../vocabulary/references.js';
import type { LabelledPart } from '../../model/index.js';
import { isParagraph, textOf } from './blocks.js';

const numbers = new Set<LabelledPart>(['clc', 'document-code', 'article-id', 'doi']);
/** Where a part may begin: behind a sentence or a space. */
const seam =
  /(?<=[。．.；;！？”）)\s　])(?=[^\s　])|(?=(?:中图分类号|中圖分類號|文献标识码|文獻標識碼|文章编号|文章編號|修回日期|(?:本文)?责任编辑|(?:本文)?責任編輯)\s*[：:])|(?=(?:参考文献|參考文獻)\s*[：:]?$)/gu;

export const splitLabelledParts = restoreRule({
  name: 'split-labelled-parts',
  touches: 'structure',
  apply(root) {
    root.children = root.children.flatMap((node): RootContent[] => {
      const part = isParagraph(node) ? labelOf(textOf(node))?.part : undefined;
      return part ? partsOf(node as Paragraph, part) : [node];
    });
  },
});

function partsOf(node: Paragraph, first: LabelledPart): Paragraph[] {
  const out: Paragraph[] = [{ ...node, children: [] }];
  let part = first;
  const opens = (words: string): boolean => {
    if (referenceHeading.test(words.trim())) return true;
    const found = labelOf(words)?.part;
    if (!found || found === part || (numbers.has(found) && numbers.has(part))) return false;
    part = found;
    return true;
  };
  node.children.forEach((child, i) => {
    const behind = toString(node.children.slice(i + 1));
    if (child.type !== 'text') {
      if (i > 0 && opens(toString(child) + behind)) out.push(paragraphAt(child));
      out.at(-1)!.children.push(child);
      return;
    }
    let from = 0;
    for (const { index } of child.value.matchAll(seam)) {
      if (!opens(child.value.slice(index) + behind)) continue;
      put(out, { ...child, value: child.value.slice(from, index).trimEnd() });
      out.push(paragraphAt(child));
      from = index;
    }
    put(out, { ...child, value: child.value.slice(from) });
  });
  return out;
}

function put(out: Paragraph[], child: PhrasingContent & { value: string }): void {
  if (child.value !== '') out.at(-1)!.children.push(child);
}

function paragraphAt({ position }: PhrasingContent): Paragraph {
  return { type: 'paragraph', children: [], data: {}, ...(position && { position }) };
}
