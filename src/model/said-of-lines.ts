/** What a person may say of lines by their words: `heads` and `roles` of `issue.yaml`. */

/** The roles of lines that may be named; `line`: a line of its own, joined with nothing. */
export const saidRoles = ['source', 'column', 'title', 'subtitle', 'byline', 'heading', 'line', 'text'] as const;

export interface SaidOfLines {
  /** Running heads. */
  heads?: string[] | undefined;
  /** By their role, the words of lines; a * at the end stands for anything. */
  roles?: Partial<Record<(typeof saidRoles)[number], string[] | undefined>> | undefined;
}
