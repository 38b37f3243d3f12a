/**
 * How the divisions of Chinese books are numbered and named: parts, chapters, acts, and what stands before and behind them.
 *
 * Tables and predicates only. Whether a line heads something is decided over the whole text.
 */
import type { Matter } from '../../model/index.js';
import { countHan } from '../characters.js';

/** What a line says of the division that it would head. */
export interface DivisionHead {
  /** The way it is counted: 第…章, 卷…, 一、; or `named` for 序, 楔子, 后记. */
  system: string;
  /** 1 is the highest. Of systems that a book uses, the levels are made. */
  rank: number;
  matter: Matter;
  /** Signs around it that are ornament, to be taken off: 【…】, ≡≡…≡≡, 正文. */
  words: string;
  /** Its words but for the numeral. */
  title: string;
  /** A part that the same line names before the chapter: 第一卷 上游 第一章 源头. */
  above?: DivisionHead;
  /** The form alone proves little: lines of it count only where they count up. */
  weak?: boolean;
}

/** Digits of every kind that number chapters; 两 and 廿 among them. */
const digit = '零〇○Ｏ0-9０-９一二三四五六七八九十百千万萬两兩廿卅卌壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟';
const numeral = `[${digit}](?:[ 　]?[${digit}]){0,11}`;

/** Classifiers of divisions with their ranks, from the highest. */
const classifiers: [signs: string, rank: number][] = [
  ['集輯辑册冊', 1],
  ['部卷编編', 2],
  ['本', 3],
  ['篇', 4],
  ['章回讲講课課话話', 5],
  ['幕齣出折', 5],
  ['节節', 6],
  ['场場景', 6],
  ['筆笔则則條首闋阕', 6],
];

const rankOf = new Map(
  classifiers.flatMap(([signs, rank]) => [...signs].map((sign): [string, number] => [sign, rank])),
);
const signs = [...rankOf.keys()].join('');

/** What may follow a classifier glued, and then makes it no classifier: 第三回合, 第一部分的, 第三节课, 第二出戏. */
const noHead =
  /^(?:第[^\s]{1,8}(?:回合|部分(?!$)|部门|节课|节车厢|节点|本书|本人|章节|出戏|场雨|场雪|场战|场比赛|集团|册子|卷子|篇文章|篇小说|课时|话音)|第[^\s]{1,8}[章回部卷节集场课篇本](?:的|是|了|里|中|就|还|也|都|我|他|她|你|那|这|在|说|讲|写))/u;

const numbered = new RegExp(`^第[ 　]*(${numeral})[ 　]*([${signs}])(?:[ 　]*([：:、.．·—―-]+))?([ 　]*)(.*)$`, 'u');
const scroll = new RegExp(
  `^(卷|部|篇|集)(?:之|第)?[ 　]*(${numeral}|[上中下首末])(?:[ 　]*[：:、.．·])?([ 　]*)(.*)$`,
  'u',
);
const halves = /^([上中下])[ 　]?([部卷编編篇册冊集])(?:[：:、.．·]|[ 　]+|$)(.*)$/u;
const english = /^(?:chapter|part|book|act|scene)[ .·]*(?:\d{1,5}|[ivxlc]{1,7})\b[.:：、 　]*(.*)$/iu;
const extra = new RegExp(`^(番外篇?|外[传傳]|特典)(?:[ 　]*[：:、.．]?[ 　]*(.*))$`, 'u');
/** 001、渡口; 001 渡口; 1.; 12 */
const padded = /^(0\d{1,4})(?:[、.．：:][ 　]*|[ 　]+|$)(.*)$/u;
const bare = /^(\d{1,4})[.．、]?$/u;
const bareHan = /^([一二三四五六七八九十百廿卅]{1,5})[、.．]?$/u;
/** 德行第一 */
const behind = new RegExp(`^([\\p{Script=Han}]{1,8})第([一二三四五六七八九十百]{1,5})$`, 'u');

const front =
  '(?:[自代原总總新大小]?序[言文]?|序[章幕曲]|前言|[导導]言|[导導][论論读讀]|[绪緒][论論言]|引[言子]|弁言|小引|题[记辞]|題[記辭]|楔子|开[篇端]|開[篇端]|缘起|緣起|凡例|例言|出版(?:说明|說明|者言)|[译譯][者]?(?:序|前言)|再版(?:序|前言|自序)?|编(?:者|辑)(?:的话|说明)|編(?:者|輯)(?:的話|說明)|内容(?:简介|提要|介绍)|內容(?:簡介|提要|介紹)|作品相关|献[词辞]|獻[詞辭]|本书说明|卷首语?|致读者|人物表|登场人物|登場人物|劇中人物?|剧中人物?)';
const back =
  '(?:后[记序语]|後[記序語]|跋[语語文]?|附[录錄篇]|尾[声聲]|终[章曲局]|終[章曲局]|大[结結]局|[结結](?:语|語|束语|束語|局)|余[论论]|餘論|[译譯](?:者)?(?:后记|後記)|编(?:者)?后记|編(?:者)?後記|致[谢謝]|鸣谢|完本感言|完结感言|参考(?:文献|书目)|參考(?:文獻|書目)|年[谱谱表譜]|勘误表)';
/** Heads without a number, perhaps with one and with words behind it: 附录一 年谱, 序一, 番外. */
const named = new RegExp(
  `^(${front}|${back})(?:[ 　]*[一二三四五六七八九十\\dA-Z]{1,3}|之[一二三四五六七八九十])?(?:[（(][^（）()]{1,12}[）)])?(?:(?:[：:、.．]|[ 　]+|——)(.{1,30}))?$`,
  'u',
);
const isFront = new RegExp(`^${front}`, 'u');

/** Ornament at both ends of a head: 【第三章】, ≡≡第四章≡≡, ＃第5章, ===第3章 大唐===, ☆、第六章. */
const ornament = '[=＝≡#＃*＊~～☆★◆◇■□●○▲△※\\-—─_]';
const framed = new RegExp(
  `^(?:${ornament}+[、 　]*)?(?:[【〖「『\\[［(（](?=[^】〗」』\\]］)）]*[】〗」』\\]］)）]$))?(.*?)[】〗」』\\]］)）]?(?:[ 　]*${ornament}+)?$`,
  'u',
);
/** Words of download sites before a chapter's number. */
const siteLead = /^(?:正文|VIP(?:章节|卷)?|【正文】|\[正文\])[ 　：:、]*(?=第|\d|楔|序|番)/iu;

/** A head is no longer than this, characters; without a gap behind its numeral, than that. */
const longestHead = 48;
const longestGlued = 28;

/** What ends or parts sentences, and no head. */
const sentence = /[。；]|，.*，.*，|[，、：]$/u;

/** A head without its ornament; the same where it has none. */
export function withoutOrnament(line: string): string {
  const text = line.trim().replace(siteLead, '');
  if (!/^[=＝≡#＃*＊~～☆★◆◇■□●○▲△※\-—─_【〖[［]/u.test(text)) return text;
  const inner = framed.exec(text)?.[1]?.trim() ?? '';
  return inner === '' ? text : inner;
}

/** What a line would head, as far as the line itself can tell. */
export function divisionHeadOf(line: string): DivisionHead | undefined {
  const words = withoutOrnament(line).replace(/^[ 　]+|[ 　]+$/gu, '');
  if (words === '' || words.length > longestHead || sentence.test(words)) return undefined;
  // 【第三章】再会故人: the brackets stand for a gap
  const plain = words.replace(/^[【〖［[「『]([^】〗］\]」』]{1,12})[】〗］\]」』][ 　]*(?=\S)/u, '$1　');
  if (plain !== words) {
    const within = numberedHead(plain);
    return within && { ...within, words };
  }
  const head = numberedHead(words) ?? scrollHead(words) ?? englishHead(words) ?? namedHead(words) ?? lesserHead(words);
  return head && { ...head, words };
}

type Found = Omit<DivisionHead, 'words'>;

function numberedHead(words: string): Found | undefined {
  const found = numbered.exec(words);
  if (!found) return undefined;
  const [, , sign, mark = '', gap, title] = found as unknown as [
    string,
    string,
    string,
    string | undefined,
    string,
    string,
  ];
  const glued = gap === '' && mark === '' && title !== '';
  if (glued && (noHead.test(words) || words.length > longestGlued)) return undefined;
  // 第三本 and 第一场 before other words measure things as often as they head anything
  if (glued && /[本场場景话話课課讲講集]/u.test(sign)) return undefined;
  // 第一首 counts verses within a line of prose, too
  if (title !== '' && /[筆笔则則條首闋阕]/u.test(sign)) return undefined;
  const system = `第${sign}`;
  const rank = rankOf.get(sign)!;
  const inner = rank <= 4 && title !== '' ? chapterWithin(title) : undefined;
  if (inner) {
    const above: DivisionHead = {
      system,
      rank,
      matter: 'body',
      words: words.slice(0, words.length - inner.words.length).trim(),
      title: inner.before,
    };
    return { system: inner.head.system, rank: inner.head.rank, matter: 'body', title: inner.head.title, above };
  }
  return { system, rank, matter: 'body', title };
}

/** The chapter that the words behind a part's number name: 上游 第一章 源头. */
function chapterWithin(title: string): { before: string; words: string; head: Found } | undefined {
  const at = new RegExp(`(?:^|[ 　])第[ 　]*${numeral}[ 　]*[章回节節]`, 'u').exec(title);
  if (!at) return undefined;
  const words = title.slice(at.index).trim();
  const head = numberedHead(words);
  return head && { before: title.slice(0, at.index).trim(), words, head };
}

function scrollHead(words: string): Found | undefined {
  const half = halves.exec(words);
  if (half) return { system: `上${half[2]}`, rank: rankOf.get(half[2]!)!, matter: 'body', title: half[3]! };
  const found = scroll.exec(words);
  if (!found) return undefined;
  const [, sign, , gap, title] = found as unknown as [string, string, string, string, string];
  if (gap === '' && title !== '' && title.length > 8) return undefined;
  return {
    system: `${sign}一`,
    rank: rankOf.get(sign) ?? 2,
    matter: 'body',
    title,
    ...(gap === '' && title !== '' && { weak: true }),
  };
}

function englishHead(words: string): Found | undefined {
  const found = english.exec(words);
  if (!found) return undefined;
  const name = /^[a-z]+/iu.exec(words)![0].toLowerCase();
  const rank = { part: 2, book: 2, act: 5, scene: 6 }[name] ?? 5;
  return { system: name, rank, matter: 'body', title: found[1]! };
}

function namedHead(words: string): Found | undefined {
  const closed = words.replace(/(?<=^\p{Script=Han})[ 　]+(?=\p{Script=Han}$)/u, '');
  const other = extra.exec(closed);
  if (other && closed.length <= 24) return { system: 'named', rank: 5, matter: 'back', title: other[2] ?? '' };
  const found = named.exec(closed);
  if (!found) return undefined;
  return { system: 'named', rank: 5, matter: isFront.test(closed) ? 'front' : 'back', title: found[2] ?? '' };
}

/** Numbers alone, or before a few words: they head something only where they count up. */
function lesserHead(words: string): Found | undefined {
  const long = padded.exec(words);
  if (long && long[2]!.length <= 30) return { system: '001', rank: 5, matter: 'body', title: long[2]!, weak: true };
  if (bare.test(words)) return { system: '1', rank: 8, matter: 'body', title: '', weak: true };
  if (bareHan.test(words)) return { system: '一', rank: 7, matter: 'body', title: '', weak: true };
  const order = behind.exec(words);
  return order ? { system: '…第一', rank: 5, matter: 'body', title: order[1]!, weak: true } : undefined;
}

const values: Record<string, number> = Object.fromEntries([
  ...'零一二三四五六七八九'.split('').map((sign, value): [string, number] => [sign, value]),
  ...'〇○Ｏ'.split('').map((sign): [string, number] => [sign, 0]),
  ...'壹贰叁肆伍陆柒捌玖'.split('').map((sign, i): [string, number] => [sign, i + 1]),
  ...([
    ['貳', 2],
    ['參', 3],
    ['参', 3],
    ['陸', 6],
    ['两', 2],
    ['兩', 2],
  ] as [string, number][]),
]);
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10000, 萬: 10000 };
const tens: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 };

/** Value of the numeral of a head: 第两百一十七章, 第二二〇章, 第廿三章, 第 221 章; undefined where it has none. */
export function divisionNumber(words: string): number | undefined {
  const found =
    new RegExp(`^第[ 　]*(${numeral})`, 'u').exec(words)?.[1] ??
    new RegExp(`^[卷部篇集](?:之|第)?[ 　]*(${numeral})`, 'u').exec(words)?.[1] ??
    new RegExp(`第(${numeral})$`, 'u').exec(words)?.[1] ??
    /^\D{0,12}?(\d{1,5})/u.exec(words)?.[1] ??
    bareHan.exec(words)?.[1];
  return found === undefined ? undefined : numeralValue(found);
}

/** Value of a numeral of any kind. */
export function numeralValue(numeral: string): number | undefined {
  const text = numeral.replace(/[ 　]/gu, '').normalize('NFKC');
  if (/^\d+$/u.test(text)) return Number(text);
  if ([...text].every((sign) => values[sign] !== undefined))
    return Number([...text].map((sign) => values[sign]).join(''));
  let total = 0;
  let section = 0;
  let last: number | undefined;
  for (const sign of text) {
    if (values[sign] !== undefined) last = values[sign];
    else if (tens[sign] !== undefined) section += tens[sign];
    else if (units[sign] === 10000) [total, section, last] = [(total + section + (last ?? 0)) * 10000, 0, undefined];
    else if (units[sign] !== undefined) [section, last] = [section + (last ?? 1) * units[sign], undefined];
    else return undefined;
  }
  return total + section + (last ?? 0);
}

/** Does a line hold words at all? */
export function hasWords(line: string): boolean {
  return countHan(line) > 0 || /[\p{L}\p{N}]/u.test(line);
}
