/** One word for a person to act on, and the measures behind it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { MadeIssue } from '../../src/pipeline/made-issue.js';
import type { Finding } from '../../src/publish/findings.js';
import { verdictOf, type Verdict } from '../../src/publish/verdict.js';

const finding = (severity: Finding['severity'], rule: string, id = rule): Finding => ({
  file: 'a.txt',
  severity,
  rule,
  reason: '',
  id,
  args: [],
  confidence: 'likely',
});

function verdict(findings: Finding[], torn?: number): Verdict {
  const sums = [{ file: 'a.txt', read: 1000, set: 980, aside: { 'restore:drop-furniture': 20 }, changed: {} }];
  const made = { trees: [{ survey: { ...(torn && { torn }) } }], sums } as unknown as MadeIssue;
  return verdictOf(made, findings, 10, !findings.some(({ severity }) => severity === 'fatal'));
}

const measures = { setAside: 0.02, notes: { all: 10, tied: 10 } };

test('nothing to answer is sound, remarks and answered findings aside', () => {
  const answered = { ...finding('warning', 'restore:join-paragraphs'), answered: { line: 1 } };
  assert.deepEqual(verdict([finding('remark', 'restore:find-plain-marks'), answered]), {
    kind: 'sound',
    places: 0,
    measures,
  });
});

test('questions are places to look at, notes that are not tied among the measures', () => {
  const lost = finding('warning', 'restore:pair-notes', 'restore.noteWithoutCall');
  assert.deepEqual(verdict([lost, finding('warning', 'structure:title')]), {
    kind: 'look',
    places: 2,
    measures: { ...measures, notes: { all: 10, tied: 9 } },
  });
});

test('a torn layer asks for its file, a fatal finding refuses', () => {
  assert.equal(verdict([finding('warning', 'parse:layer')], 0.03).kind, 'torn');
  assert.equal(verdict([finding('warning', 'parse:layer')], 0.03).measures.torn, 0.03);
  assert.equal(verdict([finding('warning', 'verify:notes-tied')]).kind, 'torn');
  const refused = verdict([finding('warning', 'structure:title'), finding('fatal', 'parse:layer')], 0.6);
  assert.deepEqual([refused.kind, refused.places], ['refused', 1]);
});
