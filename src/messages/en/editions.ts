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
  noGit: 'git is not there',
  noRevision: (reason: string) => `This is no path, and git does not know it either (${reason}).`,
  errata: {
    overwritten: (file: string) =>
      `errata: this build would replace ${file}, all that is known of the earlier printing. Copy that file and the PDF beside it into a folder of their own, and name the copy.`,
    unplaced: (find: string, since: string) =>
      `The edition of ${since} has neither "${find}" nor what it was corrected to: it is not among the errata. Name the edition file of the printing that has the misprint.`,
    withoutLines: (pdf: string, since: string) =>
      `Errata are told without lines: lines are read from ${pdf}, which does not lie beside ${since} as it was printed. Put it there.`,
    none: (since: string) =>
      `Nothing to correct: no record of kind "print" in corrections.yaml names words that the edition of ${since} has.`,
    line: (line: number) => `corrections.yaml:${line}: `,
    row: (place: string, before: string, after: string) => `${place}　“${before}” → “${after}”`,
    noEdition: 'There is no edition of this issue to make errata of: see what stops it with "kanben check".',
    written: (file: string, count: number, pages: number) =>
      `${file}  ${count} ${count === 1 ? 'erratum' : 'errata'}, ${pages} page${pages === 1 ? '' : 's'}`,
  },
  /** What `kanben diff` says. */
  diff: {
    same: 'No difference.',
    editions: (before: string, after: string) => `${before} → ${after}`,
    edition: (title: string, number: number, date?: string) => `${title}, edition ${number}${date ? ` (${date})` : ''}`,
    added: 'added',
    removed: 'removed',
    renamed: 'renamed',
    was: (title: string) => `was ${title}`,
    moved: 'moved',
    elsewhere: 'stands elsewhere among the articles',
    column: 'column',
    pages: 'pages',
    fromTo: (before: string, after: string) => `${before || 'none'} → ${after || 'none'}`,
    pagesMoved: (folios: string[]) => `${ranges(folios)} ${folios.length === 1 ? 'begins' : 'begin'} at other words`,
    page: (folio: string) => `p. ${folio}  `,
    words: 'words',
    joined: 'joined',
    split: 'split',
    part: 'part',
    parts: (before: string, after: string) => `${partName(before)} → ${partName(after)}: `,
    partOf: (part: string) => (part === 'p' ? '' : `${partName(part)}: `),
    call: 'mark',
    markOf: (note: number) => `of ${noteName(note)}, now at: `,
    note: (note: number) => `${noteName(note)}: `,
    total: (changes: number, articles: number) =>
      `${changes} change${changes === 1 ? '' : 's'} in ${articles} article${articles === 1 ? '' : 's'}`,
  },
};

/** What parts of an article are called. */
function partName(kind: string): string {
  const level = /^h([1-6])$/.exec(kind)?.[1];
  if (level) return level === '1' ? 'title' : `heading of level ${level}`;
  return { p: 'paragraph', item: 'item of a list', cell: 'table', quote: 'quotation' }[kind] ?? kind;
}

const noteName = (note: number): string => (note === 0 ? 'note of the title' : `note ${note}`);

/** 3, 4, 5, 9 as 3–5, 9. */
function ranges(folios: string[]): string {
  const runs: [string, string][] = [];
  for (const folio of folios) {
    const last = runs.at(-1);
    if (last && Number(folio) === Number(last[1]) + 1) last[1] = folio;
    else runs.push([folio, folio]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}
