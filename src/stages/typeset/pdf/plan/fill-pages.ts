/**
 * Decides where the pages of a document begin: units and notes in, pages out.
 *
 * Every way to break the document is a path through states (first unit of a page, first note still to be set, its first
 * line still to be set); the cheapest path wins. A page is tried with each end that fits, so the work grows with the
 * length of the document times the lines of a page; of the ways to one unit only the cheapest are followed.
 */
import type { Geometry, NotePart, NoteSize, PagePlan, Unit } from './types.js';

/** What a page that is not perfect costs. */
export interface Costs {
  /** Lines left blank: squared; each line beyond `loose` costs this much more. */
  loose: number;
  beyondLoose: number;
  /** A line added above a heading. */
  stretch: number;
  /** Lines that must be left blank before splitting a note is thought of. */
  blankBeforeSplit: number;
  /** A note goes on on the next page. */
  split: number;
  /** A note begins later than the page of its call. */
  away: number;
  /** A single first or last line, a heading parted from its text. */
  forbiddenBreak: number;
  /** A page of notes alone. */
  notesOnly: number;
  /** Something higher than a page. */
  oversize: number;
  /** Last page with fewer lines than this. */
  shortEnd: number;
  shortEndCost: number;
}

export const standardCosts: Costs = {
  loose: 2,
  beyondLoose: 40,
  stretch: 1,
  blankBeforeSplit: 6,
  split: 400,
  away: 50_000,
  forbiddenBreak: 5_000,
  notesOnly: 300,
  oversize: 1_000_000,
  shortEnd: 5,
  shortEndCost: 2,
};

/** Fewest lines of a note on either side of a split. */
const leastNoteLines = 2;
/** Lines that say that a note goes on, or goes on from the page before. */
const signLines = 1;

interface State {
  unit: number;
  note: number;
  line: number;
  cost: number;
  previous?: State;
  page?: PagePlan;
}

/**
 * @param units of one document, in order
 * @param notes in the order of their calls
 * @returns at least one page; every unit once, every line of every note once
 */
export function fillPages(
  units: readonly Unit[],
  notes: readonly NoteSize[],
  geometry: Geometry,
  costs: Costs = standardCosts,
): PagePlan[] {
  const called = [0];
  for (const unit of units) called.push(called.at(-1)! + unit.notes.length);
  const linesBefore = [0];
  for (const note of notes) linesBefore.push(linesBefore.at(-1)! + note.lines);
  const stretchBefore = [0];
  for (const { stretch = 0 } of units) stretchBefore.push(stretchBefore.at(-1)! + stretch);
  const context: Context = { units, notes, geometry, costs, called, linesBefore, stretchBefore };

  const waiting: Map<string, State>[] = Array.from({ length: units.length + 1 }, () => new Map());
  const reach = (state: State) => {
    const key = `${state.note}:${state.line}`;
    const known = waiting[state.unit]!.get(key);
    if (!known || state.cost < known.cost) waiting[state.unit]!.set(key, state);
  };
  reach({ unit: 0, note: 0, line: 0, cost: 0 });
  let end: State | undefined;
  for (let i = 0; i <= units.length; i++) {
    const last = i === units.length;
    for (let way = 0; way < mostWays || last; way++) {
      const state = takeCheapest(waiting[i]!);
      if (!state) break;
      if (last && state.note === notes.length && (state.page || i === 0)) {
        end = state; // the cheapest comes first
      } else pagesFrom(state, context).forEach(reach);
      if (end) break;
    }
    waiting[i]!.clear();
  }
  const pages: PagePlan[] = [];
  for (let state = end; state?.page; state = state.previous) pages.unshift(state.page);
  for (const page of pages) if (page.to < units.length) stretchPage(page, context);
  return pages;
}

/**
 * Most ways to have come to one unit that are followed: more than ever differ where notes keep pace with their calls.
 * Where notes lag far behind, every line of them would be a state of its own.
 */
const mostWays = 16;

/** The cheapest way: a page without text leads on to a dearer state of the same unit. */
function takeCheapest(states: Map<string, State>): State | undefined {
  let cheapest: State | undefined;
  for (const state of states.values()) if (!cheapest || state.cost < cheapest.cost) cheapest = state;
  if (cheapest) states.delete(`${cheapest.note}:${cheapest.line}`);
  return cheapest;
}

interface Context {
  units: readonly Unit[];
  notes: readonly NoteSize[];
  geometry: Geometry;
  costs: Costs;
  /** Notes called before each unit. */
  called: number[];
  /** Lines of all notes before each note. */
  linesBefore: number[];
  /** Lines that may be added before each unit, all together. */
  stretchBefore: number[];
}

/** All pages that can begin in a state, as the states that they lead to. */
function pagesFrom(state: State, context: Context): State[] {
  const { units, geometry, costs, called } = context;
  const whole: State[] = [];
  const split: State[] = [];
  let body = 0;
  let leastBlank = Infinity;
  for (let to = state.unit; to <= units.length; to++) {
    if (to > state.unit) {
      const { height, before, lead, atTop } = units[to - 1]!;
      body += height + (to - 1 === state.unit ? atTop + (lead ?? before % geometry.line) : before);
    }
    const oversize = body > geometry.height + 0.01;
    if (oversize && to > state.unit + 1) break;
    if (to === state.unit && state.note === called[to]) continue;
    const last = to === units.length;
    const allowed = last || to === state.unit || units[to]!.breakBefore;
    const base =
      state.cost +
      (allowed ? 0 : costs.forbiddenBreak) +
      (oversize ? costs.oversize : 0) +
      (to === state.unit ? costs.notesOnly : 0);
    const fitted = fitNotes(state, to, body, context);
    if (fitted.complete) {
      const blank = Math.floor(fitted.slack / geometry.line + 0.001);
      if (allowed) leastBlank = Math.min(leastBlank, last ? 0 : blank);
      const short = last && to - state.unit < costs.shortEnd && state.unit > 0 ? costs.shortEndCost : 0;
      const loose = last ? short : looseness(blank, stretchOf(state.unit, to, context), costs);
      whole.push(follow(state, to, base + loose, fitted, oversize));
    } else {
      split.push(follow(state, to, base + fitted.cost, fitted, oversize || fitted.oversize));
    }
  }
  return leastBlank <= costs.blankBeforeSplit ? whole : [...whole, ...split];
}

function looseness(blank: number, stretch: number, { loose, beyondLoose, stretch: each }: Costs): number {
  const added = blank > loose ? Math.min(stretch, blank - 1) : 0;
  const left = blank - added;
  return left * left + Math.max(0, left - loose) * beyondLoose + added * each;
}

/** Lines that may be added on a page: nowhere above its first unit, but for the first of the document. */
function stretchOf(from: number, to: number, { units, stretchBefore }: Context): number {
  return stretchBefore[to]! - stretchBefore[from]! - (from === 0 ? 0 : (units[from]?.stretch ?? 0));
}

/** Adds lines above headings until a loose page has one blank line left, first one to each, then more. */
function stretchPage(page: PagePlan, { units, geometry, costs }: Context): void {
  const blank = Math.floor(page.slack / geometry.line + 0.001);
  if (blank <= costs.loose) return;
  let wanted = blank - 1;
  for (let round = 1; wanted > 0; round++) {
    let room = false;
    for (let u = page.from === 0 ? 0 : page.from + 1; u < page.to && wanted > 0; u++) {
      if ((units[u]!.stretch ?? 0) < round) continue;
      page.stretched.push(u);
      page.slack -= geometry.line;
      wanted -= 1;
      room = true;
    }
    if (!room) return;
  }
}

function follow(previous: State, to: number, cost: number, fitted: Fitted, oversize: boolean): State {
  const { parts, slack, note, line } = fitted;
  const page: PagePlan = { from: previous.unit, to, notes: parts, stretched: [], slack, oversize };
  return { unit: to, note, line, cost, previous, page };
}

interface Fitted {
  complete: boolean;
  parts: NotePart[];
  slack: number;
  /** Where the notes go on. */
  note: number;
  line: number;
  cost: number;
  oversize: boolean;
}

/** Sets the notes that are due at the foot of a page, in order, as far as they fit. */
function fitNotes(state: State, to: number, body: number, context: Context): Fitted {
  const { notes, geometry, costs, called, linesBefore, units } = context;
  const due = called[to]!;
  const parts: NotePart[] = [];
  if (state.note === due) {
    const slack = geometry.height - body;
    return { complete: true, parts, slack, note: due, line: 0, cost: 0, oversize: false };
  }
  const room = Math.floor((geometry.height - body - geometry.noteGap) / geometry.noteLine + 0.001);
  const wanted = linesBefore[due]! - linesBefore[state.note]! - state.line + (state.line > 0 ? signLines : 0);
  if (wanted <= room) {
    for (let n = state.note; n < due; n++)
      parts.push({ note: n, from: n === state.note ? state.line : 0, to: notes[n]!.lines });
    const slack = geometry.height - body - geometry.noteGap - wanted * geometry.noteLine;
    return { complete: true, parts, slack, note: due, line: 0, cost: 0, oversize: false };
  }
  let left = room - (state.line > 0 ? signLines : 0);
  let note = state.note;
  let line = state.line;
  let oversize = false;
  for (; note < due; note++, line = 0) {
    const rest = notes[note]!.lines - line;
    const after = note + 1 < due ? signLines : 0;
    if (rest + after <= left) {
      parts.push({ note, from: line, to: notes[note]!.lines });
      left -= rest;
      continue;
    }
    const most = Math.min(left - signLines, rest - leastNoteLines);
    if (notes[note]!.splittable && most >= leastNoteLines) {
      parts.push({ note, from: line, to: line + most });
      left -= most;
      line += most;
    } else if (to === state.unit && parts.length === 0) {
      // alone on a page and still too high: it is set, and the page is named
      parts.push({ note, from: line, to: notes[note]!.lines });
      oversize = true;
      note += 1;
      line = 0;
    }
    break;
  }
  // notes called on this very page that do not begin on it
  const away = Math.max(0, due - Math.max(note + (line > 0 ? 1 : 0), called[state.unit]!));
  const cost = costs.split + away * costs.away + (to === units.length ? 0 : left * 2);
  return { complete: false, parts, slack: Math.max(0, left * geometry.noteLine), note, line, cost, oversize };
}
