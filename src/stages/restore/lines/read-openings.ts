/** A line in, everything that it may open with out: several readings stand side by side. */
import { captionPattern, labelOf } from '../../../vocabulary/labels.js';
import { headingNumerals } from '../../../vocabulary/headings.js';
import { loweredLead, markNumber, noteLead, starLead } from '../../../vocabulary/note-markers.js';
import { speakerLead } from '../../../vocabulary/speakers.js';
import type { Opening } from './line.js';

/** A number alone, as one that was set apart from its note. */
const loneNumber = /^(\d{1,3})$/u;

export function readOpenings(text: string): Opening[] {
  const found: Opening[] = [];
  const label = labelOf(text);
  if (label) found.push({ kind: 'label', part: label.part });
  for (const { name, rank, pattern, valueOf } of headingNumerals) {
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) found.push({ kind: 'numeral', system: name, rank, value: valueOf(number) });
  }
  const lead = noteLead.exec(text);
  if (lead) found.push({ kind: 'note', form: lead[2] ? 'circled' : 'bracketed', value: markNumber(lead[1], lead[2]) });
  const bare = (loweredLead.exec(text) ?? loneNumber.exec(text))?.[1];
  if (bare !== undefined) found.push({ kind: 'note', form: 'lone', value: Number(bare) });
  if (starLead.test(text)) found.push({ kind: 'star' });
  const caption = captionPattern.exec(text);
  if (caption) found.push({ kind: 'caption', of: /^(?:附?表|Table)/u.test(caption[0]) ? 'table' : 'figure' });
  const speaker = speakerLead.exec(text)?.[1];
  if (speaker !== undefined && !label) found.push({ kind: 'speaker', name: speaker });
  return found;
}
