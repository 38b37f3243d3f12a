/** Issue → edition: in the script that is asked for, with the errata of an earlier edition, its documents composed. */
import path from 'node:path';
import { shownPath } from '../stages/acquire/shown-path.js';
import { fileMessage } from '../messages/file-message.js';
import type { EditionDocument } from '../model/index.js';
import { composeEdition } from '../stages/typeset/html/index.js';
import type { MadeIssue } from './made-issue.js';
import type { Step } from './run.js';

export const composeIssue: Step = async (made, { cwd, sourceDateEpoch, report }) => {
  await report({ stage: 'typeset' });
  const issue = made.issue!;
  const { convert } = made.source.config;
  const inScript = convert
    ? await import('../stages/typeset/script/convert-issue.js').then(({ convertIssue }) => convertIssue(issue, convert))
    : issue;
  const errata = await errataPage(made, cwd);
  made.edition = composeEdition(inScript, { ...(sourceDateEpoch !== undefined && { sourceDateEpoch }), errata });
  made.read.push(...(made.edition.read ?? []));
};

/** The errata of the earlier edition that `issue.yaml` names. */
async function errataPage(made: MadeIssue, cwd: string): Promise<EditionDocument | undefined> {
  const { source, issue, applied } = made;
  if (source.config.errata === undefined) return undefined;
  // reading editions and PDFs takes much that other builds do without
  const { errataOfIssue } = await import('../editions/errata/errata-of-issue.js');
  const file = path.resolve(source.folder, source.config.errata);
  const { document, warnings } = await errataOfIssue(issue!, applied, {
    file,
    shown: shownPath(file, cwd),
    folder: source.folder,
    convert: source.config.convert,
  });
  for (const { line, reason } of warnings) {
    const about =
      line === undefined ? source.configFile : made.files.find(({ path: name }) => name === source.corrections?.file);
    if (!about) continue;
    const place = line && { place: { line, column: 1 } };
    fileMessage(about, reason, { source: 'editions', ruleId: 'errata', ...place }).fatal = false;
  }
  return document;
}
