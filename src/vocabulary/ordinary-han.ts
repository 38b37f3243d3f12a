/** The Han that a text of today is written with: a language in, its ordinary characters out. */

/** First level of GB 2312: from B0A1 in rows of 94 to D7F9. */
const [firstRow, lastRow, lastRowLength, rowLength] = [0xb0, 0xd7, 89, 94];

let ordinary: string | undefined;

/**
 * The 3755 characters of the first level of GB 2312-80, chosen by their frequency.
 *
 * @param language BCP 47
 * @returns nothing for another language than simplified Chinese
 */
export function ordinaryHan(language: string): string {
  if (!/^zh(?:-Hans)?(?:-CN)?$/i.test(language)) return '';
  if (ordinary === undefined) {
    const bytes: number[] = [];
    for (let row = firstRow; row <= lastRow; row++) {
      const length = row === lastRow ? lastRowLength : rowLength;
      for (let cell = 0; cell < length; cell++) bytes.push(row, 0xa1 + cell);
    }
    ordinary = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  }
  return ordinary;
}
