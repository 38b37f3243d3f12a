/** 有关 corrections.yaml 校改记录的说明。 */
import type { MessageSet } from '../message-set.js';

export const reviseMessages: MessageSet['revise'] = {
  unknownRecord: (keys: string[], kinds: string[]) =>
    `${keys.length > 0 ? `含 ${keys.join('、')} 的` : '空的'}记录不是校改记录：请以 ${kinds.join('、')} 之一开头。`,
  unknownText: (name: string, texts: string[]) =>
    `in 所指的“${name}”不是本期的文件，也不是哪篇文章题目的开头；本期的文件有 ${texts.slice(0, 8).join('、')}${texts.length > 8 ? `，另有 ${texts.length - 8} 个` : ''}。`,
  notFound: (words: string, key: string, near: string | undefined) =>
    `文中没有“${words}”${near ? `；最相近的是 ${near}` : ''}。请改正 ${key}，或删去这条记录。`,
  alreadyRight: (find: string, replace: string, places: string[], near: string | undefined) =>
    near === undefined
      ? `文中没有“${find}”，却有“${replace}”（${shown(places)}）：已经是对的。请删去这条记录。`
      : `文中没有“${find}”；最相近的是 ${near}。文中已有“${replace}”（${shown(places)}）：请改正 find；如果本来就对，请删去这条记录。`,
  otherCount: (words: string, key: string, count: number, places: string[], remedy?: number) =>
    `“${words}”在文中有 ${places.length} 处（${shown(places)}），应为 ${count} 处：请在 ${key} 里多写几个上下文的字，或${remedy === undefined ? '用 in 指明是哪一篇' : `写明 count: ${remedy}`}。`,
  nothingChanges: (find: string) => `find 和 replace 都是“${find}”：这条记录什么也没改。`,
  conflict: (words: string, other: number) => `“${words}”与第 ${other} 行的记录所改之处重叠：请合为一条，或删去一条。`,
  moved: (words: string, before: number, now: number) =>
    `“${words}”记在原文第 ${before} 行，现在在第 ${now} 行：原文有变动。记录照样生效。`,
  notParted: (words: string) => `“${words}”没有标明段落在哪里断开：请写上 |，两边都要有几个字。`,
  splitAlready: (words: string, place: string) => `“${words}”本来就分作两段（${place}）。请删去这条记录。`,
  joinedAlready: (words: string, place: string) => `“${words}”本来就在一段之中（${place}）。请删去这条记录。`,
  noBreak: (words: string) => `“${words}”不是前一段的末尾和后一段的开头：| 前面的字必须在段末，后面的字必须在段首。`,
  notNeighbours: '两段之间隔着另一段：中间只能有注释、表格、图表题。',
  notInText: '这些字在表格或代码里，那里没有可改的段落。',
  gone: '要改的文字已经不在：另一条记录把它删掉了。',
  levelAlready: (words: string, level: string, place: string) =>
    `“${words}”本来就是${level === 'none' ? '正文' : level === 'title' ? '篇名' : ` ${level} 级标题`}（${place}）。请删去这条记录。`,
  noLostNote: (words: string, place: string) =>
    `“${words}”之后（${place}）没有缺失注文的注码：note: none 只能去掉这一种。`,
  calledAlready: (note: string, place: string) => `“${note}”已经注在那里（${place}）。请删去这条记录。`,
  nearlyNote: (words: string, note: string, place: string) =>
    `文中没有“${words}”，但有一条没有注码的注文“${note}”（${place}）：要把它对上，请照原样写它的开头，后面加 …。`,
  dropsCall: '这些字里有注码，删掉就会丢注：请先给注释另找位置，或少删几个字。',
  captionElsewhere: '表题和表格分在两个文件里：二者必须在同一个文件。',
  noArticle: (words: string, near: string | undefined) =>
    `没有哪篇文章的题目以“${words}”开头${near ? `；最相近的是“${near}”` : ''}。请改正 article，或删去这条记录。`,
  manyArticles: (words: string, found: number) =>
    `有 ${found} 篇文章的题目以“${words}”开头：请多写几个字，或用 in 指明文件。`,
  articleAlready: (words: string) => `“${words}”的这些内容本来就是这样。请删去这条记录。`,
  otherReading: (reading: string, known: string[]) =>
    known.length > 0
      ? `不认识的读法“${reading}”，应为 ${known.join(' 或 ')}。`
      : `这里用不上 reading：该规则在这几个字处没有别的读法。请删去 reading，或改正 at。`,
  acceptsOther: (rule: string, at: string | undefined, count: number, found: number) =>
    at !== undefined
      ? `“${at}”处没有 ${rule} 的问题：可能已经答复，或者本来就没有。请删去这条记录。`
      : `${rule} 有 ${found} 处问题，记录说有 ${count} 处：请用 at 指明是哪几个字，或写明 count: ${found}。`,
  oneIssue: (names: string[]) => `这里有 ${names.length} 期（${shown(names)}）：请指定其中一期。`,
  nothingSaid: (kinds: string[]) => `请说明要改什么：以 ${kinds.map((key) => `--${key}`).join('、')} 之一开头。`,
  twoKinds: (kinds: string[]) => `一条记录里不能同时有 ${kinds.map((key) => `--${key}`).join('和')}：请各写一条。`,
  changedMeanwhile: '文件刚才被别人改过：请重新执行一次。',
  notList: '这个文件不是逐条分行的记录表：每条记录另起一行，以“- ”开头。',
  written: (file: string, line: number) => `已写入：${file}:${line}`,
  wouldWrite: (file: string, line: number) => `将写入：${file}:${line}`,
  answers: (findings: number) => `答复了 ${findings} 个问题`,
  kinds: {
    find: '要改的文字（按成品所见）；配合 --replace',
    join: '前一段的末尾 | 后一段的开头，两段并为一段',
    split: '段落中的文字，在应当分段处写 |',
    heading: '应当是标题（或不是标题）的文字；配合 --level',
    note: '缺失的注文；或已有注文的开头加 …；或 none；配合 --after',
    drop: '混入正文的版面文字（书眉、页码之类），整行删去',
    keep: '被误剔的一行，放回正文',
    caption: '表题或资料来源的文字；配合 --to',
    article: '文章题目的开头几个字；后面写正确的内容',
    accept: '问题的规则名，表示原文无误；配合 --why',
  },
  keys: {
    replace: '改成的文字；空串表示删去',
    level: '标题级别：1 到 4、title（篇名）、none（正文）',
    after: '紧靠前面的文字：注码加在其后',
    to: '表题所属表格里的文字',
    at: '问题所在之处的文字',
    reading: '正确的读法',
    title: '篇名',
    subtitle: '副题',
    authors: '作者；每人写一次',
    column: '栏目',
    abstract: '摘要',
    keywords: '关键词；每个写一次',
    bios: '作者简介；每人写一次',
    clc: '中图分类号',
    documentCode: '文献标识码',
    articleId: '文章编号',
    doi: 'DOI',
    fund: '基金项目',
    received: '收稿日期',
    editors: '责任编辑；每人写一次',
    firstPage: '原刊起始页码',
    englishTitle: '英文篇名',
    englishAuthors: '英文作者名；每人写一次',
    englishAbstract: '英文摘要',
    englishKeywords: '英文关键词；每个写一次',
    in: '文件名，或文章题目的开头几个字',
    count: '共几处（默认 1）',
    all: 'true（是）：这一规则的问题不论多少，全部认可',
    kind: 'ocr（识别错误，默认）、print（印本错误）或 editorial（编辑改动）',
    why: '理由',
    by: '校改者',
    witness: '所据版本或材料',
    line: '原文行号：区分相同的文字',
  } as Record<string, string>,
  keptAlready: (words: string) => `“${words}”本来就在正文里。请删去这条记录。`,
  notAside: (words: string, near: string | undefined) =>
    `剔除的各行里没有“${words}”${near ? `；最相近的是 ${near}` : ''}。请写出整行文字。`,
};

function shown(places: string[]): string {
  const known = [...new Set(places)];
  return known.length > 6 ? `${known.slice(0, 6).join('、')}……` : known.join('、');
}
