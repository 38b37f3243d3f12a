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
  },
};
