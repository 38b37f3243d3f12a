/** What a failed file operation says of itself: `ENOSPC`, else its words. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
