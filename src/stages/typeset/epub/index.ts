/** Typesetting for readers on a screen: `Edition` in, the bytes of an EPUB out. */
export { makeEpub, type EpubOptions } from './make-epub.js';
export { target, readBackBook } from './target.js';
