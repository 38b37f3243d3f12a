/** A file of any source read as an issue of its own: name and bytes in, what became of it out. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import type { MadeIssue } from '../../src/pipeline/made-issue.js';
import { findIssues } from '../../src/stages/acquire/index.js';
import { temporaryFolder } from '../temporary-folder.js';

export interface ReadFile {
  made: MadeIssue;
  /** A line a block: its type, depth or role, and its words; calls as {n}. */
  lines: string[];
  /** `severity rule` of each finding. */
  findings: string[];
  /** Words set aside, by rule. */
  aside: Record<string, string[]>;
}

export async function readSource(t: TestContext, name: string, bytes: Uint8Array | string): Promise<ReadFile> {
  const folder = await temporaryFolder(t);
  await writeFile(path.join(folder, name), bytes);
  const [source] = await findIssues([name], folder);
  const made = await makeIssue(source!, { formats: [], cwd: folder });
  const aside: Record<string, string[]> = {};
  for (const { rule, text } of made.issue?.ledger.aside ?? []) (aside[rule] ??= []).push(text);
  return {
    made,
    lines: (made.issue?.articles ?? []).flatMap(({ title, body }) => [
      `# ${toString({ type: 'root', children: title })}`,
      ...body.children.flatMap(linesOf),
    ]),
    findings: made.files.flatMap((file) =>
      file.messages.map(({ fatal, source: stage, ruleId }) => {
        const severity = fatal === true ? 'fatal' : fatal === false ? 'warning' : 'remark';
        return `${severity} ${stage}:${ruleId}`;
      }),
    ),
    aside,
  };
}

function linesOf(node: RootContent): string[] {
  if (node.type === 'table')
    return node.children.map((row) => `| ${row.children.map((cell) => wordsOf(cell)).join(' | ')} |`);
  if (node.type === 'list')
    return node.children.flatMap((item, i) =>
      item.children
        .flatMap(linesOf)
        .map((line) => `${node.ordered ? `${(node.start ?? 1) + i}.` : '-'} ${line.replace(/^p /u, '')}`),
    );
  if (node.type === 'blockquote') return node.children.flatMap(linesOf).map((line) => `> ${line}`);
  if (node.type === 'footnoteDefinition') return [`^ ${node.children.map((child) => wordsOf(child)).join(' / ')}`];
  const kind = node.type === 'heading' ? `h${node.depth}` : node.type === 'paragraph' ? 'p' : node.type;
  return [`${kind} ${wordsOf(node)}`];
}

/** Words with calls, readings, formulas, line ends and pictures marked. */
export function wordsOf(node: Nodes): string {
  let words = '';
  const write = (child: Nodes): void => {
    if (child.type === 'text') words += child.value;
    else if (child.type === 'footnoteReference') words += '{}';
    else if (child.type === 'break') words += '⏎';
    else if (child.type === 'inlineMath') words += `$${child.value}$`;
    else if (child.type === 'image') words += `![${child.alt ?? ''}](${child.url})`;
    else if (child.type === 'rubyText') words += `(${toString(child)})`;
    else if ('value' in child) words += child.value;
    else if ('children' in child) child.children.forEach((one) => write(one as Nodes));
  };
  write(node);
  return words;
}

/** How often each kind of inline node stands in a made issue. */
export function countNodes(made: MadeIssue): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { body } of made.issue?.articles ?? [])
    visit(body, (node) => void (counts[node.type] = (counts[node.type] ?? 0) + 1));
  return counts;
}
