/** What is said of the pages of a PDF: why it or a page of it cannot be read, and what was seen of it. */

/** 3, 4, 5, 9 as 3–5, 9. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}

/** "9 of 11 pages (1–4, 7–11) are", "Page 3 of 11 is". */
function pagesAre(pages: readonly number[], total: number, one: string, more: string): string {
  return pages.length === 1
    ? `Page ${pages[0]} of ${total} ${one}`
    : `${pages.length} of ${total} pages (${ranges(pages)}) ${more}`;
}

/** The first words of some pages. */
function quoted(found: readonly { page: number; text: string }[]): string {
  const few = found
    .slice(0, 3)
    .map(({ page, text }) => `p. ${page} “${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`);
  return `${few.join(', ')}${found.length > 3 ? `, and on ${found.length - 3} more pages` : ''}`;
}

const onPage = (page: number | undefined): string => (page === undefined ? '' : ` (page ${page})`);
const chosen = 'If only some pages belong to your text, name them: "pages" of the text in issue.yaml.';
const recognise = 'recognise them with an OCR program first and give kanben the text that it writes';

/** What the pages of a PDF are called by their kinds, where they are not text. */
const kinds: Readonly<Record<string, string>> = {
  picture: 'pictures',
  unreadable: 'unreadable',
  vertical: 'from top to bottom',
  empty: 'empty',
  outside: 'of other texts',
  damaged: 'damaged',
};

/** Pages of a PDF in figures; measures in pt. */
export interface PagesSeen {
  pages: number;
  kinds: Readonly<Record<string, readonly number[] | undefined>>;
  columns: number;
  measure: number;
  size: number;
  leading: number;
  faces: readonly { name: string; size: number; share: number }[];
  notes: { pages: number; size?: number };
}

const millimetres = (points: number): number => Math.round((points / 72) * 25.4);

/** Section `pages` of `messages`. */
export const pagesMessages = {
  /** By the kind of fault that stops the reading. */
  fault: {
    password: () =>
      'The PDF opens with a password only: open it in a reader, save or print it as a PDF without one, and give kanben that file.',
    damaged: () => 'The PDF is damaged or cut off: none of its pages can be read. Fetch the file again.',
    'no-such-pages': (page?: number, count = 0) =>
      `There is no page ${page}: the file has ${count} page${count === 1 ? '' : 's'}. "pages" counts the pages of the file from 1, not the numbers printed on them.`,
    pages: (_?: number, count = 0) =>
      `The PDF has ${count} pages, more than kanben reads at a time. Name those of your text: "pages" in issue.yaml.`,
    glyphs: (page?: number) =>
      `A page holds more signs than any page does${onPage(page)}: the file is not read. ${chosen}`,
    operators: (page?: number) =>
      `A page is drawn with millions of strokes${onPage(page)}: the file is not read. ${chosen}`,
    'page-time': (page?: number, count = 0) =>
      `A page took longer than ${count} s to read${onPage(page)}: the file is not read. ${chosen}`,
    time: (page?: number, count = 0) =>
      `The PDF took longer than ${count} s to read${onPage(page)}: the file is not read. ${chosen}`,
    memory: (page?: number) =>
      `The PDF fills the memory${onPage(page)}: the file is not read. It is packed so that a little of it becomes very much, or holds pictures that are too large. ${chosen}`,
  },
  /** paper.pdf p. 4 (131), line 7 */
  place: (file: string, { page, folio, line }: { page: number; folio?: string; line?: number }) =>
    `${file} p. ${page}${folio === undefined ? '' : ` (${folio})`}${line === undefined ? '' : `, line ${line}`}`,
  /** What `check` prints of a PDF. */
  seen: (file: string, { pages, kinds: found, columns, measure, size, leading, faces, notes }: PagesSeen) =>
    [
      `${file}: ${found.text?.length ?? 0} of ${pages} page${pages === 1 ? '' : 's'} with text`,
      ...Object.entries(found)
        .filter(([kind]) => kind !== 'text')
        .map(([kind, numbers = []]) => `${kinds[kind] ?? kind}: ${ranges(numbers)}`),
      `${columns} column${columns === 1 ? '' : 's'} of ${millimetres(measure)} mm (${Math.round(measure / size)} em)`,
      `${size} on ${leading} pt`,
      notes.pages > 0 ? `notes at the foot of ${notes.pages} (${notes.size} pt)` : 'no notes at the foot',
      faces
        .slice(0, 4)
        .map((face) => `${face.name || 'no name'} ${face.size} pt ${Math.round(face.share * 100)} %`)
        .join(', '),
    ].join('; '),
  notPdf: 'This is no PDF: its text is what it holds.',
  unmapped: (fonts: readonly string[], places: readonly { page: number; line: number }[]) =>
    `${fonts.length === 1 ? 'The font' : 'The fonts'} ${fonts.join(', ')} ${fonts.length === 1 ? 'has' : 'have'} no character map: nobody can tell from the file what ${places.length === 1 ? 'a line says' : `${places.length} lines say`}. □ stands for each sign (${places
      .slice(0, 24)
      .map(({ page, line }) => `p. ${page} line ${line}`)
      .join(
        ', ',
      )}${places.length > 24 ? ', …' : ''}). A picture of each stands below it in the text. Type what the pages show: the title as "title" in issue.yaml, other lines by records.`,
  misnamed: (fonts: readonly string[]) =>
    `${fonts.length === 1 ? 'The font' : 'The fonts'} ${fonts.join(', ')} ${fonts.length === 1 ? 'names its' : 'name their'} letters or marks as Chinese characters (轤 for d, 唱 for a hyphen): they are read as what they are. Compare letters and figures with a page.`,
  drawn: (found: readonly { page: number; line: number; words: string }[]) =>
    `${found.length === 1 ? 'A character is' : `${found.length} characters are`} drawn into the text as ${found.length === 1 ? 'a picture' : 'pictures'}, as rare characters are: □ stands for each. Read them off the page and supply them by records: ${found
      .slice(0, 12)
      .map(({ page, line, words }) => `p. ${page} line ${line} “${words}”`)
      .join(', ')}${found.length > 12 ? ', …' : ''}.`,
  undrawn: (pages: readonly number[]) =>
    `${pages.length === 1 ? 'A picture' : `${pages.length} pictures`} could not be cut from the pages of the file (${[...new Set(pages)].join(', ')}): their captions stand in their place. Cut them out by hand and name the files in an exported text.`,
  noCanvas: (pages: readonly number[]) =>
    `Figures and charts of ${new Set(pages).size} pages (${[...new Set(pages)].join(', ')}) are left out: the library that draws pages is not installed. Run “npm install @napi-rs/canvas” where kanben is installed; their captions stand in their place.`,
  noPages: 'The pages of the PDF are empty: no sign and no picture stands on any of them.',
  pictures: (pages: readonly number[], total: number) =>
    `${pagesAre(pages, total, 'is a picture', 'are pictures')} without text: no words are read there. If they belong to your text, an OCR is needed: ${recognise}.`,
  recognised: (pages: readonly number[], total: number) =>
    `${pagesAre(pages, total, 'is a picture', 'are pictures')} with text that an OCR has laid over them: characters may be misread and marks of notes lost. Compare the printed pages.`,
  unreadable: (pages: readonly number[], total: number, fonts: readonly string[], sample: string) =>
    `${pagesAre(pages, total, 'cannot be read', 'cannot be read')}: the fonts do not say which characters their signs are${
      fonts.length > 0 ? ` (${fonts.slice(0, 4).join(', ')}${fonts.length > 4 ? ', …' : ''})` : ''
    }, and what comes of them is no text (“${sample}…”). They show right in a reader, and an OCR can read them: ${recognise}.`,
  vertical: (pages: readonly number[], total: number) =>
    `${pagesAre(pages, total, 'is', 'are')} set in lines from top to bottom, which kanben does not read yet: their text is left out. Give it as a plain text beside the PDF.`,
  damaged: (pages: readonly number[], total: number) =>
    `${pagesAre(pages, total, 'is damaged and was not read', 'are damaged and were not read')}. What comes after them in the file may be lost, too. Fetch it again, or supply the pages as a text.`,
  readInPart: (pages: readonly number[], total: number) =>
    `${pagesAre(pages, total, 'is damaged and was read in part', 'are damaged and were read in part')}: compare what there is of them with the page. Fetch the file again, or supply what is missing by records.`,
  outside: (found: readonly { page: number; text: string }[]) =>
    `Words that stand beyond the edge of the page, where a reader does not see them, were set aside: ${quoted(found)}. Supply them where they belong to the text.`,
  turned: (found: readonly { page: number; text: string }[]) =>
    `Words that stand on their side or upside down among upright ones were set aside: ${quoted(found)}. Labels of charts are part of their pictures. Supply the words where they belong to the text.`,
};
