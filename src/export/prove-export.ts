/** Proves that exported files give the edition that they were made of: they are read back and composed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { findIssues } from '../stages/acquire/index.js';
import type { Edition, EditionDocument } from '../model/index.js';
import { makeIssue } from '../pipeline/make-issue.js';
import type { NewFile } from '../publish/write-whole.js';

/**
 * @param edition that the files were made of
 * @throws where they would give another: a mistake of ours, which must not reach the person's folder
 */
export async function proveExport(files: readonly NewFile[], edition: Edition): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-export-'));
  try {
    for (const { name, bytes } of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    const [source] = await findIssues([folder], folder);
    const again = await makeIssue(source!, { formats: [], cwd: folder });
    const difference = firstDifference(edition, again.edition);
    if (difference) throw new Error(`export: ${difference}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Compares what both targets render. */
function firstDifference(edition: Edition, again: Edition | undefined): string | undefined {
  if (!again) return 'the exported texts do not build';
  if (again.identifier !== edition.identifier) return `the identifier became ${again.identifier}`;
  for (const [i, document] of edition.documents.entries()) {
    const [a, b] = [rendered(document), rendered(again.documents[i])];
    if (a === b) continue;
    let at = 0;
    while (a[at] === b[at]) at++;
    const excerpt = (text: string): string => text.slice(Math.max(0, at - 30), at + 40);
    return `${document.id} reads “${excerpt(b)}”, expected “${excerpt(a)}”`;
  }
  return again.documents.length === edition.documents.length ? undefined : 'it has other documents';
}

function rendered(document: EditionDocument | undefined): string {
  if (!document) return '';
  const { article: _, body, notes, ...facts } = document;
  const html = (children: ElementContent[]): string => toHtml({ type: 'root', children });
  const written = notes.map(({ content, ...note }) => JSON.stringify(note) + html(content));
  return [JSON.stringify(facts), html(body), ...written].join('\n');
}
