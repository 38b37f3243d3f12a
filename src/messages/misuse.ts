/** What a person asked for cannot be done as asked: the command, a path or a configuration is wrong. */
import { sentenceOf, type Language, type Message } from './index.js';

/** Where something is wrong. */
interface Place {
  /** The file as messages show it; left out for what concerns the command itself. */
  file?: string;
  /** From 1. */
  line?: number;
  column?: number;
}

/** One thing that is wrong, and where. */
export interface Complaint extends Place {
  /** What was found and what to do, in English. */
  reason: string;
  /** The same in no language. */
  content: Message;
}

/** A complaint before it is thrown. */
export interface Fault extends Place {
  reason: Message;
}

/** Thrown before any work is done; the command line ends with exit code 2. */
export class Misuse extends Error {
  readonly complaints: Complaint[];

  constructor(faults: Fault | Fault[]) {
    const complaints = [faults].flat().map(({ reason, ...place }) => ({
      ...place,
      reason: sentenceOf(reason),
      content: reason,
    }));
    super(complaints.map((complaint) => complaintLine(complaint)).join('\n'));
    this.name = 'Misuse';
    this.complaints = complaints;
  }
}

/** A complaint on one line: `file:line:column: reason`. */
export function complaintLine({ file, line, column, content }: Complaint, language: Language = 'en'): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const reason = sentenceOf(content, language);
  return place ? `${place}: ${reason}` : reason;
}
