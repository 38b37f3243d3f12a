/**
 * The road on one screen: an issue's source in, its edition and the bytes of its files out.
 *
 * Nothing is written and nothing is printed. Damage in a text becomes messages; a fatal one stops the road where it is.
 */
import path from 'node:path';
import type { IssueSource } from '../model/index.js';
import { offerAcceptances, readCorrections, settleFindings } from '../stages/revise/index.js';
import { composeIssue } from './compose-issue.js';
import { loadTargets } from './load-targets.js';
import { hasFatal, type MadeIssue, type MakeOptions } from './made-issue.js';
import { makeOutputs } from './make-outputs.js';
import { readTexts, recoverIssue } from './recover-issue.js';
import { progressReporter, type Run, type Step } from './run.js';

const road: Step[] = [readTexts, recoverIssue, composeIssue, makeOutputs];

/**
 * @param source an issue that was found
 * @throws Misuse when its corrections cannot be read, BrowserError when no browser starts
 */
export async function makeIssue(source: IssueSource, options: MakeOptions): Promise<MadeIssue> {
  const corrections = readCorrections(source.corrections);
  const run: Run = {
    ...options,
    corrections,
    targets: loadTargets(options.formats, options.again),
    report: progressReporter(source.slug, options.onProgress),
  };
  const files = source.configFile ? [source.configFile] : [];
  const made: MadeIssue = { source, raws: [], trees: [], applied: [], outputs: [], read: [], files };
  for (const step of road) {
    await step(made, run);
    if (hasFatal(made)) break;
  }
  if (corrections) settleFindings(made.files, corrections, made.applied, stagesPassed(made));
  offerAcceptances(new Map(made.raws.map(({ path: place, file }) => [path.basename(place), file])));
  return made;
}

/** Stages whose findings are all there. */
function stagesPassed({ trees, edition, outputs }: MadeIssue): Set<string> {
  return new Set([
    ...(trees.length > 0 ? ['acquire', 'clean', 'parse', 'restore'] : []),
    ...(edition ? ['structure', 'html', 'script'] : []),
    ...(outputs.length > 0 ? ['verify', ...outputs.map(({ format }) => format)] : []),
  ]);
}
