/** Where the data that ships with the code lives: the same distance from `src/` and from `lib/`. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the package's root. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** Absolute path of the code itself: `lib/`, or `src/` where it is run from there. */
export const codeFolder = fileURLToPath(new URL('.', import.meta.url));

/** Absolute path of `templates/`. */
export const templatesFolder = fileURLToPath(new URL('../templates', import.meta.url));

/** Absolute path of `styles/`. */
export const stylesFolder = fileURLToPath(new URL('../styles', import.meta.url));

/** Absolute path of the fonts that the packed program carries. */
export const fontsFolder = join(packageFolder, 'fonts');

/**
 * Absolute path of a file of a font package: the packed program carries those that it needs, a clone has the packages.
 *
 * @param file path of the module
 */
export function fontFile(file: string): string {
  const carried = join(fontsFolder, file);
  return existsSync(carried) ? carried : createRequire(import.meta.url).resolve(file);
}
