/** `Root` → `Root`: the editor's corrections, each found in the text it names. */
import type { Applied } from './applied.js';
import { pointAt } from '../../diagnostics/index.js';
import { fileMessage } from '../../messages/file-message.js';
import { messages, type Message } from '../../messages/index.js';
import type { TextTree } from '../../model/index.js';
import { applyOperations } from './apply-operations.js';
import type { Correction, Corrections } from './correction.js';
import { Refusal, type IssueText, type RecordKind } from './record-kind.js';
import { lineOf, readFlows } from './flows.js';
import { withoutConflicts, type Operation } from './operation.js';
import { recordKinds } from './records/index.js';
import { writeRecords } from './write-records.js';

export { accepts } from './accepts.js';
export { giveArticles, type Applied } from './applied.js';
export { appendRecord } from './append-record.js';
export { differences } from './differences.js';
export { lineOf, rawSpan, type Place } from './flows.js';
export { occurrences } from './find-words.js';
export { planned, tryRecord, withLine, type WrittenRecord } from './plan-record.js';
export { Refusal, type IssueText } from './record-kind.js';
export { acceptanceOf } from './records/accept.js';
export { recordItems, withoutRecords, withRecordAt, writtenRecord } from './record-list.js';
export { ruleOf } from './touches.js';
export { readCorrections } from './read-corrections.js';
export { offerAcceptances } from './offer-acceptances.js';
export { reviseArticles } from './revise-articles.js';
export { yamlOf } from './yaml-of.js';
export { settleFindings } from './settle-findings.js';

/**
 * Applies the corrections to the trees of an issue, in place, in any order of records the same. What cannot be applied
 * is a warning on its line. Each question that the trees have raised gets the records that would answer it.
 *
 * @param corrections undefined where there are none
 * @returns what was applied, in the order of the texts
 */
export function revise(trees: TextTree[], corrections: Corrections | undefined): Applied[] {
  writeRecords(issueText(trees));
  if (!corrections) return [];
  const tell = ({ line }: Correction, rule: string, reason: Message, remark = false): void => {
    const message = fileMessage(corrections.file, reason, {
      place: { line, column: 1 },
      source: 'revise',
      ruleId: rule,
    });
    message.fatal = remark ? undefined : false;
  };
  const orTell = <T>(correction: Correction, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // a text that has moved since may bring by itself what it did not bring then
      const { line } = correction.record;
      const moved = error.holds && line !== undefined && line !== lineOf(error.holds);
      tell(correction, error.rule, error.content, moved);
      return undefined;
    }
  };

  const run = (kinds: RecordKind[]): Operation[] => {
    const text = issueText(trees);
    const planned = kinds.flatMap((kind) => {
      const ofKind = corrections.records.filter(({ key }) => key === kind.key);
      const operations = ofKind.flatMap((one) => orTell(one, () => kind.plan(one, text)) ?? []);
      return operations.sort((a, b) => byPlace(trees, a, b));
    });
    const operations = withoutConflicts(planned, (one, other) =>
      tell(one, 'alone', messages.revise.conflict(firstWords(one), other.line)),
    );
    const undone = new Set<Operation>();
    applyOperations(trees, operations, (operation, anchors) => {
      if (!orTell(operation.correction, () => (operation.act!(anchors), true))) undone.add(operation);
    });
    return operations.filter((operation) => !undone.has(operation));
  };

  const done = [true, false].flatMap((early) => run(recordKinds.filter((kind) => (kind.early ?? false) === early)));
  done.sort((a, b) => byPlace(trees, a, b));
  return done.map(({ correction, tree, span, disposes, shown }) => {
    const { line } = pointAt(tree.raw, span.start);
    const { line: written } = correction.record;
    const moved = written !== undefined && written !== line;
    if (moved) tell(correction, 'moved', messages.revise.moved(firstWords(correction), written, line), true);
    return { correction, file: tree.raw.name, span, shown, ...(disposes && { disposes }), ...(moved && { moved }) };
  });
}

/**
 * The texts as records see them: what records keep stands in them again, nothing else is altered. The trees are.
 *
 * @param trees as restored
 */
export function textsForRecords(trees: TextTree[], corrections: Corrections | undefined): IssueText {
  const early = recordKinds.filter((kind) => kind.early);
  const records = (corrections?.records ?? []).filter(({ key }) => early.some((kind) => kind.key === key));
  const text = issueText(trees);
  const operations = records.flatMap((one) => {
    try {
      return text.plan(one);
    } catch (error) {
      // whoever makes the issue is told of it
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
  if (operations.length === 0) return text;
  applyOperations(
    trees,
    withoutConflicts(operations, () => undefined),
    (operation, anchors) => operation.act!(anchors),
  );
  return issueText(trees);
}

function issueText(trees: TextTree[]): IssueText {
  const text: IssueText = {
    trees,
    flows: readFlows(trees),
    plan: (correction) => recordKinds.find(({ key }) => key === correction.key)!.plan(correction, text),
  };
  return text;
}

function byPlace(trees: TextTree[], a: Operation, b: Operation): number {
  return trees.indexOf(a.tree) - trees.indexOf(b.tree) || a.span.start - b.span.start || a.span.end - b.span.end;
}

/** The words that a record of any kind begins with. */
function firstWords({ key, record }: Correction): string {
  return String((record as unknown as Record<string, unknown>)[key]);
}
