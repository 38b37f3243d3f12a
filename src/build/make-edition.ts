/**
 * Makes the edition of one issue and gives it back: a path or the files themselves in, the files of the edition out.
 * Nothing is written but what is needed while it works.
 */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ByteStore } from '../cache/byte-store.js';
import { rememberIn } from '../cache/remember.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { Edition, Issue } from '../model/index.js';
import type { MakeOptions, Output } from '../pipeline/made-issue.js';
import type { IssueResult } from '../publish/issue-result.js';
import { findIssues } from '../stages/acquire/index.js';
import { browserIdentity } from '../stages/typeset/pdf/browser/browser-identity.js';
import { printedParts } from '../stages/typeset/pdf/printed-parts.js';
import { usualFormats, wantsBrowser } from '../stages/typeset/targets.js';
import { checkIssue } from './build-issue.js';
import type { BuildOptions } from './build.js';
import { stoppable } from './stoppable.js';

/** The files of an issue by their path in its folder: `issue.yaml`, texts, pictures, `corrections.yaml`. */
export type IssueFiles = Record<string, string | Uint8Array>;

/** What `makeEdition` may be told. */
export interface MakeEditionOptions extends Pick<
  BuildOptions,
  | 'cwd'
  | 'strict'
  | 'language'
  | 'sourceDateEpoch'
  | 'onProgress'
  | 'signal'
  | 'formats'
  | 'browser'
  | 'press'
  | 'notes'
  | 'fonts'
> {
  /** Name of an issue that is given as files, in place of that of a folder: ASCII, it names what is made. */
  name?: string;
  /** Gives a browser that is kept for several makes; its `close` is called after each. */
  launch?: NonNullable<MakeOptions['launch']>;
  /** Where work is kept for later makes: trees, chapters, printed pages. Nothing is kept where it is left out. */
  store?: ByteStore;
}

/** An edition, made and not written. */
export interface MadeEdition extends Omit<IssueResult, 'written' | 'made' | 'unchanged'> {
  /** The files of the edition; none where a finding stopped it. */
  files: Output[];
  /** As far as they were made. */
  issue?: Issue;
  edition?: Edition;
}

/**
 * @param input path of a folder or a file, or the files of an issue
 * @throws Misuse for what cannot be done as asked; the reason of `signal` when it stops the work
 */
export async function makeEdition(input: string | IssueFiles, options: MakeEditionOptions = {}): Promise<MadeEdition> {
  if (typeof input === 'string') return make(input, path.resolve(options.cwd ?? '.'), options);
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'kanben-issue-')));
  try {
    const folder = await layOut(home, options.name ?? 'issue', input);
    return await make('.', folder, options);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function make(asked: string, cwd: string, options: MakeEditionOptions): Promise<MadeEdition> {
  const [source, ...others] = await findIssues([asked], cwd);
  if (!source || others.length > 0)
    throw new Misuse({ reason: messages.revise.oneIssue([source!, ...others].map(({ name }) => name)) });
  const { strict = false, language } = options;
  const { made, result } = await checkIssue(source, makingOf(options, cwd), { strict, language });
  const { written: _written, made: _made, unchanged: _unchanged, ...seen } = result;
  return {
    ...seen,
    files: seen.ok ? made.outputs : [],
    ...(made.issue && { issue: made.issue }),
    ...(made.edition && { edition: made.edition }),
  };
}

/**
 * How an edition is made that nothing is written of.
 *
 * @param cwd absolute path of the working folder
 */
export function makingOf(options: MakeEditionOptions, cwd: string): MakeOptions {
  const { formats = usualFormats, store, browser, launch, press, notes, fonts } = options;
  return {
    formats,
    cwd,
    browser,
    launch,
    press,
    notes,
    fonts,
    sourceDateEpoch: options.sourceDateEpoch,
    onProgress: stoppable(options),
    // a store of this process holds nothing of another program
    remember: store && rememberIn(store, ''),
    printed: store && wantsBrowser(formats) ? printedParts(store, '', browserIdentity(browser)) : undefined,
  };
}

/** Puts the files of an issue into a folder of their own, none outside it. */
async function layOut(home: string, name: string, files: IssueFiles): Promise<string> {
  const folder = path.join(home, /^[\w-]+$/.test(name) ? name : 'issue');
  await mkdir(folder);
  for (const [file, content] of Object.entries(files)) {
    const place = path.resolve(folder, file);
    if (!place.startsWith(folder + path.sep)) throw new Misuse({ file, reason: messages.acquire.outsideIssue });
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return folder;
}
