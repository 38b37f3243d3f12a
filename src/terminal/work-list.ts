/** The questions of an issue as an editor goes through them: findings in, lines out, each with the records that answer it. */
import type { MessageSet } from '../messages/index.js';
import type { Finding } from '../publish/findings.js';
import { groupFindings, isAskedFor, type FindingFilter } from './finding-groups.js';
import { findingLine, groupLine, placeOf } from './finding-line.js';
import type { Paint } from './palette.js';

/** Findings of a kind from which one record for all of them is offered. */
const many = 3;

/**
 * Questions of one kind stand together, what they say is said once.
 *
 * @param limit how many of a kind are shown
 * @returns lines without line ends
 */
export function workList(
  findings: Finding[],
  { paint, words, limit, ...filter }: { paint: Paint; words: MessageSet; limit: number } & FindingFilter,
): string[] {
  const open = findings.filter(({ severity, answered }) => severity !== 'remark' && !answered);
  const shown = open.filter((finding) => finding.severity === 'fatal' || isAskedFor(finding, filter));
  const lines = groupFindings(shown).flatMap((group) => {
    const [first] = group;
    if (group.length === 1)
      return [
        `  ${findingLine(first, paint, words)}`,
        `      ${sureness(first, paint, words)}  ${first.excerpt ?? ''}`.trimEnd(),
        ...answerLines(first, paint, words),
      ];
    const rest = group.length - limit;
    return [
      `  ${groupLine(group, paint, words)}`,
      ...group
        .slice(0, limit)
        .flatMap((finding) => [
          `    ${placeOf(finding, words)}  ${sureness(finding, paint, words)}  ${finding.excerpt ?? finding.reason}`,
          ...answerLines(finding, paint, words),
        ]),
      ...(rest > 0 ? [`    ${paint('dim', words.cli.moreOfKind(rest, first.rule))}`] : []),
      ...(group.length >= many && first.severity !== 'fatal'
        ? [
            `    ${paint('cyan', `- {accept: ${first.rule}, all: true, why: 纸本如此}`)}${paint('dim', `  # ${words.cli.acceptAll}`)}`,
          ]
        : []),
    ];
  });
  const answered = findings.filter((finding) => finding.answered).length;
  if (open.length === 0 && answered === 0) return [];
  const counts = (['certain', 'likely', 'doubtful'] as const).map((confidence): [string, number] => [
    confidence,
    open.filter((finding) => finding.confidence === confidence).length,
  ]);
  const hidden = open.length - shown.length;
  return [
    ...lines,
    ...(hidden > 0 ? [`  ${paint('dim', words.cli.notAskedFor(hidden))}`] : []),
    `  ${paint('yellow', words.cli.questions(open.length, counts, answered))}`,
  ];
}

function sureness({ confidence, weight }: Finding, paint: Paint, words: MessageSet): string {
  return paint('dim', words.cli.sure(confidence, weight));
}

function answerLines({ answers, reading: done }: Finding, paint: Paint, words: MessageSet): string[] {
  return (answers ?? []).map(
    ({ reading, yaml }) =>
      `      ${paint('cyan', yaml)}${reading === undefined ? '' : paint('dim', `  # ${words.cli.reading(reading, reading === done)}`)}`,
  );
}
