/** Typesetting for readers on a screen: `Edition` in, the bytes of an EPUB out. */
export { warmUp } from './cover/lettering.js';
export { makeEpub, type EpubOptions } from './make-epub.js';
