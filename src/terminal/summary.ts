/** What became of an issue, for the person at the terminal: a result in, lines out. */
import type { IssueResult } from '../publish/issue-result.js';
import type { MessageSet } from '../messages/index.js';
import type { Finding } from '../publish/findings.js';
import type { Report } from '../publish/report.js';
import { groupFindings, isAskedFor, type FindingFilter } from './finding-groups.js';
import { findingLine, groupLine, placeOf } from './finding-line.js';
import type { WrittenFile } from '../publish/written-file.js';
import { formats } from '../stages/typeset/targets.js';
import type { Paint } from './palette.js';
import { workList } from './work-list.js';

/** How a summary is laid out. */
export interface SummaryOptions extends FindingFilter {
  paint: Paint;
  /** How many findings are shown before the list is cut, of a kind where they are to be answered; fatal ones always are. */
  limit: number;
  /** Time the issue took, s. */
  seconds: number;
  /** Whether files were wanted, or only a look. */
  building: boolean;
  words: MessageSet;
}

/** @returns lines without line ends */
export function summaryOf(result: IssueResult, options: SummaryOptions): string[] {
  const { paint, building, seconds, words } = options;
  const { report, written, ok } = result;
  const lines = [
    headLine(result, paint, words),
    ...(building ? [] : surveyLines(report, paint, words)),
    ...(building ? findingLines(result, options) : workLines(result, options)),
    ...repairLines(report, paint, words),
  ];
  if (report.articles.length > 0) lines.push(`  ${contentLine(result, words)}`);
  lines.push(...writtenLines(written, paint, words));
  if (result.unchanged) lines.push(`  ${words.cli.unchanged}`);
  else if (ok) lines.push(`  ${building ? words.cli.built(seconds) : words.cli.checked(seconds)}`);
  else lines.push(`  ${paint('red', words.cli.stopped(result.counts.fatal, result.counts.warning, building))}`);
  return lines;
}

/** The files that were written; of an output in many files the one that a person opens. */
function writtenLines(written: WrittenFile[], paint: Paint, words: MessageSet): string[] {
  return written.flatMap(({ name, format, bytes, pages }, i) => {
    const isOutput = (formats as readonly string[]).includes(format);
    const all = isOutput ? written.filter((file) => file.format === format) : [];
    if (all.length > 1 && written[i - 1]?.format === format) return [];
    const sum = all.length > 1 ? all.reduce((total, file) => total + file.bytes, 0) : bytes;
    return [`  ${paint('green', name)}  ${words.cli.size(sum, pages, all.length > 1 ? all.length : undefined)}`];
  });
}

/** The issue and what a person is to do about it. */
function headLine({ slug, name, report, verdict }: IssueResult, paint: Paint, words: MessageSet): string {
  const head = `${paint('bold', report.title ?? slug)} ${paint('dim', `(${name})`)}`;
  if (!verdict) return head;
  const { kind, places, measures } = verdict;
  const behind = words.cli.measures(measures);
  return `${head}: ${paint(verdictColours[kind], words.cli.verdicts[kind](places))}${behind === '' ? '' : ` ${paint('dim', `(${behind})`)}`}`;
}

const verdictColours = { sound: 'green', look: 'yellow', torn: 'red', refused: 'red' } as const;

/** Findings that a person should see, those of a kind together; remarks are only counted. */
function findingLines({ findings, counts, written }: IssueResult, options: SummaryOptions): string[] {
  const { paint, limit, words } = options;
  const fatal = findings.filter(({ severity }) => severity === 'fatal');
  const seen = findings.filter(
    (finding) => finding.severity === 'warning' && !finding.answered && isAskedFor(finding, options),
  );
  const warnings = new Set(seen.slice(0, Math.max(0, limit - fatal.length)));
  const shown = findings.filter((finding) => finding.severity === 'fatal' || warnings.has(finding));
  const lines = groupFindings(shown).flatMap((group) =>
    group.length === 1
      ? [`  ${findingLine(group[0], paint, words)}`]
      : [
          `  ${groupLine(group, paint, words)}`,
          ...group.map((finding) => `    ${placeOf(finding, words)}  ${finding.excerpt ?? finding.reason}`),
        ],
  );
  const report = written.find(({ format }) => format === 'report')?.name;
  const more = seen.length - warnings.size;
  if (more > 0) lines.push(`  ${paint('yellow', words.cli.moreFindings(more, report))}`);
  return [...lines, ...remarkLines(findings, counts.remark, paint, words)];
}

/** All that a person may answer. */
function workLines({ findings, counts }: IssueResult, options: SummaryOptions): string[] {
  const { paint, words } = options;
  return [...workList(findings, options), ...remarkLines(findings, counts.remark, paint, words)];
}

function remarkLines(findings: Finding[], count: number, paint: Paint, words: MessageSet): string[] {
  return count > 0 ? [`  ${paint('dim', words.cli.remarks(count, byRule(findings)))}`] : [];
}

function byRule(findings: Finding[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { severity, rule } of findings) if (severity === 'remark') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return mostFirst(counts);
}

const mostFirst = (counts: Iterable<[string, number]>): [string, number][] => [...counts].sort(([, a], [, b]) => b - a);

/** What kind of text each input was taken for, and its measures. */
function surveyLines({ inputs }: Report, paint: Paint, words: MessageSet): string[] {
  return inputs.flatMap(({ file, survey, pages }) =>
    pages
      ? [`  ${paint('dim', words.pages.seen(file, pages))}`]
      : survey
        ? [`  ${paint('dim', words.cli.survey(file, words.clean.kinds[survey.kind], survey))}`]
        : [],
  );
}

/** Certain repairs, counted by rule, and what was set aside. */
function repairLines({ ledger }: Report, paint: Paint, words: MessageSet): string[] {
  const changed = mostFirst(Object.entries(ledger.changed).map(([rule, { count }]) => [rule, count]));
  const aside = new Map<string, number>();
  for (const { rule } of ledger.aside) aside.set(rule, (aside.get(rule) ?? 0) + 1);
  return [
    ...(changed.length > 0 ? [`  ${paint('dim', words.cli.repairs(changed))}`] : []),
    ...(aside.size > 0 ? [`  ${paint('dim', words.cli.aside(ledger.setAside, ledger.read, mostFirst(aside)))}`] : []),
  ];
}

function contentLine({ report }: IssueResult, words: MessageSet): string {
  const sum = (key: 'paragraphs' | 'notes'): number => report.articles.reduce((total, one) => total + one[key], 0);
  return words.cli.contents(report.articles.length, sum('paragraphs'), sum('notes'));
}
