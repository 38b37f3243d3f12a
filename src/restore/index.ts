/** The restore stage: `Root` → `Root`, damage that needs structure: furniture, opening, notes, headings, paragraphs. */
import { runRestoreRule, type RestoreRule } from '../diagnostics.js';
import type { TextTree } from '../model.js';
import { dropFurniture } from './drop-furniture.js';
import { findCalls } from './find-calls.js';
import { findCaptions } from './find-captions.js';
import { findEnglish } from './find-english.js';
import { findFrontMatter } from './find-front-matter.js';
import { findHeadings } from './find-headings.js';
import { findNotes } from './find-notes.js';
import { joinParagraphs } from './join-paragraphs.js';
import { mendAutolinks } from './mend-autolinks.js';
import { pairNotes } from './pair-notes.js';

/** In the order in which they run. */
export const restoreRules: RestoreRule[] = [
  mendAutolinks,
  // before anything looks at neighbours: a running head stands between any two
  dropFurniture,
  findFrontMatter,
  // after the opening: an abstract is set to a measure of its own, as notes are
  findNotes,
  // after the notes: most Latin blocks are theirs
  findEnglish,
  findCaptions,
  findHeadings,
  findCalls,
  // before paragraphs are joined: a block of notes stands where its page ends
  pairNotes,
  joinParagraphs,
];

/** Restores a tree in place and returns it. */
export function restore(tree: TextTree): TextTree {
  for (const rule of restoreRules) runRestoreRule(rule, tree);
  return tree;
}
