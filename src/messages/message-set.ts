/** Sentences of one language: what every set holds. */
import type { en } from './en/index.js';

export type MessageSet = typeof en;
