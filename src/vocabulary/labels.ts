/**
 * The labels that announce parts of an article: 〔关键词〕, 【内容提要】, 摘　要：, [Abstract] …
 *
 * A label may stand in any brackets or before a colon, and its characters may be spaced out.
 */
import type { LabelledPart } from '../model/index.js';

const words: [LabelledPart, string[]][] = [
  ['abstract', ['内容摘要', '内容提要', '中文摘要', '摘要', '提要', '內容摘要', '內容提要']],
  ['keywords', ['关键词', '关键字', '主题词', '关鍵詞', '關鍵詞', '關鍵字']],
  [
    'bio',
    ['作者简介', '作者介绍', '作者单位', '作者信息', '作者簡介', '第一作者简介', '通讯作者', '通信作者', '作者單位'],
  ],
  ['clc', ['中图分类号', '中图法分类号', '分类号', '中圖分類號']],
  ['document-code', ['文献标识码', '文献标志码', '文獻標識碼']],
  ['article-id', ['文章编号', '文章編號']],
  ['doi', ['DOI']],
  ['fund', ['基金', '基金项目', '项目基金', '资助项目', '基金资助', '基金項目']],
  ['received', ['收稿日期', '修回日期', '修订日期', '投稿日期', '录用日期', '接受日期', '网络首发日期', 'Received']],
  ['citation', ['引用格式', '引用本文', '引用本文格式', '本文引用格式', '本文引用', '引文格式']],
  [
    'editors',
    ['责任编辑', '责编', '本文责任编辑', '責任編輯', '特约编辑', '本文编辑', '文字编辑', '执行编辑', '编校', '编辑'],
  ],
  ['english-abstract', ['Abstract', 'ABSTRACT', 'Summary']],
  ['english-keywords', ['Keyword', 'Key words', 'Keywords', 'Key Words', 'KEYWORDS', 'KEY WORDS']],
];

const gap = '[\\s　]*';
const spaced = (word: string): string => (/[A-Za-z]/.test(word) ? word : [...word].join(gap));
const opening = '[【〔\\[［（(「]';
const closing = '[】〕\\]］）)」]';

/** Parts whose label may stand on a line of its own, without a mark. */
const headsItsPart = new Set<LabelledPart>(['abstract', 'keywords', 'english-abstract', 'english-keywords']);
/** Words that are labels in brackets only: elsewhere they are words of a sentence. */
const inBrackets: Partial<Record<LabelledPart, string[]>> = { bio: ['作者'] };

/** What may follow a label whose colon an OCR has lost: what it announces is told by how long it is, or by its marks. */
const withoutColon: Partial<Record<LabelledPart, string>> = {
  abstract:
    '[ \\t]+(?=\\S.{30})|(?![是的在部应和与等可有写中里之性式型如由])(?=[\\p{Script=Han}“《【［\\[][^：:\\n]{60})',
  keywords:
    '[ \\t]*[;；]|[ \\t]*(?=[^。：:\\n]{2,80}[;；])|[ \\t]+(?=[^。：:\\s，、]{2,12}(?:[，、][ \\t]*[^。：:\\s，、]{2,12}){1,9}$)',
  'english-abstract': '[ \\t]+(?=\\p{Lu}.{60})',
  'english-keywords': '[ \\t]*(?=[^.：:\\n]{3,120}[;；,])',
};

const patterns = words.map(([part, list]) => {
  const word = `(?:${list.map(spaced).join('|')})`;
  const held = `(?:${[...list, ...(inBrackets[part] ?? [])].map(spaced).join('|')})`;
  const wide = headsItsPart.has(part) ? `|${word}(?:[ \\t]*　|[ \\t]{2,})(?=\\S)` : '';
  // in brackets, a colon inside or after it; in brackets with what it announces, parted by space; or bare with a colon
  const bracketed = `${opening}${gap}${held}(?:${gap}[：:]${gap}${closing}?|${gap}${closing}${gap}[：:]?|[\\s　]+(?=[^\\n]{1,40}${closing}$))`;
  const loose = withoutColon[part] ? `|${word}(?:${withoutColon[part]})` : '';
  const source = `^${gap}(?:${bracketed}|${word}${gap}[：:]${wide}${loose})${gap}`;
  const alone = headsItsPart.has(part) ? new RegExp(`^${gap}${word}${gap}$`, 'u') : undefined;
  return { part, pattern: new RegExp(source, 'u'), alone };
});

/** A label found at the start of a line: what it announces and how many UTF-16 units it takes. */
export interface FoundLabel {
  part: LabelledPart;
  length: number;
}

/** The label that a line opens with, if any. */
export function labelOf(line: string): FoundLabel | undefined {
  for (const { part, pattern, alone } of patterns) {
    const match = pattern.exec(line) ?? alone?.exec(line);
    if (match) return { part, length: match[0].length };
  }
  return undefined;
}

/** Captions of tables and figures: 表 1、图２、表1-2, Table 1. */
export const captionPattern =
  /^(表|图|圖|附表|附图|Table|Figure|Fig\.)\s*([\d〗〖]+(?:[-－.—]\d+)?|[一二三四五六七八九十]+(?:[-－.—]\d+)?)(?=[\s　：:.、]|\p{Script=Han}|《|(?<=^[表图圖]\s*\d{1,2})[A-Za-z])|^附[表图圖](?=[\s　：:])|^(?:Table|Figure|Fig\.)\s*\d+$/u;

/** A table goes on: 续表, 续表2, （续表2）, 表2（续）, 表2　续. */
export const continuedCaption =
  /^[（(]?\s*(?:续|續)\s*(?:前|上)?[表圖图][^。，；]{0,40}$|^(?:表|Table)\s*[\d一二三四五六七八九十][\d.．-]*.*[（(]\s*(?:[续續][表]?|continued|cont\.)\s*[)）]$|^(?:表)\s*[\d一二三四五六七八九十][\d.．-]*[\s\u3000]*[续續]表?$/iu;

/** The caption of a picture that has no number, behind the sign that points to it: ▲ 账簿书影. */
export const pointedCaption = /^[▲△▼▽↑]\s*\S/u;

/** The line that tells where a table or figure was taken from. */
export const sourceLinePattern = /^(?:资料来源|数据来源|来源|图片来源|資料來源|注|说明)\s*[：:]/u;
