/** Whether a finding concerns a place of the text. */
import type { VFileMessage } from 'vfile-message';
import type { Span } from '../../model/index.js';

/** `stage:rule` of a message. */
export function ruleOf({ source, ruleId }: VFileMessage): string {
  return `${source ?? 'kanben'}:${ruleId ?? 'message'}`;
}

/** @param span raw offsets */
export function touches(message: VFileMessage, span: Span): boolean {
  const targets = targetsOf(message);
  return targets.length === 0 || targets.some((target) => meets(target, span));
}

/** The findings of a list that words are about: those at their edges, else those within them. */
export function findingsAt(messages: VFileMessage[], words: Span): VFileMessage[] {
  const atEdges = messages.filter((message) =>
    targetsOf(message).some(
      ({ start, end }) => start === words.start || near(start, words.end) || (words.start >= start && words.end <= end),
    ),
  );
  return atEdges.length > 0 ? atEdges : messages.filter((message) => touches(message, words));
}

/** Units of the raw text that findings are told apart by. */
const stretch = 1024;

/** The findings of a text, to be asked for by rule and place: asked one by one, each would look at all others. */
export class FindingsByPlace {
  private readonly byStretch = new Map<string, VFileMessage[]>();

  constructor(messages: readonly VFileMessage[]) {
    for (const message of messages) {
      const rule = ruleOf(message);
      const targets = targetsOf(message);
      const keys = targets.length > 0 ? targets.flatMap((target) => keysOf(rule, target)) : [rule];
      for (const key of new Set(keys)) {
        const there = this.byStretch.get(key);
        if (there) there.push(message);
        else this.byStretch.set(key, [message]);
      }
    }
  }

  /** All findings of a rule that `findingsAt` could choose for these words, and some others near by. */
  near(words: Span, rule: string): VFileMessage[] {
    // a finding may begin right before or behind the words
    const keys = [rule, ...keysOf(rule, { start: words.start - 1, end: words.end + 1 })];
    return [...new Set(keys.flatMap((key) => this.byStretch.get(key) ?? []))];
  }
}

function keysOf(rule: string, { start, end }: Span): string[] {
  const first = Math.floor(start / stretch);
  return Array.from({ length: Math.floor(end / stretch) - first + 1 }, (_, i) => `${rule} ${first + i}`);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1;

/** The places that a finding is about: its own, and those of its answers. */
function targetsOf({ place, question }: VFileMessage): Span[] {
  if (!place || !('start' in place)) return [];
  const own = { start: place.start.offset ?? 0, end: place.end.offset ?? 0 };
  return [own, ...(question?.answers ?? []).map((answer) => answer.span)];
}

/** Does a place begin within or right behind the words of another, or hold them? A call stands behind its words. */
export function meets(target: Span, words: Span): boolean {
  const begins = target.start >= words.start && target.start <= words.end + 1;
  return begins || (words.start >= target.start && words.end <= target.end);
}
