/** Whether a person has accepted what a rule finds in a text, before it is found. */
import path from 'node:path';
import type { Corrections } from './correction.js';
import type { AcceptRecord } from './records/accept.js';

/** @param name of the text, as messages show it */
export function accepts(corrections: Corrections | undefined, rule: string, name: string): boolean {
  return (corrections?.records ?? []).some(({ record }) => {
    const { accept, in: of } = record as Partial<AcceptRecord>;
    return accept === rule && (of === undefined || of === name || of === path.basename(name));
  });
}
