/** The errata page of an issue: the issue, its corrections and an earlier edition in, a document and what to look at out. */
import type { EditionDocument, Issue } from '../../model.js';
import { messages } from '../../messages/en.js';
import type { Applied } from '../../revise/index.js';
import { editionStrings } from '../../typeset/html/edition-strings.js';
import { errataDocument, type ErratumRow } from '../../typeset/html/errata-document.js';
import { sourceName } from '../record-edition.js';
import { errataRows } from './errata-rows.js';
import { errataSince } from './errata-since.js';

export interface ErrataPage {
  rows: ErratumRow[];
  /** Absent where there is nothing to list. */
  document?: EditionDocument;
  /** Misprints that could not be found in that edition, by line of `corrections.yaml`; or why no lines are told. */
  warnings: { line?: number; reason: string }[];
}

/**
 * @param since absolute path of the edition file, its name for messages, and the folder of the issue
 * @throws Misuse for what is no edition file
 */
export async function errataOfIssue(
  issue: Issue,
  applied: readonly Applied[],
  since: { file: string; shown: string; folder: string },
): Promise<ErrataPage> {
  const names = new Map(issue.raws.map((raw) => [raw.name, sourceName(raw, since.folder)]));
  const errata = await errataSince(applied, (file) => names.get(file) ?? file, since.file, since.shown);
  const { language } = issue.meta;
  const strings = editionStrings(language);
  const rows = errataRows(errata, strings);
  return {
    rows,
    ...(rows.length > 0 && { document: errataDocument(rows, errata.since, language, strings) }),
    warnings: [
      ...errata.unplaced.map(({ line, find }) => ({
        line,
        reason: messages.editions.errata.unplaced(find, since.shown),
      })),
      ...(errata.withoutLines && rows.length > 0
        ? [{ reason: messages.editions.errata.withoutLines(errata.withoutLines, since.shown) }]
        : []),
    ],
  };
}
