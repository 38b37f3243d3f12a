/**
 * Asks where paragraphs of a printed text open with numbers that count up and that nothing has read: they may be notes whose
 * marks have become plain digits, and a note that stands as text is a sentence cut in two.
 */
import { toString } from 'mdast-util-to-string';
import { isLineByLine } from '../clean/survey.js';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Issue, TextTree } from '../../model/index.js';
import { loweredLead } from '../../vocabulary/note-markers.js';

/** Fewer are chance. */
const fewest = 4;
/** Digits close to the words behind them: an item's number stands apart. */
const close = /^\d{1,2}\p{Script=Han}/u;

export function numbersAsked(issue: Issue, trees: readonly TextTree[]): void {
  for (const { raw, survey } of trees) {
    if (!isLineByLine(survey) || survey.stated) continue;
    const paragraphs = issue.articles
      .filter((article) => article.raw === raw)
      .flatMap(({ body }) => body.children.filter(({ type }) => type === 'paragraph'));
    const opening = paragraphs.filter((node) => close.test(toString(node)) && loweredLead.test(toString(node)));
    const numbers = opening.map((node) => Number(/^\d+/.exec(toString(node))![0]));
    const rises = numbers.filter((number, i) => i > 0 && number > numbers[i - 1]!).length;
    if (numbers.length < fewest || rises < numbers.length / 2) continue;
    const [first] = opening;
    const span = { start: first!.position?.start.offset ?? 0, end: first!.position?.end.offset ?? 0 };
    say(raw, 'warning', 'verify:numbers', messages.ledger.numbersAsText(numbers), span);
  }
}
