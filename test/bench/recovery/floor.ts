/** The floor that no measure may fall below: what was reached, kind by kind, as `floor.json` beside this file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { measureNames, perfect, type Measures } from './measures.js';

const file = new URL('floor.json', import.meta.url);

/** What a print may vary: another style or browser turns other pages. */
const printedSlack = 0.03;

export interface Floor {
  /** Mean of each kind over the whole bench. */
  means: Record<string, Measures>;
  /** Measures of the one raw of each kind that the test takes. */
  samples: Record<string, Measures>;
}

/** The file holds the numbers alone, in the order of `measures`. */
interface FloorFile {
  measures: (keyof Measures)[];
  means: Record<string, number[]>;
  samples: Record<string, number[]>;
}

export function readFloor(): Floor {
  if (!existsSync(file)) return { means: {}, samples: {} };
  const { measures, means, samples } = JSON.parse(readFileSync(file, 'utf8')) as FloorFile;
  const named = (rows: Record<string, number[]>): Record<string, Measures> =>
    Object.fromEntries(
      Object.entries(rows).map(([kind, row]) => [
        kind,
        Object.fromEntries(measures.map((name, i) => [name, row[i]!])) as Measures,
      ]),
    );
  return { means: named(means), samples: named(samples) };
}

export function writeFloor(means: Map<string, Measures>, samples: Map<string, Measures>): void {
  const row = (values: readonly unknown[]): string => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const rows = (map: Map<string, Measures>): string =>
    [...map]
      .map(([kind, measures]) => `    ${JSON.stringify(kind)}: ${row(Object.values(rounded(measures)))}`)
      .join(',\n');
  writeFileSync(
    file,
    `{\n  "measures": ${row(measureNames)},\n  "means": {\n${rows(means)}\n  },\n  "samples": {\n${rows(samples)}\n  }\n}\n`,
  );
}

/** To the fourth place, on the worse side: the same result is never below its own floor. */
function rounded(measures: Measures): Measures {
  const round = (name: keyof Measures): number =>
    perfect[name] === 1 ? Math.floor(measures[name] * 1e4) / 1e4 : Math.ceil(measures[name] * 1e4) / 1e4;
  return Object.fromEntries(measureNames.map((name) => [name, round(name)])) as Measures;
}

/** A line for each measure of a kind that is worse than its floor. */
export function belowFloor(found: Map<string, Measures>, floor: Record<string, Measures>): string[] {
  return [...found].flatMap(([kind, measures]) =>
    measureNames.flatMap((name) => {
      const least = floor[kind]?.[name];
      if (least === undefined) return [];
      const slack = kind.startsWith('printed') ? printedSlack : 0;
      const isWorse = perfect[name] === 1 ? measures[name] < least - slack : measures[name] > least + slack;
      return isWorse ? [`${kind}: ${name} is ${measures[name].toFixed(4)}, the floor is ${least}`] : [];
    }),
  );
}
