/** What was thrown in, why it cannot be done out, for the view to word. */
import { BrowserError, Misuse } from '../../index.js';
import { messages } from '../../messages/index.js';
import type { Refused } from '../protocol.js';

export function refusedOf(error: unknown): Refused {
  if (error instanceof Misuse) {
    return {
      refused: error.complaints.map(({ content, file, line }) => ({
        message: content,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
      })),
    };
  }
  if (error instanceof BrowserError) return { refused: [{ message: error.content }] };
  return { refused: [{ message: messages.other(error instanceof Error ? error.message : String(error)) }] };
}
