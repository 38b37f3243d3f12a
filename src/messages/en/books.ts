/** What is said of a book: what its text was taken for, and what was set aside of it. */

const notationNames = {
  container: 'the fence of a box',
  template: 'a tag of a site generator',
  admonition: 'the head of a box (MkDocs)',
  criticMarkup: 'an editing mark (CriticMarkup)',
  comment: 'a comment (Obsidian)',
  shortcode: 'the name of an emoji',
  heading: 'a heading whose # wants a space behind it',
  wikiLink: 'a wiki link',
  attribute: 'an attribute',
  directive: 'a directive of reStructuredText',
  keyword: 'a keyword of Org',
  pageSign: 'the sign of a page or line of the source',
  emphasis: 'a sign of emphasis that nothing closes',
  command: 'a command of TeX',
  tableRow: 'the row of a table without a head',
  tag: 'a tag of a web page',
  noteCall: 'a call of a note that is not there',
} as const;

/** Sections of `messages`. */
export const booksMessages = {
  books: {
    repeatedHead: (words: string) => `The head “${words}” stands twice: the second is set aside.`,
    contents: (count: number) => `A list of contents of ${count} lines is set aside: the edition has one of its own.`,
    siteLines: (count: number) =>
      `${count} line${count === 1 ? '' : 's'} of a download site ${count === 1 ? 'is' : 'are'} set aside.`,
    headerFacts: (words: string) =>
      `“${words}” stands in the header of the text and is no word of the book: set aside.`,
    noTitle: (title: string) =>
      `No title of the book is found: it is called “${title}”, as its file or folder is. Say "title" in issue.yaml.`,
    mixedScript: (share: number) =>
      `The text mixes traditional and simplified characters (${Math.round(share * 100)} % of those that tell are of the rarer kind). Say "language" in issue.yaml: zh-Hans or zh-Hant.`,
    /** A sign of a notation that is printed as it stands. */
    notation: (name: keyof typeof notationNames, sample: string, count: number) =>
      `“${sample.slice(0, 40)}” looks like ${notationNames[name]} and is printed as it stands${count > 1 ? `, as ${count - 1} more like it` : ''}. Write it as Markdown has it, or take it out of the source.`,
  },
};
