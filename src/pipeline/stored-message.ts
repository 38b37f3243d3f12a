/** Messages as they are kept with what they are about, and said again when that is taken out. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { fileMessage } from '../messages/file-message.js';
import type { Message } from '../messages/index.js';

export type StoredMessage = Pick<VFileMessage, 'place' | 'source' | 'ruleId' | 'fatal' | 'question'> & {
  content: Message;
};

export function storedMessage({ content, place, source, ruleId, fatal, question }: VFileMessage): StoredMessage {
  return { content: content!, place, source, ruleId, fatal, ...(question && { question }) };
}

export function restoreMessages(file: VFile, messages: readonly StoredMessage[]): void {
  for (const { content, fatal, question, ...options } of messages) {
    const message = fileMessage(file, content, options);
    message.fatal = fatal;
    if (question) message.question = question;
  }
}
