/**
 * What kind of text this is, measured before anything is mended.
 *
 * In: the raw text. Out: the kind and the measures that the rules ask. Rules never ask for a file's name.
 */

/** The kinds of text that reach us. */
export type TextKind =
  /** Markdown written by an OCR: a paragraph a line, notes in page blocks. */
  | 'ocr-markdown'
  /** Markdown written by a person: `[^1]` notes, metadata block. */
  | 'markdown'
  /** Text layer of a typeset PDF: a printed line a line. */
  | 'wrapped'
  /** The same with justified lines spaced out: 机 制 建 设. */
  | 'spaced'
  /** Text layer of a CAJ reader: torn lines, private-use characters that carry the structure. */
  | 'caj'
  /** One paragraph a line, no markup. */
  | 'plain';

/** Names of all kinds, for the schema of `issue.yaml`. */
export const textKinds = ['ocr-markdown', 'markdown', 'wrapped', 'spaced', 'caj', 'plain'] as const satisfies TextKind[];

/** What was measured. Widths are in em: Han and fullwidth 1, others 0.5. */
export interface Survey {
  kind: TextKind;
}
