/** The texts of an issue as its records find them: a made issue in, its restored trees with nothing corrected out. */
import { VFile } from 'vfile';
import type { Remember } from '../cache/remember.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { recoverText } from '../pipeline/recover-text.js';
import { saidOfText } from '../pipeline/said-of-text.js';
import { isBook } from '../stages/clean/books/is-book.js';
import { readCorrections, textsForRecords, type IssueText } from '../stages/revise/index.js';

/** @param remember where the making of the issue has left its trees */
export async function baseText({ source, raws }: MadeIssue, remember: Remember): Promise<IssueText> {
  const book = isBook(source, raws);
  const trees = [];
  for (const [i, raw] of raws.entries()) {
    // what the stages said of it has been heard
    const file = new VFile({ path: raw.name, value: raw.text });
    if (raw.paged) file.data.paged = raw.paged;
    trees.push(await recoverText({ ...raw, file }, saidOfText(source, i), async () => undefined, remember, book));
  }
  return textsForRecords(trees, readCorrections(source.corrections));
}
