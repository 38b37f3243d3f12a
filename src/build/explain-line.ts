/** What spoke for what in one line of a text: a file and a line in; the votes, what became of the line and why, out. */
import path from 'node:path';
import type { RootContent } from 'mdast';
import { VFile } from 'vfile';
import { runRestoreRule } from '../diagnostics/index.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { BlockData, Change, RawText, SetAside, Span, TextTree } from '../model/index.js';
import { makeIssue } from '../pipeline/make-issue.js';
import { findIssues } from '../stages/acquire/index.js';
import { clean } from '../stages/clean/index.js';
import { parse } from '../stages/parse/index.js';
import { restoreRules } from '../stages/restore/index.js';
import { readText } from '../stages/restore/label-lines.js';
import { labelText } from '../stages/restore/roles/label-text.js';
import type { Labelled } from '../stages/restore/roles/role.js';
import { weights } from '../stages/restore/roles/weights.js';
import { witnesses } from '../stages/restore/roles/witnesses/index.js';

/** What is known of a line. */
export interface LineStory {
  /** As it stands in the file. */
  text: string;
  /** What it was taken for and by how much, with what spoke for it; absent for kinds of text that are not labelled so. */
  label?: { role: string; margin: number; second: string; votes: { witness: string; role: string; weight: number }[] };
  /** Types and roles of the blocks that it is part of. */
  blocks: string[];
  aside: SetAside[];
  changes: Change[];
}

/**
 * @param place `file:line`
 * @throws Misuse where there is no such line
 */
export async function explainLine(place: string, cwd: string): Promise<LineStory> {
  const [, file, digits] = /^(.+):(\d+)$/u.exec(place) ?? [];
  if (file === undefined) throw new Misuse({ reason: messages.cli.why.noPlace(place) });
  const [source] = await findIssues([file], cwd);
  const made = await makeIssue(source!, { formats: [], cwd });
  const tree = made.trees.find(({ raw }) => raw.path === path.resolve(cwd, file)) ?? made.trees[0];
  const span = tree && spanOfLine(tree.raw, Number(digits));
  if (!tree || !span) throw new Misuse({ file, reason: messages.cli.why.noLine(Number(digits)) });
  const meets = (one: Span): boolean => one.start < span.end && one.end > span.start;
  const ledger = made.issue?.ledger ?? tree.ledger;
  const ofLine = <Entry extends SetAside | Change>(entries: Entry[]): Entry[] =>
    entries.filter((one) => one.file === tree.raw.name && meets(one.span));
  const label = labelOfLine(tree, meets);
  return {
    text: tree.raw.text.slice(span.start, span.end).trim(),
    ...(label && { label }),
    blocks: blocksOf(tree, meets),
    aside: ofLine(ledger.aside),
    changes: ofLine(ledger.changes),
  };
}

function spanOfLine(raw: RawText, line: number): Span | undefined {
  const lines = raw.text.split('\n');
  if (line < 1 || line > lines.length) return undefined;
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { start, end: start + lines[line - 1]!.length };
}

/** Types and roles of the restored blocks that a line is part of. */
function blocksOf(tree: TextTree, meets: (span: Span) => boolean): string[] {
  return tree.root.children
    .filter(({ position }) => meets(spanOfPosition(position)))
    .map((node) => [node.type, (node.data as BlockData | undefined)?.role].filter(Boolean).join(' '));
}

function spanOfPosition(position: RootContent['position']): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** The votes on a line, weighed anew: the text is read again up to where its lines are labelled. */
function labelOfLine({ raw, survey }: TextTree, meets: (span: Span) => boolean): LineStory['label'] {
  if ((survey.kind !== 'plain' && survey.kind !== 'wrapped') || survey.book) return undefined;
  const tree = parse(
    clean({ ...raw, file: new VFile({ path: raw.name, value: raw.text }) }, survey.stated ? survey.kind : undefined),
  );
  for (const rule of restoreRules) {
    if (rule.name === 'label-lines') break;
    runRestoreRule(rule, tree);
  }
  const text = readText(tree.root.children, tree.survey);
  const at = tree.root.children.findIndex(({ position }) => meets(spanOfPosition(position)));
  const found: Labelled | undefined = at < 0 || text.fixed[at] ? undefined : labelText(text, witnesses)[at];
  return (
    found && {
      role: found.role,
      margin: found.margin,
      second: found.second,
      votes: found.votes.map(({ witness, for: role, weight }) => ({ witness, role, weight: weights[weight] })),
    }
  );
}
