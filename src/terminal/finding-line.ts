/** A finding as a line of the terminal. */
import type { MessageSet } from '../messages/index.js';
import type { Severity } from '../model/index.js';
import type { Finding } from '../publish/findings.js';
import type { Paint } from './palette.js';

/** One finding: place, severity, what was seen, rule. */
export function findingLine(finding: Finding, paint: Paint, words: MessageSet): string {
  const { file, line, column, at, severity, reason, rule } = finding;
  const place = at ? words.pages.place(file, at) : [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}  ${paint(colours[severity], words.cli.severities[severity])}  ${reason}  ${paint('dim', rule)}`;
}

const colours = { fatal: 'red', warning: 'yellow', remark: 'dim' } as const satisfies Record<Severity, string>;
