/** A record that parts a paragraph: `split: 前一段的末尾 | 后一段的开头`. */
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { mustPart } from '../break-sign.js';
import { sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { cutBefore } from '../cut-blocks.js';
import { excerpt, wordsOf } from '../excerpt.js';
import { findWords } from '../find-words.js';
import { closedUp, passagesOf, placeName, rawSpan } from '../flows.js';
import { claim, listChange, type Operation } from '../operation.js';

const schema = z.strictObject({
  /** Words of one paragraph; `|` where the next is to begin. */
  split: words.min(1, expected('toSplit')),
  ...sharedKeys,
});

export const splitRecord = recordKind<z.output<typeof schema>>({
  key: 'split',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const [left, right] = mustPart(record.split);
    const [whole] = findWords(flows, record, { words: `${left}\n${right}`, key: 'split' });
    const { flow } = whole!;
    if (passagesOf(whole!).length > 1)
      throw new Refusal('found', messages.revise.splitAlready(record.split, placeName(whole!)), whole);
    // the right part is the end of the whole: its first character begins the new paragraph
    const { searched, places } = closedUp(flow.text.slice(whole!.start, whole!.end));
    const at = whole!.start + places[searched.length - closedUp(right).searched.length]!;
    const before = { flow, start: at - 1, end: at };
    const behind = { flow, start: at, end: at + 1 };
    const operation: Operation = {
      correction,
      tree: flow.tree,
      span: rawSpan(behind),
      shown: {
        before: excerpt(whole!),
        after: excerpt(
          whole!,
          `${wordsOf({ flow, start: whole!.start, end: at })} ¶ ${wordsOf({ flow, start: at, end: whole!.end })}`,
        ),
      },
      claims: [...claim(before, 'end'), ...claim(behind, 'start')],
      points: [{ flow, at, side: 'start' }],
      act: ([anchor]) => {
        cutBefore(flow.tree.root, anchor!);
        listChange(operation, 'structure', left + right, `${left}\n${right}`);
      },
    };
    return [operation];
  },
});
