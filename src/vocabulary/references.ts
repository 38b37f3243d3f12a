/** Lists of references at the end of an article: what heads them, how their entries open, and how the text calls them. */

/** Words that head a list of references, spaces between their characters aside. */
export const referenceHeading =
  /^[【〔［[]?(?:主要)?(?:参考|引用|徵引|征引|參考)(?:文[献獻]|[书書]目|资料|資料)[】〕］\]]?(?:[（(]?References?[）)]?)?[：:;；]?$|^(?:References?|Bibliography|WorksCited|LiteratureCited)[：:]?$/iu;

/** The mark that an entry opens with: [1], ［1］, 〔1〕, 1] where a sign is lost, or 1. or 1 before words. Group 1 or 2: its number. */
export const entryMark =
  /^[\s　]*(?:[[［〔【]?\s*(\d{1,3})\s*[\]］〕】]|(\d{1,3})(?:[.．、](?!\d)|[ 　]*(?=[\p{Script=Han}\p{Lu}])))/u;

/** A call of one entry or of several: [4], [2-3], [1,5]. Group 1: the numbers. */
export const referenceCall = /[[［〔【](\d{1,3}(?:\s*[-–—~～,，、;；]\s*\d{1,3})*)[\]］〕】]/gu;
