/** Checks that calls and definitions of notes pair one to one in every article. */
import type { Nodes } from 'mdast';
import { say } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { Article, Issue } from '../../model/index.js';

/** Says a fatal message for each call without a definition and each definition that nothing calls. */
export function notesBalance(issue: Issue): void {
  for (const article of issue.articles) check(article);
}

function check(article: Article): void {
  const calls = new Map<string, Nodes>();
  const definitions = new Map<string, Nodes>();
  const twice: Nodes[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteReference') calls.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') {
      if (definitions.has(node.identifier)) twice.push(node);
      definitions.set(node.identifier, node);
    }
    if ('children' in node) node.children.forEach(walk);
  };
  for (const part of [
    article.title,
    article.subtitle ?? [],
    article.abstract,
    article.titleNote ?? [],
    ...article.bios,
    article.fund ?? [],
    article.english?.abstract ?? [],
  ])
    part.forEach(walk);
  walk(article.body);
  const complain = (node: Nodes, reason: Message): void => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    say(article.raw, 'fatal', 'verify:notes-balance', reason, span);
  };
  for (const [id, node] of calls) if (!definitions.has(id)) complain(node, messages.ledger.callWithoutNote(id));
  for (const [id, node] of definitions) if (!calls.has(id)) complain(node, messages.ledger.noteWithoutCall(id));
  for (const node of twice)
    if (node.type === 'footnoteDefinition') complain(node, messages.ledger.twice(node.identifier));
}
