/** The proof that nothing was lost and nothing added fails when something was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Issue } from '../../src/model/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { fatal, soundIssue } from './damage-issue.js';

function textsOf(issue: Issue): Text[] {
  const texts: Text[] = [];
  visit(issue.articles[0]!.body, 'text', (node) => void texts.push(node));
  return texts;
}

test('it closes on a sound issue, and the sums meet', () => {
  const issue = soundIssue();
  const [sums] = ledgerCloses(issue);
  assert.deepEqual(fatal(issue), []);
  const aside = Object.values(sums!.aside).reduce((sum, number) => sum + number, 0);
  const changed = Object.values(sums!.changed).reduce((sum, { before, after }) => sum + after - before, 0);
  assert.equal(sums!.read - aside + changed, sums!.set);
  assert.ok(aside > 0 && sums!.set > 80);
});

test('it fails when any one character of the body is dropped, and names it', () => {
  const places = textsOf(soundIssue()).flatMap(({ value }, node) => [...value].map((_, at) => ({ node, at })));
  assert.ok(places.length > 60);
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ node, at }) => {
      const issue = soundIssue();
      const text = textsOf(issue)[node]!;
      const [dropped] = text.value.slice(at);
      text.value = text.value.slice(0, at) + text.value.slice(at + 1);
      ledgerCloses(issue);
      if (dropped!.trim() === '') assert.deepEqual(fatal(issue), []);
      else
        assert.match(
          fatal(issue).join(),
          new RegExp(`^verify:ledger-closes .*lost “${dropped!.replace(/[.?[\]()]/, '\\$&')}”`, 'u'),
        );
    }),
    { numRuns: 60, seed: 1 },
  );
});

for (const [where, damage] of [
  ['the body', (issue: Issue) => (textsOf(issue)[0]!.value += '添')],
  ['a note', (issue: Issue) => (textsOf(issue).at(-1)!.value += '添')],
  [
    'the abstract',
    ({ articles }: Issue) =>
      articles[0]!.abstract.push({ type: 'paragraph', children: [{ type: 'text', value: '添' }] }),
  ],
  ['the keywords', ({ articles }: Issue) => articles[0]!.keywords.push('添')],
  ['the title', ({ articles }: Issue) => articles[0]!.title.push({ type: 'text', value: '添' })],
  ['the authors', ({ articles }: Issue) => articles[0]!.contributors.push({ name: '添', role: 'author' })],
] as const) {
  test(`it fails when a character is added to ${where}`, () => {
    const issue = soundIssue();
    damage(issue);
    ledgerCloses(issue);
    assert.match(fatal(issue).join(), /^verify:ledger-closes .*added “添”/u);
  });
}

for (const [what, damage] of [
  ['the title', ({ articles }: Issue) => (articles[0]!.title = [])],
  ['an author', ({ articles }: Issue) => articles[0]!.contributors.pop()],
  ['the abstract', ({ articles }: Issue) => (articles[0]!.abstract = [])],
  ['a keyword', ({ articles }: Issue) => articles[0]!.keywords.pop()],
  ['a paragraph', ({ articles }: Issue) => articles[0]!.body.children.shift()],
  ['an article', ({ articles }: Issue) => articles.pop()],
  [
    'an entry of the ledger',
    ({ ledger }: Issue) =>
      ledger.aside.splice(
        ledger.aside.findIndex(({ text }) => text === '[1]'),
        1,
      ),
  ],
  [
    'a change of the ledger',
    ({ ledger }: Issue) =>
      ledger.changes.splice(
        ledger.changes.findIndex(({ before }) => before === ','),
        1,
      ),
  ],
] as const) {
  test(`it fails when ${what} is lost`, () => {
    const issue = soundIssue();
    damage(issue);
    ledgerCloses(issue);
    assert.equal(fatal(issue).length, 1);
    assert.match(fatal(issue)[0]!, /^verify:ledger-closes /u);
  });
}

test('one character for another is one lost and one added', () => {
  const issue = soundIssue();
  const text = textsOf(issue)[0]!;
  text.value = text.value.replace('谈', '读');
  ledgerCloses(issue);
  assert.match(fatal(issue).join(), /lost “谈”, added “读”/u);
});

test('each raw text is counted by itself', () => {
  const [one, two] = [soundIssue('one.txt'), soundIssue('two.txt')];
  const both: Issue = {
    ...one,
    articles: [...one.articles, ...two.articles],
    raws: [...one.raws, ...two.raws],
    ledger: {
      aside: [...one.ledger.aside, ...two.ledger.aside],
      changes: [...one.ledger.changes, ...two.ledger.changes],
    },
  };
  ledgerCloses(both);
  assert.deepEqual(fatal(both), []);
  // what one text lost, another cannot make up for
  const [words] = textsOf(one);
  words!.value += textsOf(two)[0]!.value[0];
  visit(two.articles[0]!.body, 'text', (node) => {
    node.value = node.value.replace('谈', '');
  });
  ledgerCloses(both);
  assert.deepEqual(
    both.raws.map(({ file }) => file.messages.filter((message) => message.fatal === true).length),
    [1, 1],
  );
});
