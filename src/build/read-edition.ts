/**
 * Reads an edition from whatever stands for it: an edition file, an EPUB, the texts that it is made of, or any of these
 * at a revision of git (`<revision>:<path>`).
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findIssues } from '../stages/acquire/index.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { makeIssue } from '../pipeline/make-issue.js';
import { findingsOf } from '../publish/findings.js';
import { readZip } from '../system/read-zip.js';
import { readEditionRecord, type EditionRecord } from '../editions/edition-record.js';
import { readBookRecord } from '../editions/read-book-record.js';
import { recordEdition } from '../editions/record-edition.js';

/**
 * @param cwd absolute path that `asked` is relative to
 * @throws Misuse for what stands for no edition
 */
export async function readEdition(asked: string, cwd: string): Promise<EditionRecord> {
  const place = path.resolve(cwd, asked);
  const found = await stat(place).catch(() => undefined);
  if (!found && /^[^:-][^:]*:/.test(asked)) return atRevision(asked, cwd);
  if (found?.isFile() && /\.(json|epub)$/i.test(asked)) return ofFile(await readFile(place), asked);
  return ofTexts(asked, cwd);
}

function ofFile(bytes: Buffer, name: string): EditionRecord {
  return /\.epub$/i.test(name) ? readBookRecord(bytes, name) : readEditionRecord(bytes.toString(), name);
}

async function ofTexts(asked: string, cwd: string): Promise<EditionRecord> {
  const [source, ...more] = await findIssues([asked], cwd);
  if (more.length > 0)
    throw new Misuse({ file: asked, reason: messages.editions.oneIssue([source!, ...more].map(({ name }) => name)) });
  const made = await makeIssue(source!, { formats: [], cwd });
  if (made.edition) return recordEdition(made);
  const fatal = findingsOf(made.files).filter(({ severity }) => severity === 'fatal');
  throw new Misuse(fatal.map(({ file, line, id, args }) => ({ file, ...(line && { line }), reason: { id, args } })));
}

/** Files of git go to a folder of their own, and the working tree stays as it is. */
async function atRevision(asked: string, cwd: string): Promise<EditionRecord> {
  const git = async (...args: string[]): Promise<Buffer> => {
    const options = { cwd, encoding: 'buffer' as const, maxBuffer: 2 ** 30 };
    return (await promisify(execFile)('git', args, options)).stdout;
  };
  const refuse = (error: unknown): never => {
    const { code, stderr } = error as { code?: unknown; stderr?: Buffer };
    const reason = code === 'ENOENT' ? messages.editions.noGit : String(stderr ?? '').trim();
    throw new Misuse({ file: asked, reason: messages.editions.noRevision(reason) });
  };
  const kind = (await git('cat-file', '-t', asked).catch(refuse)).toString().trim();
  const name = path.basename(asked.replace(/^[^:]*:/, '')) || 'issue';
  if (kind === 'blob' && /\.(json|epub)$/i.test(name)) return ofFile(await git('cat-file', 'blob', asked), asked);
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-revision-'));
  try {
    const place = path.join(folder, name);
    const files =
      kind === 'blob'
        ? new Map([['', await git('cat-file', 'blob', asked)]])
        : readZip(await git('archive', '--format=zip', '-0', asked).catch(refuse), (file) => !file.endsWith('/'));
    for (const [file, bytes] of files) {
      await mkdir(path.dirname(path.join(place, file)), { recursive: true });
      await writeFile(path.join(place, file), bytes);
    }
    return await ofTexts(place, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
