/**
 * Unpacks the Chromium that the optional package carries: the package's archives in, paths in the temporary folder out.
 *
 * The package's own unpacker writes to fixed names in the temporary folder and takes a half-written file of another
 * process for a finished one. Here everything is unpacked beside its final place and moved there in one step, into a
 * folder that only this user can write.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

export interface UnpackedChromium {
  executable: string;
  /** Folder of the libraries that slim machines lack (NSS, NSPR, expat). */
  libraries: string;
}

const name = '@sparticuz/chromium';

/** Folder of the package's archives and its version; undefined where the package is not installed. */
async function packagedArchives(): Promise<{ folder: string; version: string } | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'bin'), version };
  } catch {
    return undefined;
  }
}

/** The packaged Chromium, unpacked now or by an earlier build; undefined where the package is not installed. */
export async function unpackChromium(): Promise<UnpackedChromium | undefined> {
  const archives = await packagedArchives();
  if (!archives || process.arch !== 'x64') return undefined;
  const base = join(tmpdir(), `kanben-${userInfo().uid}`);
  await ownFolder(base);
  const place = join(base, `chromium-${archives.version}`);
  const unpacked = { executable: join(place, 'chromium'), libraries: join(place, 'lib') };
  if (await exists(unpacked.executable)) return unpacked;
  const draft = await mkdtemp(join(base, 'unpacking-'));
  try {
    await unpackInto(draft, archives.folder);
    await rename(draft, place).catch(async (error: unknown) => {
      // another build was faster: its folder is as good as ours
      if (!(await exists(unpacked.executable))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return unpacked;
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  await unpackTar(brotliDecompressSync(await readFile(join(archives, 'al2023.tar.br'))), folder);
  const executable = join(folder, 'chromium');
  await pipeline(
    createReadStream(join(archives, 'chromium.br'), { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(executable),
  );
  await chmod(executable, 0o700);
}

/** Makes sure that a folder in the shared temporary folder belongs to this user and to nobody else. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const { uid, mode } = await stat(folder);
  if (uid !== userInfo().uid || (mode & 0o022) !== 0) throw new Error(`${folder} belongs to another user`);
}

/** Files, folders and symbolic links of a ustar archive. */
async function unpackTar(tar: Buffer, folder: string): Promise<void> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + 512);
    const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
    const size = parseInt(text(124, 136), 8) || 0;
    const path = resolve(folder, text(0, 100));
    if (!path.startsWith(folder + sep)) throw new Error(`${name}: an archive reaches outside: ${text(0, 100)}`);
    const kind = text(156, 157);
    await mkdir(kind === '5' ? path : dirname(path), { recursive: true });
    if (kind === '2') await symlink(text(157, 257), path);
    else if (kind === '0' || kind === '') {
      await writeFile(path, tar.subarray(at + 512, at + 512 + size), { mode: parseInt(text(100, 108), 8) & 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
