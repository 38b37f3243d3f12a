/**
 * A raw text in, its restored tree out: cleaned, parsed and restored; or what came of the same text before.
 *
 * A correction changes what is made of a tree, not the tree: the text is read again and recovered only when it changes.
 */
import { deserialize, serialize } from 'node:v8';
import type { TextConfig } from '../model/config/issue-config.js';
import type { SaidOfLines } from '../model/said-of-lines.js';
import { forgetful } from '../cache/remember.js';
import { clean } from '../stages/clean/index.js';
import type { Progress, RawText, TextTree } from '../model/index.js';
import { parse } from '../stages/parse/index.js';
import { restore } from '../stages/restore/index.js';
import { restoreMessages, storedMessage, type StoredMessage } from './stored-message.js';

/** A recovered text as it is kept: everything that the stages made of it, and what they said. */
type StoredRecovery = [tree: Omit<TextTree, 'raw'>, messages: StoredMessage[]];

/**
 * @param said what `issue.yaml` says of the text
 * @param tell is told of each stage before it begins
 * @param remember texts of earlier builds
 * @param book the text is read by the rules for books
 */
export async function recoverText(
  raw: RawText,
  said: (Partial<TextConfig> & SaidOfLines) | undefined,
  tell: (stage: Progress['stage']) => Promise<void>,
  remember = forgetful,
  book = false,
): Promise<TextTree> {
  const before = raw.file.messages.length;
  let tree: TextTree | undefined;
  const on = [
    raw.name,
    raw.digest,
    raw.encoding,
    JSON.stringify([said?.kind, said?.measure, said?.pages, said?.heads, said?.roles, book]),
  ];
  const kept = await remember('restore:text', on, async () => {
    await tell('clean');
    const cleaned = clean(raw, said?.kind, said?.measure, book);
    if (said?.heads ?? said?.roles) cleaned.survey.said = { heads: said?.heads, roles: said?.roles };
    await tell('parse');
    const parsed = parse(cleaned);
    await tell('restore');
    tree = restore(parsed);
    const { survey, ledger, root } = tree;
    return serialize([
      { survey, ledger, root },
      raw.file.messages.slice(before).map(storedMessage),
    ] satisfies StoredRecovery);
  });
  if (tree) return tree;
  const [recovered, messages] = deserialize(kept) as StoredRecovery;
  restoreMessages(raw.file, messages);
  return { raw, ...recovered };
}
