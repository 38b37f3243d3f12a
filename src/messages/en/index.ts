import { booksMessages } from './books.js';
import { deskMessages } from './desk.js';
import { editionsMessages } from './editions.js';
import { inspectMessages } from './inspect.js';
import { pagesMessages } from './pages.js';
import { sourcesMessages } from './sources.js';
import { pdfMessages } from './pdf.js';
import { proofMessages } from './proof.js';
import { reviseMessages } from './revise.js';
import { textMessages } from './text.js';

/**
 * Every message to the person at the terminal, one section a stage.
 *
 * A message says what was found and what to do; file and line are added by whoever prints it.
 */
export const en = {
  /** What a program beside kanben says of a file. */
  other: (reason: string) => reason,

  /** Finding and reading what was asked for. */
  acquire: {
    nothingAsked: (folder: string) =>
      `There is no folder ${folder}/ here: name the texts or folders to build, or begin an issue with "kanben init <folder>".`,
    missingPath: (path: string, neighbours: string[]) =>
      `There is no file or folder "${path}"${
        neighbours.length > 0 ? `; in its place stand ${shortList(neighbours)}` : ', nor the folder it would stand in'
      }.`,
    outsideIssue: 'This path leads out of the folder of its issue: files of an issue stand in it.',
    emptyGlob: (pattern: string) => `No text or folder matches "${pattern}".`,
    folderWithoutTexts:
      'The folder holds no texts (.pdf, .txt, .md or .markdown; a README does not count): put the raw texts of the issue into it.',
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
    noPages: 'This text has no pages to choose from, only a PDF has: take "pages" out of issue.yaml, or name the PDF.',
    notYaml: (reason: string) =>
      `This is no YAML: ${reason} Write "key: value", lists with "- ", and quote words that begin with a mark.`,
    /** By the code that the reader of YAML gives. */
    yaml: {
      colon: (key: string) => `after "${key}" stands a fullwidth colon: write ":" and a blank.`,
      twice: (key: string) => `"${key}" stands here a second time: make the two one.`,
      tab: 'the line is set in with a tab: use blanks.',
      indent: 'the line is set in differently from its neighbours.',
      quote: 'a quotation mark is not closed.',
      other: (reason: string) => `${reason}.`,
    },
    unknownKey: (key: string, nearest: string | undefined, known: string[]) =>
      `Unknown key "${key}"; ${nearest ? `is "${nearest}" meant?` : `known are ${known.join(', ')}.`}`,
    missingKey: (key: string, expected: string) => `The key "${key}" is missing; give it ${expected}.`,
    notOneOf: (key: string, found: string, values: string[], nearest: string | undefined) =>
      `Unexpected "${found}" for "${key}", expected one of ${values.join(', ')}${nearest ? ` (is "${nearest}" meant?)` : ''}.`,
    wrongValue: (key: string, found: string, expected: string) =>
      `Unexpected ${found} for "${key}", expected ${expected}.`,
    /** What stands where something else is expected. */
    found: {
      words: (words: string) => `"${words}"`,
      list: 'a list',
      group: 'a group of keys',
    },
    /** What a value may be. */
    expected: {
      yes: 'true',
      words: 'words',
      list: 'a list (each item on a line of its own, begun with "- ")',
      keys: 'keys with values (such as "title: …")',
      wordsOrList: 'words or a list of words',
      wholeNumber: 'a whole number',
      fromOne: 'a whole number from 1 up',
      date: 'a date as 2026, 2026-03 or 2026-03-15',
      slug: 'small letters, digits and hyphens',
      urn: 'a URN such as urn:uuid:…',
      autospace: 'none, eighth, quarter, or a share of an em, as 1/6',
      share: 'a share of the line, as 1/3 or 1/4',
      why: 'the reason why the finding is answered',
      toFind: 'words to find',
      toDrop: 'words to drop',
      toSplit: 'words with | where the next paragraph begins',
      heading: 'words of the heading',
      line: 'words of the line',
      toJoin: 'words with | where the paragraph ends',
      titleStart: 'the first words of the title',
      caption: 'words of the caption',
      table: 'words of the table',
      note: 'words of the note, or "none"',
      noteAfter: 'words after which the note is called',
      rule: 'a rule as findings name it, such as restore:join-paragraphs',
    },
    /** Files that are no raw text. */
    kinds: {
      openDocument: 'an OpenDocument file',
      zip: 'a ZIP archive',
      oldOffice: 'an old Word or Office document',
      rtf: 'an RTF document',
      caj: 'a CAJ file',
      kindle: 'a Kindle book',
      picture: 'a picture',
      packed: 'a packed file',
      ocrXml: 'the result of an OCR in XML (ALTO, PAGE, NDLOCR)',
      ocrJson: 'the result of an OCR in JSON (MinerU, PaddleOCR, docling)',
      tei: 'a TEI document',
      xml: 'an XML document',
      json: 'a JSON document',
      tex: 'a LaTeX document',
      typst: 'a Typst document',
      program: 'a program',
    },
    /** What to do with them; completes "…: …". */
    advice: {
      recognise: 'recognise its text with an OCR program first and give kanben the text that it writes',
      saveAsText: 'open it in Word, WPS or LibreOffice, save it as a Word document (.docx) and give kanben that file',
      unpack: 'unpack it and give kanben the texts inside',
      caj: 'open it in a CAJ reader, copy its text and save that as plain text',
      takeOut: 'take the text out of it first',
      ocrResult: 'give kanben the PDF with its text layer, or the Markdown or text that the same OCR writes',
      convert: 'turn it into a Word document, HTML or Markdown (pandoc does) and give kanben that file',
      giveText: 'give kanben a text (.txt, .md)',
    },
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
    saidNowhere: (key: string, words: string) =>
      `“${words}” is named under "${key}" and stands in no text: correct the words, or take them out.`,
    textNotListed: (name: string) =>
      `"${name}" stands in the folder but not in "texts": it is left out of the issue. Add it there, or name it in "leaveOut".`,
    unread: (name: string) =>
      `"${name}" stands in the folder and is not read: kanben knows no texts of this kind. Save it as one that it reads (.txt, .md, .pdf), or name it in "leaveOut" of issue.yaml if it does not belong to the issue.`,
    unreadKind: (name: string, kind: string, advice: string) =>
      `"${name}" stands in the folder and is not read: it is ${kind}. If it belongs to the issue, ${advice}; if not, name it in "leaveOut" of issue.yaml.`,
    textBelow: (name: string) =>
      `"${name}" lies in a folder below that of the issue and is not read. If it belongs to the issue, move it beside the other texts or name it in "texts"; if not, name it in "leaveOut" of issue.yaml.`,
  },
  /** Reading the pages of a PDF. */
  pages: pagesMessages,
  sources: sourcesMessages,

  /** Applying corrections.yaml. */
  revise: reviseMessages,

  /** Proofs on what was made. */
  verify: {
    noGlyph: (character: string, count: number) =>
      `No font has "${character}" (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}, ${times(count)} in the texts): readers see an empty box. Look whether the character is right; corrections.yaml can replace it.`,
    disagree: (title: string, seen: { target: string; where: string; expected: string; found: string }) =>
      `In the ${seen.target}, the ${seen.where} of "${title}" reads "…${seen.found}…", expected "…${seen.expected}…". This is a mistake in kanben, not in your text: please report it.`,
  },

  /** Setting a text in the other script. */
  script: {
    doubtful: (character: string, became: string, forms: string, count: number, excerpt: string) =>
      `${character === became ? `Left “${character}” as it is` : `Changed “${character}” to “${became}”`} ${count === 1 ? 'once' : `${count} times`} where no phrase tells which of ${[...forms].join(', ')} is meant, first in “${excerpt}”. Look at these places; corrections.yaml can write the other form into the text before it is converted.`,
    nameKept: (name: string, kept: string) =>
      `The name “${name}” keeps “${kept}” as it stands: a name may have either form. Give "authors" for this text in issue.yaml where it is the other one.`,
  },

  /** Writing what was made. */
  cache: {
    cannotKeep: (folder: string, code: string) =>
      `Nothing can be kept in ${folder} (${code}): builds will not become faster. Name another folder in KANBEN_CACHE, or say KANBEN_CACHE=off.`,
  },
  publish: {
    keepsChanging:
      'This was edited while the edition was made of it, twice: the last edition stays as it was. Build again when nothing writes to it any more',
    outIsFile: 'This is a file, and editions go into a folder: name another one with --out.',
    cannotWrite: (code: string) =>
      `${
        {
          EACCES: 'Nothing may be written here: name another folder with --out, or change its permissions',
          EPERM: 'This may not be written: close it where it is open, or name another folder with --out',
          EBUSY: 'This is in use: close it where it is open and build again',
          EROFS: 'This disk can only be read: name another folder with --out',
          ENOSPC: 'The disk is full: make room and build again',
          EDQUOT: 'The disk quota is used up: make room and build again',
          EISDIR: 'A folder stands where the file is to go: move it away, or name another folder with --out',
          ENOTDIR: 'A part of this path is a file: name another folder with --out',
          ENAMETOOLONG: 'The name is too long for this disk: give the issue a shorter "slug" in issue.yaml',
        }[code] ?? `This cannot be written (${code})`
      }. What was made before stands as it was.`,
    initExists: (file: string) => `There is an issue here already (${file}): edit it, or name another folder.`,
  },

  /** The command line itself. */
  cli: {
    description: 'Typeset EPUB 3 and print-ready PDF editions from the raw texts of Chinese journals and books.',
    build: 'Build editions: a folder is one issue, a single file an issue of its own.',
    check: 'Look texts over and list what is doubtful, without making files.',
    press: 'make the PDF for a press: bleed, crop marks, black as one ink, PDF/X-4',
    inspect: 'Measure finished PDFs against what a page of a Chinese journal must meet.',
    inspectPaths: 'PDF files, of kanben or of anything else',
    correct: 'Write a record into corrections.yaml, and try it at once.',
    correctIssue: 'the issue: a folder with texts, or a single text',
    dryRun: 'show what it would do, write nothing',
    desk: 'Proof issues in the browser: questions, text and page side by side; every act becomes a record.',
    deskIssues:
      'folders or texts of issues (default: those of this folder; an empty one takes files that are dropped on it)',
    port: 'port to listen on, on this machine alone (default: 7170, or any that is free)',
    wrongPort: 'Expected a port from 0 to 65535.',
    noOpen: 'only print the address',
    deskOpen: (address: string) =>
      `The desk is open: ${address}\nWho has this address may work on it; Ctrl-C closes it.`,
    diff: 'Say by article what changed from one edition to another.',
    diffOld: 'edition file, EPUB, or texts; <revision>:<path> takes them from git',
    diffNew: 'the same of the other edition',
    diffExitCodes: 'Exit codes: 0 no difference · 1 differences · 2 one of the two stands for no edition',
    errata: 'Print a slip with the misprints of an earlier edition that corrections.yaml mends (kind: print).',
    errataIssue: 'folder of the issue with its corrections',
    errataSince: 'edition file of the printing that has them; its PDF beside it tells the lines',
    export: 'Write an issue as finished Markdown that builds to the same edition: from then on its source.',
    exportIssue: 'folder or text of one issue',
    exportMarkdown: 'as Markdown, the form there is',
    exportOut: 'folder to write: new or empty',
    exportForce: 'write into a folder that holds something; other files in it stay',
    extract: 'Write the text of a PDF as it is read: lines in reading order, a form feed between pages.',
    extractFile: 'the PDF',
    extractOut: 'file to write (default: standard output)',
    doctor: 'See whether this machine has what kanben needs, and what to do where it has not.',
    init: 'Begin an issue: an issue.yaml to fill in and a README.',
    paths: 'texts, folders or globs (default: the issue that this folder is, else the folders of source/)',
    folder: 'the folder to make',
    out: 'folder for the editions',
    format: 'what to make: epub, pdf or both, with a comma between',
    strict: 'warnings stop an edition, too',
    lang: 'language of help, findings and reports: en or zh (default: KANBEN_LANG, else that of the locale)',
    json: 'print one JSON document to standard output, and nothing else there',
    quiet: 'print errors only',
    watch: 'build again whenever a file of an issue is saved, until Ctrl-C',
    watching: 'watching for changes; Ctrl-C ends',
    noCache: 'do everything anew, and keep nothing for later builds',
    notes: 'Reading system that the notes of the EPUB are written for.',
    fonts: 'Whether the EPUB carries its fonts.',
    browser:
      'the Chrome or Chromium that prints (default: PUPPETEER_EXECUTABLE_PATH, an installed one, or the one in the package)',
    exitCodes:
      'Exit codes: 0 done · 1 findings stop an edition (under --strict: warnings, too) · 2 the command, a path or issue.yaml is wrong',
    unknownFormat: (format: string, known: string[]) =>
      `Unexpected "${format}" for --format, expected ${known.join(', ')} or ${known.join(',')}.`,
    wrongEpoch: (said: string) =>
      `Unexpected "${said}" in SOURCE_DATE_EPOCH, expected seconds since 1970 such as 1767225600.`,
    error: 'error',
    /** What the parser of the command line says by itself. */
    usage: {
      titles: {
        'Usage:': 'Usage:',
        'Arguments:': 'Arguments:',
        'Options:': 'Options:',
        'Global Options:': 'Global options:',
        'Commands:': 'Commands:',
      },
      help: 'show help',
      version: 'show the version',
      choices: (choices: string) => `(one of ${choices})`,
      default: (value: string) => `(default: ${value})`,
      errors: {
        missingArgument: (name: string) =>
          `The argument <${name}> is missing; --help shows how the command is written.`,
        optionWithoutValue: (flags: string) => `The option "${flags}" needs a value.`,
        missingOption: (flags: string) => `The option "${flags}" is missing.`,
        unknownOption: (name: string, near?: string) =>
          `Unknown option "${name}"${near ? `; is ${near} meant?` : '; --help lists those there are.'}`,
        unknownCommand: (name: string, near?: string) =>
          `Unknown command "${name}"${near ? `; is ${near} meant?` : '; --help lists those there are.'}`,
        tooManyArguments: (expected: string, found: string) =>
          `Unexpected ${found} arguments, expected ${expected}: a path with blanks wants quotation marks.`,
        notOneOf: (flags: string, found: string, choices: string) =>
          `Unexpected "${found}" for "${flags}", expected one of ${choices}.`,
        wrongValue: (reason: string) => reason,
      },
    },
    stages: {
      read: 'reading',
      clean: 'cleaning',
      parse: 'parsing',
      restore: 'restoring paragraphs, notes and headings',
      structure: 'finding the articles',
      typeset: 'composing the edition',
      make: 'making',
      verify: 'proving that nothing is lost',
      write: 'writing',
    },
    severities: { fatal: 'error', warning: 'warning', remark: 'remark' },
    sure: (confidence: string, weight?: number) =>
      weight === undefined ? confidence : `${confidence}, ${Math.round(weight * 100)} %`,
    moreOfKind: (count: number, rule: string) => `… and ${count} more: --rule ${rule} --limit 0`,
    acceptAll: 'accepts all of this kind, those that are not shown, too',
    notAskedFor: (count: number) => `${plural(count, 'more question')} not asked for (--rule, --sure)`,
    rule: 'show findings of this rule only, for instance restore:pair-notes',
    sureOption: 'show findings of this sureness only',
    limit:
      'how many findings are shown, of each kind where they are to be answered; 0: all (default: 20 on a terminal)',
    wrongLimit: 'Expected a whole number.',
    open: 'open what was made',
    completion: 'Print a script that completes commands and options in a shell.',
    reading: (reading: string, done: boolean) => (done ? `${reading}, as it is` : reading),
    questions: (open: number, counts: [string, number][], answered: number) =>
      [
        `${plural(open, 'question')} to answer in corrections.yaml`,
        open > 0 && ` (${countedRules(counts.filter(([, count]) => count > 0))})`,
        answered > 0 && `; ${plural(answered, 'answer')} found there`,
      ]
        .filter(Boolean)
        .join(''),
    /** What a person is to do about an issue, and what that rests on. */
    verdicts: {
      sound: () => 'sound',
      look: (places: number) => `look at ${plural(places, 'place')}`,
      torn: () => 'this text layer is torn: give kanben the PDF that it was taken from',
      refused: (places: number) => `refused: ${plural(places, 'finding')} to see to first`,
    },
    measures: ({
      torn,
      setAside,
      notes,
    }: {
      torn?: number;
      setAside?: number;
      notes?: { all: number; tied: number };
    }) =>
      [
        torn !== undefined && `${(torn * 100).toFixed(1)} % of the lines in disorder`,
        setAside !== undefined && `${(setAside * 100).toFixed(1)} % set aside`,
        notes && `${notes.tied} of ${plural(notes.all, 'note')} tied`,
      ]
        .filter(Boolean)
        .join(', '),
    /** What spoke for what in a line. */
    why: {
      option: 'say of one line (file:line) what spoke for what, and what became of it',
      noPlace: (place: string) => `Unexpected "${place}" for --why, expected a file and a line, such as text.txt:12.`,
      noLine: (line: number) => `The text has no line ${line}.`,
      empty: '(an empty line)',
      taken: (role: string, margin: number, second: string) => `taken for ${role}, by ${margin} before ${second}`,
      vote: (witness: string, role: string, weight: number) => `${witness}: ${weight} for ${role}`,
      stands: (block: string) => `in the edition: ${block}`,
      aside: (rule: string, text: string) => `set aside by ${rule}: ${text}`,
      changed: (rule: string, before: string, after: string) => `changed by ${rule}: “${before}” → “${after}”`,
    },
    contents: (articles: number, paragraphs: number, notes: number) =>
      `${plural(articles, 'article')}, ${plural(paragraphs, 'paragraph')}, ${plural(notes, 'note')}`,
    size: (bytes: number, pages?: number, files?: number) =>
      `${fileSize(bytes)}${pages === undefined ? '' : `, ${plural(pages, 'page')}`}${files === undefined ? '' : `, ${plural(files, 'file')}`}`,
    survey: (
      file: string,
      kind: string,
      seen: {
        kind: string;
        lines: number;
        bodyWidth: number;
        pageStarts: number;
        spacedShare: number;
        fullwidth: number;
        markdownSigns: number;
      },
    ) =>
      `${file}: taken for ${kind} (${[
        plural(seen.lines, 'line'),
        ['wrapped', 'spaced', 'caj'].includes(seen.kind) && `a full one ${seen.bodyWidth} em`,
        seen.pageStarts > 0 && plural(seen.pageStarts, 'page change'),
        seen.spacedShare > 0.05 && `${Math.round(seen.spacedShare * 100)} % letter-spaced`,
        seen.fullwidth > 0 && plural(seen.fullwidth, 'fullwidth letter'),
        seen.markdownSigns > 0 && plural(seen.markdownSigns, 'Markdown sign'),
      ]
        .filter(Boolean)
        .join(', ')}); "kind" and "measure" in issue.yaml overrule this`,
    repairs: (rules: [string, number][]) => `repaired: ${countedRules(rules)}`,
    aside: (characters: number, read: number, rules: [string, number][]) =>
      `set aside: ${characters} of ${plural(read, 'character')}, by number of places: ${countedRules(rules)}`,
    remarks: (count: number, rules: [string, number][]) => `${plural(count, 'remark')}: ${countedRules(rules)}`,
    moreFindings: (count: number, report?: string) =>
      `… and ${plural(count, 'more warning')}: see ${report ?? 'them all with --json, or by piping this to a file'}`,
    built: (seconds: number) => `built in ${seconds.toFixed(1)} s`,
    unchanged: 'nothing has changed: the edition stands as it is',
    checked: (seconds: number) => `checked in ${seconds.toFixed(1)} s`,
    stopped: (fatal: number, warnings: number, building: boolean) =>
      `${fatal > 0 ? `${plural(fatal, 'error')} stop${fatal === 1 ? 's' : ''}` : `${plural(warnings, 'warning')} stop${warnings === 1 ? 's' : ''} (--strict)`} this edition${
        building ? ': nothing of it was written' : ''
      }`,
    browserFails: (reason: string) => `${reason} The EPUB needs no browser: --format epub makes it alone.`,
    initDone: (files: string[], folder: string) =>
      `Made ${files.join(' and ')}.\nPut the raw texts into ${folder}, fill in issue.yaml, then run: kanben build ${/\s/.test(folder) ? `"${folder}"` : folder}`,
    ourMistake: (reason: string, version: string) =>
      `This is a mistake in kanben, not in your text: ${reason}\nPlease report it to its makers with the text, what you ran, and kanben ${version}; DEBUG=1 shows where it happened.`,
  },

  /** What `kanben doctor` says. */
  doctor: {
    what: { node: 'Node', fonts: 'fonts', browser: 'browser', cache: 'cache' },
    node: (version: string, machine: string) => `${version} on ${machine}`,
    newerNode: (least: string) => `kanben needs Node ${least} or later: take a newer one from https://nodejs.org.`,
    fonts: (names: string[]) => names.join(', '),
    fontsMissing: (names: string[]) => `missing: ${names.join(', ')}`,
    installAgain: 'The program is incomplete: install it again.',
    browser: (version: number, path: string) => `Chromium ${version} (${path})`,
    noBrowser: 'none that starts: the EPUB can be made, the PDF cannot',
    cache: (folder: string) => folder,
    cacheOff: 'switched off (KANBEN_CACHE=off), or no place for it is known',
  },

  /** Composing the edition that both targets share. */
  html: {
    /** A formula that cannot be set. */
    formula: (tex: string) =>
      `This formula cannot be set and stands as it is written: “${tex.slice(0, 60)}”. Mend its TeX, or let it stand as code.`,
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

  /** Editions as such. */
  editions: editionsMessages,

  /** Printing. */
  inspect: inspectMessages,

  pdf: pdfMessages,

  /** An issue that is open in proof. */
  proof: proofMessages,

  /** The desk in the browser. */
  desk: deskMessages,

  /** Articles for journal systems. */
  jats: {
    book: 'JATS is for the articles of journals, and this is a book: no JATS is made of it. If it is a journal, say kind: journal in issue.yaml.',
    fillIn:
      'Before crossref.xml is sent, fill in the depositor (name and address) and the web address of each article: no issue says them.',
  },

  /** Mending and proving the texts: parse, restore, structure, ledger. */
  ...textMessages,

  ...booksMessages,
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

/** 1 note, 2 notes. */
function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Once, twice, 3 times. */
function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Rules with their counts, the most frequent first. */
function countedRules(rules: [string, number][]): string {
  return rules.map(([rule, count]) => `${rule} ${count}`).join(', ');
}

/** Bytes as a person reads them. */
function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
