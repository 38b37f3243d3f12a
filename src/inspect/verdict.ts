/** Makes verdicts: what was measured in, met or missed out. */
import type { Miss, Verdict } from './types.js';

/** @param misses none where the requirement is met */
export function verdict(requirement: string, rule: string, figure: string, misses: Miss[]): Verdict {
  return { requirement, rule, verdict: misses.length === 0 ? 'met' : 'missed', figure, misses };
}

/** The book holds nothing that the requirement is about. */
export function absent(requirement: string, what: string): Verdict {
  return { requirement, rule: what, verdict: 'absent', figure: '', misses: [] };
}
