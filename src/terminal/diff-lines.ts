/** What changed between two editions, for the person at the terminal: differences in, lines out. */
import type { Change } from '../editions/diff/compare-articles.js';
import type { ArticleDifference, EditionDifference } from '../editions/diff/compare-editions.js';
import type { EditionRecord } from '../editions/edition-record.js';
import { messages } from '../messages/en.js';
import type { Paint } from './palette.js';

const say = messages.editions.diff;
/** Characters of a long passage that are shown, half of them from either end. */
const longest = 160;

/** @returns lines without line ends */
export function diffLines(difference: EditionDifference, paint: Paint): string[] {
  const { same, before, after, added, removed, articles } = difference;
  if (same) return [say.same];
  const changes = articles.reduce((sum, one) => sum + one.changes.length, 0);
  return [
    paint('bold', say.editions(nameOf(before), nameOf(after))),
    ...removed.map((title) => `  ${paint('red', say.removed(title))}`),
    ...added.map((title) => `  ${paint('green', say.added(title))}`),
    ...articles.flatMap((article) => ['', paint('bold', article.title), ...articleLines(article, paint)]),
    '',
    say.total(changes, articles.length),
  ];
}

function nameOf({ title, edition }: Pick<EditionRecord, 'title' | 'edition'>): string {
  return edition ? say.edition(title, edition.number, edition.date) : title;
}

function articleLines(
  { renamed, moved, column, pages, pagesMoved, changes }: ArticleDifference,
  paint: Paint,
): string[] {
  const lines = [
    renamed && say.renamed(renamed),
    moved && say.moved,
    column && say.column(column.before, column.after),
    ...changes.map((change) => changeLine(change, paint)),
    pages && say.pages(pages.before, pages.after),
    pagesMoved.length > 0 && say.pagesMoved(pagesMoved),
  ];
  return lines.filter((line) => typeof line === 'string').map((line) => `  ${line}`);
}

function changeLine(change: Change, paint: Paint): string {
  const dim = (words: string): string => paint('dim', words);
  switch (change.kind) {
    case 'words':
      return `${say.words}  ${dim(say.partOf(change.part))}${passage(change, paint)}`;
    case 'joined':
      return `${say.joined}  ${change.left}${paint('red', '[-¶-]')}${change.right}`;
    case 'split':
      return `${say.split}  ${change.left}${paint('green', '{+¶+}')}${change.right}`;
    case 'part':
      return `${say.part(change.before, change.after)}  ${change.words}`;
    case 'call-moved':
      return `${say.call(change.note)}  ${change.left}${paint('green', '{+^+}')}${change.right}`;
    case 'note-added':
      return `${say.noteAdded(change.note)}  ${paint('green', `{+${cut(change.words)}+}`)}`;
    case 'note-removed':
      return `${say.noteRemoved(change.note)}  ${paint('red', `[-${cut(change.words)}-]`)}`;
    case 'note-changed':
      return `${say.note(change.note)}  ${passage(change, paint)}`;
  }
}

/** …left[-before-]{+after+}right…, as git shows changed words. */
function passage(change: { left: string; right: string; before: string; after: string }, paint: Paint): string {
  const { left, right, before, after } = change;
  const removed = before && paint('red', `[-${cut(before)}-]`);
  const added = after && paint('green', `{+${cut(after)}+}`);
  return `${left}${removed}${added}${right}`;
}

function cut(words: string): string {
  if (words.length <= longest) return words;
  return `${words.slice(0, longest / 2)}…${words.slice(-longest / 2)}`;
}
