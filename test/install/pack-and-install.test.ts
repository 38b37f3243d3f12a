/** The packed program, installed where npm's registry is all that can be reached. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from '../temporary-folder.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const block = pathToFileURL(path.join(root, 'test/install/block-names.js')).href;
/** MB that an installed program may take. */
const largest = 450;

test('packed, it installs into an empty prefix, takes little room and builds', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': '# 渡口\n\n船[^1]来了。\n\n[^1]: 一种木船。\n' });
  const env = { ...process.env, NODE_OPTIONS: `--import ${block}`, HOME: cwd, KANBEN_CACHE: 'off' };
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', cwd], { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const prefix = path.join(cwd, 'prefix');
  await mkdir(prefix);
  const install = ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', path.join(cwd, filename)];
  await writeFile(path.join(cwd, '.npmrc'), await registryLine());
  try {
    await run('npm', install, { cwd, env });
  } catch (error) {
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(String(error))) return t.skip('no registry can be reached');
    throw error;
  }
  assert.ok((await sizeOf(prefix)) < largest * 1_000_000);
  const program = path.join(prefix, process.platform === 'win32' ? 'kanben.cmd' : 'bin/kanben');
  await run(program, ['build', 'issue', '--format', 'epub'], { cwd, env });
  assert.deepEqual((await readdir(path.join(cwd, 'dist'))).sort(), [
    'issue.edition.json',
    'issue.epub',
    'issue.report.json',
  ]);
  const doctor = await run(program, ['doctor', '--json'], { cwd, env }).catch((error: { stdout: string }) => error);
  const { checks } = JSON.parse(doctor.stdout) as { checks: { what: string; ok: boolean }[] };
  assert.deepEqual(checks.find(({ what }) => what === 'fonts')?.ok, true);
});

/** The registry that this clone is installed from. */
async function registryLine(): Promise<string> {
  const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: root });
  return `registry=${stdout.trim()}\n`;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await lstat(path.join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('nothing that is installed with it has an install script', async () => {
  const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; devOptional?: boolean; peer?: boolean }>;
  };
  const scripted = Object.entries(packages).filter(
    ([place, one]) => place !== '' && one.hasInstallScript && !one.dev && !one.devOptional && !one.peer,
  );
  assert.deepEqual(
    scripted.map(([place]) => place),
    [],
  );
});
