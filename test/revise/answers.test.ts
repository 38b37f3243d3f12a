/**
 * Every question that a rule puts comes with records that answer it: they parse, they apply, and then the question is
 * answered. The texts are the cases of all rules.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, type Finding } from '../../src/publish/findings.js';
import { unknownWords } from '../../src/vocabulary/characters.js';
import { casesOf, type Case } from '../cases/case-folders.js';
import { revisedIssue, type RevisedIssue } from './revised-issue.js';

const cases = ['parse', 'restore', 'structure'].flatMap((stage) => casesOf(stage).filter(({ todo }) => !todo));

const questionsOf = ({ files }: RevisedIssue): Finding[] =>
  findingsOf(files).filter(({ severity, answered }) => severity === 'warning' && !answered);

/** Cases of whole texts; a few inputs of single steps are no text that leads to an issue. */
function revised({ input, kind }: Case, yaml: string): RevisedIssue | undefined {
  try {
    return revisedIssue([input], yaml, kind);
  } catch {
    return undefined;
  }
}

/** A template as a person fills it in. */
function filledIn(yaml: string, body: string): string {
  return yaml.replace(`after: ${unknownWords}`, `after: ${body}`).replaceAll(unknownWords, '补字');
}

const asking = cases.flatMap((one) => {
  const plain = revised(one, '[]');
  const questions = plain ? questionsOf(plain) : [];
  return questions.length > 0 ? [{ one, questions, plain: plain! }] : [];
});

test('many kinds of questions are put by the cases', () => {
  const rules = new Set(asking.flatMap(({ questions }) => questions.map(({ rule }) => rule)));
  for (const rule of ['restore:join-paragraphs', 'restore:pair-notes', 'restore:ask-note-ends', 'structure:title'])
    assert.ok(rules.has(rule), rule);
});

for (const { one, questions, plain } of asking) {
  test(`the answers to what is asked of ${one.rule}/${one.name} apply`, () => {
    for (const question of questions) {
      const { answers = [] } = question;
      assert.ok(answers.length > 0, `nothing answers: ${question.reason}`);
      for (const { yaml } of answers) {
        const body = plain.blocks[0]!.find((line) => /^[\p{Script=Han}]{5}/u.test(line))?.slice(0, 5);
        if (yaml.includes(`after: ${unknownWords}`) && !body) continue;
        const { said, files } = revised(one, filledIn(yaml, body ?? ''))!;
        assert.deepEqual(said, [], yaml);
        const open = findingsOf(files).find(
          ({ rule, reason, line, column, answered }) =>
            !answered &&
            rule === question.rule &&
            reason === question.reason &&
            line === question.line &&
            column === question.column,
        );
        assert.equal(open, undefined, `${yaml} does not answer: ${question.reason}`);
      }
    }
  });
}
