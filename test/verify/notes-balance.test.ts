/** The proof that calls and notes pair one to one fails when they do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FootnoteDefinition, FootnoteReference, Paragraph } from 'mdast';
import { wordsIn } from '../../src/messages/index.js';
import type { Article } from '../../src/model/index.js';
import { notesBalance } from '../../src/stages/verify/notes-balance.js';
import { fatal, soundIssue } from './damage-issue.js';

const { callWithoutNote, noteWithoutCall, twice } = wordsIn('en').ledger;

const definition = (identifier: string): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier,
  children: [],
});
const call = (identifier: string): FootnoteReference => ({ type: 'footnoteReference', identifier });

/** What is said after damage to the sound article. */
function said(damage: (article: Article) => void): string[] {
  const issue = soundIssue();
  damage(issue.articles[0]!);
  notesBalance(issue);
  return fatal(issue).map((message) => message.replace(/^verify:notes-balance /, ''));
}

test('it is silent on a sound issue', () =>
  assert.deepEqual(
    said(() => {}),
    [],
  ));

test('a definition removed leaves its call without a note', () => {
  assert.deepEqual(
    said(({ body }) => body.children.pop()),
    [callWithoutNote('n2')],
  );
});

test('a call removed leaves its note without a call', () => {
  const damage = ({ body }: Article): void => {
    const paragraph = body.children[0] as Paragraph;
    paragraph.children = paragraph.children.filter(
      (node) => node.type !== 'footnoteReference' || node.identifier !== 'n1',
    );
  };
  assert.deepEqual(said(damage), [noteWithoutCall('n1')]);
});

test('a note that nobody calls', () => {
  assert.deepEqual(
    said(({ body }) => body.children.push(definition('n9'))),
    [noteWithoutCall('n9')],
  );
});

test('two notes with one identifier', () => {
  assert.deepEqual(
    said(({ body }) => body.children.push(definition('n2'))),
    [twice('n2')],
  );
});

test('calls in titles, abstracts, bios and within notes count', () => {
  const inNote = ({ body }: Article): void => {
    (body.children.at(-1) as FootnoteDefinition).children.push({ type: 'paragraph', children: [call('n3')] });
    body.children.push(definition('n3'));
  };
  assert.deepEqual(said(inNote), []);
  assert.deepEqual(
    said(({ title }) => title.push(call('x'))),
    [callWithoutNote('x')],
  );
  assert.deepEqual(
    said(({ bios }) => bios.push([call('x')])),
    [callWithoutNote('x')],
  );
  assert.deepEqual(
    said(({ abstract }) => abstract.push({ type: 'paragraph', children: [call('x')] })),
    [callWithoutNote('x')],
  );
});

test('calls in the English abstract and in the fund count', () => {
  const paragraph: Paragraph = { type: 'paragraph', children: [call('x')] };
  const english = (article: Article): void =>
    void (article.english = { authors: [], abstract: [paragraph], keywords: [] });
  assert.deepEqual(said(english), [callWithoutNote('x')]);
  assert.deepEqual(
    said((article) => void (article.fund = [call('x')])),
    [callWithoutNote('x')],
  );
});
