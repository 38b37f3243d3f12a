/** Which findings of an issue the records have answered: messages and what was applied in, the messages marked. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { fileMessage } from '../../messages/file-message.js';
import { messages } from '../../messages/index.js';
import type { Applied } from './applied.js';
import type { Correction, Corrections } from './correction.js';
import type { AcceptRecord } from './records/accept.js';
import { findingsAt, meets, ruleOf } from './touches.js';

/**
 * Marks each finding that is accepted, or answered by a record that alters what it asks about. An acceptance that matches
 * nothing, or another number of findings than it says, is a warning on its line.
 *
 * @param stages those that the road has led through: what a later one finds, nobody can know
 */
export function settleFindings(
  files: VFile[],
  corrections: Corrections,
  applied: Applied[],
  stages: Set<string>,
): void {
  const found = new Map<Correction, Set<VFileMessage>>();
  for (const one of applied) {
    const file = files.find((candidate) => candidate.path === one.file);
    const open = (file?.messages ?? []).filter(({ fatal }) => fatal !== true);
    const answered = found.get(one.correction) ?? new Set();
    for (const message of answeredBy(one, open)) answered.add(message);
    found.set(one.correction, answered);
  }
  for (const [{ record, line }, answered] of found) {
    const { accept, at, count, all } = record as Partial<AcceptRecord>;
    const anyNumber = at !== undefined || all !== undefined;
    if (accept !== undefined && (anyNumber ? answered.size === 0 : answered.size !== count)) {
      if (!stages.has(accept.split(':')[0]!)) continue;
      const reason = messages.revise.acceptsOther(accept, at, count ?? 1, answered.size);
      const place = { line, column: 1 };
      // what a text asks that has moved since may be another thing
      const moved = applied.some((one) => one.correction.record === record && one.moved);
      fileMessage(corrections.file, reason, { place, source: 'revise', ruleId: 'accepted' }).fatal = moved
        ? undefined
        : false;
    } else
      for (const message of answered) message.answered = { line, ...(record.why !== undefined && { why: record.why }) };
  }
}

/** The findings that a record disposes of: those that it accepts, or that ask for what it does. */
function answeredBy({ correction: { key, record }, span, disposes }: Applied, open: VFileMessage[]): VFileMessage[] {
  const { accept, at } = record as Partial<AcceptRecord>;
  if (accept !== undefined) {
    const ofRule = open.filter((message) => ruleOf(message) === accept);
    return at === undefined ? ofRule : findingsAt(ofRule, span);
  }
  return open.filter(({ question }) =>
    question?.answers?.some((answer) => {
      if (answer.key === 'tie') return key === 'note' && disposes !== undefined && meets(answer.span, disposes);
      // words that are none are taken out
      return (answer.key === key || (answer.key === 'find' && key === 'drop')) && meets(answer.span, span);
    }),
  );
}
