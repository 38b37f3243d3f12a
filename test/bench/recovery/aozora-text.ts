/** An article in the notation of Aozora Bunko: headings, notes and characters outside Shift_JIS by annotation. */
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import type { Damaged } from './damage.js';

const sizes = ['大', '中', '小'];
const rule = '-'.repeat(55);
const legend = [
  rule,
  '【テキスト中に現れる記号について】',
  '',
  '《》：ルビ',
  '（例）活字《かつじ》',
  '',
  '［＃］：入力者注　主に外字の説明や、傍点の位置の指定',
  rule,
];
/** Characters that a typist of the time had to describe, and how. */
const described = new Map([
  ['版', '※［＃「片＋反」、U+7248、1-1］'],
  ['匠', '※［＃「匚＋斤」、1-30-2］'],
]);

/** The notes are remarks on the text, which is what this notation has. */
export function asAozora(clean: CleanArticle): Damaged {
  const notes = clean.notes.map((_, i) => `「字${i + 1}」は底本では「活${i + 1}」`);
  const inJapanese = (text: string): string => text.replace(/《/gu, '『').replace(/》/gu, '』');
  const blocks = clean.blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [{ ...block, text: inJapanese(block.text) }] : [],
  );
  const written = (text: string): string =>
    text.replace(calls, (call) => `［＃${notes[noteOf(call)]!}］`).replace(/[版匠]/gu, (one) => described.get(one)!);
  const lines = blocks.flatMap((block) => {
    if (block.kind !== 'heading') return [`　${written(block.text)}`];
    return [`［＃３字下げ］${block.text}［＃「${block.text}」は${sizes[block.rank - 1]!}見出し］`, ''];
  });
  const colophon = ['底本：「刊本通讯」青溪书局', '　　　2018年3月10日初版発行', '入力：林', '校正：赵'];
  const article: CleanArticle = {
    name: clean.name,
    title: inJapanese(clean.title),
    authors: clean.authors.slice(0, 1),
    abstract: '',
    keywords: [],
    bios: [],
    blocks,
    notes,
  };
  return {
    article,
    raw: [article.title, article.authors[0]!, '', ...legend, '', ...lines, '', ...colophon].join('\n'),
  };
}
