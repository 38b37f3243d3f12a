/** The punctuation marks of Chinese text: plain strings, which the pages of the print take along, too. */

/** Marks that open: they never end a line. */
export const openingMark = '“‘（《〈【〔「『［｛〖';

/** Marks that close: they never begin a line. */
export const closingMark = '”’）》〉】〕」』］｝〗';

/** Marks that pause or end within Chinese text. */
export const pauseMark = '，、；：。！？·…—～';

/** All fullwidth punctuation of Chinese text. */
export const hanPunctuation = `${openingMark}${closingMark}${pauseMark}`;

/** Marks that end a sentence. */
export const sentenceMark = '。！？';

/** Halfwidth marks, and those of Chinese text. */
export const fullwidthMarks: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
