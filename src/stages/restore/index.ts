/** The restore stage: `Root` → `Root`, damage that needs structure: furniture, opening, notes, headings, paragraphs. */
import type { TextKind, TextTree } from '../../model/index.js';
import { runRestoreRule, type RestoreRule } from '../../diagnostics/index.js';
import { findSignatures } from './find-signatures.js';
import { bookRulesFor } from './books/index.js';
import { askLostNumbers } from './ask-lost-numbers.js';
import { askNotations } from './ask-notations.js';
import { askNoteEnds } from './ask-note-ends.js';
import { askUnreadable } from './ask-unreadable.js';
import { copySharedNotes } from './copy-shared-notes.js';
import { cleanJoinedLines } from './clean-joined-lines.js';
import { closeHeadlines } from './close-headlines.js';
import { dropWebLines } from './drop-web-lines.js';
import { curlQuotes } from './curl-quotes.js';
import { dropInterruptingHeads } from './drop-interrupting-heads.js';
import { dropFurniture } from './drop-furniture.js';
import { findAbstracts } from './find-abstracts.js';
import { findAuthorNotes } from './find-author-notes.js';
import { findCalls } from './find-calls.js';
import { findCaptions } from './find-captions.js';
import { findContents } from './find-contents.js';
import { findEndnotes } from './find-endnotes.js';
import { findUnmarkedNotes } from './find-unmarked-notes.js';
import { findEnglish } from './find-english.js';
import { findFrontMatter } from './find-front-matter.js';
import { findFurtherTitles } from './find-further-titles.js';
import { findHeadings } from './find-headings.js';
import { findPlainMarks } from './find-plain-marks.js';
import { findMisreadCalls } from './find-misread-calls.js';
import { findMasthead } from './find-masthead.js';
import { findWordedNotes } from './find-worded-notes.js';
import { findNotes } from './find-notes.js';
import { findQuotations } from './find-quotations.js';
import { findReferences } from './find-references.js';
import { findTableLines } from './find-table-lines.js';
import { joinNoteNumbers } from './join-note-numbers.js';
import { joinParagraphs } from './join-paragraphs.js';
import { joinSectionNumbers } from './join-section-numbers.js';
import { labelLines } from './label-lines.js';
import { liftInlineNotes } from './lift-inline-notes.js';
import { lowerFalseHeadings } from './lower-false-headings.js';
import { mendAddressLetters } from './mend-address-letters.js';
import { mendAddresses } from './mend-addresses.js';
import { mendAutolinks } from './mend-autolinks.js';
import { mendLatinWords } from './mend-latin-words.js';
import { mendListEnds } from './mend-list-ends.js';
import { mendLookAlikes } from './mend-look-alikes.js';
import { mendOpeningParagraphs } from './mend-opening-paragraphs.js';
import { mendOpeningLines } from './mend-opening-lines.js';
import { mendMisreadMarks } from './mend-misread-marks.js';
import { mendMisreadQuotes } from './mend-misread-quotes.js';
import { numberPages } from './number-pages.js';
import { pairNotes } from './pair-notes.js';
import { tellNotesApart } from './tell-notes-apart.js';
import { placeRaisedNumbers } from './place-raised-numbers.js';
import { splitLabelledParts } from './split-labelled-parts.js';
import { splitSwallowedNotes } from './split-swallowed-notes.js';
import { widenMarks } from './widen-marks.js';

/** In the order in which they run. */
export const restoreRules: RestoreRule[] = [
  mendAutolinks,
  // before anything asks what a heading heads
  lowerFalseHeadings,
  // before the contents: a page's navigation looks like a list
  dropWebLines,
  // before the furniture: 01 is no page number
  joinSectionNumbers,
  // before the contents: the titles come again, and are no openings
  findAbstracts,
  // before the furniture: a title may be the running head of its article
  findContents,
  // before the furniture: they look like page numbers; those of notes first, which answer the others
  joinNoteNumbers,
  placeRaisedNumbers,
  // before anything looks at neighbours: a running head stands between any two
  dropFurniture,
  // before the opening: what names the issue is not part of the title
  findMasthead,
  // before the opening is read: a part is a block
  splitLabelledParts,
  mendOpeningLines,
  mendOpeningParagraphs,
  // after the masthead and the labels, which are no titles
  labelLines,
  findFrontMatter,
  // after the labels: they tell most openings
  findFurtherTitles,
  // before the references: a list whose entries are called once and in order is one of notes
  findEndnotes,
  // before the notes: their lists look alike
  findReferences,
  // after the opening: a title stands before a paragraph, too
  dropInterruptingHeads,
  // before the notes, which it shows where they begin
  findWordedNotes,
  findPlainMarks,
  findUnmarkedNotes,
  // after the opening: an abstract is set to a measure of its own, as notes are
  findNotes,
  splitSwallowedNotes,
  copySharedNotes,
  // after the notes, whose number tells how many are called; before headings, which stand behind the end of a sentence
  findMisreadCalls,
  // before the calls: the mark on a name calls no note of the text
  findAuthorNotes,
  // after the notes: most Latin blocks are theirs
  findEnglish,
  findCaptions,
  // after the captions, before headings: the numbered lines of a table are none
  findTableLines,
  findHeadings,
  closeHeadlines,
  // after the headings: those may stand in the middle of the line
  findQuotations,
  // before the calls: it makes some, with notes behind their paragraphs
  liftInlineNotes,
  findCalls,
  // before the notes are tied: what has one label is one note
  tellNotesApart,
  // before paragraphs are joined: a block of notes stands where its page ends
  pairNotes,
  // while every page still begins with a block of its own
  numberPages,
  // before paragraphs are joined: a name and a date are lines
  findSignatures,
  joinParagraphs,
  // after the lines of a quotation are one
  curlQuotes,
  // after quotation marks are curly
  widenMarks,
  // after lines are joined: what tells a mark's width may have stood on another one
  cleanJoinedLines,
  // after the lines of a note are one
  mendAddresses,
  // after paragraphs are joined: a word may run over two lines
  mendLookAlikes,
  mendLatinWords,
  mendMisreadMarks,
  mendListEnds,
  mendMisreadQuotes,
  mendAddressLetters,
  // what no rule could put right
  askUnreadable,
  askNotations,
  // after addresses are closed up
  askNoteEnds,
  askLostNumbers,
];

/** What a text needs whose signs say what they mean: a call or a note that a person has left alone is found. */
const finishedRules: RestoreRule[] = [tellNotesApart, pairNotes];
const finished = new Set<TextKind>(['finished', 'aozora']);

/** What a text with positions needs once its blocks are put together: letters and marks, and what is to be asked. */
const pagedRules: RestoreRule[] = [
  pairNotes,
  cleanJoinedLines,
  curlQuotes,
  widenMarks,
  mendAddresses,
  mendLatinWords,
  askUnreadable,
  askNoteEnds,
];

/** What a file needs that marks its structure: what its author typed by hand, openings and lists of notes above all. */
const structuredRules: RestoreRule[] = [
  dropWebLines,
  findMasthead,
  splitLabelledParts,
  findFrontMatter,
  findFurtherTitles,
  findEndnotes,
  findReferences,
  findNotes,
  copySharedNotes,
  findAuthorNotes,
  findEnglish,
  findCaptions,
  findHeadings,
  closeHeadlines,
  liftInlineNotes,
  findCalls,
  tellNotesApart,
  pairNotes,
  findSignatures,
  curlQuotes,
  widenMarks,
  cleanJoinedLines,
  mendAddresses,
  askUnreadable,
  askNoteEnds,
];

/** The rules that a text of this kind needs. */
export function rulesFor(kind: TextKind): RestoreRule[] {
  if (kind === 'structured') return structuredRules;
  if (kind === 'paged') return pagedRules;
  return finished.has(kind) ? finishedRules : restoreRules;
}

/** Restores a tree in place and returns it. */
export function restore(tree: TextTree): TextTree {
  const rules = tree.survey.book ? bookRulesFor(tree) : rulesFor(tree.survey.kind);
  for (const rule of rules) runRestoreRule(rule, tree);
  return tree;
}
