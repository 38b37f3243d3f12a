/** The abstracts of an issue's articles, gathered at its end: what heads them, and what stands behind them. */

/** The line above them, white space aside: 本期论文提要, 【内容提要】. */
export const abstractsHead =
  /^[【〔［[■●◆·•]*(?:本[刊期辑輯卷])?(?:各篇|主要)?(?:论文|文章|論文)?(?:内容|內容|中文)?(?:提要|摘要)(?:选登|选刊|汇编|一览)?[】〕］\]·•：:]*$/u;

/** A line that ends them: the English ones, the editors' own. */
export const behindAbstracts =
  /^[【〔［[■●◆·•]*(?:(?:English)?(?:Abstracts?|Contents|Summar(?:y|ies))|英文(?:目录|目次|提要|摘要)|编后记?|編後記|编者的话|稿约|稿約|征稿(?:启事|简则)|本刊.{0,8}启事|投稿须知)[】〕］\]·•：:]*$/iu;
