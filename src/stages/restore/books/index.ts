/** The rules for books: what a text needs that is prose or verse, and no article of a journal. */
import type { RestoreRule } from '../../../diagnostics/index.js';
import type { TextTree } from '../../../model/index.js';
import { askNotations } from '../ask-notations.js';
import { cleanJoinedLines } from '../clean-joined-lines.js';
import { copySharedNotes } from '../copy-shared-notes.js';
import { curlQuotes } from '../curl-quotes.js';
import { findCalls } from '../find-calls.js';
import { findEndnotes } from '../find-endnotes.js';
import { findNotes } from '../find-notes.js';
import { pairNotes } from '../pair-notes.js';
import { tellNotesApart } from '../tell-notes-apart.js';
import { textOf } from '../blocks.js';
import { findBreaks } from './find-breaks.js';
import { findDivisions } from './find-divisions.js';
import { findEpigraphs } from './find-epigraphs.js';
import { findNotesBetween } from './find-notes-between.js';
import { findSignatures } from '../find-signatures.js';
import { findSmallHeads } from './find-small-heads.js';
import { findVerse } from './find-verse.js';
import { findWrittenVerse } from './find-written-verse.js';
import { joinLines } from './join-lines.js';
import { readHeadings } from './read-headings.js';
import { readOpening } from './read-opening.js';
import { setSiteLinesAside } from './set-site-lines-aside.js';

/** For plain lines, in the order in which they run. */
export const bookRules: RestoreRule[] = [
  setSiteLinesAside,
  // before lines are joined: a head is a line
  findDivisions,
  // after the divisions: it ends where the first begins
  readOpening,
  findBreaks,
  findSmallHeads,
  // before lines are joined: a stanza is made of lines
  findVerse,
  // after verse, whose last line may name a day
  findSignatures,
  findEpigraphs,
  joinLines,
  // after lines are joined: a note may run over two
  findNotesBetween,
  curlQuotes,
  cleanJoinedLines,
];

/** For Markdown that a person wrote: its signs say what they mean. */
export const markdownBookRules: RestoreRule[] = [
  readHeadings,
  findEndnotes,
  findCalls,
  tellNotesApart,
  pairNotes,
  curlQuotes,
  findWrittenVerse,
  findSignatures,
  findEpigraphs,
  // what no reader has read
  askNotations,
];

const noteRules: RestoreRule[] = [findEndnotes, findNotes, copySharedNotes, findCalls, tellNotesApart, pairNotes];

/** Bodies of notes on lines of their own. */
const noteBody = /^[ 　]*(?:[①-⑳]|[[［〔【]\d{1,3}[\]］〕】]|[(（]\d{1,3}[)）][ 　]|[注註]\d{0,3}[：:])/u;

/** The rules that a text of a book needs. */
export function bookRulesFor(tree: TextTree): RestoreRule[] {
  if (tree.survey.kind === 'markdown' || tree.survey.kind === 'structured') return markdownBookRules;
  const hasNotes = tree.root.children.filter((node) => noteBody.test(textOf(node))).length >= 2;
  if (!hasNotes) return [...bookRules, findEndnotes, findCalls, pairNotes];
  const at = bookRules.indexOf(joinLines);
  return [...bookRules.slice(0, at), ...noteRules, ...bookRules.slice(at)];
}
