/** Source → issue: the texts read, cleaned, parsed, restored and revised, and their articles found. */
import { VFile } from 'vfile';
import { fileMessage } from '../messages/file-message.js';
import { filesNamed } from '../stages/acquire/files-named.js';
import { isBook } from '../stages/clean/books/is-book.js';
import { accepts, giveArticles, revise, reviseArticles } from '../stages/revise/index.js';
import { structure } from '../stages/structure/index.js';
import { ledgerCloses } from '../stages/verify/ledger-closes.js';
import { littleSetAside } from '../stages/verify/little-set-aside.js';
import { notesBalance } from '../stages/verify/notes-balance.js';
import { notesTied } from '../stages/verify/notes-tied.js';
import { numbersAsked } from '../stages/verify/numbers-asked.js';
import { orderKept } from '../stages/verify/order-kept.js';
import type { Remember } from '../cache/remember.js';
import type { Progress, TextTree } from '../model/index.js';
import { readText } from './read-text.js';
import { saidOfText, sayWhatStandsNowhere } from './said-of-text.js';
import { recoverText } from './recover-text.js';
import type { Step } from './run.js';

/** The texts as they came. */
export const readTexts: Step = async (made, { cwd, remember, report }) => {
  const { source } = made;
  made.read = await filesNamed(source);
  for (const [done, { path, name, config }] of source.texts.entries()) {
    await report({ stage: 'read', detail: name, done, total: source.texts.length });
    made.raws.push(await readText(path, { cwd, encoding: config?.encoding, pages: config?.pages }, remember));
  }
  made.files.push(...made.raws.map((raw) => raw.file));
  for (const { name, reason } of source.unread ?? []) {
    const file = new VFile({ path: name });
    fileMessage(file, reason, { source: 'acquire', ruleId: 'file-read' }).fatal = false;
    made.files.push(file);
  }
  made.read.push(...made.raws.map((raw) => ({ path: raw.path, digest: raw.digest })));
};

/** The articles, and the proof that every character is accounted for. */
export const recoverIssue: Step = async (made, { formats, pictures, corrections, remember, report }) => {
  const { source, raws } = made;
  const drawing: Promise<void>[] = [];
  const book = isBook(source, raws);
  for (const [done, raw] of raws.entries()) {
    const progress = { detail: raw.name, done, total: raws.length };
    const begin = (stage: Progress['stage']) => report({ stage, ...progress });
    const tree = await recoverText(raw, saidOfText(source, done), begin, remember, book);
    made.trees.push(tree);
    // in a thread of its own, while the next texts are read
    if (pictures ?? formats.length > 0) drawing.push(drawPicturesOf(tree, remember));
  }
  sayWhatStandsNowhere(source, raws);
  made.applied = revise(made.trees, corrections);
  if (corrections) made.files.push(corrections.file);

  await report({ stage: 'structure' });
  const issue = structure(made.trees, source, (articles, ledger) => {
    if (corrections) made.applied.push(...reviseArticles(articles, corrections, ledger));
  });
  made.issue = issue;
  giveArticles(made.applied, issue.articles);
  made.sums = ledgerCloses(issue);
  littleSetAside(issue, (name) => accepts(corrections, 'verify:set-aside', name));
  orderKept(issue, made.trees);
  notesTied(issue, made.trees, (name) => accepts(corrections, 'verify:notes-tied', name));
  numbersAsked(issue, made.trees);
  notesBalance(issue);
  await Promise.all(drawing);
};

/** Texts without pages load nothing of what draws them. */
async function drawPicturesOf({ raw, root }: TextTree, remember: Remember | undefined): Promise<void> {
  if (!raw.paged) return;
  const { drawPictures } = await import('../stages/acquire/pdf/draw-pictures.js');
  await drawPictures(raw, root, remember);
}
