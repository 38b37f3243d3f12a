/** Findings of one kind together: a list in, groups out, those that a person asked for. */
import type { Confidence } from '../model/index.js';
import type { Finding } from '../publish/findings.js';

/** Which findings are shown. */
export interface FindingFilter {
  /** `stage:rule`, or the rule alone. */
  rule?: string;
  sure?: Confidence;
}

/** Findings that say the same of different places. */
export type FindingGroup = [Finding, ...Finding[]];

export function isAskedFor({ rule, confidence }: Finding, filter: FindingFilter): boolean {
  const named = filter.rule === undefined || rule === filter.rule || rule.endsWith(`:${filter.rule}`);
  return named && (filter.sure === undefined || confidence === filter.sure);
}

/** In the order in which the first of each stands. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const kind = [finding.severity, finding.rule, finding.reading, finding.id].join(' ');
    const group = groups.get(kind);
    if (group) group.push(finding);
    else groups.set(kind, [finding]);
  }
  return [...groups.values()];
}
