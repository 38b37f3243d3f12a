/** What changed between two editions, for the person at the terminal: differences in, lines out. */
import type { Change } from '../editions/diff/compare-articles.js';
import type { ArticleDifference, EditionDifference } from '../editions/diff/compare-editions.js';
import type { EditionRecord } from '../editions/edition-record.js';
import type { MessageSet } from '../messages/index.js';
import type { Paint } from './palette.js';

type DiffWords = MessageSet['editions']['diff'];
/** Characters of a long passage that are shown, half of them from either end. */
const longest = 160;
const labelWidth = 8;

/** @returns lines without line ends */
export function diffLines(difference: EditionDifference, paint: Paint, words: MessageSet): string[] {
  const say = words.editions.diff;
  const { same, before, after, added, removed, articles } = difference;
  if (same) return [say.same];
  const changes = articles.reduce((sum, one) => sum + one.changes.length, 0);
  return [
    paint('bold', say.editions(nameOf(before, say), nameOf(after, say))),
    ...removed.map((title) => `  ${say.removed.padEnd(labelWidth)} ${paint('red', title)}`),
    ...added.map((title) => `  ${say.added.padEnd(labelWidth)} ${paint('green', title)}`),
    ...articles.flatMap((article) => ['', paint('bold', article.title), ...articleLines(article, paint, say)]),
    '',
    say.total(changes, articles.length),
  ];
}

function nameOf({ title, edition }: Pick<EditionRecord, 'title' | 'edition'>, say: DiffWords): string {
  return edition ? say.edition(title, edition.number, edition.date) : title;
}

function articleLines(
  { renamed, moved, column, pages, pagesMoved, changes }: ArticleDifference,
  paint: Paint,
  say: DiffWords,
): string[] {
  const facts: [label: string, words: string | undefined][] = [
    [say.renamed, renamed && say.was(renamed)],
    [say.moved, moved && say.elsewhere],
    [say.column, column && say.fromTo(column.before, column.after)],
  ];
  const paging: typeof facts = [
    [say.pages, pages && say.fromTo(pages.before, pages.after)],
    [say.pages, pagesMoved.length > 0 ? say.pagesMoved(pagesMoved) : undefined],
  ];
  const told = (all: typeof facts): string[] =>
    all.flatMap(([label, words]) => (words ? [`${label.padEnd(labelWidth)} ${words}`] : []));
  return [...told(facts), ...changes.map((change) => changeLine(change, paint, say)), ...told(paging)].map(
    (line) => `  ${line}`,
  );
}

/** What kind of change, where, and the words. */
function changeLine(change: Change, paint: Paint, say: DiffWords): string {
  const page = 'page' in change && change.page ? paint('dim', say.page(change.page)) : '';
  const [label, words] = toldChange(change, paint, say);
  return `${label.padEnd(labelWidth)} ${page}${words}`;
}

function toldChange(change: Change, paint: Paint, say: DiffWords): [label: string, words: string] {
  switch (change.kind) {
    case 'words':
      return [say.words, paint('dim', say.partOf(change.part)) + passage(change, paint)];
    case 'joined':
      return [say.joined, change.left + paint('red', '[-¶-]') + change.right];
    case 'split':
      return [say.split, change.left + paint('green', '{+¶+}') + change.right];
    case 'part':
      return [say.part, `${paint('dim', say.parts(change.before, change.after))}${change.words}`];
    case 'call-moved':
      return [say.call, paint('dim', say.markOf(change.note)) + change.left + paint('green', '{+^+}') + change.right];
    case 'note-added':
      return [say.added, paint('dim', say.note(change.note)) + paint('green', `{+${cut(change.words)}+}`)];
    case 'note-removed':
      return [say.removed, paint('dim', say.note(change.note)) + paint('red', `[-${cut(change.words)}-]`)];
    case 'note-changed':
      return [say.words, paint('dim', say.note(change.note)) + passage(change, paint)];
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
