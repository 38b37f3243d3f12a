/**
 * Builds and checks issues: paths in, what was made and seen out. The files of an edition are written, nothing is printed.
 */
import path from 'node:path';
import { findIssues } from '../stages/acquire/index.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { openCache } from '../cache/open-cache.js';
import type { Remember } from '../cache/remember.js';
import { printedParts } from '../stages/typeset/pdf/printed-parts.js';
import type { FontChoice, NoteProfile } from '../model/choices.js';
import { formats as allFormats, usualFormats, wantsBrowser, type Format } from '../stages/typeset/targets.js';
import { stoppable } from './stoppable.js';
import type { IssueSource, Progress } from '../model/index.js';
import { messages, sentenceOf, type Language } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { LastBuilds } from '../publish/last-build.js';
import { prepareFolder } from '../publish/prepare-folder.js';
import { settle } from '../publish/rename-list.js';
import type { IssueResult } from '../publish/issue-result.js';
import { standingIssue } from '../publish/standing-issue.js';
import type { WrittenFile } from '../publish/written-file.js';
import { browserIdentity } from '../stages/typeset/pdf/browser/browser-identity.js';
import type { BrowserKeeper } from '../stages/typeset/pdf/browser/browser-keeper.js';

/** What `check` may be told. */
export interface CheckOptions {
  /** Working folder; the process's own where it is left out. */
  cwd?: string;
  /** Warnings stop an edition as fatal findings do. */
  strict?: boolean;
  /** In which findings and the report are worded; English where it is left out. */
  language?: Language;
  /** Seconds since 1970 for the time of the edition; `SOURCE_DATE_EPOCH` of the environment where it is left out. */
  sourceDateEpoch?: number;
  onProgress?: (progress: Progress) => void;
  /** Ends the work before the next stage; what is under way then rejects with the signal's reason, and nothing is written. */
  signal?: AbortSignal;
  /** Told of each issue as soon as it is done. */
  onIssue?: (result: IssueResult) => void;
}

/** What `build` may be told. */
export interface BuildOptions extends CheckOptions {
  /** Folder for the editions, relative to the working folder; `dist` where it is left out. */
  out?: string;
  /** EPUB and PDF where it is left out. */
  formats?: readonly Format[];
  /** Path of the browser that prints the PDF. */
  browser?: string;
  /** A PDF for a press: bleed and crop marks, black as one ink, PDF/X-4. */
  press?: boolean;
  /** What notes of the EPUB are written for, in place of what each `issue.yaml` says. */
  notes?: NoteProfile;
  /** Whether the EPUB carries its fonts, in place of what each `issue.yaml` says. */
  fonts?: FontChoice;
  /** A browser that is kept for several builds; whoever made it closes it. */
  keeper?: BrowserKeeper;
  /** Whether work of earlier builds is used and work is kept for later ones; true where it is left out. */
  cache?: boolean;
}

/** What became of all. */
export interface BuildResult {
  /** True when every issue is. */
  ok: boolean;
  issues: IssueResult[];
  /** What is to be said that concerns no text. */
  remarks: string[];
}

/**
 * Builds issues and writes their editions.
 *
 * @param paths files, folders or globs; the folders of `source/` where it is left out
 * @throws Misuse for what cannot be done as asked: a missing path, a faulty issue.yaml, a folder that cannot be written
 */
export async function build(paths: string | string[] = [], options: BuildOptions = {}): Promise<BuildResult> {
  const { browser, press, notes, fonts, strict = false, language, signal, onIssue } = options;
  const onProgress = stoppable(options);
  const cwd = path.resolve(options.cwd ?? '.');
  const formats = checkedFormats(options.formats ?? usualFormats);
  const sources = await findIssues([paths].flat(), cwd);
  const out = path.resolve(cwd, options.out ?? 'dist');
  const shown = shownPath(out, cwd);
  keepEarlierPrintings(sources, out);
  await prepareFolder(out, shown);
  await settle(out);
  const sourceDateEpoch = options.sourceDateEpoch ?? epochOfEnvironment();
  const make = { formats, cwd, browser, press, notes, fonts, sourceDateEpoch };
  const cache = options.cache === false ? undefined : openCache();
  const printer = wantsBrowser(formats) ? browserIdentity(browser) : '';
  const last =
    cache && new LastBuilds(cache.store, JSON.stringify([cache.program, printer, language, { ...make, cwd: '' }]), out);
  const printed = cache && printedParts(cache.store, cache.program, printer);
  const issues: IssueResult[] = [];
  let keeper = options.keeper;
  try {
    for (const source of sources) {
      signal?.throwIfAborted();
      const standing = await last?.standing(source);
      const { files, before = false } = standing ?? {};
      let result = files && (await standingIssue(source, files, { out, shown, cwd, strict }));
      if (!result) {
        // where nothing has changed, nothing of all this is loaded; else the browser starts while the texts are read
        if (wantsBrowser(formats)) keeper ??= await keeperOf(browser, cache?.remember);
        const [{ buildIssue }] = await Promise.all([import('./build-issue.js'), keeper?.start()]);
        const launch = keeper && (() => keeper!.borrow());
        const making = { ...make, again: before, launch, onProgress, remember: cache?.remember, printed };
        result = await buildIssue(source, { making, strict, language, out, shown, last });
      }
      onIssue?.(result);
      issues.push(result);
    }
  } finally {
    if (keeper !== options.keeper) await keeper?.close();
  }
  await cache?.store.tidy();
  const trouble = cache?.store.trouble;
  return {
    ok: issues.every((issue) => issue.ok),
    issues,
    remarks: trouble ? [sentenceOf(messages.cache.cannotKeep(cache.store.folder, trouble.code), options.language)] : [],
  };
}

/**
 * Looks issues over without making files.
 *
 * @param paths as for `build`
 */
export async function check(paths: string | string[] = [], options: CheckOptions = {}): Promise<BuildResult> {
  const cwd = path.resolve(options.cwd ?? '.');
  return eachIssue(await findIssues([paths].flat(), cwd), options);
}

/**
 * Makes issues one after the other, without targets.
 *
 * @param write writes of each what is asked for, unless a finding stops it
 */
export async function eachIssue(
  sources: IssueSource[],
  options: CheckOptions,
  write?: (made: MadeIssue) => Promise<WrittenFile[]>,
): Promise<BuildResult> {
  const { strict = false, language } = options;
  const onProgress = stoppable(options);
  const cwd = path.resolve(options.cwd ?? '.');
  const sourceDateEpoch = options.sourceDateEpoch ?? epochOfEnvironment();
  const { checkIssue } = await import('./build-issue.js');
  const issues: IssueResult[] = [];
  for (const source of sources) {
    const { made, result } = await checkIssue(
      source,
      { formats: [], cwd, sourceDateEpoch, onProgress, pictures: write !== undefined },
      { strict, language },
    );
    if (result.ok && write) {
      onProgress?.({ issue: source.slug, stage: 'write' });
      result.written = await write(made);
    }
    options.onIssue?.(result);
    issues.push(result);
  }
  return { ok: issues.every((issue) => issue.ok), issues, remarks: [] };
}

/** @throws Misuse when an issue takes its errata from the very files that the build replaces */
function keepEarlierPrintings(sources: readonly IssueSource[], out: string): void {
  const taken = sources.filter(
    ({ folder, slug, config: { errata } }) =>
      errata !== undefined && path.resolve(folder, errata) === path.join(out, `${slug}.edition.json`),
  );
  if (taken.length === 0) return;
  throw new Misuse(
    taken.map(({ name, configFile, config: { errata } }) => ({
      file: configFile?.path ?? name,
      reason: messages.editions.errata.overwritten(errata!),
    })),
  );
}

async function keeperOf(browser: string | undefined, remember: Remember | undefined): Promise<BrowserKeeper> {
  const { BrowserKeeper } = await import('../stages/typeset/pdf/browser/browser-keeper.js');
  return new BrowserKeeper(browser, { remember });
}

function checkedFormats(formats: readonly Format[]): readonly Format[] {
  const unknown = formats.find((format) => !allFormats.includes(format));
  if (unknown !== undefined || formats.length === 0) {
    throw new Misuse({ reason: messages.cli.unknownFormat(unknown ?? '', [...allFormats]) });
  }
  return formats;
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function epochOfEnvironment(): number | undefined {
  const said = process.env.SOURCE_DATE_EPOCH;
  if (said === undefined || said === '') return undefined;
  if (!/^\d{1,11}$/.test(said)) throw new Misuse({ reason: messages.cli.wrongEpoch(said) });
  return Number(said);
}
