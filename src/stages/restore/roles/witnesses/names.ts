/** Names of people below a title. */
import { isPlaces } from '../../../../vocabulary/affiliations.js';
import type { Line } from '../../lines/line.js';
import type { Vote, Witness } from '../role.js';

/** 作者：, 文／, 著 behind a name. */
const deed =
  /^(?:作者|采访|采写|本刊记者|记者|原著|著者|编者|译者|口述|整理|文|撰文|整理者)[\s　]*[：:／/]|[\s　](?:著|编著|编|译|撰|文|口述|整理|辑|校注|選編)$|^作[\s　]+者/u;

/** Several names, or one whose parts stand apart. */
const parted = /[\s　、，·•・]/u;

const namesPeople = (line: Line | undefined): boolean => line !== undefined && line.people >= 1;

export const names: Witness = {
  name: 'names',
  read(line, at, { lines }) {
    const votes: Vote[] = [];
    // who comes back is a speaker
    if (line.returns && line.returns.times >= 2) return votes;
    if (line.people >= 0.8) votes.push({ for: 'byline', weight: 'certainNames' });
    else if (line.people >= 0.5)
      votes.push({ for: 'byline', weight: parted.test(line.text) ? 'maybeNames' : 'likeNames' });
    // where people work, beside their names
    else if (isPlaces(line.text) && (namesPeople(lines[at - 1]) || namesPeople(lines[at + 1])))
      votes.push({ for: 'byline', weight: 'certainNames' });
    if (deed.test(line.text) && line.text.length <= 40) votes.push({ for: 'byline', weight: 'saysDeed' });
    return votes;
  },
};
