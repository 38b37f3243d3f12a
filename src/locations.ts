/** Where the data that ships with the code lives: the same distance from `src/` and from `lib/`. */
import { fileURLToPath } from 'node:url';

/** Absolute path of the package's root. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** Absolute path of the code itself: `lib/`, or `src/` where it is run from there. */
export const codeFolder = fileURLToPath(new URL('.', import.meta.url));

/** Absolute path of `templates/`. */
export const templatesFolder = fileURLToPath(new URL('../templates', import.meta.url));

/** Absolute path of `styles/`. */
export const stylesFolder = fileURLToPath(new URL('../styles', import.meta.url));
