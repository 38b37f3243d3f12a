/**
 * Edition → outputs: all targets that are asked for made side by side, and each proved to hold the words of the edition.
 *
 * Books name the pages that are printed in the same build: they wait for them, not for the whole of the printing.
 */
import { say } from '../diagnostics/index.js';
import { messages } from '../messages/index.js';
import type { RawText } from '../model/index.js';
import { readPrintStyles } from '../stages/acquire/read-print-styles.js';
import type { PdfPageStart } from '../stages/typeset/pdf/types.js';
import type { TargetOutput } from '../stages/typeset/target.js';
import { glyphsExist } from '../stages/verify/glyphs-exist.js';
import { outputsAgree } from '../stages/verify/outputs-agree.js';
import type { LoadedTarget } from './load-targets.js';
import { hasFatal, type MadeIssue } from './made-issue.js';
import type { Run, Step } from './run.js';

interface MadeTarget extends LoadedTarget {
  output: TargetOutput;
}

export const makeOutputs: Step = async (made, run) => {
  if (run.targets.length === 0) return;
  const outputs = await makeTargets(made, run);
  await run.report({ stage: 'verify' });
  await prove(made, outputs, run);
  if (hasFatal(made)) return;
  made.outputs = outputs.flatMap(({ format, output: { files } }) => files.map((file) => ({ format, ...file })));
  const printed = outputs.find(({ output }) => output.printed)?.output.printed;
  if (printed) made.printed = printed;
};

async function makeTargets({ source, edition }: MadeIssue, run: Run): Promise<MadeTarget[]> {
  const { targets, printed: store, report } = run;
  const extraStyles = targets.some(({ prints }) => prints) ? await readPrintStyles(source) : undefined;
  let onPages: ((starts: readonly PdfPageStart[]) => void) | undefined;
  const known = new Promise<readonly PdfPageStart[]>((resolve) => (onPages = resolve));
  const make = async (target: LoadedTarget, printedPages?: Promise<readonly PdfPageStart[]>): Promise<MadeTarget> => {
    await report({ stage: 'make', target: target.name });
    const output = await (await target.target).make(edition!, { ...run, extraStyles, onPages, printedPages, store });
    return { ...target, output };
  };
  const printing = targets.filter(({ prints }) => prints).map((target) => make(target));
  const [first] = printing;
  const pages = first && Promise.race([known, first.then(({ output }) => output.printed?.pageStarts ?? [])]);
  // a failure is told by printing itself; where no book waits for the pages, nobody else hears of it
  pages?.catch(() => undefined);
  const others = targets.filter(({ prints }) => !prints).map((target) => make(target, pages));
  const outputs = await Promise.all([...others, ...printing]);
  return targets.map(({ format }) => outputs.find((output) => output.format === format)!);
}

/** Says what targets have to say, and where one does not hold what the edition holds. */
async function prove({ edition, raws }: MadeIssue, outputs: MadeTarget[], { remember }: Run): Promise<void> {
  const rawOf = (id?: string): RawText =>
    edition!.documents.find((document) => document.id === id)?.article?.raw ?? raws[0]!;
  const missing = outputs.find(({ output }) => output.missing?.length)?.output.missing ?? [];
  glyphsExist(raws, missing);
  for (const { document, severity, rule, reason } of outputs.flatMap(({ output }) => output.findings ?? [])) {
    // characters without a glyph have been named with their places
    if (!rule.endsWith(':glyphs') || missing.length === 0) say(rawOf(document), severity, rule, reason);
  }
  for (const { name, output } of outputs) {
    for (const { document, ...seen } of await outputsAgree(edition!, name, output, remember)) {
      say(rawOf(document.id), 'fatal', 'verify:outputs-agree', messages.verify.disagree(document.title, seen));
    }
  }
}
