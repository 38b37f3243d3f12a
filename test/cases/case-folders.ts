/**
 * Folders are cases: `test/<stage>/<rule>/<case>/`.
 *
 * - `input.txt`, or `input.<kind>.txt` where the kind of the text is said and not surveyed; `issue.yaml` beside it for
 *   cases of the structure stage
 * - `expected.txt`: what the rule makes of it; without it the rule must leave it as it is
 * - `messages.txt`: what the rule says, `line:column severity reason`; without it the rule must be silent
 * - `todo.txt`: why the rule does not do it yet
 *
 * What does not print is written visibly: see `visible-text.ts`. `UPDATE=1` rewrites what is expected; a person reads
 * the difference. Cases with a `todo.txt` are not rewritten: they say what is right.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { textKinds } from '../../src/model/survey.js';
import type { TextKind, RawText } from '../../src/model/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { hidden } from './visible-text.js';

/** A case, read. */
export interface Case {
  rule: string;
  name: string;
  /** Absolute. */
  folder: string;
  input: string;
  kind?: TextKind;
  /** Why the rule does not do it yet. */
  todo?: string;
}

/** What a rule did to a case. */
export interface Outcome {
  /** The same text or tree before and after, in visible form. */
  before: string;
  after: string;
  messages: string[];
}

const updates = process.env.UPDATE === '1';

/** Every case of a stage, in order of names. */
export function casesOf(stage: string): Case[] {
  const home = path.join(packageFolder, 'test', stage);
  return foldersIn(home).flatMap((rule) =>
    foldersIn(path.join(home, rule)).map((name): Case => {
      const folder = path.join(home, rule, name);
      const input = readdirSync(folder).find((file) => /^input(\.[a-z-]+)?\.txt$/.test(file));
      assert.ok(input, `${folder} has no input.txt`);
      const [, said] = input.split('.');
      const kind = textKinds.find((one) => one === said);
      assert.ok(said === 'txt' || kind, `${folder}/${input}: "${said}" is no kind of text (${textKinds.join(', ')})`);
      const todo = readIn(folder, 'todo.txt')?.trim();
      const text = hidden(readFileSync(path.join(folder, input), 'utf8'));
      return { rule, name, folder, input: text, ...(kind && { kind }), ...(todo && { todo }) };
    }),
  );
}

/**
 * Declares a test for each case of a stage, and one that rules and folders match.
 *
 * @param rules names that must have a folder, and may have one
 * @param run runs the rule of a case
 */
export function testCases(stage: string, rules: string[], run: (one: Case) => Outcome): void {
  const cases = casesOf(stage);
  test(`${stage}: every rule has a folder, every folder a rule`, () => {
    const folders = foldersIn(path.join(packageFolder, 'test', stage));
    assert.deepEqual(folders.toSorted(), rules.toSorted());
  });
  for (const one of cases) {
    const { todo } = one;
    test(`${stage}/${one.rule}/${one.name}`, { ...(todo && { todo }) }, (t) => {
      check(one, run(one));
      if (todo) t.todo('it passes: delete its todo.txt');
    });
  }
}

/** That every rule has a case with a change, or a message, and one without. */
export function testBothWays(stage: string, rules: string[]): void {
  for (const rule of rules) {
    test(`${stage}/${rule}: has a case that it mends and one that it leaves alone`, () => {
      const cases = casesOf(stage).filter((one) => one.rule === rule);
      const speaks = (one: Case): boolean => read(one, 'messages.txt') !== undefined;
      const mends = (one: Case): boolean => read(one, 'expected.txt') !== undefined;
      assert.ok(
        cases.some((one) => mends(one) || speaks(one)),
        'no case has an expected.txt or a messages.txt',
      );
      assert.ok(
        cases.some((one) => !mends(one)),
        'every case has an expected.txt',
      );
    });
  }
}

function check(one: Case, { before, after, messages }: Outcome): void {
  const said = messages.map((message) => `${message}\n`).join('');
  if (updates && !one.todo) {
    write(one, 'expected.txt', after === before ? undefined : after);
    write(one, 'messages.txt', said === '' ? undefined : said);
    return;
  }
  assert.equal(after, read(one, 'expected.txt') ?? before);
  assert.equal(said, read(one, 'messages.txt') ?? '');
}

/** Messages of a raw text given by one rule, or by a whole stage, as `messages.txt` writes them. */
export function messagesOf(raw: RawText, stage: string, rule?: string): string[] {
  return raw.file.messages
    .filter(({ source, ruleId }) => source === stage && (rule === undefined || ruleId === rule))
    .map(({ line, column, fatal, reason }) => {
      const severity = fatal === true ? 'fatal' : fatal === false ? 'warning' : 'remark';
      return `${line === undefined ? '' : `${line}:${column} `}${severity} ${reason}`;
    });
}

function read({ folder }: Case, file: string): string | undefined {
  return readIn(folder, file);
}

function readIn(folder: string, file: string): string | undefined {
  const place = path.join(folder, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

function write({ folder }: Case, file: string, text: string | undefined): void {
  const place = path.join(folder, file);
  if (text === undefined) rmSync(place, { force: true });
  else writeFileSync(place, text);
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
