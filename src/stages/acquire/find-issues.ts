/**
 * Finds what is to be built: paths in, issues out, with their `issue.yaml` read and their texts in order.
 *
 * A folder with texts is one issue. A folder without texts stands for the issues in its subfolders. A single file is an
 * issue of its own; an `issue.yaml` beside it speaks for it when it lists the file, or lists no files.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { messages } from '../../messages/index.js';
import { Misuse, type Fault } from '../../messages/misuse.js';
import type { IssueSource, ReadFile, TextSource } from '../../model/index.js';
import { asciiName } from './ascii-name.js';
import { digestOf } from './file-digest.js';
import { isTextName, textsOf, unreadFiles } from './folder-files.js';
import { naturalOrder } from './natural-order.js';
import type { ConfigReading } from './read-issue-config.js';
import { shownPath } from './shown-path.js';

const configName = 'issue.yaml';
const correctionsName = 'corrections.yaml';
/** How many folders down issues are looked for: source/journal/2026/01 is found, a whole disk is not searched. */
const deepest = 3;

/** What is built when nothing is named. */
export const defaultFolder = 'source';

/**
 * @param paths files, folders or globs; none stands for the folders of `source/`
 * @param cwd absolute path of the folder that they are relative to
 * @returns issues with slugs that differ, in the order asked for
 * @throws Misuse for a path that leads nowhere, a folder without texts, a faulty `issue.yaml`, two equal slugs
 */
export async function findIssues(paths: string[], cwd: string): Promise<IssueSource[]> {
  const places = paths.length > 0 ? await existing(paths, cwd) : await sampleFolder(cwd);
  const complaints: Fault[] = [];
  const issues: IssueSource[] = [];
  for (const place of places) {
    try {
      const isFolder = (await stat(place)).isDirectory();
      issues.push(...(isFolder ? await issuesOfFolder(place, cwd) : [await issueOfFile(place, cwd)]));
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      complaints.push(...error.complaints.map(({ content, ...complaint }) => ({ ...complaint, reason: content })));
    }
  }
  complaints.push(...equalSlugs(issues));
  if (complaints.length > 0) throw new Misuse(complaints);
  return issues;
}

/** The issue that one stands in, else the folders of `source/`. */
async function sampleFolder(cwd: string): Promise<string[]> {
  if (await isIssueFolder(cwd)) return [cwd];
  const folder = path.join(cwd, defaultFolder);
  if (!(await isThere(folder))) throw new Misuse({ reason: messages.acquire.nothingAsked(defaultFolder) });
  return [folder];
}

/** Is a folder that of an issue: does an `issue.yaml` stand in it? */
export async function isIssueFolder(folder: string): Promise<boolean> {
  return isThere(path.join(folder, configName));
}

/** Absolute paths, each once, in the order asked for; globs opened. */
async function existing(paths: string[], cwd: string): Promise<string[]> {
  const found = new Set<string>();
  const complaints: Fault[] = [];
  for (const asked of paths) {
    const literal = path.resolve(cwd, asked);
    if (await isThere(literal)) {
      found.add(path.basename(literal) === configName ? path.dirname(literal) : literal);
      continue;
    }
    // most runs name files and folders
    const { default: glob } = await import('fast-glob');
    if (asked !== '' && glob.isDynamicPattern(asked)) {
      const matches = await glob(asked, { cwd, absolute: true, onlyFiles: false, markDirectories: true });
      const useful = matches
        .filter((match) => match.endsWith('/') || isTextName(path.basename(match)))
        .map((match) => path.resolve(match))
        .sort(naturalOrder);
      if (useful.length === 0) complaints.push({ reason: messages.acquire.emptyGlob(asked) });
      for (const match of useful) found.add(match);
    } else {
      complaints.push({ reason: messages.acquire.missingPath(asked, await neighbours(literal)) });
    }
  }
  if (complaints.length > 0) throw new Misuse(complaints);
  return [...found];
}

/** Names that stand where a missing path was looked for. */
async function neighbours(missing: string): Promise<string[]> {
  const names = await readdir(path.dirname(missing)).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).sort(naturalOrder);
}

async function issuesOfFolder(folder: string, cwd: string): Promise<IssueSource[]> {
  const found = await gatherFolder(folder, cwd);
  if (found.length === 0)
    throw new Misuse({ file: shownPath(folder, cwd), reason: messages.acquire.folderWithoutTexts });
  return found;
}

async function gatherFolder(folder: string, cwd: string, depth = deepest): Promise<IssueSource[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => naturalOrder(a.name, b.name));
  const names = await textsOf(folder);
  const found = await configOf(folder, cwd);
  const { config } = found;
  if (names.length > 0 || config) {
    const files = config?.config.texts?.map((text) => text.file) ?? names;
    if (files.length === 0)
      throw new Misuse({ file: shownPath(folder, cwd), reason: messages.acquire.folderWithoutTexts });
    const leftOut = config?.config.leaveOut ?? [];
    const isNamed = (name: string): boolean => [...files, ...leftOut].some((file) => path.normalize(file) === name);
    for (const name of names) if (!isNamed(name)) config?.leftOut(name);
    const { cover, print, errata } = config?.config ?? {};
    const named = [cover, print?.css, errata].filter((name) => name !== undefined);
    const unread = await unreadFiles(folder, [...names, ...files, ...leftOut, ...named]);
    const shown = unread.map((file) => ({ ...file, name: shownPath(file.path, cwd) }));
    return [{ ...(await issue(folder, folder, files, false, found, cwd)), unread: shown }];
  }
  const issues: IssueSource[] = [];
  for (const entry of entries) {
    const skipped = entry.name.startsWith('.') || entry.name === 'node_modules';
    if (!entry.isDirectory() || skipped || depth === 0) continue;
    issues.push(...(await gatherFolder(path.join(folder, entry.name), cwd, depth - 1)));
  }
  return issues;
}

async function issueOfFile(file: string, cwd: string): Promise<IssueSource> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const { config, read } = await configOf(folder, cwd);
  const texts = config?.config.texts;
  const speaksForIt = !texts || texts.some((text) => path.normalize(text.file) === name);
  return issue(file, folder, [name], true, { ...(config && speaksForIt && { config }), read }, cwd);
}

async function issue(
  asked: string,
  folder: string,
  files: string[],
  single: boolean,
  { config, read }: FolderConfig,
  cwd: string,
): Promise<IssueSource> {
  const texts = files.map((file): TextSource => {
    const absolute = path.resolve(folder, file);
    const own = config?.config.texts?.find((text) => text.file === file);
    return { path: absolute, name: shownPath(absolute, cwd), ...(own && { config: own }) };
  });
  const candidates = await Promise.all(
    correctionsNames(asked, single).map((name) => readIfThere(path.join(folder, name))),
  );
  const corrections = candidates.find(({ text }) => text !== undefined);
  const ownName = path.basename(asked, single ? path.extname(asked) : undefined);
  return {
    slug: (!single && config?.config.slug) || asciiName(ownName) || 'edition',
    name: shownPath(asked, cwd),
    folder,
    single,
    texts,
    config: config?.config ?? {},
    ...(config && { configFile: config.file }),
    ...(corrections?.text !== undefined && {
      corrections: { file: shownPath(corrections.read.path, cwd), text: corrections.text },
    }),
    read: [read, ...candidates.map((candidate) => candidate.read)],
  };
}

/** The `issue.yaml` of a folder, if it has one. */
interface FolderConfig {
  config?: ConfigReading;
  read: ReadFile;
}

async function configOf(folder: string, cwd: string): Promise<FolderConfig> {
  const { text, read } = await readIfThere(path.join(folder, configName));
  if (text === undefined) return { read };
  const file = new VFile({ path: shownPath(read.path, cwd), value: text });
  const { readIssueConfig } = await import('./read-issue-config.js');
  return { config: await readIssueConfig(file, (relative) => isThere(path.resolve(folder, relative))), read };
}

/** Names that the corrections of an issue may have, the first that is there: a single text may have a file of its own. */
function correctionsNames(asked: string, single: boolean): string[] {
  return single ? [`${path.parse(asked).name}.${correctionsName}`, correctionsName] : [correctionsName];
}

/** Absolute path of the file that holds an issue's corrections, or that would hold the first. */
export function correctionsPlace({ folder, single, texts, corrections }: IssueSource): string {
  const name = corrections ? path.basename(corrections.file) : correctionsNames(texts[0]!.path, single)[0]!;
  return path.join(folder, name);
}

function equalSlugs(issues: IssueSource[]): Fault[] {
  const slugs = [...new Set(issues.map((one) => one.slug))];
  return slugs
    .map((slug) => ({ slug, names: issues.filter((one) => one.slug === slug).map((one) => one.name) }))
    .filter(({ names }) => names.length > 1)
    .map(({ slug, names }) => ({ reason: messages.acquire.equalSlugs(slug, names) }));
}

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );

async function readIfThere(place: string): Promise<{ text?: string; read: ReadFile }> {
  if (!(await isThere(place))) return { read: { path: place, digest: null } };
  const bytes = await readFile(place);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return { text, read: { path: place, digest: digestOf(bytes) } };
}
