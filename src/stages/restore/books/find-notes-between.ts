/**
 * Set notes between the lines small: what an editor has put in brackets of their own behind a word.
 *
 * Damage: 夹注 in 【】, 〔〕 and [] stand in the text as large as it.
 * Evidence: brackets that are none of the sentence, with Han and a mark, or 注 or 按, between them, behind a word.
 * Leaves alone: （…）, which is the author's own; brackets that are a whole line; [1] and 〔明〕.
 *
 * @example
 *   before: 程氏之藏書凡三千卷【注：今存者不及百卷】，皆手抄。
 *   after:  程氏之藏書凡三千卷‹small 【注：今存者不及百卷】›，皆手抄。
 */
import type { PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../../diagnostics/index.js';
import { isRunningText } from '../blocks.js';

const between =
  /(?<=[\p{Script=Han}，。；：、！？”」』》])(?:【(?=[注註按案][^【】]|[^【】]*[，。；：、])[^【】]{2,120}】|〔(?=[注註按案][^〔〕]|[^〔〕]*[，。；：、])[^〔〕]{2,120}〕|\[(?=[^[\]]*\p{Script=Han}[^[\]]*[，。；：、])[^[\]]{2,120}\])/gu;

export const findNotesBetween = restoreRule({
  name: 'find-notes-between',
  touches: 'structure',
  apply(root) {
    visit(root, 'paragraph', (node) => {
      if (!isRunningText(node)) return;
      node.children = node.children.flatMap((child) => (child.type === 'text' ? parted(child) : [child]));
    });
  },
});

function parted(node: Text): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: whole, index } of node.value.matchAll(between)) {
    if (index > from) out.push({ ...node, value: node.value.slice(from, index) });
    out.push({ type: 'small', children: [{ ...node, value: whole }], position: node.position! });
    from = index + whole.length;
  }
  if (from === 0) return [node];
  if (from < node.value.length) out.push({ ...node, value: node.value.slice(from) });
  return out;
}
