/**
 * Messages, the ledger, and the two wrappers that make a function a rule.
 *
 * A message is a `VFileMessage` with a place in the raw text, a rule (`stage:rule`) and what was seen.
 * The ledger accounts for every character read: set, set aside (with rule and place), or changed.
 */
import type { Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import type { VFileMessage } from 'vfile-message';
import type {
  CleanText,
  Edit,
  Law,
  Ledger,
  Question,
  RawText,
  Severity,
  Span,
  Survey,
  TextTree,
} from '../model/index.js';
import { firstAt } from '../positions/first-at.js';
import { fileMessage } from '../messages/file-message.js';
import type { Message } from '../messages/index.js';

/** An empty ledger. */
export function emptyLedger(): Ledger {
  return { aside: [], changes: [] };
}

/** A rule on a string. It proposes edits; who applies them keeps the map to the raw text. */
export interface CleanRule {
  name: string;
  touches: Law;
  /** Edits in ascending order, not overlapping. */
  propose(text: string, survey: Survey): Edit[];
}

/** Declares a rule of the clean stage. */
export function cleanRule(rule: CleanRule): CleanRule {
  return rule;
}

/** What a restore rule works with beside the tree. */
export interface RestoreContext {
  raw: RawText;
  survey: Survey;
  ledger: Ledger;
  /** Records what leaves the text, with its block where it is a line. */
  setAside(text: string, span: Span, block?: RootContent): void;
  /** Records what changes its form. */
  change(before: string, after: string, span: Span): void;
  /** Says something about a place, in raw offsets, with what a person may answer. */
  say(severity: Severity, reason: Message, span: Span, question?: Question): void;
}

/** A rule on a tree: alters it in place. */
export interface RestoreRule {
  name: string;
  touches: Law;
  apply(root: Root, context: RestoreContext): void;
}

/** Declares a rule of the restore stage. */
export function restoreRule(rule: RestoreRule): RestoreRule {
  return rule;
}

/** Runs a rule on a tree with a context that knows who is speaking. */
export function runRestoreRule(rule: RestoreRule, tree: TextTree): void {
  const id = `restore:${rule.name}`;
  const { raw, survey, ledger } = tree;
  rule.apply(tree.root, {
    raw,
    survey,
    ledger,
    setAside: (text, span, block) =>
      ledger.aside.push({ rule: id, text, span, file: raw.name, ...(block && { block }) }),
    change: (before, after, span) =>
      ledger.changes.push({ rule: id, law: rule.touches, before, after, span, file: raw.name }),
    say: (severity, reason, span, question) => say(raw, severity, id, reason, span, question),
  });
}

/**
 * Adds a message to a raw text.
 *
 * @param rule `stage:rule`
 * @param span raw offsets; left out for what concerns the whole file
 */
export function say(
  raw: RawText,
  severity: Severity,
  rule: string,
  content: Message,
  span?: Span,
  question?: Question,
): VFileMessage {
  const [source, ruleId] = rule.split(':') as [string, string];
  const place = span && { start: pointAt(raw, span.start), end: pointAt(raw, span.end) };
  const message = fileMessage(raw.file, content, { source, ruleId, ...(place && { place }) });
  message.fatal = severity === 'fatal' ? true : severity === 'warning' ? false : undefined;
  if (question) message.question = question;
  return message;
}

const lineStarts = new WeakMap<RawText, number[]>();

/** Line, column (from 1) and offset of a raw offset. */
export function pointAt(raw: RawText, offset: number): Point {
  let starts = lineStarts.get(raw);
  if (!starts) {
    starts = [0];
    for (let i = raw.text.indexOf('\n'); i >= 0; i = raw.text.indexOf('\n', i + 1)) starts.push(i + 1);
    lineStarts.set(raw, starts);
  }
  const line = Math.max(
    1,
    firstAt(starts, (start) => start > offset),
  );
  return { line, column: offset - starts[line - 1]! + 1, offset };
}

/**
 * Applies a clean rule and keeps the map to the raw text.
 *
 * @param isTouched whether a rule may alter a stretch of the raw text
 */
export function applyCleanRule(
  rule: CleanRule,
  clean: CleanText,
  isTouched: (start: number, end: number) => boolean = () => true,
): CleanText {
  const edits = rule
    .propose(clean.text, clean.survey)
    .filter((edit) => isTouched(clean.origin[edit.start]!, clean.origin[edit.end]!));
  if (edits.length === 0) return clean;
  const id = `clean:${rule.name}`;
  const { raw, ledger, origin } = clean;
  const parts: string[] = [];
  let length = clean.text.length;
  for (const edit of edits) length += edit.text.length - (edit.end - edit.start);
  const next = new Int32Array(length + 1);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start)
      throw new Error(`${id}: edits overlap or run backwards at ${edit.start}`);
    parts.push(clean.text.slice(from, edit.start), edit.text);
    next.set(origin.subarray(from, edit.start), to);
    to += edit.start - from;
    // the n-th unit of a replacement comes from the n-th unit that it replaces, the surplus from the last one
    for (let i = 0; i < edit.text.length; i++)
      next[to++] = origin[Math.min(edit.start + i, Math.max(edit.start, edit.end - 1))]!;
    from = edit.end;
    const before = clean.text.slice(edit.start, edit.end);
    const span = { start: origin[edit.start]!, end: origin[edit.end]! };
    ledger.changes.push({ rule: id, law: rule.touches, before, after: edit.text, span, file: raw.name });
  }
  parts.push(clean.text.slice(from));
  next.set(origin.subarray(from), to);
  return { ...clean, text: parts.join(''), origin: next };
}
