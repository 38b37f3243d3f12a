/**
 * Exports an issue: its path in, a folder of finished Markdown out that builds to the same edition.
 *
 * The files are read back and composed before any of them is put in its place: what would not give the same edition is
 * not written.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findIssues } from '../stages/acquire/index.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { eachIssue, type BuildResult, type CheckOptions } from '../build/build.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { linkTargets } from '../stages/typeset/html/link-targets.js';
import type { Article, Issue } from '../model/index.js';
import { prepareFolder } from '../publish/prepare-folder.js';
import { settle } from '../publish/rename-list.js';
import { isTemporary } from '../system/temporary-name.js';
import { writeWhole, type NewFile } from '../publish/write-whole.js';
import { articleMarkdown } from './article-markdown.js';
import { Gathered } from './gather-pictures.js';
import { issueYaml } from './issue-yaml.js';
import { proveExport } from './prove-export.js';

/** What `exportMarkdown` may be told. */
export interface ExportOptions extends CheckOptions {
  /** Folder to write, relative to the working folder. */
  out: string;
  /** Write into a folder that holds something; other files in it stay. */
  force?: boolean;
}

/**
 * @param asked folder or file of one issue
 * @throws Misuse for several issues, and for a folder that holds something
 */
export async function exportMarkdown(asked: string, options: ExportOptions): Promise<BuildResult> {
  const cwd = path.resolve(options.cwd ?? '.');
  const sources = await findIssues([asked], cwd);
  if (sources.length > 1)
    throw new Misuse({ file: asked, reason: messages.editions.oneIssue(sources.map(({ name }) => name)) });
  const out = path.resolve(cwd, options.out);
  const shown = shownPath(out, cwd);
  await settle(out);
  if ((await holdsFiles(out)) && !options.force)
    throw new Misuse({ file: shown, reason: messages.editions.folderNotEmpty });
  return eachIssue(sources, options, async (made) => {
    const files = markdownOf(made.issue!, made.source.folder);
    await proveExport(files, made.edition!);
    await prepareFolder(out, shown);
    await writeWhole(out, shown, made.source.slug, files);
    return files.map(({ name, bytes }) => ({
      name: `${shown}/${name}`,
      format: 'markdown',
      bytes: Buffer.byteLength(bytes),
    }));
  });
}

/** Whether a folder holds more than what an export that was broken off left. */
async function holdsFiles(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.some((entry) => !entry.isDirectory() && !isTemporary(entry.name));
}

/**
 * The files of an exported issue.
 *
 * @param folder absolute path that the cover and the style sheet of `issue.yaml` are relative to
 */
export function markdownOf(issue: Issue, folder: string): NewFile[] {
  const gathered = new Gathered();
  const width = Math.max(2, String(issue.articles.length).length);
  const nameOf = new Map(
    issue.articles.map((article, i) => [article, `${String(i + 1).padStart(width, '0')}-${article.id}.md`]),
  );
  const targets = linkTargets(issue.articles, ({ id }) => id);
  // a link within the edition leads to the file that its text has now
  const linkOf = (url: string, from: Article): string => {
    const place = targets.placeOf(url, from);
    if (!place) return url;
    const file = nameOf.get(place.article)!;
    return place.heading === undefined ? file : `${file}#${place.heading}`;
  };
  const texts = issue.articles.map((article) => ({
    name: nameOf.get(article)!,
    bytes: articleMarkdown(
      article,
      (called) => gathered.addressOf(article.raw, called),
      (url) => linkOf(url, article),
    ),
  }));
  const css = issue.config.print?.css;
  const beside = {
    ...(issue.meta.cover !== undefined && { cover: gathered.take('', issue.meta.cover) }),
    ...(css !== undefined && { css: gathered.take('', path.resolve(folder, css)) }),
  };
  const names = texts.map(({ name }) => name);
  return [
    { name: 'issue.yaml', bytes: issueYaml(issue, names, beside) },
    ...texts,
    ...[...gathered.files].map(([name, bytes]) => ({ name, bytes })),
  ];
}
