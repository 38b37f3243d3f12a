/** Typesetting for readers on a screen: `Edition` in, the bytes of an EPUB out. */
export { makeEpub, type EpubOptions } from './make-epub.js';
