/** Every rule keeps its law on every input: cases, sample, real texts, generated text. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { clean, cleanRules } from '../../src/stages/clean/index.js';
import type { TextKind, CleanText } from '../../src/model/index.js';
import { applyCleanRule, emptyLedger, runRestoreRule, type CleanRule } from '../../src/diagnostics/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { parse } from '../../src/stages/parse/index.js';
import { rulesFor } from '../../src/stages/restore/index.js';
import { casesOf } from '../cases/case-folders.js';
import { dumpTree } from '../cases/dump-tree.js';
import { rawText, uncleaned } from '../cases/raw-text.js';
import { noSharedTexts, sharedTexts } from '../cases/shared-texts.js';
import { anyKind, anyText } from './any-text.js';
import { areEdits, keepsTextLaw, keepsTreeLaw, sameText, wordsOfTree } from './laws.js';

type Input = [name: string, text: string, kind?: TextKind | undefined];

const runs = 250;

fc.configureGlobal({ includeErrorInReport: true, seed: 1 });

const fixtures: Input[] = ['clean', 'restore', 'parse', 'structure'].flatMap((stage) =>
  casesOf(stage)
    .filter(({ todo }) => todo === undefined)
    .map(({ rule, name, input, kind }): Input => [`${stage}/${rule}/${name}`, input, kind]),
);

const samples: Input[] = readTexts('source/yinshua-shihua', '.txt');

/** Runs a property on the fixtures, the sample, the real texts and generated text. */
function onEveryText(name: string, property: (text: string, kind?: TextKind) => void): void {
  for (const [from, inputs, skip] of [
    ['cases and sample', [...fixtures, ...samples], false],
    ['real texts', sharedTexts as Input[], noSharedTexts ?? false],
  ] as const) {
    test(`${name}: ${from}`, { skip }, () => {
      for (const [input, text, kind] of inputs) {
        try {
          property(text, kind);
        } catch (error) {
          throw new Error(`${input}: ${(error as Error).message}`, { cause: error });
        }
      }
    });
  }
  test(`${name}: generated text`, () => {
    fc.assert(fc.property(anyText, anyKind, property), { numRuns: runs });
  });
}

/** Walks through the clean stage rule by rule. */
function eachCleanStep(
  text: string,
  kind: TextKind | undefined,
  visit: (rule: CleanRule, before: CleanText, after: CleanText) => void,
): void {
  let now = uncleaned(rawText(text), kind);
  for (const rule of cleanRules) {
    const next = applyCleanRule(rule, now);
    visit(rule, now, next);
    now = next;
  }
}

/** Runs the clean stage rule by rule, each once more on its own output. */
function cleanTwice(text: string, kind: TextKind | undefined): void {
  eachCleanStep(text, kind, (rule, before, after) => {
    areEdits(rule, before.text, rule.propose(before.text, before.survey));
    keepsTextLaw(rule, before.text, after.text);
    sameText(applyCleanRule(rule, after).text, after.text, `${rule.name} is not idempotent`);
  });
}

onEveryText('clean rules keep their laws, and propose nothing on their own output', (text, kind) =>
  cleanTwice(text, kind),
);

onEveryText('undoing the edits of the clean stage gives the raw text back', (text, kind) => {
  const steps: { rule: CleanRule; before: CleanText; after: CleanText }[] = [];
  eachCleanStep(text, kind, (rule, before, after) => steps.push({ rule, before: { ...before }, after }));
  const { ledger } = steps.at(-1)!.after;
  let now = steps.at(-1)!.after.text;
  for (const { rule, before } of steps.toReversed()) {
    const changes = ledger.changes.filter((change) => change.rule === `clean:${rule.name}`);
    const edits = rule.propose(before.text, before.survey);
    assert.equal(changes.length, edits.length, `${rule.name}: edits and changes in the ledger`);
    // the ledger says what stood there, the edit where: both are needed, and nothing else
    let shift = 0;
    let out = '';
    let at = 0;
    edits.forEach((edit, i) => {
      const start = edit.start + shift;
      out += now.slice(at, start) + changes[i]!.before;
      assert.equal(
        now.slice(start, start + edit.text.length),
        changes[i]!.after,
        `${rule.name}: what the ledger says was put in`,
      );
      at = start + edit.text.length;
      shift += edit.text.length - (edit.end - edit.start);
    });
    now = out + now.slice(at);
  }
  sameText(now, text, 'the undone text');
});

onEveryText('offsets of the clean text map into the raw text, in order', (text, kind) => {
  const { text: cleaned, origin, ledger } = clean(rawText(text), kind);
  assert.equal(origin.length, cleaned.length + 1);
  assert.equal(origin.at(-1), text.length);
  for (let i = 1; i < origin.length; i++) assert.ok(origin[i - 1]! <= origin[i]!, `offset ${i} runs backwards`);
  // a character that no rule changed stands where the map says
  const changed = new Set<number>();
  for (const { span } of ledger.changes)
    for (let i = span.start; i < Math.max(span.end, span.start + 1); i++) changed.add(i);
  for (let i = 0; i < cleaned.length; i++) {
    if (!changed.has(origin[i]!)) assert.equal(cleaned[i], text[origin[i]!], `offset ${i}`);
  }
});

/** Runs the restore stage rule by rule, each once more on its own output. */
function restoreTwice(text: string, kind: TextKind | undefined): void {
  const tree = parse(clean(rawText(text), kind));
  let words = wordsOfTree(tree.root);
  for (const rule of rulesFor(tree.survey.kind)) {
    const [asides, changes] = [tree.ledger.aside.length, tree.ledger.changes.length];
    runRestoreRule(rule, tree);
    const after = wordsOfTree(tree.root);
    const entries = { aside: tree.ledger.aside.slice(asides), changes: tree.ledger.changes.slice(changes) };
    keepsTreeLaw(rule, words, after, entries);
    words = after;
    const again = { ...tree, raw: rawText(text), ledger: emptyLedger(), root: structuredClone(tree.root) };
    runRestoreRule(rule, again);
    sameText(dumpTree(again.root.children), dumpTree(tree.root.children), `${rule.name} is not idempotent`);
  }
}

onEveryText('restore rules keep their laws, and find nothing more to do on their own output', (text, kind) =>
  restoreTwice(text, kind),
);

/** What clean would change, and what restore says, of a text. */
function findings(text: string, kind?: TextKind): string[] {
  const raw = rawText(text);
  const cleaned = clean(raw, kind);
  const changes = cleaned.ledger.changes.map(({ rule, before, after }) => `${rule}: ${before} → ${after}`);
  const tree = parse(cleaned);
  for (const rule of rulesFor(tree.survey.kind)) runRestoreRule(rule, tree);
  return [...changes, ...raw.file.messages.map(String)];
}

for (const [name, text] of readTexts('test/editions/model-issue', '.md')) {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');

  test(`clean and restore are silent on clean text: ${name}`, () => assert.deepEqual(findings(body), []));

  for (const kind of ['plain', 'ocr-markdown'] as const) {
    test(`clean is silent on clean text, called ${kind}: ${name}`, () => {
      const { ledger } = clean(rawText(body), kind);
      assert.deepEqual(
        ledger.changes.map(({ rule, before, after }) => `${rule}: ${before} → ${after}`),
        [],
      );
    });
  }

  test(`clean and restore are silent on clean text with its metadata block: ${name}`, () =>
    assert.deepEqual(findings(text, 'markdown'), []));
}

function readTexts(folder: string, extension: string): Input[] {
  const home = path.join(packageFolder, folder);
  return readdirSync(home)
    .filter((name) => name.endsWith(extension) && name !== 'README.md')
    .sort()
    .map((name) => [name, readFileSync(path.join(home, name), 'utf8')]);
}
