/**
 * Make paragraphs of what an OCR took for headings: captions, entries of references.
 *
 * Damage: what stands in bold or apart on the page comes as a heading: # 图1 书坊分布, # [3] 李二. 书价考[J].
 * Evidence: the word and the number that open a caption; the mark of an entry with its year.
 * Leaves alone: headings that only speak of figures: # 图像的来源, # 2017年的书坊.
 *
 * @example ocr-markdown
 *   before: # 图 1 书坊的分布
 *   after:  图1书坊的分布
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { isTextBlock, textOf } from './blocks.js';

const caption = /^(?:[图圖表]|Fig(?:ure|\.)?|Table)\s*\d{1,3}(?:[-–.]\d{1,2})?(?!\s*(?:[年月个個种種张張]|所示))/iu;
const entry = /^[[［〔【].*(?:\b(?:19|20)\d{2}\b)/u;

export const lowerFalseHeadings = restoreRule({
  name: 'lower-false-headings',
  touches: 'structure',
  apply(root, { survey }) {
    if (survey.kind !== 'ocr-markdown') return;
    root.children = root.children.map((node): RootContent => {
      if (node.type !== 'heading' || !isTextBlock(node)) return node;
      const text = textOf(node).trim();
      if (!caption.test(text) && !entry.test(text)) return node;
      return { ...node, type: 'paragraph' } as unknown as Paragraph;
    });
  },
});
