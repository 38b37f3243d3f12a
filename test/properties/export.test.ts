/** Whatever the model can hold, its export builds to the same edition. */
import fc from 'fast-check';
import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast';
import { test } from 'node:test';
import { markdownOf } from '../../src/export/export-markdown.js';
import { proveExport } from '../../src/export/prove-export.js';
import type { Article } from '../../src/model/index.js';
import { uniqueIds } from '../../src/stages/structure/unique-ids.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { mergeCells } from '../../src/vocabulary/merged-cells.js';
import { articleOf, issueOf } from '../typeset-html/issue-fixture.js';

/** What Markdown, YAML or HTML would take for a sign, between what stands in a text. */
const pieces = [
  ...[
    '活字',
    '一',
    '“甲”',
    '《乙》',
    '（丙）',
    '，',
    '。',
    '——',
    '　',
    'type',
    'e.g.',
    'a b',
    '１',
    '〔1〕',
    'é',
    '𠮷',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '#',
    '# ',
    '## ',
    '1. ',
    '2) ',
    '- ',
    '+ ',
    '> ',
    '>',
    '=',
    '===',
    '---',
    '***',
  ],
  ...[
    '[',
    ']',
    '[^1]',
    '[^1]: ',
    '[a]: b',
    '](',
    '!',
    '![',
    '<',
    '<b>',
    '</em>',
    '<!-- page 2 -->',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '&#42;',
  ],
  ...[
    '|',
    '| - |',
    '\\',
    '\\*',
    '$',
    '"',
    "'",
    ': ',
    '#x',
    '%',
    '{',
    '}',
    '@',
    'https://a.b/c_d_e',
    'null',
    '~',
    ' ',
    '  ',
  ],
];
const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
const plain = words.map((text) => text.trim()).filter((text) => text !== '');
const text = words.map((value): PhrasingContent => ({ type: 'text', value }));
const page = fc
  .integer({ min: 1, max: 999 })
  .map((number): PhrasingContent => ({ type: 'pageBreak', page: String(number) }));
const call = fc
  .integer({ min: 0, max: 5 })
  .map((n): PhrasingContent => ({ type: 'footnoteReference', identifier: `n${n}` }));
const simple = fc.oneof({ weight: 6, arbitrary: text }, call);
// in a table, nothing tells \\| from | within code
const code = words
  .map((value) => value.replaceAll('\\', '').trim() || 'x')
  .map((value): PhrasingContent => ({ type: 'inlineCode', value }));
const phrasing = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: simple },
    fc
      .tuple(
        fc.constantFrom('emphasis' as const, 'strong' as const, 'small' as const, 'subscript' as const),
        fc.array(simple, { minLength: 1, maxLength: 3 }),
      )
      .map(([type, children]): PhrasingContent => ({ type, children })),
    words.map((value): PhrasingContent => ({ type: 'text', value, data: { raised: true } })),
    fc.tuple(plain, plain).map(([value, reading]): PhrasingContent => ({
      type: 'ruby',
      children: [
        { type: 'text', value },
        { type: 'rubyText', children: [{ type: 'text', value: reading }] },
      ],
    })),
    fc
      .tuple(fc.constantFrom('https://example.org/a_(b)', 'http://x.y/?a=1&b=*'), text)
      .map(([url, child]): PhrasingContent => ({ type: 'link', url, children: [child as never] })),
    code,
    words.map((alt): PhrasingContent => ({ type: 'image', url: 'https://example.org/x.png', alt })),
  ),
  { minLength: 1, maxLength: 6 },
);
const lines = fc
  .tuple(plain, phrasing, fc.constantFrom('break', 'page', 'none'), page)
  .map(([first, rest, kind, start]): PhrasingContent[] =>
    kind === 'break'
      ? [{ type: 'text', value: first }, { type: 'break' }, { type: 'text', value: '行' }, ...rest]
      : kind === 'page'
        ? [start, { type: 'text', value: first }, start, ...rest]
        : rest,
  );
const paragraph = lines.map((children): BlockContent => ({ type: 'paragraph', children }));
/** No reader of a table keeps white space at the ends of its cells. */
const cell = fc
  .tuple(plain, phrasing, plain)
  .map(([first, rest, last]): PhrasingContent[] => [
    { type: 'text', value: first },
    ...rest,
    { type: 'text', value: last },
  ]);
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    fc.record({
      row: fc.nat(2),
      column: fc.nat(2),
      colspan: fc.integer({ min: 1, max: 3 }),
      rowspan: fc.integer({ min: 1, max: 3 }),
    }),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([columns, rows, merged, headRows]): BlockContent => {
    const { row, column, colspan, rowspan } = merged;
    const isCovered = (r: number, c: number): boolean =>
      r >= row && r < row + rowspan && c >= column && c < column + colspan && !(r === row && c === column);
    const fits = row + rowspan <= rows.length && column + colspan <= columns;
    const table: Table = {
      type: 'table',
      ...(headRows <= rows.length && { data: { headRows } }),
      children: rows.map((cells, r) => ({
        type: 'tableRow',
        children: cells
          .slice(0, columns)
          .map((children, c) =>
            fits && isCovered(r, c) ? { type: 'tableCell', children: [] } : { type: 'tableCell', children },
          ),
      })),
    };
    mergeCells(table, [merged]);
    return table;
  });
const list = fc
  .tuple(fc.boolean(), fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(([ordered, items]): BlockContent => ({
    type: 'list',
    ordered,
    ...(ordered && { start: 3 }),
    children: items.map((children) => ({ type: 'listItem', children })),
  }));
const block = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  fc
    .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), phrasing)
    .map(([depth, children]): BlockContent => ({ type: 'heading', depth, children })),
  table,
  list,
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((children): BlockContent => ({ type: 'blockquote', children })),
  fc
    .tuple(
      phrasing,
      fc.constantFrom(
        { caption: 'table' as const },
        { caption: 'figure' as const },
        { source: true },
        { role: 'reference' as const },
      ),
    )
    .map(([children, data]): BlockContent => ({ type: 'paragraph', children, data })),
  words.map((value): BlockContent => ({ type: 'code', value })),
  fc.constant<BlockContent>({ type: 'thematicBreak' }),
);
const notes = fc
  .array(fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table, list), { maxLength: 3 }), {
    minLength: 6,
    maxLength: 6,
  })
  .map((all) =>
    all.map((children, n): RootContent => ({
      type: 'footnoteDefinition',
      identifier: `n${n}`,
      children,
      ...(children.length === 0 && { data: { lost: true } }),
    })),
  );
/** Every note is called, as the pipeline proves before an edition is made. */
const calls: RootContent = {
  type: 'paragraph',
  children: [0, 1, 2, 3, 4, 5].map((n) => ({ type: 'footnoteReference', identifier: `n${n}` })),
};
const article: fc.Arbitrary<Article> = fc
  .record({
    title: phrasing.filter((nodes) => nodes.some((node) => node.type === 'text' && /[活一甲乙]/u.test(node.value))),
    body: fc.array(block, { maxLength: 6 }),
    notes,
    abstract: fc.array(block, { maxLength: 2 }),
    titleNote: fc.array(paragraph, { maxLength: 2 }),
    fund: phrasing,
    bios: fc.array(phrasing, { maxLength: 2 }),
    names: fc.array(plain, { maxLength: 2 }),
    given: plain,
  })
  .map(({ title, body, notes: definitions, names, given, ...rest }) =>
    articleOf('', [...body, calls, ...definitions], {
      ...rest,
      title,
      subtitle: title,
      column: given,
      contributors: names.map((name) => ({ name, role: 'translator', affiliation: given })),
      keywords: names,
      clc: given,
      received: given,
      editors: names,
      english: { title: given, authors: names, affiliations: names, abstract: rest.abstract, keywords: names },
    }),
  );

test('an exported issue builds to the same edition', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 2 }), async (articles) => {
      uniqueIds(articles);
      const issue = issueOf(articles, { journal: '刊', number: '1' });
      const edition = composeEdition(issue);
      await proveExport(markdownOf(issue, '/nowhere'), edition);
    }),
    { numRuns: 12, seed: 20261120, endOnFailure: true },
  );
});
