/**
 * What a person is to do about an issue, in one word: what was found in, the verdict and the measures behind it out.
 *
 * Refused: it cannot be made as it is. Torn: the layer of a text is in disorder, and its file would serve better. Look: so
 * many places. Sound: nothing.
 */
import type { MadeIssue } from '../pipeline/made-issue.js';
import type { Finding } from './findings.js';

/** What became of an issue. */
export interface Verdict {
  kind: 'sound' | 'look' | 'torn' | 'refused';
  /** Findings that a person should answer: of a refused issue, those that stop it. */
  places: number;
  measures: Measures;
}

/** What a verdict rests on; what was not seen is absent. */
export interface Measures {
  /** Share of the lines of a text layer that are in no order. */
  torn?: number;
  /** Share of all characters that are words and do not stand in the edition. */
  setAside?: number;
  /** Notes, and those whose mark was found in the text. */
  notes?: { all: number; tied: number };
}

/** Findings that say that a note and its mark did not find each other. */
const untiedNotes = new Set([
  'restore.callWithoutNote',
  'restore.noteWithoutCall',
  'restore.noteBeforeText',
  'restore.noteNeverCalled',
]);
/** Findings that say that the layer of a text is in disorder. */
const tears = new Set(['parse:layer', 'verify:notes-tied']);
/** What these set aside is the notation of a text, and what the edition says of it in its own way: no word is lost. */
const notation = new Set(['parse:markup', 'structure:front-matter']);
/** Less is not worth a word. */
const leastAside = 0.005;

/** @param notes how many the edition holds */
export function verdictOf({ trees, sums }: MadeIssue, findings: Finding[], notes: number, ok: boolean): Verdict {
  const open = findings.filter(({ severity, answered }) => severity !== 'remark' && !answered);
  const fatal = open.filter(({ severity }) => severity === 'fatal').length;
  const untied = open.filter(({ id }) => untiedNotes.has(id)).length;
  const torn = Math.max(0, ...trees.map(({ survey }) => survey.torn ?? 0));
  const measures = measuresOf(torn, asideOf(sums ?? []), notes, untied);
  if (!ok) return { kind: 'refused', places: fatal > 0 ? fatal : open.length, measures };
  if (open.some(({ rule }) => tears.has(rule))) return { kind: 'torn', places: open.length, measures };
  return { kind: open.length > 0 ? 'look' : 'sound', places: open.length, measures };
}

function measuresOf(torn: number, setAside: number, notes: number, untied: number): Measures {
  return {
    ...(torn > 0 && { torn }),
    ...(setAside >= leastAside && { setAside: Math.round(setAside * 1000) / 1000 }),
    ...(notes + untied > 0 && { notes: { all: Math.max(notes, untied), tied: Math.max(0, notes - untied) } }),
  };
}

function asideOf(sums: NonNullable<MadeIssue['sums']>): number {
  const read = sums.reduce((sum, one) => sum + one.read, 0);
  const aside = sums.reduce((sum, one) => {
    const words = Object.entries(one.aside).filter(([rule]) => !notation.has(rule));
    return sum + words.reduce((part, [, count]) => part + count, 0);
  }, 0);
  return aside / Math.max(1, read);
}
