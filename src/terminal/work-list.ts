/** The questions of an issue as an editor goes through them: findings in, lines out, each with the records that answer it. */
import type { MessageSet } from '../messages/index.js';
import type { Finding } from '../publish/findings.js';
import type { Paint } from './palette.js';
import { findingLine } from './finding-line.js';

/**
 * Sorted by place, as findings are. What was said of the finding before is not said again.
 *
 * @returns lines without line ends
 */
export function workList(findings: Finding[], paint: Paint, words: MessageSet): string[] {
  const open = findings.filter(({ severity, answered }) => severity !== 'remark' && !answered);
  const lines = open.flatMap((finding, i) => {
    const before = open[i - 1];
    const repeated = before !== undefined && kindOf(before) === kindOf(finding);
    return [
      `  ${findingLine(repeated ? { ...finding, reason: words.cli.sameAgain } : finding, paint, words)}`,
      `      ${paint('dim', words.cli.sure(finding.confidence, finding.weight))}  ${finding.excerpt ?? ''}`.trimEnd(),
      ...(finding.answers ?? []).map(
        ({ reading, yaml }) =>
          `      ${paint('cyan', yaml)}${reading === undefined ? '' : paint('dim', `  # ${words.cli.reading(reading, reading === finding.reading)}`)}`,
      ),
    ];
  });
  const answered = findings.filter((finding) => finding.answered).length;
  if (open.length === 0 && answered === 0) return [];
  const counts = (['certain', 'likely', 'doubtful'] as const).map((confidence): [string, number] => [
    confidence,
    open.filter((finding) => finding.confidence === confidence).length,
  ]);
  return [...lines, `  ${paint('yellow', words.cli.questions(open.length, counts, answered))}`];
}

/** What two findings of one kind have in common: all but the words and numbers of the text. */
function kindOf({ rule, id, reading }: Finding): string {
  return [rule, reading, id].join(' ');
}
