/** Inspects PDF files for the command line: paths in, what was measured and the lines that say so out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { messages, type MessageSet } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { inspectPdf, type Inspection, type Verdict } from './index.js';

export interface InspectedFile extends Inspection {
  /** As it was named. */
  file: string;
}

/** Misses shown of each requirement. */
const shown = 5;

/** @throws Misuse for a file that cannot be read or is no PDF */
export async function inspectFiles(paths: readonly string[], cwd: string): Promise<InspectedFile[]> {
  const inspected: InspectedFile[] = [];
  for (const file of paths) {
    const bytes = await readFile(path.resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
      throw new Misuse({ file, reason: messages.inspect.unreadable(error.code ?? 'unknown') });
    });
    inspected.push(
      await inspectPdf(bytes).then(
        (inspection) => ({ file, ...inspection }),
        (error: unknown) => {
          throw new Misuse({
            file,
            reason: messages.inspect.noPdf(error instanceof Error ? error.message : String(error)),
          });
        },
      ),
    );
  }
  return inspected;
}

/** What a person reads: a line for each requirement, and where it is missed. */
export function inspectionLines({ file, pages, verdicts, ok }: InspectedFile, words: MessageSet): string[] {
  const missed = verdicts.filter(({ verdict }) => verdict === 'missed').length;
  const met = verdicts.filter(({ verdict }) => verdict === 'met').length;
  return [
    `${file}  ${words.inspect.pages(pages)}`,
    ...verdicts.flatMap((one) => verdictLines(one, words)),
    ok ? words.inspect.allMet(met) : words.inspect.someMissed(missed, met),
  ];
}

function verdictLines({ requirement, rule, verdict, figure, misses }: Verdict, words: MessageSet): string[] {
  const head = `  ${requirement.padEnd(4)}${words.inspect.verdicts[verdict].padEnd(8)}${rule}${figure && `: ${figure}`}`;
  const places = misses
    .slice(0, shown)
    .map(({ page, line, what }) => `      ${words.inspect.place(page, line)}  ${what}`);
  return [head, ...places, ...(misses.length > shown ? [`      ${words.inspect.more(misses.length - shown)}`] : [])];
}
