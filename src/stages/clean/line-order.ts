/**
 * Does a text give its lines from the last to the first? In: the raw text. Out: the share of what shows an order that shows
 * the wrong one.
 *
 * Numbers of headings and notes count up in any text, though notes begin anew on each page; a paragraph's first line is set
 * in and stands behind the end of another; 摘要 stands above 关键词.
 */
import { endsSentence } from '../../vocabulary/characters.js';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { markNumber, noteLead } from '../../vocabulary/note-markers.js';

/** Fewest signs of an order, and of first lines that are set in. */
const fewest = 6;
const fewestFirstLines = 8;
const firstLine = /^(?:　{2}|[ \t]{4}|[ \t]{2})(?=[^\s　])/u;

/** @returns 0 where nothing shows an order */
export function shareReversed(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const steps = stepsOf(lines);
  const labels = orderOfLabels(lines);
  const up = steps.up + (labels > 0 ? fewest / 2 : 0);
  const down = steps.down + (labels < 0 ? fewest / 2 : 0);
  const byNumbers = down < fewest ? 0 : down / (up + down);
  return Math.max(byNumbers, ofFirstLines(lines));
}

/** How often the number of a line follows upon the last of its style, and how often it comes before it. */
function stepsOf(lines: string[]): { up: number; down: number } {
  const last = new Map<string, number>();
  let up = 0;
  let down = 0;
  for (const line of lines) {
    const words = line.trim();
    const mark = noteLead.exec(words);
    const numeral = mark ? undefined : headingNumeralOf(words);
    const value = mark ? markNumber(mark[1], mark[2]) : numeral?.valueOf(numeral.pattern.exec(words)![1]!);
    if (value === undefined) continue;
    const style = mark ? 'note' : numeral!.name;
    const before = last.get(style);
    if (before !== undefined && value === before + 1) up++;
    else if (before !== undefined && value === before - 1) down++;
    last.set(style, value);
  }
  return { up, down };
}

function orderOfLabels(lines: string[]): number {
  const place = (part: string): number => lines.findIndex((line) => labelOf(line.trim())?.part === part);
  const [abstract, keywords] = [place('abstract'), place('keywords')];
  return abstract < 0 || keywords < 0 ? 0 : Math.sign(keywords - abstract);
}

/** Of the lines that are set in, the share with the end of a sentence below them and none above. */
function ofFirstLines(lines: string[]): number {
  let wrong = 0;
  let all = 0;
  lines.forEach((line, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]];
    if (!firstLine.test(line) || above === undefined || below === undefined || endsSentence(line.trim())) return;
    const [endsAbove, endsBelow] = [endsSentence(above.trim()), endsSentence(below.trim())];
    if (endsAbove === endsBelow) return;
    all++;
    if (endsBelow) wrong++;
  });
  return all < fewestFirstLines ? 0 : wrong / all;
}
