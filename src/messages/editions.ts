/** What is said of editions as such: their files, what changed between two, errata. */
export const editionsMessages = {
  notJson: (reason: string) =>
    `This is no edition file (<slug>.edition.json, written beside every edition): it cannot be read (${reason}).`,
  otherFormat: (found: number, known: number) =>
    `This edition file has format ${found}, and this kanben reads format ${known}: ${
      found > known ? 'take the newer kanben that wrote it' : 'build that edition again'
    }, or name its EPUB.`,
  notBook: (reason: string) =>
    `This is no EPUB made by kanben (${reason}): name the edition file that was written with it.`,
  oneIssue: (names: string[]) =>
    `Here are ${names.length} issues (${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}): name one of them.`,
  folderNotEmpty: 'This folder holds something: name a new one, or add --force to write beside what is there.',
  notRecord: (key: string, reason: string) =>
    `This is no edition file (<slug>.edition.json, written beside every edition): ${key ? `"${key}": ` : ''}${reason}.`,
};
