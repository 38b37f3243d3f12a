/** Typesetting, first half: `Issue` in, `Edition` out. */
export { composeEdition, type ComposeOptions } from './compose-edition.js';
