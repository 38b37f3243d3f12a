/**
 * Private-use characters with which the CAJ reader's text layer carries the printed structure.
 * Forced by a scanned page in which a line without the line mark is not a printed line but a torn piece.
 */
export const cajMarks = {
  /** End of a printed line. */
  lineEnd: '\uE5D2\uE5CF',
  /** A true space, between Latin words or round digits. */
  space: '\uE5E5',
  /** A gap after a note's mark. */
  gap: '\uE5CE',
} as const;
