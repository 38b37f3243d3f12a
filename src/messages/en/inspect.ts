/** The section `inspect` of the messages: what the inspector of PDFs says. */
export const inspectMessages = {
  unreadable: (code: string) => `The file cannot be read (${code}). Name a PDF that exists.`,
  noPdf: (reason: string) => `The file cannot be read as a PDF: ${reason}`,
  pages: (count: number) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  verdicts: { met: 'met', missed: 'MISSED', absent: 'absent' },
  place: (page: number, line?: number) => `page ${page}${line === undefined ? '' : `, line ${line}`}`,
  more: (count: number) => `and ${count} more`,
  allMet: (met: number) => `All ${met} requirements that can be measured here are met.`,
  someMissed: (missed: number, met: number) =>
    `${missed} of ${missed + met} requirements that can be measured here are missed.`,
};
