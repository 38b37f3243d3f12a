/** Texts on the whole road to an issue, with corrections: raw texts and YAML in, trees and messages out. */
import assert from 'node:assert/strict';
import type { VFile } from 'vfile';
import { clean } from '../../src/stages/clean/index.js';
import type { TextKind, Issue, TextTree } from '../../src/model/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import {
  giveArticles,
  offerAcceptances,
  readCorrections,
  revise,
  reviseArticles,
  settleFindings,
  type Applied,
} from '../../src/stages/revise/index.js';
import { structure } from '../../src/stages/structure/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { notesBalance } from '../../src/stages/verify/notes-balance.js';
import { dumpTree } from '../cases/dump-tree.js';
import { rawText } from '../cases/raw-text.js';

export interface RevisedIssue {
  /** Each tree after the corrections, a line a block. */
  blocks: string[][];
  /** Complaints and remarks on the records: line, rule, reason. */
  said: string[];
  applied: Applied[];
  trees: TextTree[];
  issue: Issue;
  /** The raw texts, with the findings about them. */
  files: VFile[];
}

const stages = new Set(['clean', 'parse', 'restore', 'structure']);

/** Nothing may be lost on the road, whatever the records do. */
export function revisedIssue(texts: string[], yaml: string, kind?: TextKind): RevisedIssue {
  const trees = texts.map((text, i) => restore(parse(clean(rawText(text, `0${i + 1}.txt`), kind))));
  const corrections = readCorrections({ file: 'corrections.yaml', text: yaml })!;
  const applied = revise(trees, corrections);
  const blocks = trees.map(({ root }) => dumpTree(root.children).trimEnd().split('\n'));
  const source = {
    slug: 'issue',
    name: 'issue',
    folder: '/texts',
    single: texts.length === 1,
    texts: trees.map(({ raw: { path, name } }) => ({ path, name })),
    config: {},
  };
  const issue = structure(
    trees,
    source,
    (articles, ledger) => void applied.push(...reviseArticles(articles, corrections, ledger)),
  );
  giveArticles(applied, issue.articles);
  ledgerCloses(issue);
  notesBalance(issue);
  const files = trees.map(({ raw }) => raw.file);
  const fatal = files.flatMap((file) => file.messages.filter((message) => message.fatal === true));
  assert.deepEqual(fatal.map(String), []);
  settleFindings(files, corrections, applied, stages);
  offerAcceptances(new Map(files.map((file) => [file.path, file])));
  const said = corrections.file.messages.map(({ line, ruleId, reason }) => `${line} ${ruleId} ${reason}`);
  return { blocks, said, applied, trees, issue, files };
}
