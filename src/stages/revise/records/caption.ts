/** A record that moves a caption, or the line that names a source, to its table or figure. */
import type { Paragraph } from 'mdast';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { dataOf, setRole } from '../../restore/blocks.js';
import { sourceLinePattern } from '../../../vocabulary/labels.js';
import { sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { isolate, takeOut, topOf } from '../cut-blocks.js';
import { wordsOf } from '../excerpt.js';
import { findWords } from '../find-words.js';
import { rawSpan, type Place } from '../flows.js';
import { claim, edgesOf, listChange, type Operation } from '../operation.js';

const schema = z.strictObject({
  /** All words of the caption, or of the line that names the source. */
  caption: words.min(1, expected('caption')),
  /** Words of the table, or of the passage that it is to stand at. */
  to: words.min(1, expected('table')),
  ...sharedKeys,
});

export const captionRecord = recordKind<z.output<typeof schema>>({
  key: 'caption',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const [place] = findWords(flows, record, { words: record.caption, key: 'caption', lines: true }) as [Place];
    const [target] = findWords(flows, record, { words: record.to, key: 'to', lines: true }) as [Place];
    const { tree } = place.flow;
    if (target.flow.tree !== tree) throw new Refusal('one-text', messages.revise.captionElsewhere);
    const source = sourceLinePattern.test(record.caption);
    const parts = [wordsOf(place), wordsOf(target)];
    const operation: Operation = {
      correction,
      tree,
      span: rawSpan(place),
      shown: { before: parts.join(' … '), after: (source ? parts.reverse() : parts).join(' ¶ ') },
      claims: claim(place, 'block', 'start', 'end'),
      points: [...edgesOf(place), { flow: target.flow, at: target.start, side: 'start' }],
      act: ([from, to, at]) => {
        const { root } = tree;
        const { block, parent } = isolate(root, from!, to!);
        takeOut(parent, block);
        const data = dataOf(block);
        setRole(block, 'body');
        delete data.caption;
        delete data.source;
        if (source) data.source = true;
        else data.caption = /^附?[图圖]/u.test(record.caption.trim()) ? 'figure' : 'table';
        const { children, position } = block;
        const caption: Paragraph = { type: 'paragraph', children, data, ...(position && { position }) };
        const target = topOf(root, at!);
        // a source stands under its table; of a figure that is lost, under the caption
        const behind = source && target.type === 'table' ? 1 : 0;
        root.children.splice(root.children.indexOf(target) + behind, 0, caption);
        listChange(operation, 'structure', record.caption, record.caption);
      },
    };
    return [operation];
  },
});
