/** What can go wrong with a browser. */
import { sentenceOf, type Message } from '../../../../messages/index.js';

/** No browser could be started, or none that lasted; the message says what was tried and what to do. */
export class BrowserError extends Error {
  constructor(readonly content: Message) {
    super(sentenceOf(content));
  }
}

/** A request outlasted the browser's patience: a second try would take as long. */
export class TookTooLong extends Error {}

/** Whether the browser went away under the work: worth a second try, it may have been short of memory. */
export function hasDied(error: unknown): boolean {
  return /Target closed|Session closed|Connection closed|detached|disconnected|crashed/i.test(String(error));
}
