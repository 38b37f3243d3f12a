/** Words that open a new paragraph more often than they go on with one. */
export const paragraphOpener =
  /^(?:第[一二三四五六七八九十]+[，,、。：]|[一二三四五六七八九十]是|其[一二三四五六七]|首先|其次|再次|最后|最终|此外|另外|同时[，,]|与此同时|总之|综上|总的来[看说]|总体而言|因此[，,]|然而[，,]|但是[，,]|不过[，,]|当然[，,]|例如|一方面|另一方面|从|在|对于|关于|随着|由于|为了|近年来|目前[，,]|当前[，,]|事实上|可见|具体)/u;

/** Words that open the members of a series of paragraphs: 一是…… 二是……, 第一，…… 第二，……, 首先……其次……. */
export const seriesOpener =
  /^(?:第[一二三四五六七八九十]+[，,、。：]|[一二三四五六七八九十]是|其[一二三四五六七][，,]|首先|其次|再次)/u;

/** A line of a word and what it stands for: 地点：青溪大学, 联系人：赵老师. It runs on in no other. */
export const keyedLine = /^[\p{Script=Han} 　]{2,8}[：:]\s*[^。！？\s][^。！？]{0,60}$/u;

/** Words before a colon that announce what somebody said or wrote: it follows in the same paragraph. */
export const announcesSpeech = /(?:写道|寫道|指出|说|說|云|曰|称|稱|言|道|载|載|记|記|认为|認為)[：:]$/u;

/** Openers that begin a sentence within a paragraph nearly as often. */
export const weakOpener = /^(?:从|在|对于|关于|随着|由于|为了|近年来|可见|具体|事实上)/u;

/** Words of time that open the periods of an account: 19世纪以来，…… 20世纪中期，……. */
export const timeOpener =
  /^(?:自|到|至|从)?(?:公元)?(?:前?\d{1,2}世纪|[一二三四五六七八九十]{1,3}世纪|\d{4}年代?|\d{2}年代|[先秦汉晋隋唐宋辽金元明清]{1,2}(?:代|朝|初|末|中叶)|民国|冷战)/u;

/** A subject of which something more is said: 美国还将……. Group 1: the subject. */
export const alsoOfSubject = /^([^，。、；：“”《》（）]{2,6}?)(?:还|亦|也|則|则|又)(?!是说|有人)/u;
