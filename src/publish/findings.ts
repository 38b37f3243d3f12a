/** The messages of an issue as a list that people and programs read: files in, findings out, sorted by place. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Confidence, Severity } from '../model/index.js';
import { messages, sentenceOf, type Argument, type Language } from '../messages/index.js';
import { pagePlaceAt, type PagePlace } from '../positions/page-place.js';
import { yamlOf } from '../stages/revise/index.js';

/** A message with its place. */
export interface Finding {
  /** As messages show it. */
  file: string;
  /** From 1; left out for what concerns the whole file. */
  line?: number;
  column?: number;
  /** Where it stands on paper, in a source with pages. */
  at?: PagePlace;
  severity: Severity;
  /** `stage:rule` */
  rule: string;
  /** What was seen and what to do, in the language that was asked for. */
  reason: string;
  /** The same in no language: which message it is, and what it is about. */
  id: string;
  args: readonly Argument[];
  confidence: Confidence;
  /** How sure, 0 to 1, where the rule weighs. */
  weight?: number;
  /** What was done, where the text may be read in several ways. */
  reading?: string;
  /** The raw line, the place between « and ». */
  excerpt?: string;
  /** Records for `corrections.yaml` that would answer it, and the readings that they make. */
  answers?: { reading?: string; yaml: string }[];
  /** The record that has answered it: its line in `corrections.yaml`, and the reason that it gives. */
  answered?: { line: number; why?: string };
}

/**
 * @param files in the order in which their findings are to stand
 * @param language in which they are worded; English where it is left out
 */
export function findingsOf(files: VFile[], language?: Language): Finding[] {
  return files.flatMap((file) =>
    file.messages
      .map((message): Finding => {
        const { line, column, question, records, answered } = message;
        const content = message.content ?? messages.other(message.reason);
        return {
          file: file.path,
          ...(line && { line, ...(column && { column }) }),
          ...placeOnPage(file, message),
          severity: severityOf(message),
          rule: `${message.source ?? 'kanben'}:${message.ruleId ?? 'message'}`,
          reason: sentenceOf(content, language),
          id: content.id,
          args: content.args,
          confidence: question?.confidence ?? (severityOf(message) === 'warning' ? 'likely' : 'certain'),
          ...(question?.weight !== undefined && { weight: question.weight }),
          ...(question?.reading !== undefined && { reading: question.reading }),
          ...excerptOf(file, message),
          ...(records &&
            !answered && {
              answers: records.map(({ reading, record }) => ({ ...(reading && { reading }), yaml: yamlOf(record) })),
            }),
          ...(answered && { answered }),
        };
      })
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
}

function placeOnPage({ data }: VFile, { place }: VFileMessage): { at?: PagePlace } {
  const offset = place && 'start' in place ? place.start.offset : undefined;
  const at = data.paged && offset !== undefined ? pagePlaceAt(data.paged, offset) : undefined;
  return at ? { at } : {};
}

function severityOf({ fatal }: VFileMessage): Severity {
  return fatal === true ? 'fatal' : fatal === false ? 'warning' : 'remark';
}

/** How much of a line is shown before a place, and of what stands there. */
const [shownBefore, shownOf, shownBehind] = [24, 40, 24];

function excerptOf(file: VFile, { place, fatal }: VFileMessage): { excerpt?: string } {
  if (fatal === undefined || !place || !('start' in place) || place.start.offset === undefined) return {};
  const text = String(file.value);
  const [start, end] = [place.start.offset, Math.max(place.start.offset, place.end.offset ?? 0)];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = (text.indexOf('\n', start) + text.length + 1) % (text.length + 1);
  const from = Math.max(lineStart, start - shownBefore);
  const to = Math.min(lineEnd, end, start + shownOf);
  const last = Math.min(lineEnd, to + shownBehind);
  const words = `${text.slice(from, start)}«${text.slice(start, to)}»${text.slice(to, last)}`;
  const visible = words.replace(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ').trim();
  return { excerpt: `${from > lineStart ? '…' : ''}${visible}${last < lineEnd ? '…' : ''}` };
}

/** How many findings there are of each severity; those that are answered are none any more. */
export function countFindings(findings: Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { fatal: 0, warning: 0, remark: 0 };
  for (const { severity, answered } of findings) if (!answered) counts[severity]++;
  return counts;
}
