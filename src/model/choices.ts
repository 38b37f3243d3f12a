/** What a person may choose for an edition, on the command line and in `issue.yaml`. */

/** Reading systems that notes of an EPUB are written for. */
export const noteProfiles = ['standard', 'duokan', 'weread', 'plain'] as const;
export type NoteProfile = (typeof noteProfiles)[number];

/** Whether an EPUB carries its fonts. */
export const fontChoices = ['embed', 'none'] as const;
export type FontChoice = (typeof fontChoices)[number];
