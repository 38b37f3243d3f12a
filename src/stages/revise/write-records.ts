/**
 * Writes the records that would answer the questions of the stages before: messages in, each with its records.
 *
 * A record takes as many words round its place as tell it from all others, which is tried on the texts themselves: what
 * is offered applies. `□` stands for words that a person has to fill in.
 */
import type { VFileMessage } from 'vfile-message';
import { pointAt } from '../../diagnostics/index.js';
import type { Answer, Span } from '../../model/index.js';
import { unknownWords } from '../../vocabulary/characters.js';
import { planned, withLine } from './plan-record.js';
import type { IssueText } from './record-kind.js';
import { occurrences } from './find-words.js';
import { passageAt, type Flow, type Passage } from './flows.js';
import { Places, type Gap } from './places.js';
import { acceptanceOf } from './records/accept.js';
import { FindingsByPlace, findingsAt, meets, ruleOf } from './touches.js';

/** How many characters of each side are tried, one after the other. */
const lengths = [6, 9, 12, 16, 24, 40];

/** Gives each question of the texts the records that would answer it. */
export function writeRecords(issue: IssueText): void {
  for (const tree of issue.trees) {
    const asked = tree.raw.file.messages.filter(({ fatal, place }) => fatal === false && place && 'start' in place);
    if (asked.length === 0) continue;
    const places = new Places(tree, issue.flows);
    const findings = new FindingsByPlace(tree.raw.file.messages);
    for (const message of asked) {
      const accepted = acceptance(message, places, findings, issue);
      const { reading, answers = [], records = [] } = message.question ?? {};
      message.records = [
        ...(accepted ? [{ ...(reading && { reading }), record: withLine(accepted, issue) ?? accepted }] : []),
        ...answers.flatMap((answer) => {
          const record = recordFor(answer, places, issue);
          if (!record) return [];
          return [{ ...(answer.reading && { reading: answer.reading }), record: withLine(record, issue) ?? record }];
        }),
        ...records.flatMap((record) => {
          const applying = ready(record, message, issue);
          return applying ? [{ record: withLine(applying, issue) ?? applying }] : [];
        }),
      ];
    }
  }
}

/** Words of a passage before a place, without line ends. */
function before({ flow, at }: Gap, length: number): string {
  const { start } = passageBefore(flow, at);
  return flow.text.slice(Math.max(start, at - length), at).trim();
}

/** Words of a passage behind a place. */
function behind({ flow, at }: Gap, length: number): string {
  const { end } = passageAt(flow, at);
  return flow.text.slice(at, Math.min(end, at + length)).trim();
}

const passageBefore = (flow: Flow, at: number): Passage => passageAt(flow, Math.max(0, at - 1));

/** The first record of those that are made of ever more words which a test lets pass; where none does, with its line. */
function shortest(
  make: (length: number) => Record<string, string>,
  line: number,
  test: (record: Record<string, string>) => boolean,
): Record<string, string> | undefined {
  const records = lengths.map(make).filter((record) => !Object.values(record).includes(''));
  return [...records, ...records.map((record) => ({ ...record, line: String(line) }))].find(test);
}

/** A record that came with a question, with its line where its words stand elsewhere, too; nothing where it does not apply. */
function ready(
  record: Record<string, string>,
  { place }: VFileMessage,
  issue: IssueText,
): Record<string, string> | undefined {
  const { start, end } = place as { start: { offset: number; line: number }; end: { offset: number } };
  const span = { start: start.offset, end: end.offset };
  return [record, { ...record, line: String(start.line) }].find((one) => plans(one, issue, span));
}

function recordFor({ key, span, words }: Answer, places: Places, issue: IssueText): Record<string, string> | undefined {
  const { line } = pointAt(places.tree.raw, span.start);
  const applying = (make: (length: number) => Record<string, string>): Record<string, string> | undefined =>
    shortest(make, line, (record) => plans(record, issue, span));
  if (key === 'join') {
    const [left, right] = [places.upTo(span.start), places.from(span.end)];
    return left && right && applying((n) => ({ join: `${before(left, n)} | ${behind(right, n)}` }));
  }
  if (key === 'note') {
    const call = places.call(span.start);
    return call && applying((n) => ({ note: unknownWords, after: before(call, n) }));
  }
  if (words) return applying((n) => replacement(words, n));
  if (key === 'find') {
    const end = places.upTo(span.start);
    return end && applying((n) => ({ find: before(end, n), replace: before(end, n) + unknownWords }));
  }
  const at = places.from(span.start);
  if (!at) return undefined;
  if (key === 'split') return applying((n) => ({ split: `${before(at, n)} | ${behind(at, n)}` }));
  // where the note belongs nobody knows: only that its beginning tells it from others can be tried
  return shortest(
    (n) => ({ note: `${behind(at, n)}…`, after: unknownWords }),
    line,
    ({ note, line: said }) => said !== undefined || occurrences(issue.flows, note!.slice(0, -1)).length === 1,
  );
}

/** The record that puts other words in the place of some, with as many of those round them. */
function replacement(
  { text, start, end, other }: NonNullable<Answer['words']>,
  length: number,
): Record<string, string> {
  const [before, behind] = [text.slice(Math.max(0, start - length / 2), start), text.slice(end, end + length / 2)];
  return { find: before + text.slice(start, end) + behind, replace: before + other + behind };
}

/** The record that says that a finding is right as it is. */
function acceptance(
  message: VFileMessage,
  places: Places,
  findings: FindingsByPlace,
  issue: IssueText,
): Record<string, string> | undefined {
  const { start } = message.place as { start: { offset: number; line: number } };
  const rule = ruleOf(message);
  const call = places.call(start.offset);
  const gap = call ?? places.at(start.offset);
  const isAlone = (record: Record<string, string>): boolean => {
    const [operation] = planned(record, issue);
    const found = operation ? findingsAt(findings.near(operation.span, rule), operation.span) : [];
    return (
      found.includes(message) && found.every(({ line, column }) => line === message.line && column === message.column)
    );
  };
  if (!gap) return undefined;
  const accepting = (words: typeof before): Record<string, string> | undefined =>
    shortest((n) => acceptanceOf(rule, words(gap, n)), start.line, isAlone);
  return call ? accepting(before) : (accepting(behind) ?? accepting(before));
}

/** Does a record apply, and at this place? */
function plans(record: Record<string, string>, issue: IssueText, span: Span): boolean {
  const operations = planned(record, issue);
  return operations.length > 0 && operations.every((operation) => meets(span, operation.span));
}
