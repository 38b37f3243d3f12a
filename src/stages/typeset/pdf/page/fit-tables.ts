/**
 * Fits tables into the measure: the type of each as large as its columns allow, no number and no word broken before it
 * must be.
 */
import { keepWords, releaseWords } from './whole-words.js';

/** What is tried, in order: smaller type, words of Han broken, numbers broken. The styles say what each means. */
const steps = ['small', 'smallest', 'words-broken', 'numbers-broken'] as const;
type Step = (typeof steps)[number];

/** Rounding of the browser's own lengths, px. */
const tolerance = 0.51;

/** @param tables that stand in the galley */
export function fitTables(tables: readonly HTMLTableElement[]): void {
  for (const table of tables) for (const cell of cellsOf(table)) keepWords(cell);
  let wide = tables;
  for (const step of steps) {
    // everything is read before anything is written
    wide = wide.filter((table) => table.offsetWidth > table.parentElement!.clientWidth + tolerance);
    for (const table of wide) takeStep(table, step);
  }
}

/** Are numbers or Latin words of a table broken, because it has more columns than its page can hold? */
export function isBroken(table: HTMLElement): boolean {
  return table.dataset.fit === ('numbers-broken' satisfies Step);
}

function takeStep(table: HTMLTableElement, step: Step): void {
  table.dataset.fit = step;
  if (step === 'words-broken') for (const cell of cellsOf(table)) releaseWords(cell);
}

function cellsOf(table: HTMLTableElement): HTMLTableCellElement[] {
  return [...table.rows].flatMap((row) => [...row.cells]);
}
