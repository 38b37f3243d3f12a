/**
 * Says where so many notes of a text layer have lost their marks that its lines cannot be in order: the file that it was
 * taken from knows the places.
 */
import { isLineByLine } from '../clean/survey.js';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Issue, TextTree } from '../../model/index.js';
import { acceptanceOf } from '../revise/records/accept.js';

/** Findings that say that a note stands there and its mark does not. A note may be lost alone, its mark seldom. */
const lostMarks = new Set(['restore.noteWithoutCall', 'restore.noteBeforeText']);
const lostNotes = new Set(['restore.callWithoutNote']);
/** Fewer notes show nothing. */
const fewestNotes = 8;
/** Above this share of untied notes the layer is torn; above the other, with so many notes, nobody could tie them. */
const torn = 0.25;
const hopeless = { share: 0.6, notes: 20 };
/** A note whose end stands elsewhere. */
const brokenNotes = new Set(['restore.noteBrokenOff']);
/** Of so many notes and marks, those that found no other of either kind, or that break off. */
const scattered = { share: 0.35, notes: 40 };

/** @param confirmed whether a person has said of a text, by its name, that it is as it should be */
export function notesTied(issue: Issue, trees: readonly TextTree[], confirmed: (name: string) => boolean): void {
  for (const { raw, survey } of trees) {
    if (!isLineByLine(survey) || survey.kind === 'caj') continue;
    const count = (ids: ReadonlySet<string>): number =>
      raw.file.messages.filter(({ content }) => content && ids.has(content.id)).length;
    const notes = countNotes(issue, raw.name);
    const lost = count(lostMarks);
    const untied = lost + count(lostNotes);
    const isScattered = notes >= scattered.notes && untied + count(brokenNotes) > notes * scattered.share;
    if (notes < fewestNotes || (lost <= notes * torn && !isScattered)) continue;
    const stops = notes >= hopeless.notes && lost > notes * hopeless.share && !survey.stated && !confirmed(raw.name);
    const reason = messages.ledger.notesUntied(notes, Math.max(0, notes - untied));
    const message = say(raw, stops ? 'fatal' : 'warning', 'verify:notes-tied', reason);
    if (stops) message.records = [{ record: acceptanceOf('verify:notes-tied') }];
  }
}

function countNotes(issue: Issue, name: string): number {
  return issue.articles
    .filter(({ raw }) => raw.name === name)
    .reduce((sum, { body }) => sum + body.children.filter(({ type }) => type === 'footnoteDefinition').length, 0);
}
