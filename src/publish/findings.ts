/** The messages of an issue as a list that people and programs read: files in, findings out, sorted by place. */
import type { VFile } from 'vfile';
import type { Severity } from '../diagnostics.js';

/** A message with its place. */
export interface Finding {
  /** As messages show it. */
  file: string;
  /** From 1; left out for what concerns the whole file. */
  line?: number;
  column?: number;
  severity: Severity;
  /** `stage:rule` */
  rule: string;
  reason: string;
}

/** @param files in the order in which their findings are to stand */
export function findingsOf(files: VFile[]): Finding[] {
  return files.flatMap((file) =>
    file.messages
      .map((message): Finding => {
        const { line, column } = message;
        return {
          file: file.path,
          ...(line && { line, ...(column && { column }) }),
          severity: message.fatal === true ? 'fatal' : message.fatal === false ? 'warning' : 'remark',
          rule: `${message.source ?? 'kanben'}:${message.ruleId ?? 'message'}`,
          reason: message.reason,
        };
      })
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
}

/** How many findings there are of each severity. */
export function countFindings(findings: Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { fatal: 0, warning: 0, remark: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
