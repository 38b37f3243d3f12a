/**
 * Whole texts that are prose, verse or plays, from the raw text to the book: what an editor would make of each.
 *
 * A folder is a kind of book, a folder in it a text; all texts are invented.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { toString } from 'mdast-util-to-string';
import { readsAsBook } from '../../src/stages/clean/books/reads-as-book.js';
import { clean } from '../../src/stages/clean/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { sentenceOf } from '../../src/messages/index.js';
import type { Article, Issue } from '../../src/model/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { notesBalance } from '../../src/stages/verify/notes-balance.js';
import { testCases } from '../cases/case-folders.js';
import { issueOfTree } from '../cases/issue-of-tree.js';
import { rawText } from '../cases/raw-text.js';

const home = path.join(packageFolder, 'test/book-road');
const kinds = readdirSync(home, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

testCases('book-road', kinds, ({ input }) => {
  assert.ok(readsAsBook(input), 'it reads as a book');
  const raw = rawText(input);
  const issue = issueOfTree(restore(parse(clean(raw, undefined, undefined, true))));
  ledgerCloses(issue);
  notesBalance(issue);
  assert.ok(!raw.file.messages.some(({ fatal }) => fatal === true), 'a proof fails');
  const warnings = raw.file.messages.filter(({ fatal }) => fatal === false);
  return {
    before: '',
    after: dump(issue),
    messages: warnings.map(({ line, ruleId, reason }) => `${line ?? '-'} ${ruleId}: ${sentenceOf(reason)}`),
  };
});

function dump({ meta, articles }: Issue): string {
  const people = (meta.contributors ?? []).map(({ name, role }) => `${name} (${role})`).join(', ');
  return [
    `${meta.kind ?? 'text'}: ${meta.title} / ${people} / ${meta.language}`,
    ...articles.flatMap(divisionLines),
    '',
  ].join('\n');
}

function divisionLines({ level = 1, matter = 'body', untitled, title, contributors, body }: Article): string[] {
  const names = contributors.map(({ name }) => name).join(', ');
  const head = `${'  '.repeat(level - 1)}${matter}: ${untitled ? '(no title)' : toString(title)}${names && ` / ${names}`}`;
  return [
    head,
    ...body.children.map((node) => {
      const data = (node.data ?? {}) as Record<'verse' | 'speaker' | 'signature' | 'epigraph', boolean | undefined>;
      const kind = data.verse
        ? 'verse'
        : data.epigraph || data.signature || data.speaker
          ? ['epigraph', 'signature', 'speaker'].filter((name) => data[name as 'speaker']).join(' ')
          : node.type === 'heading'
            ? `h${node.depth}`
            : node.type;
      return `    ${kind}: ${toString(node)}`;
    }),
  ];
}
