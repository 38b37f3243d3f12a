/** What is said of sources that mark their structure: Word documents, web pages, ebooks, results of OCR programs. */

function head(text: string, length = 40): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

export const sourcesMessages = {
  /** What a file is called. */
  names: {
    docx: 'Word document',
    html: 'web page',
    epub: 'EPUB',
  },
  tooLarge: (megabytes: number, most: number) =>
    `The file has ${megabytes} MB, more than the ${most} MB of the largest books: it is not read. If it is what it says, divide it.`,
  damaged: (name: string) =>
    `The ${name} is damaged: it cannot be opened. Open it in the program that wrote it, save it anew and give kanben that file.`,
  bomb: (megabytes: number) =>
    `The file unpacks to more than ${megabytes} MB: it is damaged or an attack, and is not read. Save its text anew.`,
  unsafeXml: (name: string) =>
    `The ${name} defines entities of its own (<!ENTITY …>), which may lead anywhere or grow without end: it is not read. Save it anew without them.`,
  tooDeep: (name: string) =>
    `The ${name} nests its parts thousands of levels deep: it is damaged or an attack, and is not read. Save its text anew.`,
  locked:
    'The EPUB is locked (DRM): its documents are encrypted, and kanben does not open them. Ask the publisher for a copy without a lock.',
  noText: (name: string) =>
    `The ${name} holds no text. If it shows pictures of pages, recognise them with an OCR program first.`,
  pageFrame: (count: number, sample: string) =>
    `${many(count, 'character')} of the page stand round the article (navigation, other pages, imprint) and were left out (“${head(sample)}”). If something of the article is among them, save the article alone and give kanben that.`,
  changes: (inserted: number, deleted: number, sample: string) =>
    `The document has tracked changes: they were taken as accepted, with ${many(inserted, 'stretch', 'stretches')} added and ${deleted} deleted${sample === '' ? '' : ` (“${head(sample)}”)`}. If they are not all meant, settle them in Word.`,
  comments: (count: number, sample: string) =>
    `The document has ${many(count, 'comment')} on its margin, which ${count === 1 ? 'is' : 'are'} not set (“${head(sample)}”). If the text has to change by ${count === 1 ? 'it' : 'them'}, do so in Word.`,
  unreadParts: (names: string) =>
    `The document holds what kanben cannot read: ${names}. Insert it as a picture or as text, and build again.`,
};
