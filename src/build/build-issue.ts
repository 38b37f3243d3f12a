/** Makes one issue and writes its edition: an issue that was found in, what became of it out. */
import { changedFiles } from '../stages/acquire/file-digest.js';
import { findIssues } from '../stages/acquire/index.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import type { IssueResult } from '../publish/issue-result.js';
import type { Remember } from '../cache/remember.js';
import { recordEdition } from '../editions/record-edition.js';
import { messages, type Language } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { IssueSource } from '../model/index.js';
import { makeIssue } from '../pipeline/make-issue.js';
import type { MadeIssue, MakeOptions } from '../pipeline/made-issue.js';
import { formerFiles, removeFormer } from '../publish/former-files.js';
import { countFindings, findingsOf } from '../publish/findings.js';
import type { LastBuilds } from '../publish/last-build.js';
import { reportOf, type Report } from '../publish/report.js';
import { verdictOf } from '../publish/verdict.js';
import { writeWhole } from '../publish/write-whole.js';
import type { WrittenFile } from '../publish/written-file.js';

/** How an issue is made and where its edition goes. */
export interface IssueBuild {
  making: MakeOptions;
  /** Warnings stop it, too. */
  strict: boolean;
  /** In which findings are worded. */
  language: Language | undefined;
  /** Absolute path of the folder of editions, and its name for messages. */
  out: string;
  shown: string;
  /** Where to leave word of what was done. */
  last: LastBuilds | undefined;
}

/** How what was found is looked at. */
type Looking = Pick<IssueBuild, 'strict' | 'language'>;

/** @throws Misuse when its files cannot be written, or its sources change again and again while it is made */
export async function buildIssue(
  found: IssueSource,
  { making, out, shown, last, ...looking }: IssueBuild,
): Promise<IssueResult> {
  const { source, made, result } = await checkUndisturbed(found, making, looking);
  if (!result.ok) return result;
  making.onProgress?.({ issue: source.slug, stage: 'write' });
  const files = await filesOf(made, result.report, making.remember);
  const former = await formerFiles(out, source.slug);
  const finished = await writeWhole(
    out,
    shown,
    source.slug,
    files.map(({ name, content }) => ({ name, bytes: content })),
  );
  await removeFormer(out, source.slug, former, made.outputs);
  const written = files.map(({ content: _, ...file }) => file);
  const digests = written.map((file, i) => ({ ...file, sha256: finished[i]!.sha256 }));
  await last?.keep(source, made.read, digests);
  return { ...result, written: written.map((file) => ({ ...file, name: `${shown}/${file.name}` })) };
}

/** Makes an issue, and looks at it. Nothing is written. */
export async function checkIssue(
  source: IssueSource,
  making: MakeOptions,
  { strict, language }: Looking,
): Promise<{ made: MadeIssue; result: IssueResult }> {
  const made = await makeIssue(source, making);
  const findings = findingsOf(made.files, language);
  const counts = countFindings(findings);
  const ok = counts.fatal === 0 && !(strict && counts.warning > 0);
  const { slug, name } = source;
  const seen = reportOf(made, language);
  const notes = seen.articles.reduce((sum, article) => sum + article.notes, 0);
  const verdict = verdictOf(made, findings, notes, ok);
  const report = { ...seen, verdict };
  const result: IssueResult = {
    slug,
    name,
    ok,
    unchanged: false,
    verdict,
    findings,
    counts,
    report,
    written: [],
    made,
  };
  return { made, result };
}

/** As `checkIssue`; when a file was edited meanwhile, once more from the beginning. */
async function checkUndisturbed(source: IssueSource, making: MakeOptions, looking: Looking) {
  const { cwd } = making;
  for (let round = 1; ; round++) {
    const { made, result } = await checkIssue(source, making, looking);
    const changed = await changedFiles(made.read);
    if (changed.length === 0) return { source, made, result };
    if (round > 1) throw new Misuse({ file: shownPath(changed[0]!, cwd), reason: messages.publish.keepsChanging });
    const [again] = await findIssues([source.single ? source.texts[0]!.path : source.folder], cwd);
    source = again!;
  }
}

/** The files of an edition, its report and its record. */
async function filesOf(
  made: MadeIssue,
  report: Report,
  remember: Remember | undefined,
): Promise<(WrittenFile & { content: Uint8Array | string })[]> {
  const { slug } = made.source;
  const record = await recordEdition(made, remember);
  return [
    ...made.outputs.map(({ name, format, bytes, pages }) => ({
      name,
      format,
      bytes: bytes.length,
      ...(pages !== undefined && { pages }),
      content: bytes,
    })),
    ...[
      { format: 'report' as const, document: report },
      { format: 'edition' as const, document: record },
    ].map(({ format, document }) => {
      const content = `${JSON.stringify(document, null, 2)}\n`;
      return { name: `${slug}.${format}.json`, format, bytes: Buffer.byteLength(content), content };
    }),
  ];
}
