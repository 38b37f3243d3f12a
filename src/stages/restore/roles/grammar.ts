/** Which role follows which, and what that costs: the order of an opening, and of what comes below it. */
import type { LineRole } from './role.js';

const never = -40;

/** A role at the text's head. */
export const first: Record<LineRole, number> = {
  source: 0,
  column: 0,
  title: 2,
  subtitle: never,
  byline: never,
  heading: 0,
  line: -2,
  text: 0,
  fixed: 0,
};

/** From the role of a line to that of the next; what is not named is 0. */
export const next: Record<LineRole, Partial<Record<LineRole, number>>> = {
  source: { subtitle: never, byline: never, text: -4, heading: -4 },
  column: { subtitle: never, byline: never, source: never, column: never, text: -4, title: 1 },
  title: { title: -4, subtitle: 1, byline: 1, source: never, column: never },
  subtitle: { title: never, subtitle: -2, source: never, column: never },
  byline: { title: never, subtitle: never, source: never, column: never },
  heading: { title: never, subtitle: never, byline: never, source: never, column: never },
  line: { title: never, subtitle: never, byline: never, source: never, column: never },
  text: { title: never, subtitle: never, byline: never, source: never, column: never },
  fixed: { title: never, subtitle: never, byline: -4, source: never, column: never },
};
