/** Where the data that ships with the code lives, whether the code is run from `src/` or from `lib/`. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of this file's folder: `src/system`, or `lib`. */
const here = dirname(fileURLToPath(import.meta.url));

/** Absolute path of the package's root. */
export const packageFolder = existsSync(join(here, '../package.json')) ? dirname(here) : dirname(dirname(here));

/** Absolute path of the code itself: `lib`, or `src` where it is run from there. */
export const codeFolder = dirname(here) === packageFolder ? here : dirname(here);

/** Absolute path of `templates/`. */
export const templatesFolder = join(packageFolder, 'templates');

/** Absolute path of `styles/`. */
export const stylesFolder = join(packageFolder, 'styles');

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
