/**
 * The notation of Aozora Bunko (青空文庫 注記一覧): ruby 《》, annotations ［＃…］, the legend at the head, 底本 at the end.
 *
 * Patterns and what they mean; who reads a text by them is `parse/aozora`.
 */
import { han } from './characters.js';

/** The line that opens the legend of signs. */
export const legendHead = /^【テキスト中に現れる記号について】/u;

/** A line of hyphens above and below the legend. */
export const legendRule = /^-{10,}\s*$/u;

/** The first line of the colophon: the book that the text was typed from. */
export const colophonHead = /^底本(?:の親本)?：/u;

const annotation = /［＃[^\n］]*］/gu;
const ruby = new RegExp(`[${han}仝〆ヶ]《[\\p{Script=Hiragana}\\p{Script=Katakana}ー・]+》`, 'gu');

/** Fewest signs that tell the notation where no legend does. */
const fewestSigns = 5;

/** Is a text in this notation? Its legend says so, or signs of it stand in text with kana. */
export function isAozora(text: string): boolean {
  if (/^【テキスト中に現れる記号について】/mu.test(text)) return true;
  const signs = (text.match(annotation)?.length ?? 0) + (text.match(ruby)?.length ?? 0);
  return signs >= fewestSigns && /\p{Script=Hiragana}{2}/u.test(text);
}

/** Classes of characters a ruby may stand behind without a ｜: the longest run of one class is its base. */
export const rubyBases: RegExp[] = [
  new RegExp(`[${han}仝〆ヶ]+$`, 'u'),
  /[\p{Script=Katakana}ー・]+$/u,
  /\p{Script=Hiragana}+$/u,
  /[A-Za-zＡ-Ｚａ-ｚ\u00C0-\u024F'’．.,-]+$/u,
  /[0-9０-９]+$/u,
];

/** How a passage that an annotation names is set. */
export type Dress = 'emphasis' | 'strong' | 'small' | 'subscript' | 'plain';

const dresses: [RegExp, Dress][] = [
  [/傍点|傍線|破線|波線|鎖線|斜体|圏点/u, 'emphasis'],
  [/太字|ゴシック/u, 'strong'],
  [/割り?注|割書|小さな文字|小書き$|上付き/u, 'small'],
  [/下付き/u, 'subscript'],
  [/縦中横|横組み|罫囲み|大きな文字|キャプション|取消線|本文終わり/u, 'plain'],
];

/** The dress that the words of an annotation name, if any. */
export function dressOf(words: string): Dress | undefined {
  return dresses.find(([pattern]) => pattern.test(words))?.[1];
}

/** Level of a heading, from 1, that an annotation names: 大見出し, 中見出し, 小見出し. */
export function headingLevelOf(words: string): number | undefined {
  const size = /([大中小])見出し/u.exec(words)?.[1];
  return size ? '大中小'.indexOf(size) + 1 : undefined;
}

/** Layout of the printed page that an edition of its own has no use for. */
export const layoutOnly =
  /^(?:改(?:ページ|丁|段|見開き)|ページの左右中央|天付き|地付き|地から.*上げ|.*字下げ.*|.*字詰め.*|.*(?:折り返して|改行天付き).*|ここ(?:から|で).*(?:横組み|罫囲み|文字|段組み|地付き|字上げ|字詰め).*|.*段組み.*)$/u;

/** An indented passage. */
export const indentAnnotation = /字下げ/u;

/** What is a remark on the text: it becomes a note. */
export const textRemark = /(?:底本では|底本の|は?ママ$|に「ママ」の注記|^「.+」は「.+」の|入力者注|欠字|判読)/u;
