/** What speaks for what, and how much, where a paged text is put together. Above zero speaks for. */

/** For a paragraph that begins between two lines. */
export const paragraphWeights = {
  /** Room above of more than a third of a line, of more than three quarters. */
  gap: 3,
  wideGap: 6,
  otherSize: 6,
  otherFace: 3,
  /** The line before fills its measure, ends short of it, ends far from it. */
  full: -4,
  short: 3,
  veryShort: 5,
  sentenceEnded: 1,
  withinSentence: -2,
  colon: 0.5,
  sentenceOpen: -1.5,
  /** The line begins at the edge where paragraphs are indented. */
  flush: -3.5,
  /** It is indented where the line before is not. */
  indent: 4.5,
  /** Farther than paragraphs are: a signature, a line of verse. */
  farIndent: 4,
  /** Less than the line before. */
  otherIndent: 2,
  /** Set in like the lines before it. */
  block: -3,
  /** At the edge after lines that were set in. */
  backFromBlock: 4,
  hangingStart: 7,
  hangingOn: -3.5,
};

/** For a heading. A group of lines is one from `headingThreshold` on. */
export const headingWeights = {
  larger: 2,
  /** For each tenth that it is larger. */
  perTenth: 0.8,
  otherFace: 1.2,
  bold: 1.2,
  centred: 2,
  numeral: 1.8,
  knownWords: 2.5,
  roomAbove: 0.8,
  roomBelow: 0.8,
  endsSentence: -4.5,
  endsWithinSentence: -3,
  smaller: -2.5,
  likeText: -2.2,
  long: -2,
  veryLong: -4,
  fullLine: -2,
  goesOn: -3,
  caption: -8,
  noWords: -8,
  paragraphFollows: 0.7,
  digitsMostly: -3,
};
export const headingThreshold = 2.5;

/** For the title of an article. */
export const titleWeights = {
  larger: 1,
  perSize: 3,
  mostForSize: 2.5,
  centred: 1,
  otherFace: 0.5,
  high: 0.7,
  firstOfPage: 1,
  textAbove: -1.5,
  notLargest: -2,
  star: 1.5,
  byline: 2,
  affiliation: 1,
  labels: 2,
  runningHead: 2,
  sentence: -3,
};
export const titleThreshold = 4.5;
