/** What frames the article of a web page: names that makers of pages give their elements, and words above lists. */

/** In the class or id of an element that is no part of an article. */
export const frameNames =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|header-?(?:top|nav)|footer|foot|sidebar|side-?bar|aside|breadcrumbs?|crumbs?|share|sharing|social|related|recommend(?:ed|ation)?s?|comments?|pinglun|tuijian|xiangguan|copyright|banner|advert(?:isement)?s?|ads?|pagination|pager|toolbar|login|search|hot-?(?:list|news)|rank(?:ing)?|tags?|qrcode|erweima|editsection|navbox|mw-jump-link|catlinks|toc|noprint|printfooter)(?:$|[\s_-])/iu;

/** Of a line above other pages. */
export const frameWords =
  /^(?:推荐阅读|相关(?:阅读|新闻|文章|链接|报道|推荐)|延伸阅读|更多(?:阅读|新闻|内容)|热门(?:文章|新闻|推荐)|猜你喜欢|为您推荐|最新(?:文章|新闻)|上一篇|下一篇|大家都在看|分享到?|推薦閱讀|相關(?:閱讀|新聞|文章|連結)|延伸閱讀|更多(?:閱讀|新聞))[：:]?/u;
