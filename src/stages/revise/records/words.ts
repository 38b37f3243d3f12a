/** A record of words: `find` as the edition reads, `replace` as it should read. */
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { countKey, sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { differences } from '../differences.js';
import { excerpt } from '../excerpt.js';
import { findWords } from '../find-words.js';
import { rawSpan } from '../flows.js';
import { claim, type Operation, type WordEdit } from '../operation.js';

const schema = z.strictObject({
  /** May cross source lines and leave out note marks; white space beside Han counts for nothing. */
  find: words.min(1, expected('toFind')),
  /** Empty to take the words out. */
  replace: words,
  /** How often `find` stands in what `in` names. */
  count: countKey,
  ...sharedKeys,
});

export const wordsRecord = recordKind<z.output<typeof schema>>({
  key: 'find',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const { find, replace, count } = record;
    if (find === replace) throw new Refusal('changes', messages.revise.nothingChanges(find));
    return findWords(flows, record, { words: find, key: 'find', count, right: replace }).map((place): Operation => {
      const { flow, start, end } = place;
      const { tree } = flow;
      const edits = differences(flow.text.slice(start, end), replace).map((hunk): WordEdit => {
        const changed = { flow, start: start + hunk.start, end: start + hunk.end };
        return { ...changed, text: hunk.text, leads: hunk.start === 0, span: rawSpan(changed) };
      });
      return {
        correction,
        tree,
        span: rawSpan(place),
        shown: { before: excerpt(place), after: excerpt(place, replace) },
        claims: claim(place, 'words'),
        words: edits,
        act: () => {
          for (const edit of edits) {
            tree.ledger.changes.push({
              rule: 'revise:words',
              law: 'letters',
              before: flow.text.slice(edit.start, edit.end),
              after: edit.text,
              span: edit.span,
              file: tree.raw.name,
            });
          }
        },
      };
    });
  },
});
