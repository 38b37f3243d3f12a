/** The Chinese names of values that are one of a few, by their key: a document with English keys in, the same with English values out. */
import { isMap, isScalar, visit, type Document } from 'yaml';

/** By key; a value means the same wherever its key may stand. */
export const chineseValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // of an issue, of a text and of a record of corrections.yaml
  kind: {
    书: 'book',
    图书: 'book',
    期刊: 'journal',
    刊物: 'journal',
    折行: 'wrapped',
    疏排: 'spaced',
    纯文本: 'plain',
    青空: 'aozora',
    成稿: 'finished',
    识别: 'ocr',
    排印: 'print',
    原稿: 'editorial',
  },
  language: {
    简体: 'zh-Hans',
    简体中文: 'zh-Hans',
    繁体: 'zh-Hant',
    繁體: 'zh-Hant',
    繁体中文: 'zh-Hant',
    日文: 'ja',
    日语: 'ja',
  },
  convert: { 繁体: 'traditional', 繁體: 'traditional', 简体: 'simplified', 簡體: 'simplified' },
  // of epub and of print
  notes: {
    标准: 'standard',
    多看: 'duokan',
    微信读书: 'weread',
    普通链接: 'plain',
    页下: 'page',
    页下连排: 'article',
    篇末: 'end',
  },
  fonts: { 嵌入: 'embed', 不嵌入: 'none' },
  ibid: { 照旧: 'keep', 补全: 'complete' },
  pages: { 自动: 'auto', 不列: 'none' },
  theme: { 期刊: 'journal', 书: 'book' },
  size: { '16开': '16k', 大16开: 'large-16k', '32开': '32k' },
  opening: { 另页: 'page', 单页: 'recto' },
  autospace: { 不加: 'none', 八分之一: 'eighth', 四分之一: 'quarter' },
  all: { 是: 'true' },
};

export function nameValuesInEnglish(document: Document): void {
  visit(document, {
    Map: (_, map) => {
      for (const { key, value } of map.items) {
        if (!isScalar(key) || !isScalar(value) || isMap(value)) continue;
        const english = chineseValues[String(key.value)]?.[String(value.value)];
        if (english !== undefined) value.value = english;
      }
    },
  });
}
