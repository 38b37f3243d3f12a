/**
 * Find what stands before a chapter's text: words of another and where they are from.
 *
 * Damage: an epigraph and its source are set as the first paragraphs of the chapter.
 * Evidence: a short line that opens with a long dash and ends in no mark, one to three short blocks below a head.
 * Leaves alone: a dash that opens a speech or goes on with a sentence; sources further down, which are quotations.
 *
 * @example
 *   before: 第一章　旧渡口
 *           河水是不会回头的。
 *           ——《渡口志》
 *           　　他走到桥头。
 *   after:  第一章　旧渡口
 *           epigraph: 河水是不会回头的。
 *           epigraph: ——《渡口志》
 *           他走到桥头。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../../diagnostics/index.js';
import { dataOf, isParagraph, roleOf, textOf } from '../blocks.js';

/** Lines of an epigraph, and how long each may be, characters. */
const mostLines = 4;
const longestLine = 90;
const source = /^(?:——|—|－－|--)[ 　]*[^—\-－ 　。！？!?]{2,40}$/u;

export const findEpigraphs = restoreRule({
  name: 'find-epigraphs',
  touches: 'structure',
  apply(root) {
    for (const node of root.children) {
      const last = node.type === 'blockquote' && node.children.length > 1 ? node.children.at(-1) : undefined;
      if (isParagraph(last) && source.test(textOf(last).trim())) dataOf(last).signature = true;
    }
    root.children.forEach((head, at, blocks) => {
      if (head.type !== 'heading' && roleOf(head) !== 'division') return;
      const lines: RootContent[] = [];
      for (const node of blocks.slice(at + 1, at + 2 + mostLines)) {
        if (!isParagraph(node) || roleOf(node) !== 'body') return;
        const text = textOf(node).trim();
        if (source.test(text) && lines.length > 0) {
          for (const line of lines) dataOf(line).epigraph = true;
          Object.assign(dataOf(node), { epigraph: true, signature: true, ownLine: true });
          return;
        }
        if (text.length > longestLine) return;
        lines.push(node);
      }
    });
  },
});
