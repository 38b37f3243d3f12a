/** A record that makes words a heading of a level, the title of an article, or plain text. */
import type { Heading, RootContent } from 'mdast';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { dataOf, isTextBlock, roleOf, setRole, type TextBlock } from '../../restore/blocks.js';
import { sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { isolate } from '../cut-blocks.js';
import { excerpt, wordsOf } from '../excerpt.js';
import { fillsPassages, findWords } from '../find-words.js';
import { passagesOf, placeName, rawSpan, type Place } from '../flows.js';
import { claim, edgesOf, listChange, type Operation } from '../operation.js';

/** Level 1 stands under the article's title; `title` begins an article; `none` is a paragraph. */
const levels = ['1', '2', '3', '4', 'title', 'none'] as const;

type Level = (typeof levels)[number];

const schema = z.strictObject({
  /** All words of the heading, and no others; they may stand on several lines or within a paragraph. */
  heading: words.min(1, expected('heading')),
  level: z.enum(levels),
  /** Words that stand right before, where the heading's own stand elsewhere, too. */
  after: words.optional(),
  ...sharedKeys,
});

export const headingRecord = recordKind<z.output<typeof schema>>({
  key: 'heading',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const { heading, level, after } = record;
    const [place] = findWords(flows, record, { words: heading, key: 'heading', after, lines: true }) as [Place];
    if (isSo(place, level))
      throw new Refusal('changes', messages.revise.levelAlready(heading, level, placeName(place)), place);
    const whole = fillsPassages(place);
    const operation: Operation = {
      correction,
      tree: place.flow.tree,
      span: rawSpan(place),
      shown: {
        before: excerpt(place),
        after: excerpt(place, `${whole ? '' : ' ¶ '}${signs[level]}${wordsOf(place)}${whole ? '' : ' ¶ '}`),
      },
      claims: claim(place, 'block'),
      points: edgesOf(place),
      act: ([from, to]) => {
        const { block, parent } = isolate(place.flow.tree.root, from!, to!);
        const siblings = parent.children as RootContent[];
        siblings[siblings.indexOf(block as RootContent)] = remade(block, level);
        listChange(operation, 'structure', heading, heading);
      },
    };
    return [operation];
  },
});

const signs: Record<Level, string> = { 1: '# ', 2: '## ', 3: '### ', 4: '#### ', title: 'title: ', none: '' };

/** Is the place one block of this level already? */
function isSo(place: Place, level: Level): boolean {
  const [passage, second] = passagesOf(place);
  const block = passage!.block as RootContent;
  if (second || !fillsPassages(place) || !isTextBlock(block)) return false;
  if (level === 'title') return roleOf(block) === 'title';
  if (roleOf(block) !== 'body') return false;
  return level === 'none' ? block.type === 'paragraph' : block.type === 'heading' && block.depth === Number(level) + 1;
}

function remade(block: TextBlock, level: Level): TextBlock {
  const data = dataOf(block);
  delete data.caption;
  delete data.source;
  setRole(block, level === 'title' ? 'title' : 'body');
  const { children, position } = block;
  if (level === 'none') return { type: 'paragraph', children, data, ...(position && { position }) };
  const depth = (level === 'title' ? 1 : Number(level) + 1) as Heading['depth'];
  return { type: 'heading', depth, children, data, ...(position && { position }) };
}
