/** Gives findings of any stage that no record answers yet the one that accepts them: files with messages in and out. */
import type { VFile } from 'vfile';
import { acceptanceOf } from './records/accept.js';
import { ruleOf } from './touches.js';

/**
 * Findings that name no words of the text can only be accepted by rule and text, all together.
 *
 * @param texts the files of the raw texts, by the names under which a record may name them
 */
export function offerAcceptances(texts: Map<string, VFile>): void {
  for (const [name, file] of texts) {
    const open = file.messages.filter(({ fatal, answered, records }) => fatal === false && !answered && !records);
    const counts = new Map<string, number>();
    for (const message of file.messages) counts.set(ruleOf(message), (counts.get(ruleOf(message)) ?? 0) + 1);
    for (const message of open) {
      const rule = ruleOf(message);
      const count = counts.get(rule)!;
      const record = {
        ...acceptanceOf(rule),
        ...(texts.size > 1 && { in: name }),
        ...(count > 1 && { count: String(count) }),
      };
      message.records = [record, ...(message.question?.records ?? [])].map((one) => ({ record: one }));
    }
  }
}
