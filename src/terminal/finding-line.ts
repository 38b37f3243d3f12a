/** A finding as a line of the terminal. */
import type { MessageSet } from '../messages/index.js';
import type { Severity } from '../model/index.js';
import type { Finding } from '../publish/findings.js';
import type { Paint } from './palette.js';

/** One finding: place, severity, what was seen, rule. */
export function findingLine(finding: Finding, paint: Paint, words: MessageSet): string {
  const { severity, reason, rule } = finding;
  const kind = paint(colours[severity], words.cli.severities[severity]);
  return `${placeOf(finding, words)}  ${kind}  ${reason}  ${paint('dim', rule)}`;
}

/** Several that say the same of different places: how many, what of the first. */
export function groupLine([first, ...more]: readonly [Finding, ...Finding[]], paint: Paint, words: MessageSet): string {
  const { severity, reason, rule } = first;
  const kind = paint(colours[severity], words.cli.severities[severity]);
  return `${more.length + 1} × ${kind}  ${reason}  ${paint('dim', rule)}`;
}

/** Where it stands: file, line and column, or page and line. */
export function placeOf({ file, line, column, at }: Finding, words: MessageSet): string {
  return at ? words.pages.place(file, at) : [file, line, column].filter((part) => part !== undefined).join(':');
}

const colours = { fatal: 'red', warning: 'yellow', remark: 'dim' } as const satisfies Record<Severity, string>;
