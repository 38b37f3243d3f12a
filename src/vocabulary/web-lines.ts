/** Lines that a web page puts round an article: navigation, controls, counters, what a reader is asked to do. */
import { endsSentence } from './characters.js';

/** Words of a control; a line of nothing else is one. */
const controls = [
  '设为首页|加入收藏|收藏本[站页]|联系我们|关于我们|网站地图|返回(?:首页|顶部|列表)|打印(?:本页|本文|此文)?|关闭(?:窗口|本页)?',
  '导出|参考文献|关注|分享|收藏|复制|下载|引用|转发|点赞|在看|赞|评论|登录|注册|投稿|帮助|推荐给好友|我要(?:评论|纠错)|写?留言',
  '字[号體体][：:]?|[大中小]|[【\\[［]\\s*[大中小](?:\\s+[大中小])*\\s*[】\\]］]|繁[體体](?:中文)?|简体(?:中文)?|English|RSS|微信|微博|QQ空间',
].join('|');
const controlLine = new RegExp(`^(?:(?:${controls})[\\s　|｜/／·,，]*)+$`, 'u');
/** One of them tells what the line is. */
const strongControl =
  /设为首页|加入收藏|收藏本[站页]|打印(?:本页|本文|此文)|关闭(?:窗口|本页)|返回(?:首页|顶部|列表)|网站地图|字[号體体]|导出|推荐给好友|QQ空间|我要(?:评论|纠错)/u;

const pagerWords =
  '首页|上一页|下一页|前一页|后一页|末页|尾页|共\\s*\\d+\\s*页|第\\s*\\d+\\s*页|跳转(?:到)?|GO|[\\[\\]［］()（）\\d\\s　|｜/／.…]';
const pagerLine = new RegExp(`^(?=.*(?:上一页|下一页|前一页|后一页|末页|尾页))(?:${pagerWords})+$`, 'u');

const counter =
  '(?:阅读|浏览|点击|访问|下载|被引|评论|人气|赞|在看|转发)(?:次数|量|数|频次)?\\s*[：:]?\\s*\\d[\\d,.]*\\s*(?:万|\\+|次|人)*';
const counterLine = new RegExp(`^(?:${counter}[\\s　|｜]*)+$`, 'u');

/** Where in the site the page stands: above the title. */
const navigation: RegExp[] = [
  /^(?:您|你|当前|目前)(?:现在|目前|当前)?的?(?:所在)?位置(?:是)?[：:].{0,80}$/u,
  /^(?:当前位置[：:]\s*)?(?:网站)?首页(?:\s*(?:>+|＞+|»|›|→)\s*[^>＞»›→]{1,24})+$/u,
  /^首页(?:[\s　|｜·]+\S{1,8}){3,}$/u,
];

/** Nothing but a line of a web page. */
const certain: RegExp[] = [
  ...navigation,
  pagerLine,
  /^[上下前后]一[篇条][：:].{0,60}$/u,
  /^分享(?:到|至)[：:]?.{0,40}$/u,
  /^.{0,40}(?:All Rights? Reserved|ICP备|公网安备).{0,60}$/iu,
  /^(?=.*(?:关注|蓝字|原文|卡片|标题|公众号))(?:请)?(?:点击|点|轻触)(?:上方|下方|文末|左下角|蓝字|右上角|阅读).{0,30}$/u,
  /^(?=.*(?:二维码|关注|公众号))(?:微信)?(?:长按|扫描|扫一扫|扫码|识别).{0,30}$/u,
  /^收录于(?:合集|话题|专辑)?\s*[#＃].{0,40}$/u,
  /^(?:阅读原文|写下你的留言|写留言|喜欢此内容的人还喜欢|预览时标签不可点|微信扫一扫关注该公众号)$/u,
  /^(?:阅读|浏览|点击|访问)(?:次数|量|数)\s*[：:]\s*\d.{0,8}$/u,
];

/** Lines that are of a web page where others are. */
const likely: RegExp[] = [
  counterLine,
  /^(?:发布|发表|更新|录入|添加|发文)(?:时间|日期)\s*[：:]\s*\d.{4,40}$/u,
  /^(?:19|20)\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?\s+\d{1,2}[：:]\d{2}(?:[：:]\d{2})?$/u,
  /^(?:版权所有|版权声明|Copyright|©|\(c\)).{0,80}$/iu,
  /^欢迎(?:转发|分享|关注|订阅|投稿|点赞).{0,24}$/u,
  /^[-—–*=~\s]*(?:END|The End|全文完|完)[-—–*=~\s]*$/iu,
  /^原创(?:[\s　:：]+\S{1,20}){1,4}(?:\s+\d{1,2}[：:]\d{2})?$/u,
  /^(?:原标题|原题)[：:]\s*.{2,60}$/u,
  /^分享[到至]?[：:]?$/u,
  /^点击进入.{2,24}(?:>>|»|＞＞)$/u,
  /^(?:编辑|排版|审核|校对|初审|复审|终审|责编|美编|监制|图文|供稿|值班编辑|微信编辑|编审|推送|配图)\s*[|｜丨/／]\s*.{1,24}$/u,
];

/** Words that head a list of other pages, at the end. */
export const otherPages =
  /^[【\[（]?(?:往期|相关|延伸|精彩|热门|更多|最新|推荐|猜你喜欢)(?:推荐|回顾|文章|阅读|链接|新闻|内容|精彩|论文|文献)?[】\]）]?[：:]?$/u;

const longestLine = 120;

/** What a line is to the page that it stands on. */
export type WebLine = 'navigation' | 'certain' | 'likely';

/** What a whole line of a web page is; undefined for a line of the article. */
export function webLineOf(line: string): WebLine | undefined {
  const text = line.trim();
  if (text.length > longestLine || (endsSentence(text) && !/^(?:版权|Copyright|©)/iu.test(text))) return undefined;
  if (navigation.some((pattern) => pattern.test(text))) return 'navigation';
  if (certain.some((pattern) => pattern.test(text))) return 'certain';
  if (controlLine.test(text)) return strongControl.test(text) ? 'certain' : undefined;
  return likely.some((pattern) => pattern.test(text)) ? 'likely' : undefined;
}

/** The parts of the line below a title that says when, where and by whom: 2018年06月12日 来源：… 作者：… 字号：大 中 小. */
const partLabel =
  '(?:(?:文章|稿件|信息)?(?:来源|稿源)|转自|作\\s?者|发布时间|时间|日期|发布者?|责任编辑|责编|编辑|浏览次数|浏览|点击|阅读|字号|字体|打印|栏目)\\s*[：:]';
/** 文：张三 is a part behind a space only. */
const infoPart = new RegExp(`(?=${partLabel})(?<!文章|稿件|信息|发布|浏览|责任)|(?<=[\\s　|｜])(?=文\\s*[：:])`, 'u');
const startsPart = new RegExp(`^${partLabel}`, 'u');
const dateOfDay = /^(?:19|20)\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?(?:\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?/u;

/** A part of such a line: who wrote the text, where it was printed, or what only the page needs. */
export interface InfoPart {
  kind: 'author' | 'source' | 'page';
  text: string;
}

/** The parts of a line that says when, where and by whom; undefined for other lines. One label alone makes no such line. */
export function infoPartsOf(line: string): InfoPart[] | undefined {
  const text = line.trim();
  if (text.length > longestLine) return undefined;
  const date = dateOfDay.exec(text)?.[0] ?? '';
  const parts = text
    .slice(date.length)
    .split(infoPart)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kinds = parts.map(kindOf);
  if (kinds.includes(undefined) || parts.length + (date === '' ? 0 : 1) < 2) return undefined;
  // 作者：… 文：… is a byline of a book
  if (date === '' && kinds.every((kind) => kind === 'author')) return undefined;
  const said = parts.map((part, i): InfoPart => ({ kind: kinds[i]!, text: part }));
  return date === '' ? said : [{ kind: 'page', text: date }, ...said];
}

function kindOf(part: string): InfoPart['kind'] | undefined {
  // 作者： without a name says nothing
  if (/^(?:作\s?者|文)\s*[：:]\s*\S/u.test(part)) return 'author';
  if (/^(?:.{0,2}[来稿]源|转自)\s*[：:]/u.test(part)) return 'source';
  return startsPart.test(part) ? 'page' : undefined;
}

/** Words of a control behind a caption: 下载原图. */
export const controlBehind = /[\s　]+(?:下载原[图表]|导出到\s?EXCEL|查看[大原]图|点击查看大图|图片选项)$/iu;

/** A journal and its number, as a page names its source: 《刊本》2018年第3期. Groups: the name, the number. */
export const journalNumber = /《?([\p{Script=Han}·（）]{2,20})》?[，,\s]*((?:19|20)\d{2}年第\d{1,2}期)/u;
