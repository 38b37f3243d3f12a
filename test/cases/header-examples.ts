/**
 * Reads the `@example` in a rule's header:
 *
 * ```
 * @example wrapped
 *   before: 一行
 *           二行
 *   after:  一行二行
 * ```
 *
 * The word after `@example` is the kind of the text, where it matters. Lines below `before:` and `after:` go on in the
 * column in which the text began. What does not print is written as `\n`, `\r`, `\u200B` or in the visible form of the cases.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textKinds } from '../../src/model/survey.js';
import type { TextKind } from '../../src/model/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { hidden } from './visible-text.js';

export interface Example {
  kind?: TextKind;
  before: string;
  after: string;
}

/** The examples of a rule. @param file from the package's root */
export function examplesOf(file: string): Example[] {
  const source = readFileSync(path.join(packageFolder, file), 'utf8');
  const header = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(source)?.[1] ?? '';
  const lines = header.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const examples: Example[] = [];
  let example: { kind?: TextKind; before: string[]; after: string[] } | undefined;
  let part: 'before' | 'after' | undefined;
  let column = 0;
  const close = (): void => {
    if (!example) return;
    assert.ok(example.before.length > 0 && example.after.length > 0, `${file}: an example needs before: and after:`);
    const { before, after, ...kind } = example;
    examples.push({ ...kind, before: unescape(before), after: unescape(after) });
    example = undefined;
  };
  for (const line of lines) {
    const opens = /^@example\b\s*(.*)$/.exec(line);
    const label = /^( *)(before|after):( *)/.exec(line);
    if (opens) {
      close();
      const kind = textKinds.find((one) => one === opens[1]);
      assert.ok(kind || opens[1] === '', `${file}: "${opens[1]}" is no kind of text`);
      example = { ...(kind && { kind }), before: [], after: [] };
      part = undefined;
    } else if (example && label) {
      part = label[2] as 'before' | 'after';
      column = label[0].length;
      example[part].push(line.slice(column));
    } else if (example && part) {
      assert.ok(line.slice(0, column).trim() === '', `${file}: a line of an example begins left of its text: ${line}`);
      example[part].push(line.slice(column));
    }
  }
  close();
  return examples;
}

function unescape(lines: string[]): string {
  const text = lines.join('\n').replace(/\n+$/, '');
  return hidden(
    text
      .replace(/\\n/g, '\n')
      .replace(/\\r/g, '\r')
      .replace(/\\u([\dA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}
