/** The Chinese names of the keys of issue.yaml and corrections.yaml: a document in, the same with English keys out. */
import { isScalar, visit, type Document } from 'yaml';

/** A key may have several names; no two keys share one. */
export const chineseKeys: Readonly<Record<string, string>> = {
  // issue.yaml: the issue
  刊名: 'journal',
  英文刊名: 'journalEnglish',
  书名: 'title',
  题名: 'title',
  篇名: 'title',
  副题: 'subtitle',
  副标题: 'subtitle',
  代号: 'slug',
  刊号: 'cn',
  年: 'year',
  卷: 'volume',
  期: 'number',
  总期号: 'total',
  日期: 'date',
  出版日期: 'date',
  版次: 'edition',
  勘误: 'errata',
  标识: 'identifier',
  著者: 'author',
  译者: 'translator',
  主编: 'editor',
  丛书: 'series',
  主题: 'subjects',
  出版者: 'publisher',
  出版社: 'publisher',
  责任编辑: 'editors',
  编辑: 'editors',
  简介: 'description',
  版权: 'rights',
  语言: 'language',
  转换: 'convert',
  封面: 'cover',
  电子书: 'epub',
  印刷: 'print',
  文件列表: 'texts',
  原文: 'texts',
  不收: 'leaveOut',
  书眉: 'heads',
  行类: 'roles',
  来源: 'source',
  署名: 'byline',
  独立行: 'line',
  正文: 'text',
  // of a text
  文件: 'file',
  编码: 'encoding',
  页: 'pages',
  行长: 'measure',
  作者: 'authors',
  栏目: 'column',
  // of the EPUB and of print
  注释: 'notes',
  字体: 'fonts',
  同上: 'ibid',
  开本: 'size',
  版式: 'theme',
  起页: 'opening',
  首页码: 'firstFolio',
  补足: 'padTo',
  中西间距: 'autospace',
  注线: 'noteRule',
  样式: 'css',
  // corrections.yaml
  改: 'find',
  为: 'replace',
  并段: 'join',
  分段: 'split',
  标题: 'heading',
  级别: 'level',
  补注: 'note',
  注于: 'after',
  删: 'drop',
  留: 'keep',
  表题: 'caption',
  归于: 'to',
  文章: 'article',
  认可: 'accept',
  位置: 'at',
  读法: 'reading',
  摘要: 'abstract',
  关键词: 'keywords',
  作者简介: 'bios',
  中图分类号: 'clc',
  文献标识码: 'documentCode',
  文章编号: 'articleId',
  基金项目: 'fund',
  收稿日期: 'received',
  英文篇名: 'englishTitle',
  英文作者: 'englishAuthors',
  英文摘要: 'englishAbstract',
  英文关键词: 'englishKeywords',
  在: 'in',
  处数: 'count',
  全部: 'all',
  类别: 'kind',
  理由: 'why',
  校改者: 'by',
  依据: 'witness',
  行: 'line',
};

/** Those that mean another key at the head of issue.yaml: the author of a book, not the authors of a text. */
const keysOfIssue: Readonly<Record<string, string>> = { 作者: 'author' };

/** A fullwidth colon after a key, at the beginning of a line or of an item. */
const fullwidthColon = /^([ ]*(?:-[ ]+)?)([^\s:：#"'|>]+)：[ \u3000]*/;

/** @returns the same text with halfwidth colons after keys, but for what stands within quoted and literal words */
export function withHalfwidthColons(text: string, document: Document, known: (key: string) => boolean): string {
  if (!text.includes('：')) return text;
  const literal: [from: number, to: number][] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type !== 'PLAIN' && range) literal.push([range[0], range[1]]);
    },
  });
  let start = 0;
  return text
    .split('\n')
    .map((line) => {
      const at = start;
      start += line.length + 1;
      if (literal.some(([from, to]) => at > from && at < to)) return line;
      return line.replace(fullwidthColon, (whole, before: string, key: string) =>
        known(key) ? `${before}${key}: ` : whole,
      );
    })
    .join('\n');
}

/**
 * Gives Chinese keys their English names, in place.
 *
 * @returns keys that say the same as another of their map, with their places
 */
export function nameKeysInEnglish(document: Document): { key: string; offset: number }[] {
  const twice: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const said = String(key.value);
        key.value = (map === document.contents ? keysOfIssue[said] : undefined) ?? chineseKeys[said] ?? said;
        if (seen.has(key.value)) twice.push({ key: said, offset: key.range?.[0] ?? 0 });
        seen.add(key.value);
      }
    },
  });
  return twice;
}
