/** What journals and readers differ in: marks of notes, running heads, folios, labels. Data, and the words made of it. */
import type { Labels } from './set-pages.js';

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const circle = (n: number): string => circled[n - 1] ?? `(${n})`;

const units = ['', ...'一二三四五六七八九'];
const chinese = (n: number): string =>
  n < 10 ? units[n]! : `${n < 20 ? '' : units[Math.floor(n / 10)]!}十${units[n % 10]!}`;
const roman = (n: number): string =>
  'X'.repeat(Math.floor(n / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10]!;

/** How a note's number is written: `call` in the text, `note` before the note. */
export interface MarkStyle {
  call: (n: number) => string;
  note: (n: number) => string;
}

const same = (mark: (n: number) => string, gap = ''): MarkStyle => ({ call: mark, note: (n) => mark(n) + gap });

export const marks = {
  circled: same(circle, ' '),
  circledTight: same(circle),
  circledSpaced: { call: (n) => ` ${circle(n)} `, note: (n) => `${circle(n)} ` },
  bracket: same((n) => `[${n}]`, ' '),
  bracketWide: same((n) => `［${n}］`),
  shell: same((n) => `〔${n}〕`),
  lenticular: same((n) => `【${n}】`),
  shellChinese: same((n) => `〔${chinese(n)}〕`),
  bracketRoman: same(
    (n) => `［${roman(n).replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))}］`,
  ),
  round: same((n) => `(${n})`),
  digits: { call: (n) => `${n}`, note: (n) => `${n} ` },
  labelled: { call: (n) => `[注${n}]`, note: (n) => `[注${n}]` },
  raised: { call: (n) => `<sup>[${n}]</sup>`, note: (n) => `[${n}] ` },
  raisedDigits: { call: (n) => `<sup>${n}</sup>`, note: (n) => `<sup>${n}</sup> ` },
  raisedCircle: { call: (n) => `<sup>${circle(n)}</sup>`, note: (n) => `${circle(n)} ` },
  formula: { call: (n) => `$^{${circle(n)}}$`, note: (n) => `${circle(n)} ` },
  formulaSpaced: { call: (n) => ` $ ^{${circle(n)}} $ `, note: (n) => `$ ^{${circle(n)}} $ ` },
  formulaDigits: { call: (n) => `$^{[${n}]}$`, note: (n) => `[${n}] ` },
  textcircled: { call: (n) => `$\\textcircled{${n}}$`, note: (n) => `$\\textcircled{${n}}$ ` },
} satisfies Record<string, MarkStyle>;

/** A page's running head and folio, as the lines above and below its text. */
export interface Furniture {
  above: (page: number, title: string, isFirst: boolean) => string[];
  below: (page: number) => string[];
}

const none = (): string[] => [];
const wide = (n: number): string =>
  String(n).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const turned = (n: number): string => [...wide(n)].reverse().join('');
const journal = '刊本通讯　2025年第1期';
const head = (page: number, title: string): string => (page % 2 === 0 ? journal : title);

export const furniture = {
  bare: { above: none, below: none },
  folios: { above: none, below: (page) => [`${page}`] },
  dashedFolios: { above: none, below: (page) => [`— ${page} —`] },
  dottedFolios: { above: none, below: (page) => [`· ${page} ·`] },
  // an article's first page has no head, or the journal's name and nothing else
  heads: { above: (page, title, isFirst) => (isFirst ? [] : [head(page, title)]), below: (page) => [`${page}`] },
  headsAndFolios: {
    above: (page, title, isFirst) => {
      if (isFirst) return [journal];
      return [page % 2 === 0 ? `${page}　　${journal}` : `${title}　　${page}`];
    },
    below: none,
  },
  reversed: { above: none, below: (page) => ['刊本通讯', turned(page)] },
  torn: { above: none, below: (page) => [`－ ${wide(page)[0]}`, `${wide(page).slice(1)} －`] },
} satisfies Record<string, Furniture>;

export const labels = {
  brackets: {
    abstract: '【内容提要】',
    keywords: '【关键词】',
    between: ' ',
    editor: (name) => `【责任编辑：${name}】`,
  },
  colons: { abstract: '摘　要：', keywords: '关键词：', between: '；', editor: (name) => `（责任编辑：${name}）` },
  square: { abstract: '[摘要]', keywords: '[关键词]', between: '；', editor: (name) => `[责任编辑：${name}]` },
  shells: {
    abstract: '〔提 要〕 ',
    keywords: '〔关 键 词〕 ',
    between: '、',
    editor: (name) => `〔责任编辑：${name}〕`,
  },
  content: { abstract: '内容摘要：', keywords: '关键词：', between: '　', editor: (name) => `责任编辑：${name}` },
} satisfies Record<string, Labels>;
