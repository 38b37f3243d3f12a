/** Names of the styles of Word, WPS and LibreOffice in the languages in which Chinese documents come. */

/** One group holds the level. */
export const headingStyle =
  /^(?:heading\s*([1-9])|标题\s*([1-9])|標題\s*([1-9])|見出し\s*([1-9])|([一二三四])级标题)(?:$|\s|[,，(（])/iu;
export const titleStyle = /^(?:title|标题|標題|文章标题|论文(?:题目|标题)|题目|表題|篇名)$/iu;
export const subtitleStyle = /^(?:subtitle|副标题|副標題|副題|副题)$/iu;
export const quoteStyle =
  /^(?:(?:block|intense)?\s*(?:quote|text)|block quotation|quotations|引用|明显引用|引文|block text)$/iu;
