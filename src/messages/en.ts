import { pdfMessages } from './pdf.js';

/**
 * Every message to the person at the terminal, one section a stage.
 *
 * A message says what was found and what to do; file and line are added by whoever prints it.
 */
export const messages = {
  /** Finding and reading what was asked for. */
  acquire: {
    nothingAsked: (folder: string) =>
      `There is no folder ${folder}/ here: name the texts or folders to build, or begin an issue with "kanben init <folder>".`,
    missingPath: (path: string, neighbours: string[]) =>
      `There is no file or folder "${path}"${
        neighbours.length > 0 ? `; in its place stand ${shortList(neighbours)}` : ', nor the folder it would stand in'
      }.`,
    emptyGlob: (pattern: string) => `No text or folder matches "${pattern}".`,
    folderWithoutTexts:
      'The folder holds no texts (.txt, .md or .markdown; a README does not count): put the raw texts of the issue into it.',
    equalSlugs: (slug: string, names: string[]) =>
      `${names.join(' and ')} would both be written as "${slug}": build them into different folders (--out) or give them different names ("slug" in issue.yaml).`,
    unreadable: (code: string) =>
      code === 'EISDIR'
        ? 'This is a folder where a text is expected.'
        : code === 'EACCES'
          ? 'The file may not be read: check its permissions.'
          : `The file cannot be read (${code}).`,
    notText: (kind: string, advice: string) => `This is ${kind}, not a text: ${advice}.`,
    binary: 'This is a binary file, not a text: save what it holds as plain text (UTF-8) and give kanben that file.',
    empty: 'The file is empty: put the raw text into it, or take it out of the issue.',
    blank: 'The file holds nothing but white space: put the raw text into it, or take it out of the issue.',
    undecodable: (encoding: string, bytes: string, named: boolean) =>
      `The bytes ${bytes} are no ${encoding} text: ${
        named ? 'state another "encoding" in issue.yaml' : 'state the text\'s "encoding" in issue.yaml'
      }, or save the file as UTF-8.`,
    notYaml: (reason: string) =>
      `This is no YAML: ${reason}. Write "key: value", lists with "- ", and quote words that begin with a mark.`,
    unknownKey: (key: string, nearest: string | undefined, known: string[]) =>
      `Unknown key "${key}"; ${nearest ? `is "${nearest}" meant?` : `known are ${known.join(', ')}.`}`,
    missingKey: (key: string, expected: string) => `The key "${key}" is missing; give it ${expected}.`,
    notOneOf: (key: string, found: string, values: string[], nearest: string | undefined) =>
      `Unexpected "${found}" for "${key}", expected one of ${values.join(', ')}${nearest ? ` (is "${nearest}" meant?)` : ''}.`,
    wrongValue: (key: string, found: string, expected: string) =>
      `Unexpected ${/^a (list|group)/.test(found) ? found : `"${found}"`} for "${key}", expected ${expected}.`,
    wrongShape: (expected: string) => `Expected ${expected} here.`,
    listedTextMissing: (file: string) =>
      `There is no file "${file}" beside issue.yaml: correct the name, or take it out of "texts".`,
    listedTwice: (file: string, line: number) =>
      `"${file}" stands in "texts" already at line ${line}: take one of them out.`,
    unknownEncoding: (encoding: string) =>
      `Unknown encoding "${encoding}"; common ones are utf-8, gb18030, big5, shift_jis, utf-16le.`,
    coverMissing: (file: string) =>
      `There is no picture "${file}" beside issue.yaml: correct the name, or take "cover" out.`,
    issnWrong: (issn: string) =>
      `The ISSN ${issn} is not one: eight digits, the last of which checks the others. Look at the printed number again.`,
    isbnWrong: (isbn: string) =>
      `The ISBN ${isbn} is not one: its last digit does not check the others. Look at the printed number again.`,
    textNotListed: (name: string) =>
      `"${name}" stands in the folder but not in "texts": it is left out of the issue. Add it there, or move it away.`,
  },
  /** Composing the edition that both targets share. */
  html: {
    /** By the reason why a picture cannot be shown. */
    picture: {
      remote: (address: string) =>
        `The picture "${shortAddress(address)}" is not a file beside the text; nothing is fetched: save it there and name that file. Its words stand in its place.`,
      outside: (address: string) =>
        `The picture "${shortAddress(address)}" lies outside the folder of its text: copy it there. Its words stand in its place.`,
      absent: (address: string) =>
        `There is no picture "${shortAddress(address)}" beside the text: add it, or correct the name. Its words stand in its place.`,
      unreadable: (address: string) =>
        `"${shortAddress(address)}" is no PNG, JPEG, GIF or WebP picture: save it as one of these. Its words stand in its place.`,
    },
  },

  /** Printing. */
  pdf: pdfMessages,
};

/** At most eight names, then how many more. */
function shortList(names: string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

/** An address that may be a whole picture (data:), cut to what can be read in a message. */
function shortAddress(address: string): string {
  return address.length > 80 ? `${address.slice(0, 77)}…` : address;
}
