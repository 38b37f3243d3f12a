/** Lines in, series out: which numbered lines follow upon one another, and where a number is missing. */
import type { Line, Opening } from '../lines/line.js';
import type { SeriesPlace } from './role.js';

/** A line above this length heads nothing, characters. */
export const longestHeading = 48;
/** Numbers between two members that may have been lost. */
const mostMissing = 2;

interface Member {
  at: number;
  value: number;
}

export function findSeries(lines: readonly Line[], fixed: readonly boolean[]): Map<number, SeriesPlace> {
  const systems = new Map<string, Member[]>();
  lines.forEach((line, at) => {
    const numeral = fixed[at] ? undefined : numeralOf(line);
    if (numeral?.value === undefined || line.text.length > longestHeading || line.ends === 'clause') return;
    if (line.ends === 'sentence' && !/[？！?!）)]$/u.test(line.text)) return;
    systems.set(numeral.system, [...(systems.get(numeral.system) ?? []), { at, value: numeral.value }]);
  });
  const places = new Map<number, SeriesPlace>();
  for (const [system, members] of systems) {
    for (const run of runsOf(members)) {
      run.forEach(({ at, value }, i) => {
        const before = run[i - 1];
        const missing = before && value > before.value + 1 ? before.value + 1 : undefined;
        const inList = run[i - 1]?.at === at - 1 || run[i + 1]?.at === at + 1;
        places.set(at, { system, value, members: run.length, inList, ...(missing !== undefined && { missing }) });
      });
    }
  }
  return places;
}

/** The highest numeral that a line opens with. */
export function numeralOf(line: Line): Extract<Opening, { kind: 'numeral' }> | undefined {
  return line.opens.find((one): one is Extract<Opening, { kind: 'numeral' }> => one.kind === 'numeral');
}

/** Members that count up, each run from its first to its last. */
function runsOf(members: Member[]): Member[][] {
  const runs: Member[][] = [];
  for (const member of members) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && member.value > last.value && member.value <= last.value + 1 + mostMissing) run.push(member);
    else runs.push([member]);
  }
  return runs;
}
