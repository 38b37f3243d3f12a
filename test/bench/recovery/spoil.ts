/** Damage to a raw text as a whole: characters misread, columns read across. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Random } from './random.js';
import { widthOf } from './set-pages.js';

const lists = parse(readFileSync(new URL('confusions.yaml', import.meta.url), 'utf8')) as string[][];
const others = new Map(
  lists.flatMap((list) => list.map((one) => [one, list.filter((other) => other !== one)] as const)),
);

/**
 * The first line is read right: articles are found by their titles, and a wrong one would hide all other measures.
 *
 * @param share of the characters that have a look-alike, to be misread
 */
export function misread(text: string, share: number, random: Random): string {
  const titleEnd = text.indexOf('\n');
  const wrong = (one: string): string =>
    others.has(one) && random.chance(share) ? random.pick(others.get(one)!) : one;
  return text.slice(0, titleEnd) + [...text.slice(titleEnd)].map(wrong).join('');
}

/**
 * Two columns of each page read across, as a layout-keeping reader does.
 *
 * @param gutter between the columns, in em
 * @param opening lines at the head of the first page that are set across both columns
 */
export function readAcross(text: string, gutter: number, opening: number): string {
  return text
    .split('\f')
    .map((page, place) => {
      const lines = page.trimEnd().split('\n');
      const above = place === 0 ? lines.splice(0, opening) : [];
      const half = Math.ceil(lines.length / 2);
      const wide = Math.max(...lines.slice(0, half).map(widthOf)) + gutter;
      const read = lines.slice(0, half).map((line, i) => {
        const right = lines[half + i] ?? '';
        return right ? line + ' '.repeat(Math.round((wide - widthOf(line)) * 2)) + right : line;
      });
      return [...above, ...read].join('\n');
    })
    .join('\n\f');
}

/** Han by the radical that looks the same, as fonts of browsers name their glyphs. */
const radicals = new Map(
  Array.from({ length: 0x2fd5 - 0x2f00 + 1 }, (_, i) => String.fromCodePoint(0x2f00 + i)).map((radical) => [
    radical.normalize('NFKC'),
    radical,
  ]),
);

/** Every Han that has one written with its Kangxi radical. */
export function withRadicals(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (one) => radicals.get(one) ?? one);
}

/** Notes of a list at the end, one in three in two paragraphs. */
export function withNotesParted(text: string): string {
  let long = 0;
  return text.replace(/^(\[\d+\].{20,}?[。；])(?=.{6})/gmu, (lead) => (long++ % 3 === 0 ? `${lead}\n` : lead));
}

/** The text as the page of a site gives it when all of it is copied. */
export function asWebPage(text: string): string {
  const [title = '', byline = '', ...rest] = text.split('\n');
  const middle = rest.findIndex((line, i) => i > rest.length / 2 && /[。”]$/u.test(line));
  rest.splice(middle + 1, 0, '[1] [2] 下一页', '上一页 1 2 下一页');
  const above = ['首页 > 学术频道 > 历史学 > 正文', '刊本学术网', '设为首页 | 加入收藏 | 联系我们'];
  const info = [
    '2018年06月12日 09:15 来源：刊本学术网',
    '字号：大 中 小',
    '打印本页 | 关闭窗口',
    '分享到：微信 微博 QQ空间',
  ];
  const below = ['上一篇：书院的经费', '下一篇：山长的流动', '相关文章', '书院的经费', '山长的流动', '阅读次数：1024'];
  const rights = ['版权所有 刊本学术网 未经许可不得转载', 'Copyright © 2018 All Rights Reserved'];
  return [...above, '您现在的位置：首页 >> 学术文章', title, ...info, byline, ...rest, ...below, ...rights].join('\n');
}

/** The text as a public account sends it round. */
export function asAccount(text: string): string {
  const [title = '', ...rest] = text.trimEnd().split('\n');
  const above = ['原创 编辑部 刊本通讯 2021-03-08 20:00', '收录于合集 #书评 12个', '点击上方“刊本通讯”关注我们'];
  const below = ['- END -', '编辑 | 小鱼', '排版 | 阿林', '往期推荐', '纸上的市镇', '长按二维码关注“刊本通讯”'];
  return [title, ...above, ...rest, ...below, '阅读原文', '阅读 3021', '赞 56', '在看 23'].join('\n');
}

/** Quotes and marks as a careless typist or a reader of pictures gives them. */
export function withStraightMarks(text: string): string {
  const marks = new Map(Object.entries({ '“': '"', '”': '"', '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' }));
  return text.replace(/[“”，；：（）]/gu, (mark) => marks.get(mark)!);
}
