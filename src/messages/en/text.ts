/** What is said of a raw text by the stages that mend it: what was found, what was done, how to answer it. */

/** The first words of a passage. */
function head(text: string, length = 24): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** A share as a person reads it. */
function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A small share as a person reads it. */
function percentOf(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Words in quotation marks, and marks, which may be such, in others. */
function named(words: string): string {
  return /[\p{L}\p{N}]/u.test(words) ? `“${words}”` : `‹${words.trim()}›`;
}

/** Sections of `messages`, one a stage. */
export const textMessages = {
  clean: {
    /** What the survey calls a text. */
    kinds: {
      'ocr-markdown': 'Markdown written by an OCR',
      markdown: 'Markdown written by a person',
      wrapped: 'text layer with printed lines',
      spaced: 'text layer with printed lines, justified ones letter-spaced',
      caj: 'text layer of a CAJ reader, lines torn',
      plain: 'plain text, a paragraph a line',
      aozora: 'text in the notation of Aozora Bunko',
      finished: 'finished Markdown, in which nothing is mended',
      paged: 'pages read by position',
      structured: 'file that marks its structure',
    },
    'no-characters': (share: number, sample: string) =>
      `The text layer is broken: ${percent(share)} of it are no characters (“${sample}…”). Take the text from the file again with another program, or by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'one-sign': (share: number, sample: string) =>
      `The text layer is broken: one sign makes up ${percent(share)} of it (“${sample}…”), where no character of prose has an eighth. Take the text from the file again with another program, or by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'other-encoding': (share: number, sample: string) =>
      `The text cannot be read: ${percent(share)} of it are signs and letters with accents (“${sample}…”), as where Chinese was read in another encoding. State its "encoding" in issue.yaml, or take the text again. If it can be read all the same, state its "kind".`,
    backwards: (share: number, sample: string) =>
      `The text layer is broken: its lines run backwards, ${percent(share)} of the closing marks stand before what they close (“${sample}…”). Take the text from the file again with another program, or by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'no-han': (share: number, sample: string) =>
      `The text layer is broken: Chinese marks make up ${percent(share)} of it, and there are hardly any Han between them (“${sample}…”). Its font maps Han to other characters: take the text from the file by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'other-scripts': (share: number, sample: string) =>
      `The text layer is broken: ${percent(share)} of it are letters of scripts that stand in no Chinese text (“${sample}…”). Its font maps Han to them: take the text from the file by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'wrong-letters': (share: number, sample: string) =>
      `The text layer is broken: its letters make no words, ${percent(share)} are vowels where any text has more than a quarter (“${sample}…”). Its font maps them to other characters: take the text from the file by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'lines-reversed': (share: number, sample: string) =>
      `The text layer is broken: its last line comes first, ${percent(share)} of what shows an order (numbers, first lines of paragraphs) runs upwards (“${sample}…”). Take the text from the file again with another program, or by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
    'wrong-characters': (share: number, sample: string) =>
      `The text layer is broken: only ${percent(share)} of its Han are among the commonest ones, where any prose has more than half (“${sample}…”): its font maps to wrong characters. Take the text by OCR. If it can be read all the same, state its "kind" in issue.yaml.`,
  },

  /** What is said of a source with positions. */
  paged: {
    formulas: (lines: number, pages: readonly number[]) =>
      `${lines === 1 ? 'A line looks' : `${lines} lines look`} like part of displayed formulas (p. ${pages.slice(0, 24).join(', ')}${pages.length > 24 ? ', …' : ''}): their signs are set one after the other, and fractions and sums fall apart. Compare the pages, and write such formulas as TeX or as pictures in an exported text.`,
    doubtfulTitle: (title: string) =>
      `The title is taken to be “${head(title, 40)}”, and little speaks for it. Say "title" in issue.yaml if it is another.`,
    neighbour: (text: string) =>
      `The text before the first title (“${head(text, 40)}”) looks like the end of another article and was left out. If it belongs to this one, keep it by a record.`,
    doubtfulHeading: (text: string, taken: boolean) =>
      `“${head(text, 30)}” ${taken ? 'is taken for a heading' : 'is left as text'}, and little more speaks for that than for the other. Compare the page.`,
    doubtfulParagraph: (before: string, after: string, parted: boolean) =>
      `Between “…${before.slice(-10)}” and “${after.slice(0, 10)}…” ${parted ? 'a paragraph ends' : 'the paragraph goes on'}, as far as the page shows: it shows little. Compare it.`,
    unreadArea:
      'The page shows something here that its text layer does not hold, a table or a figure: it is set as a picture of itself. Compare it, and type it where it should be read.',
    doubtfulTable:
      'The columns of this table cannot be told from the page: it is set as a picture of itself. Write it as a table in an exported text, so that it can be read aloud and searched.',
    outsidePages: (pages: number[]) =>
      `${pages.length} page${pages.length > 1 ? 's' : ''} of the file (${pages.join(', ')}) look like covers, boards, contents or abstracts of other articles and were left out. Say "pages" of the text in issue.yaml if they belong to it.`,
  },

  parse: {
    /** What is torn in a text layer, as a share of its lines. */
    layer: {
      fragments: (share: number) =>
        `The text layer is torn: ${percent(share)} of its lines are pieces of one or two signs. Give kanben the PDF (or the file) that it was taken from, or read it by OCR. If the text is as it should be, state its "kind" in issue.yaml.`,
      woven: (share: number) =>
        `The text layer is torn: of the lines that show where they go on, ${percent(share)} go on after the next line, as where two columns are woven into one another. Give kanben the PDF (or the file) that it was taken from. If the text is as it should be, state its "kind" in issue.yaml.`,
      torn: (share: number) =>
        `The text layer is torn: ${percentOf(share)} of its lines break at a comma within the line, and halves may have changed places. Give kanben the PDF (or the file) that it was taken from. If the text is as it should be, state its "kind" in issue.yaml.`,
      dropped: (share: number) =>
        `The text layer has lost characters: ${percent(share)} of its lines are pieces of one or two signs, and there are no marks between them. Take the text by OCR, or give kanben another file of it. If it can be read all the same, state its "kind" in issue.yaml.`,
    },
    columns:
      'Two columns were read across: they were put one under the other, page by page. Compare the order with the printed pages.',
    unknownTag: (tag: string) =>
      `Unexpected tag ${head(tag, 40)}, kept as plain text: nothing in a raw text is run. Take it out of the source if it does not belong to the text.`,
    unknownAnnotation: (annotation: string) =>
      `Unexpected annotation ${head(annotation, 60)}, set aside: kanben does not know what it asks for. Look it up and see to it, if it matters to the text.`,
    wordsAsMarkup: (text: string) =>
      `Unexpected words within Markdown signs, set aside: “${head(text, 80)}”. Mend the signs in the source if the words belong to the text.`,
  },

  restore: {
    /** `mark` as it stands in the source, or nothing when it cannot be read. */
    callWithoutNote: (mark: string | undefined) =>
      `Unexpected note mark ${mark ?? '(unreadable)'} without a note: the source has lost its text. The mark stays and says so.`,
    tableOfCells: (rows: number, columns: number) =>
      `A table stood with every cell on a line of its own: ${rows} rows of ${columns} columns, told by where its figures stand. Compare the printed page.`,
    tableOfLists: (rows: number) =>
      `Found a table of labels and numbered lists: ${rows} rows, told by where the numbers begin anew. Compare the printed page.`,
    webLines: (lines: number) =>
      `Set aside ${lines === 1 ? 'a line' : `${lines} lines`} of the web page from which the text was copied: navigation, controls, counters.`,
    plainMarks: (notes: number) =>
      `Found ${notes} notes whose marks had become plain digits: tied by their numbers, page by page. Compare some with the printed pages.`,
    notesByOrder: (notes: number) =>
      `Found ${notes === 1 ? 'a note without its mark' : `${notes} notes without their marks`} at the foot of a page that calls as many: tied in their order, likely right. Compare the printed page.`,
    noteWithoutCall: (note: string) =>
      `Unexpected note without a mark in the text: “${head(note, 16)}”, called at the end of its page.`,
    noteBeforeText: (note: string) => `Unexpected note before any text: “${head(note, 16)}”, kept as a paragraph.`,
    noteNeverCalled: (label: string) => `Unexpected note [^${label}] that nothing calls, called where it stands.`,
    swallowedNote: (mark: number, note: string) =>
      `Found note [${mark}] inside note [${mark - 1}]: “${head(note)}”, given back its place.`,
    hole: (before: string) =>
      `The source has lost words here, within a note: “${before.slice(-16)}”. Supply them from the printed page.`,
    lostNumber: (line: string, expected: string) =>
      `Unexpected “${head(line)}” before a second of its kind, expected “${expected}…”: its number is lost. Compare the printed page.`,
    noteBrokenOff: (note: string, isNote: boolean) =>
      `${isNote ? 'A note' : 'The line that names a source'} breaks off: “…${note.slice(-16)}”. The source may have lost its end: compare the printed page.`,
    raisedNumbers: (numbers: number) =>
      `Found ${numbers} raised numbers of notes on lines of their own, put into the line below each, behind its first sentence where nothing shows the place. Compare them with the printed pages.`,
    /** Lines that may be page numbers or a running head. */
    maybeFurniture: (lines: string[], times: number) =>
      `Unexpected ${lines.length > 1 ? `numbers on lines of their own (${head(lines.join(', '), 24)})` : `line “${head(lines[0]!)}” ${times} times`}, kept as text: page furniture would cut sentences. Name them under \`drop\` in corrections.yaml if they are.`,
    /** What a line was taken for, and what it may be instead. */
    labelled: (text: string, role: string, second: string) =>
      `“${head(text, 24)}” was taken for a ${role}; it may be ${second}. Compare the source.`,
    unreadOpening: (words: string) =>
      `“${head(words, 24)}” stands between title and abstract and could not be read as names: it is left as text. Give "authors" for this text in issue.yaml.`,
    numberMissing: (heading: string, missing: number) =>
      `Unexpected “${head(heading, 24)}”, expected number ${missing} before it: a heading may be lost. Compare the source.`,
    interruptingHead: (text: string) =>
      `Unexpected heading in the middle of a sentence: “${head(text)}”, set aside as a running head. Compare the printed page.`,
    runInHeading: (text: string) => `Changed a heading that runs into its paragraph to a paragraph: “${head(text)}”.`,
    pageEndsParagraph: (before: string, after: string, joined: boolean) =>
      `A paragraph ends with its page: “${before.slice(-12)}” / “${after.slice(0, 12)}”, ${joined ? 'joined, since a series or what is said of its subject goes on' : 'kept apart. It may go on'}: compare the printed page.`,
    fullLineEndsSentence: (joined: boolean, before: string, after: string) =>
      `A line that fills the measure ends a sentence: “${before.slice(-12)}” / “${after.slice(0, 12)}”, ${joined ? 'joined: it may end a paragraph' : 'kept apart: the paragraph may go on'}. Compare the printed page.`,
    misread: (before: string, after: string, around: string) =>
      after === ''
        ? `Took out ${named(before)}, a stray mark: “${around}”. Compare the printed page.`
        : `Changed ${named(before)} to ${named(after)}, likely misread: “${around}”. Compare the printed page.`,
    unreadable: (words: string, around: string) =>
      `Unexpected ${named(words)}, not read right and left as it is: “${around}”. Supply what the printed page shows.`,
    loneQuote: (mark: string, around: string) =>
      `Unexpected ${mark} without ${mark === '”' ? 'the “ that opens' : 'the ” that closes'}, left as it is: “${around}”. Put the other mark where the printed page has it.`,
    tableMoved: (caption: string) =>
      `Found the lines of a table apart from its caption, put under “${head(caption, 30)}”: compare the printed page.`,
    tableAsLines: (lines: number) =>
      `Found a table as ${lines} lines whose columns cannot be told: the lines are kept. Write it as a Markdown table in the source to set it as one.`,
  },

  structure: {
    nameAndPlace: (name: string) =>
      `A name and the place where its bearer works could not be told apart: “${head(name, 40)}”. Give "authors" for this text in issue.yaml.`,
    noTitle:
      'The text shows no title: its file name stands as a working title. Give "title" for this text in issue.yaml.',
    frontMatter: (reason: string) => `The metadata block is no YAML, and is left out: ${reason}`,
    abstractOfNone: (title: string) =>
      `An abstract at the end is headed “${head(title, 40)}”, which no article bears as its title: it stays in the text of the last. Compare the two in the source.`,
    abstractOfOtherPeople: (title: string, people: string[], named: string[]) =>
      `The abstract at the end of “${head(title, 30)}” names ${named.join('、')}, its byline ${people.join('、')}.`,
    otherAbstract: (title: string) =>
      `The abstract at the end of “${head(title, 40)}” is not that of its opening, which stays: the other is set aside.`,
    englishOfOthers: (title: string) =>
      `The English part “${head(title, 40)}” names other authors than any article: given to the one of the same place in the order.`,
    englishTooMany: (title: string) =>
      `The English part “${head(title, 40)}” has no article of its own: kept with the last one.`,
    citation:
      'Set aside the line that says how to cite the article: it names pages and numbers of another edition than this one.',
    notInContents: (title: string) => `The article “${head(title, 30)}” does not stand in the contents list.`,
    otherTitle: (title: string, entry: string) =>
      `The article “${head(title, 40)}” stands in the contents list as “${head(entry, 48)}”: one of the two is misread.`,
    otherPeople: (title: string, people: string[], entry: string) =>
      `The contents list names other people for “${head(title, 30)}” than its byline, ${people.join('、')}: “${entry.slice(-24)}”.`,
    otherPage: (title: string, listed: number, numbered: number) =>
      `The contents list says page ${listed} for “${head(title, 30)}”, the article's own number ${numbered}.`,
    notAmongArticles: (entry: string) =>
      `The contents list names “${head(entry, 40)}”, which no article bears as its title: compare the two in the source.`,
  },

  ledger: {
    /** What became furniture or masthead of a whole text, as a share. */
    muchSetAside: (share: number, sample: string) =>
      `${Math.round(share * 100)} % of the text were set aside as page furniture or masthead: “${head(sample, 60)}”. Compare the source: text may be lost.`,
    paragraphAside: (text: string) =>
      `A whole paragraph was set aside as page furniture or masthead: “${head(text, 40)}”. Keep it by a record if it belongs to the text.`,
    moved: (text: string, places: number) =>
      `“${head(text, 30)}” stands in another place than in the source${places > 1 ? `, one of ${places} such blocks` : ''}. Compare the order with the source.`,
    partMoved: (text: string) =>
      `An abstract was taken from amid the text and stands at the head of its article: “${head(text, 30)}”. Compare the source: it may be a quotation.`,
    numbersAsText: (numbers: number[]) =>
      `${numbers.length} paragraphs open with numbers close to their words (${numbers.slice(0, 6).join(', ')}…), kept as text: they may be notes whose marks have become plain digits. Give kanben the PDF (or the file) that the text was taken from, or compare them with it.`,
    notesUntied: (notes: number, tied: number) =>
      `The text layer is torn: of ${notes} notes ${tied} found their marks. Give kanben the PDF (or the file) that it was taken from. If the text is as it should be, state its "kind" in issue.yaml.`,
    open: (lost: string, added: string) =>
      `The ledger does not close: ${[lost && `lost “${head(lost, 60)}”`, added && `added “${head(added, 60)}”`].filter(Boolean).join(', ')}. No edition is written. This is a mistake in kanben, not in your text: please report it.`,
    callWithoutNote: (id: string) => `The call ${id} has no note. No edition is written; please report it.`,
    noteWithoutCall: (id: string) => `The note ${id} has no call. No edition is written; please report it.`,
    twice: (id: string) => `Two notes bear the identifier ${id}. No edition is written; please report it.`,
  },
};
