/** What is said of a book: what its text was taken for, and what was set aside of it. */

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
  },
};
