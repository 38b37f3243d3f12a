/** A place of a text as a person is shown it: with some words round it, ¶ where a paragraph ends, ° where a note is called. */
import { callsBetween, passagesOf, type Place } from './flows.js';

const around = 16;

/**
 * @param instead what stands there instead of its words
 */
export function excerpt(place: Place, instead = wordsOf(place)): string {
  return leadOf(place) + instead + tailOf(place);
}

/** Some words before a place. */
export function leadOf({ flow, start }: Place): string {
  const from = Math.max(0, start - around);
  return (from > 0 ? '…' : '') + wordsOf({ flow, start: from, end: start });
}

/** Some words after a place. */
export function tailOf({ flow, end }: Place): string {
  const to = Math.min(flow.text.length, end + around);
  return wordsOf({ flow, start: end, end: to }) + (to < flow.text.length ? '…' : '');
}

/** The words of a place, its paragraph ends and calls shown; a call behind its last word belongs to what follows. */
export function wordsOf({ flow, start, end }: Place): string {
  const ends = new Set(passagesOf({ flow, start: start - 1, end }).map((passage) => passage.end));
  let shown = '';
  let at = start;
  const to = (limit: number): void => {
    for (; at < limit; at++) shown += ends.has(at) ? ' ¶ ' : /\s/.test(flow.text[at]!) ? ' ' : flow.text[at];
  };
  const last = end === flow.text.length ? end : end - 1;
  for (const call of callsBetween(flow, start, last)) {
    to(call.at);
    shown += '°';
  }
  to(end);
  return shown;
}
