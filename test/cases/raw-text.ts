/** A raw text made of a string, as `acquire` would hand it on. */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { bookRules, clean, cleanRules } from '../../src/stages/clean/index.js';
import { takeSurvey } from '../../src/stages/clean/survey.js';
import type { TextKind, CleanText, RawText, TextTree } from '../../src/model/index.js';
import { emptyLedger, runRestoreRule } from '../../src/diagnostics/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restoreRules } from '../../src/stages/restore/index.js';

export function rawText(text: string, name = 'input.txt'): RawText {
  const bytes = Buffer.from(text);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const file = new VFile({ path: name, value: text });
  return { path: `/texts/${name}`, name, text, encoding: 'utf-8', bytes: bytes.length, digest, file };
}

/** A raw text as it enters the clean stage: surveyed, nothing mended. */
export function uncleaned(raw: RawText, kind?: TextKind): CleanText {
  const origin = Int32Array.from({ length: raw.text.length + 1 }, (_, i) => i);
  return { raw, survey: takeSurvey(raw.text, kind), text: raw.text, origin, ledger: emptyLedger() };
}

/** The tree of a raw text after every restore rule before the named one. */
export function treeBefore(rule: string, raw: RawText, kind?: TextKind): TextTree {
  const tree = parse(clean(raw, kind));
  for (const one of restoreRules) {
    if (one.name === rule) break;
    runRestoreRule(one, tree);
  }
  return tree;
}

/** Names of the rules of a stage, in the order in which they run. */
export const ruleNames = {
  clean: [...new Set([...cleanRules, ...bookRules].map(({ name }) => name))],
  restore: restoreRules.map(({ name }) => name),
};
