/** How much each kind of evidence weighs. Integers, so that a reader can add them up; positive speaks for the role. */
export const weights = {
  // what every line is, if nothing says otherwise
  usual: 4,
  // what a person said of lines of these words
  said: 60,
  // headings
  chapterNumeral: 7,
  sectionNumeral: 2,
  partWords: 8,
  seriesMember: 5,
  seriesList: -9,
  decorated: 2,
  nothingButNumber: 1,
  secondOfHeading: 7,
  shortWithoutMark: 4,
  headsParagraph: 3,
  centred: 8,
  endsSentence: -9,
  endsClause: -9,
  longForHeading: -9,
  cutsSentence: -8,
  comesBack: -6,
  // the opening
  firstLine: 6,
  nearTop: 1,
  aboveByline: 3,
  aboveHeading: 2,
  parted: 2,
  longForTitle: -12,
  belowTop: -12,
  dash: 4,
  saysSource: 10,
  certainNames: 7,
  maybeNames: 4,
  likeNames: 1,
  namesColumn: 10,
  saysDeed: 5,
  // lines of their own
  amongShort: 5,
  refrain: 6,
  keyed: 5,
} as const satisfies Record<string, number>;
