/** The Latin words of a text: they tell whether a hyphen at a line's end belongs to its word. */
import type { MeasuredLine } from './measured-line.js';

/** Prefixes that are joined by a hyphen more often than not. */
const hyphenated =
  /^(?:non|self|ex|all|well|co|anti|post|pre|semi|half|mid|cross|long|short|high|low|so|one|two|three|four|five|six|new|old|ever|much|so|re)$/iu;

export class LatinWords {
  private readonly whole = new Set<string>();
  private readonly joined = new Set<string>();

  constructor(lines: readonly MeasuredLine[]) {
    for (const { text } of lines) {
      // the words at both ends of a line may be halves
      for (const [word] of text.matchAll(/(?<=[^\p{L}-])\p{Script=Latin}{3,}(?=[^\p{L}-])/gu))
        this.whole.add(word.toLowerCase());
      for (const [word] of text.matchAll(/\p{Script=Latin}+(?:-\p{Script=Latin}+)+(?=[^\p{L}-])/gu))
        this.joined.add(word.toLowerCase());
    }
  }

  /** Is the hyphen there only because the line ended? A word that is nowhere else most likely is one word. */
  isPartedByLine(left: string, right: string): boolean {
    const [one, two] = [left.toLowerCase(), right.toLowerCase()];
    if (this.whole.has(one + two)) return true;
    if (this.joined.has(`${one}-${two}`)) return false;
    // both halves are words of their own and the first is one that takes a hyphen
    return !(hyphenated.test(one) && (this.whole.has(two) || two.length > 4));
  }
}
