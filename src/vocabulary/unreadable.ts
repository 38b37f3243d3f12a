/** Signs and letters where no text of its script has them: what an OCR could not read. */

/** What is looked for, and in which texts. */
export interface Unreadable {
  found: RegExp;
  /** Only in the text layer of a scanned page: elsewhere it may be meant. */
  scanned?: true;
}

export const unreadable: Unreadable[] = [
  // 建丨／■．和加强, 丨卩＿法: strokes and boxes between words
  { found: /[丨卩■＿／．]*[丨卩■][丨卩■＿／．]*(?=\p{Script=Han})/gu },
  // 邻Ｍ的, Ｊ．业: one letter
  { found: /(?<=\p{Script=Han})[A-Za-z]．?(?=\p{Script=Han})/gu, scanned: true },
  // Co晚rewce〇？: Han within a word
  { found: /[A-Za-z]{2,}[\p{Script=Han}〇][A-Za-z]{2,}〇?/gu, scanned: true },
  // 当he国资产: a small word of another language
  {
    found:
      /(?<=\p{Script=Han})(?:he|she|his|her|of|or|the|in|to|by|at|is|as|for|its|are|was|with|from)(?=\p{Script=Han})/gu,
  },
];
