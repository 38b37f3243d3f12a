/** Makes the slip of an issue: its path and an earlier edition in, `<slug>.errata.pdf` out. */
import path from 'node:path';
import { findIssues } from '../stages/acquire/index.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { messages, sentenceOf, type Language } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { makeIssue } from '../pipeline/make-issue.js';
import { findingsOf } from '../publish/findings.js';
import { prepareFolder } from '../publish/prepare-folder.js';
import { writeWhole } from '../publish/write-whole.js';
import type { ErratumRow } from '../stages/typeset/html/errata-document.js';
import { errataOfIssue } from '../editions/errata/errata-of-issue.js';
import { printSlip } from '../editions/errata/print-slip.js';

export interface SlipOptions {
  /** Edition file of the printing that has the misprints, relative to the working folder. */
  since: string;
  /** Folder for the slip, relative to the working folder. */
  out: string;
  browser?: string;
  cwd: string;
  /** In which warnings are worded. */
  language?: Language;
}

export interface Slip {
  rows: ErratumRow[];
  warnings: { line?: number; reason: string }[];
  /** What was written; absent where there is nothing to correct. */
  written?: { name: string; pages: number };
}

/**
 * @param asked folder of one issue
 * @throws Misuse for several issues, one that gives no edition, and for what is no edition file
 */
export async function makeSlip(asked: string, { since, out, browser, cwd, language }: SlipOptions): Promise<Slip> {
  const [source, ...more] = await findIssues([asked], cwd);
  if (more.length > 0)
    throw new Misuse({ file: asked, reason: messages.editions.oneIssue([source!, ...more].map(({ name }) => name)) });
  const { issue, edition, applied, files } = await makeIssue(source!, { formats: [], cwd });
  if (!issue || !edition) throw new Misuse({ file: source!.name, reason: messages.editions.errata.noEdition });
  const file = path.resolve(cwd, since);
  const { folder: beside, config } = source!;
  const shownFile = shownPath(file, cwd);
  const page = await errataOfIssue(issue, applied, { file, shown: shownFile, folder: beside, convert: config.convert });
  const { rows, document } = page;
  // a record that does not apply is no erratum either
  const unapplied = findingsOf(
    files.filter(({ path: name }) => name === source!.corrections?.file),
    language,
  );
  const warnings = [...unapplied.filter(({ severity }) => severity === 'warning'), ...page.warnings].map(
    ({ line, reason }) => ({ ...(line && { line }), reason: sentenceOf(reason, language) }),
  );
  if (!document) return { rows, warnings };
  const folder = path.resolve(cwd, out);
  const shown = shownPath(folder, cwd);
  await prepareFolder(folder, shown);
  const { bytes, pages } = await printSlip(issue, document, { browser });
  const name = `${issue.slug}.errata.pdf`;
  await writeWhole(folder, shown, `${issue.slug}.errata`, [{ name, bytes }]);
  return { rows, warnings, written: { name: `${shown}/${name}`, pages } };
}
