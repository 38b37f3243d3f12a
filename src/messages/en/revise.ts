/** The section `revise` of the messages: what is said of the records of corrections.yaml. */
export const reviseMessages = {
  unknownRecord: (keys: string[], kinds: string[]) =>
    `A record with ${keys.length > 0 ? keys.join(', ') : 'nothing in it'} is no correction: begin it with ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}.`,
  unknownText: (name: string, texts: string[]) =>
    `"in" names "${name}", which is no text of this issue, nor the beginning of an article's title; its texts are ${texts.slice(0, 8).join(', ')}${texts.length > 8 ? ` and ${texts.length - 8} more` : ''}.`,
  notFound: (words: string, key: string, near: string | undefined) =>
    `"${words}" does not stand in the text${near ? `; nearest is ${near}` : ''}. Correct "${key}", or take the record out.`,
  alreadyRight: (find: string, replace: string, places: string[], near: string | undefined) =>
    near === undefined
      ? `"${find}" does not stand in the text, but "${replace}" does (${shown(places)}): it is right already. Take the record out.`
      : `"${find}" does not stand in the text; nearest is ${near}. "${replace}" does stand there (${shown(places)}): correct "find", or take the record out if it is right already.`,
  /** `remedy`: the count that may be stated instead. */
  otherCount: (words: string, key: string, count: number, places: string[], remedy?: number) =>
    `"${words}" stands ${times(places.length)} in the text (${shown(places)}), expected ${times(count)}: write more of its surroundings into "${key}", or ${remedy === undefined ? 'name the text with "in"' : `state "count: ${remedy}"`}.`,
  nothingChanges: (find: string) => `"find" and "replace" are both "${find}": the record changes nothing.`,
  conflict: (words: string, other: number) =>
    `"${words}" overlaps what the record at line ${other} alters: make the two records one, or take one out.`,
  moved: (words: string, before: number, now: number) =>
    `"${words}" was written for line ${before} and now stands at line ${now}: the text has moved. It is applied.`,
  notParted: (words: string) =>
    `"${words}" does not say where the paragraph ends: write | there, with some words on both sides.`,
  splitAlready: (words: string, place: string) =>
    `"${words}" stands in two paragraphs already (${place}). Take the record out.`,
  joinedAlready: (words: string, place: string) =>
    `"${words}" stands in one paragraph already (${place}). Take the record out.`,
  noBreak: (words: string) =>
    `"${words}" names no paragraph's end and the beginning of another behind it: the words before | must end a paragraph, those behind it begin one.`,
  notNeighbours: 'Another paragraph stands between the two: only notes, tables and captions may.',
  notInText: 'These words stand in a table or in code, where there are no paragraphs to alter.',
  gone: 'What the record alters is gone: another record has taken it out.',
  levelAlready: (words: string, level: string, place: string) =>
    `"${words}" is ${level === 'none' ? 'a paragraph' : level === 'title' ? 'a title' : `a heading of level ${level}`} already (${place}). Take the record out.`,
  noLostNote: (words: string, place: string) =>
    `No lost note is called behind "${words}" (${place}): "note: none" takes nothing else out.`,
  calledAlready: (note: string, place: string) => `"${note}" is called there already (${place}). Take the record out.`,
  nearlyNote: (words: string, note: string, place: string) =>
    `"${words}" stands nowhere, but "${note}" (${place}) is a note without a mark: to tie it, write its beginning as it stands and … behind it.`,
  dropsCall:
    'A note is called within these words, and would be lost with them: give it another place first, or drop fewer words.',
  captionElsewhere: 'The caption and its table stand in two texts; both must stand in one.',
  noArticle: (words: string, near: string | undefined) =>
    `No article's title begins with "${words}"${near ? `; nearest is "${near}"` : ''}. Correct "article", or take the record out.`,
  manyArticles: (words: string, found: number) =>
    `The titles of ${found} articles begin with "${words}": write more of the title, or name the text with "in".`,
  articleAlready: (words: string) => `"${words}" has all this already. Take the record out.`,
  otherReading: (reading: string, known: string[]) =>
    known.length > 0
      ? `Unexpected reading "${reading}", expected ${known.join(' or ')}.`
      : `Unexpected "reading": no finding of this rule at these words offers one. Take "reading" out, or correct "at".`,
  acceptsOther: (rule: string, at: string | undefined, count: number, found: number) =>
    at !== undefined
      ? `There is no finding of ${rule} at "${at}": it is answered already, or was never raised. Take the record out.`
      : `${rule} has ${found === 0 ? 'no findings' : found === 1 ? '1 finding' : `${found} findings`}, expected ${count}: say "at" which words, or state "count: ${found}".`,
  oneIssue: (names: string[]) => `Here are ${names.length} issues (${shown(names)}): name one of them.`,
  nothingSaid: (kinds: string[]) => `Say what to correct: begin with ${kinds.map((key) => `--${key}`).join(', ')}.`,
  twoKinds: (kinds: string[]) =>
    `Unexpected ${kinds.map((key) => `--${key}`).join(' and ')} in one record: write a record for each.`,
  changedMeanwhile: 'The file was changed meanwhile: run the command again.',
  notList: 'This file is no list of records in block style: write each record on lines of its own, begun with "- ".',
  written: (file: string, line: number) => `Written: ${file}:${line}`,
  wouldWrite: (file: string, line: number) => `Would be written: ${file}:${line}`,
  answers: (findings: number) => `answers ${findings === 1 ? '1 question' : `${findings} questions`}`,
  /** The keys that tell the kind of a record, as the help of `kanben correct` says them. */
  kinds: {
    find: 'words as the edition reads; with --replace',
    join: 'end of a paragraph | beginning of the one that goes on with it',
    split: 'words of a paragraph, with | where the next begins',
    heading: 'words that are a heading, or are none; with --level',
    note: 'words of a lost note, or the beginning of one that stands there with …, or none; with --after',
    drop: 'words of a line that belongs to the page',
    keep: 'words of a line that was set aside',
    caption: 'words of a caption, or of the line that names a source; with --to',
    article: 'first words of the title; with what is right',
    accept: 'rule of a finding that is right as it is; with --why',
  } as Record<string, string>,
  /** All other keys. */
  keys: {
    replace: 'words as they should read; "" takes them out',
    level: 'of the heading: 1 to 4, title, or none for plain text',
    after: 'words right before: behind them the note is called',
    to: 'words of the table that a caption belongs to',
    at: 'words at the place of the finding',
    reading: 'the reading that is right',
    title: 'of the article',
    subtitle: 'of the article',
    authors: 'of the article; once for each',
    column: '栏目 of the article',
    abstract: 'of the article',
    keywords: 'of the article; once for each',
    bios: '作者简介; once for each',
    clc: '中图分类号',
    documentCode: '文献标识码',
    articleId: '文章编号',
    doi: 'of the article',
    fund: '基金项目',
    received: '收稿日期',
    editors: '责任编辑; once for each',
    firstPage: 'in the printed source',
    englishTitle: 'of the article',
    englishAuthors: 'once for each',
    englishAbstract: 'of the article',
    englishKeywords: 'once for each',
    in: "file name of a text, or first words of an article's title",
    count: 'how often (1)',
    all: 'true: every finding of the rule is accepted, however many there are',
    kind: 'ocr (default), print or editorial',
    why: 'reason',
    by: 'who says so',
    witness: 'what the right reading rests on',
    line: 'line of the raw text: tells equal words apart',
  } as Record<string, string>,
  keptAlready: (words: string) => `"${words}" stands in the text already. Take the record out.`,
  notAside: (words: string, near: string | undefined) =>
    `No line "${words}" was set aside${near ? `; nearest is ${near}` : ''}. Write all words of the line.`,
};

function shown(places: string[]): string {
  const known = [...new Set(places)];
  return known.length > 6 ? `${known.slice(0, 6).join(', ')}, …` : known.join(', ');
}

/** Once, twice, 3 times. */
function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
