/** An issue that is open for acts: the sample, or texts of a test, in a folder of its own. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { OpenIssue, Session } from '../../src/index.js';
import type { Block, BlockRef, Look } from '../../src/proof/types.js';
import { packageFolder } from '../../src/system/locations.js';

/** Folder of the sample issue. */
export const sample = path.join(packageFolder, 'source/yinshua-shihua');

export interface Opened {
  folder: string;
  issue: OpenIssue;
  look(): Promise<Look>;
  /** What `corrections.yaml` holds; empty where there is none. */
  corrections(): Promise<string>;
  write(name: string, text: string): Promise<void>;
  read(name: string): Promise<string>;
  /** A block by its first words, and how an act names it. */
  block(start: string): Promise<Block & { ref: BlockRef }>;
}

/** @param files in place of the sample: content by name */
export async function opened(t: TestContext, files?: Record<string, string>): Promise<Opened> {
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'kanben-proof-')));
  const folder = path.join(home, 'issue');
  if (files) {
    await mkdir(folder);
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  } else await cp(sample, folder, { recursive: true });
  const session = new Session();
  t.after(async () => {
    await session.close();
    await rm(home, { recursive: true, force: true });
  });
  const issue = new OpenIssue('issue', session, home);
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8').catch(() => '');
  return {
    folder,
    issue,
    look: () => issue.look(),
    corrections: () => read('corrections.yaml'),
    read,
    write: (name, text) => writeFile(path.join(folder, name), text),
    async block(start) {
      for (const { id } of (await issue.look()).articles) {
        const found = (await issue.blocks(id))?.find(({ words }) => words.startsWith(start));
        if (found) return { ...found, ref: { article: id, n: found.n, words: found.words } };
      }
      throw new Error(`no block begins with ${start}`);
    },
  };
}

/** A text in which every second note is lost: as many questions. */
export function lostNotes(count: number): string {
  const numbers = '一二三四五六七八';
  const sentences = Array.from(
    { length: count },
    (_, i) => `第${numbers[i]}渡口的船夫说水面很平，人上了船便往对岸去，天黑以前都能回来[${i + 1}]。`,
  );
  const notes = Array.from({ length: count }, (_, i) => `[${i + 1}] 渡口志卷${numbers[i]}。`).filter(
    (_, i) => i % 2 === 0,
  );
  return `渡口\n\n沈知白\n\n${sentences.join('\n\n')}\n\n注释\n\n${notes.join('\n')}\n`;
}
