/**
 * A raw text in, its restored tree out: cleaned, parsed and restored; or what came of the same text before.
 *
 * A correction changes what is made of a tree, not the tree: the text is read again and recovered only when it changes.
 */
import { deserialize, serialize } from 'node:v8';
import type { VFileMessage } from 'vfile-message';
import type { TextConfig } from '../model/config/issue-config.js';
import { forgetful } from '../cache/remember.js';
import { clean } from '../stages/clean/index.js';
import { fileMessage } from '../messages/file-message.js';
import type { Message } from '../messages/index.js';
import type { Progress, RawText, TextTree } from '../model/index.js';
import { parse } from '../stages/parse/index.js';
import { restore } from '../stages/restore/index.js';

/** A recovered text as it is kept: everything that the stages made of it, and what they said. */
type Kept = [tree: Omit<TextTree, 'raw'>, messages: Said[]];

type Said = Pick<VFileMessage, 'place' | 'source' | 'ruleId' | 'fatal' | 'question'> & { content: Message };

/**
 * @param said what `issue.yaml` says of the text
 * @param tell is told of each stage before it begins
 * @param remember texts of earlier builds
 * @param book the text is read by the rules for books
 */
export async function recoverText(
  raw: RawText,
  said: TextConfig | undefined,
  tell: (stage: Progress['stage']) => Promise<void>,
  remember = forgetful,
  book = false,
): Promise<TextTree> {
  const before = raw.file.messages.length;
  let tree: TextTree | undefined;
  const on = [raw.name, raw.digest, raw.encoding, JSON.stringify([said?.kind, said?.measure, said?.pages, book])];
  const kept = await remember('restore:text', on, async () => {
    await tell('clean');
    const cleaned = clean(raw, said?.kind, said?.measure, book);
    await tell('parse');
    const parsed = parse(cleaned);
    await tell('restore');
    tree = restore(parsed);
    const { survey, ledger, root } = tree;
    return serialize([{ survey, ledger, root }, raw.file.messages.slice(before).map(saidIn)] satisfies Kept);
  });
  if (tree) return tree;
  const [recovered, messages] = deserialize(kept) as Kept;
  for (const { content, fatal, question, ...options } of messages) {
    const message = fileMessage(raw.file, content, options);
    message.fatal = fatal;
    if (question) message.question = question;
  }
  return { raw, ...recovered };
}

function saidIn({ content, place, source, ruleId, fatal, question }: VFileMessage): Said {
  return { content: content!, place, source, ruleId, fatal, ...(question && { question }) };
}
