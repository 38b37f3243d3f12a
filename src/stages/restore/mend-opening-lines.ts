/**
 * Put the lines of an opening right that a text layer gives in pieces: the star of a title, the signs of a name.
 *
 * Damage: the raised star of the title comes as a line within it; a name of two signs is set apart and comes as two lines.
 * Evidence: above the label of an abstract, a line of stars between two others; a surname by itself above one more Han.
 * Leaves alone: stars that part sections, signs elsewhere in the text.
 *
 * @example wrapped
 *   before: 活字印刷的传播与
 *           *
 *           书坊的兴衰
 *           沈怀瑾
 *           方
 *           念
 *           摘要：本文讨论活字印刷的传播，以及书坊的兴衰，材料取自县志与账簿，凡四十余条。
 *   after:  活字印刷的传播与
 *           书坊的兴衰
 *           沈怀瑾
 *           方念
 *           摘要：本文讨论活字印刷的传播，以及书坊的兴衰，材料取自县志与账簿，凡四十余条。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { hasSurname } from '../../vocabulary/surnames.js';
import { isParagraph, roleOf, spanOf, textOf } from './blocks.js';

/** Lines of an opening above its abstract. */
const longestOpening = 12;
const star = /^[*＊﹡✱]{1,3}$/u;
const oneHan = /^\p{Script=Han}$/u;

export const mendOpeningLines = restoreRule({
  name: 'mend-opening-lines',
  touches: 'furniture',
  apply(root, context) {
    if (!isLineByLine(context.survey)) return;
    const gone = new Set<RootContent>();
    root.children.forEach((node, at) => {
      if (!isParagraph(node) || labelOf(textOf(node))?.part !== 'abstract') return;
      const opening = root.children.slice(Math.max(0, at - longestOpening), at).filter(isLine);
      opening.forEach((line, i) => {
        const words = withoutBlanks(textOf(line));
        const [above, below] = [opening[i - 1], opening[i + 1]];
        if (star.test(words) && above && below) {
          context.setAside(words, spanOf(line), line);
          gone.add(line);
        }
        if (oneHan.test(words) && hasSurname(words) && below && !gone.has(line) && isSign(below)) {
          if (opening[i + 2] && isSign(opening[i + 2]!)) return;
          line.children.push(...below.children);
          if (line.position && below.position) line.position = { start: line.position.start, end: below.position.end };
          if (line.data?.line) line.data.line = { ...line.data.line, width: line.data.line.width + 1 };
          gone.add(below);
        }
      });
    });
    root.children = root.children.filter((node) => !gone.has(node));
  },
});

function isLine(node: RootContent): node is Paragraph {
  return isParagraph(node) && roleOf(node) === 'body';
}

function isSign(line: Paragraph): boolean {
  return oneHan.test(withoutBlanks(textOf(line)));
}
