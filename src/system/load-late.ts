/**
 * Libraries that are slow to load and not needed by every run: they are loaded when they are first asked for, without a
 * promise, so that the functions that use them stay as plain as they are.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Han to pinyin; builds its dictionary when it is loaded. */
export const pinyinPro = (): typeof import('pinyin-pro') => load('pinyin-pro') as typeof import('pinyin-pro');

/** Kind and size of a picture. */
export const imageSizes = (): typeof import('image-size') => load('image-size') as typeof import('image-size');
