/** Messages on a file: what is to be said and where in, the `VFileMessage` out. */
import type { VFile } from 'vfile';
import type { Options, VFileMessage } from 'vfile-message';
import { sentenceOf, type Message } from './index.js';

declare module 'vfile-message' {
  interface VFileMessage {
    /** What it says, in no language; `reason` is its English sentence, for readers that know vfile alone. */
    content?: Message;
  }
}

export function fileMessage(file: VFile, content: Message, options: Options): VFileMessage {
  const message = file.message(sentenceOf(content), options);
  message.content = content;
  return message;
}
