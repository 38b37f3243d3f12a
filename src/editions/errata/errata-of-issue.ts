/** The errata page of an issue: the issue, its corrections and an earlier edition in, a document and what to look at out. */
import type { EditionDocument, Issue } from '../../model/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { Applied } from '../../stages/revise/index.js';
import { editionStrings } from '../../stages/typeset/html/edition-strings.js';
import { errataDocument, type ErratumRow } from '../../stages/typeset/html/errata-document.js';
import { sourceName } from '../../stages/acquire/source-name.js';
import type { Script } from '../../stages/typeset/script/script-converter.js';
import { errataRows } from './errata-rows.js';
import { errataSince } from './errata-since.js';

export interface ErrataPage {
  rows: ErratumRow[];
  /** Absent where there is nothing to list. */
  document?: EditionDocument;
  /** Misprints that could not be found in that edition, by line of `corrections.yaml`; or why no lines are told. */
  warnings: { line?: number; reason: Message }[];
}

/**
 * @param issue in the script of its texts
 * @param since absolute path of the edition file, its name for messages, the folder of the issue, and the script that
 *   its editions are set in, where that is another than the texts'
 * @throws Misuse for what is no edition file
 */
export async function errataOfIssue(
  issue: Issue,
  applied: readonly Applied[],
  since: { file: string; shown: string; folder: string; convert?: Script },
): Promise<ErrataPage> {
  const names = new Map(issue.raws.map((raw) => [raw.name, sourceName(raw, since.folder)]));
  const { convert } = since;
  const script = convert && (await import('../../stages/typeset/script/script-converter.js'));
  const converter = script && (await script.scriptConverter(convert));
  const forms = [(words: string) => words, ...(converter ? [converter.convert] : [])];
  const errata = await errataSince(applied, (file) => names.get(file) ?? file, forms, since.file, since.shown);
  const language = script ? script.languageOf[convert] : issue.meta.language;
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
