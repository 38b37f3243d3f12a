const notationNames = {
  container: '方框的界线',
  template: '网站生成器的标签',
  admonition: '方框的标题（MkDocs）',
  criticMarkup: '修订记号（CriticMarkup）',
  comment: '注释（Obsidian）',
  shortcode: '表情符号的名称',
  heading: '标题，只是 # 后面缺空格',
  wikiLink: 'wiki 链接',
  attribute: '属性',
  directive: 'reStructuredText 的指令',
  keyword: 'Org 的关键字',
  pageSign: '原书的页码或行末记号',
  emphasis: '没有成对的强调记号',
  command: 'TeX 命令',
  tableRow: '没有表头的表格行',
  tag: '网页的标签',
  noteCall: '注码，可是没有这条注',
} as const;

/** 关于书籍所说的话：文本当作什么来读，什么搁置在外。 */
import type { MessageSet } from '../message-set.js';

export const booksMessages: Pick<MessageSet, 'books'> = {
  books: {
    repeatedHead: (words: string) => `标题“${words}”重复出现：第二个已搁置。`,
    contents: (count: number) => `原文的目录（${count} 行）已搁置：成书另有目录。`,
    siteLines: (count: number) => `已搁置下载网站夹带的 ${count} 行。`,
    headerFacts: (words: string) => `“${words}”是文本头部的说明，不是书中文字：已搁置。`,
    noTitle: (title: string) => `找不到书名：暂用文件或文件夹的名称“${title}”。请在 issue.yaml 里写明 title。`,
    mixedScript: (share: number) =>
      `文中繁体字与简体字混用（可判别的字中较少的一种占 ${Math.round(share * 100)} %）。请在 issue.yaml 里写明 language：zh-Hans 或 zh-Hant。`,
    notation: (name: keyof typeof notationNames, sample: string, count: number) =>
      `“${sample.slice(0, 40)}”像是${notationNames[name]}，照原样印出${count > 1 ? `（同类另有 ${count - 1} 处）` : ''}。请改成 Markdown 的写法，或者从原文里删去。`,
  },
};
