import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { identifierOf, modifiedOf } from '../../src/stages/typeset/html/identity.js';
import { articleOf, fullIssue, issueOf, paragraph } from './issue-fixture.js';

const uuid5 = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an issue of a journal is the same edition whatever becomes of its articles', () => {
  const shorter = fullIssue();
  shorter.articles.pop();
  shorter.meta.title = '改题';
  assert.match(identifierOf(fullIssue()), uuid5);
  assert.equal(identifierOf(shorter), identifierOf(fullIssue()));
});

test('another number, another title, another author is another edition', () => {
  const other = fullIssue();
  other.meta.number = '2';
  const article = (title: string, name: string) =>
    issueOf([articleOf(title, [paragraph('文')], { contributors: [{ name, role: 'author' }] })], { title });
  const all = [fullIssue(), other, article('甲', '子'), article('乙', '子'), article('甲', '丑')].map(identifierOf);
  assert.equal(new Set(all).size, all.length);
});

test('two texts that share a working title are two editions', () => {
  const untitled = (slug: string) => ({ ...issueOf([articleOf('无题', [])], { workingTitle: true }), slug });
  assert.notEqual(identifierOf(untitled('a')), identifierOf(untitled('b')));
});

test('ISBN and DOI are identifiers when given', () => {
  assert.equal(identifierOf(issueOf([], { isbn: '978-7-100-00000-0' })), 'urn:isbn:9787100000000');
  assert.equal(identifierOf(issueOf([], { doi: 'https://doi.org/10.1000/1' })), 'urn:doi:10.1000/1');
});

test('a later 版 has an identifier of its own, the first that of the publication', () => {
  const of = (number: number | undefined, meta = {}) =>
    identifierOf(issueOf([], { journal: '刊', number: '1', ...meta, ...(number && { edition: { number } }) }));
  assert.equal(of(1), of(undefined));
  assert.match(of(2), uuid5);
  assert.equal(new Set([of(1), of(2), of(3), of(2, { number: '2' })]).size, 4);
  assert.match(of(2, { isbn: '978-7-100-00000-0' }), uuid5);
});

test('an identifier that is stated stands before all others', () => {
  const issue = issueOf([], { isbn: '978-7-100-00000-0' });
  issue.config.identifier = 'urn:example:1';
  assert.equal(identifierOf(issue), 'urn:example:1');
});

test('the time of a 版 is its own date', () => {
  const issue = issueOf([], { date: '2026-04', edition: { number: 2, date: '2026-11' } });
  assert.equal(modifiedOf(issue), '2026-11-01T00:00:00Z');
});

for (const [date, year, epoch, expected] of [
  ['2026-04-15', 2026, undefined, '2026-04-15T00:00:00Z'],
  ['2026-04', 2026, undefined, '2026-04-01T00:00:00Z'],
  ['2026', undefined, undefined, '2026-01-01T00:00:00Z'],
  [undefined, 1987, undefined, '1987-01-01T00:00:00Z'],
  ['someday', 1987, undefined, '1987-01-01T00:00:00Z'],
  [undefined, undefined, undefined, '1980-01-01T00:00:00Z'],
  ['2026-04-15', 2026, 1_700_000_000, '2023-11-14T22:13:20Z'],
  ['2026-04-15', 2026, 0, '1970-01-01T00:00:00Z'],
] as const) {
  test(`modified, of date ${date}, year ${year}, SOURCE_DATE_EPOCH ${epoch}`, () => {
    assert.equal(modifiedOf(issueOf([], { ...(date && { date }), ...(year && { year }) }), epoch), expected);
  });
}

test('the time given stands in the edition', () => {
  const { modified } = composeEdition(fullIssue(), { sourceDateEpoch: 1_700_000_000 });
  assert.equal(modified, '2023-11-14T22:13:20Z');
});
