/** What a person asked for cannot be done as asked: the command, a path or a configuration is wrong. */

/** One thing that is wrong, and where. */
export interface Complaint {
  /** The file as messages show it; left out for what concerns the command itself. */
  file?: string;
  /** From 1. */
  line?: number;
  column?: number;
  /** What was found and what to do. */
  reason: string;
}

/** Thrown before any work is done; the command line ends with exit code 2. */
export class Misuse extends Error {
  readonly complaints: Complaint[];

  constructor(complaints: Complaint | Complaint[]) {
    const all = Array.isArray(complaints) ? complaints : [complaints];
    super(all.map(complaintLine).join('\n'));
    this.name = 'Misuse';
    this.complaints = all;
  }
}

/** A complaint on one line: `file:line:column: reason`. */
export function complaintLine({ file, line, column, reason }: Complaint): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place ? `${place}: ${reason}` : reason;
}
