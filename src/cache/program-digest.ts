/**
 * What makes this program what it is: nothing in, a digest out that differs wherever the program could work differently.
 *
 * It covers the compiled code with its templates and styles, the versions of the libraries (the fonts are libraries,
 * too), the version of Node (its zlib packs the book) and the machine.
 */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { codeFolder, fontsFolder, packageFolder, stylesFolder, templatesFolder } from '../system/locations.js';

/** Reads some hundred small files: ask once a run. */
export function programDigest(): string {
  const hash = createHash('sha256');
  hash.update([process.version, process.platform, process.arch].join('\n'));
  for (const folder of [codeFolder, templatesFolder, stylesFolder]) addFolder(hash, folder);
  for (const [name, bytes] of carriedFonts()) hash.update(`${name} ${bytes}\n`);
  for (const [name, version] of librariesOf(path.join(packageFolder, 'package.json')))
    hash.update(`${name}@${version}\n`);
  return hash.digest('hex');
}

/** Fonts are large, and their files are not altered: a name that holds the weight, and the size, tell them apart. */
function carriedFonts(): [name: string, bytes: number][] {
  if (!existsSync(fontsFolder)) return [];
  return readdirSync(fontsFolder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(path.join(fontsFolder, name)).size]);
}

function addFolder(hash: Hash, folder: string): void {
  const names = readdirSync(folder, { withFileTypes: true, recursive: true })
    // declarations and maps do nothing
    .filter((entry) => entry.isFile() && !/\.(?:d\.ts|map)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    const bytes = readFileSync(name);
    hash.update(`${path.relative(folder, name)} ${bytes.length}\n`).update(bytes);
  }
}

/** Names and versions of what is installed for the program, libraries of libraries included where npm lists them. */
function librariesOf(manifest: string): [string, string][] {
  const { dependencies = {}, optionalDependencies = {} } = readJson(manifest) as Manifest;
  const places = createRequire(manifest).resolve.paths('kanben') ?? [];
  const own = Object.keys({ ...dependencies, ...optionalDependencies }).map((name): [string, string] => [
    name,
    places.map((place) => (readJson(path.join(place, name, 'package.json')) as Manifest).version).find(Boolean) ??
      'absent',
  ]);
  const listed = places.flatMap((place) =>
    Object.entries((readJson(path.join(place, '.package-lock.json')) as Manifest).packages ?? {}),
  );
  return [...own, ...listed.map(([name, { version = '' }]): [string, string] => [name, version])];
}

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  packages?: Record<string, { version?: string }>;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
