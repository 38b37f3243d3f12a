/** What stands before the first chapter of a book: labels of download headers, bylines with dynasties and deeds, title marks. */
import type { BookFact, Contributor } from '../../model/index.js';
import { countHan, han } from '../characters.js';
import { hasSurname } from '../surnames.js';

const labels: [words: string, fact: BookFact][] = [
  ['书名|書名|小说名|小說名|作品名?|作品名称|题名|書籍名稱|书籍名称|title', 'title'],
  ['作者|著者|原著|作\\s*者|撰者|author', 'people'],
  ['译者|翻译|譯者|翻譯|translator', 'translator'],
  ['编者|主编|编辑|整理者?|点校|校对|編者|主編|整理者|點校|校對|editor', 'editor'],
  ['出版社|出版者?|出版方|publisher', 'publisher'],
  ['丛书名?|系列|叢書名?|series', 'series'],
  ['内容简介|内容介绍|内容提要|作品简介|小说简介|简介|文案|內容簡介|內容提要|簡介|description', 'description'],
  ['标签|关键字|類型|类型|分类|类别|分類|標籤|subject|genre', 'subjects'],
  [
    '状态|进度|字数|更新时间|最后更新|更新|连载|完结|来源|來源|下载地址|网址|地址|首发|声明|语言|狀態|進度|字數|主角|配角|其它|其他|一句话简介|立意|收藏|点击|推荐|release date|language|credits|produced by|most recently updated|original publication',
    'other',
  ],
];

/** Labels with their facts; a label stands at the line's head before its colon. */
const patterns = labels.map(([words, fact]): [RegExp, BookFact] => [
  new RegExp(`^[【\\[〔［『「]?(?:${words})[】\\]〕］』」]?[ 　]*[：:][ 　]*`, 'iu'),
  fact,
]);

/** The label that a line opens with, its length and what it names. */
export function bookLabelOf(line: string): { fact: BookFact; length: number } | undefined {
  for (const [pattern, fact] of patterns) {
    const found = pattern.exec(line);
    if (found) return { fact, length: found[0].length };
  }
  return undefined;
}

/** A description announced on a line of its own: 内容简介, 【简介】. */
export const descriptionHead =
  /^[【〔［[]?(?:内容简介|内容提要|内容介绍|作品简介|小说简介|简介|文案|內容簡介|內容提要|簡介)[】〕］\]]?[：:]?$/u;

/** 《渡口》 and 「渡口」 round a whole title; behind it 全集, 校对版 or the author. */
const titleMarks =
  /^[《〈『](.{1,40})[》〉』](?:[ 　]*(?:\(|（|\[|【)?(?:全集|全本|精校版?|校对版?|校對版|完本|完结|txt下载|全文).{0,12})?$/iu;

/** A title without the marks round it. */
export function withoutTitleMarks(title: string): string {
  return titleMarks.exec(title.trim())?.[1]?.trim() ?? title.trim();
}

const dynasty =
  '(?:先秦|春秋|战国|戰國|[秦汉漢魏晋晉隋唐宋辽遼金元明清]|[东東西][汉漢晋晉周]|[南北]宋|[北后後][魏齐齊周]|[后後](?:唐|晋|晉|汉|漢|周|蜀)|[南北]朝|南[齐齊]|刘宋|劉宋|三[国國]|五代|南唐|民[国國]|近代|现代|現代|当代|當代|日本?|美[国國]?|英[国國]?|法[国國]?|德[国國]?|俄[国國罗羅斯]{0,2}|苏联|蘇聯|意大利|意|西班牙|奥地利|印度|丹麦|挪威|瑞典|波兰|希腊|古希腊|捷克|加拿大|爱尔兰|哥伦比亚|阿根廷|澳大利亚|瑞士|荷兰|比利时|朝鲜|朝鮮|韩|韓)';
const bracketed = new RegExp(`^[\\[〔［（(【]${dynasty}[\\]〕］）)】][ 　]*`, 'u');
/** 吴承恩（明） */
const bracketedBehind = new RegExp(`[ 　]*[\\[〔［（(【]${dynasty}[\\]〕］）)】]$`, 'u');
const before = new RegExp(`^${dynasty}(?:[ 　]*[·•・．.][ 　]*|[ 　]+)`, 'u');

/** What people of books do, behind their names. */
const deeds: [words: string, role: Contributor['role']][] = [
  ['口述|原著|[编編]著|著|撰|作|述|[创創]作', 'author'],
  ['[翻意编編]?[译譯](?:注|註)?|[选選][译譯]', 'translator'],
  [
    '[主选選]?[编編](?:[选選]|[辑輯]|[订訂]|[纂])?|[点點]?校(?:注|註|[订訂]|[释釋]|[点點])?|[整][理]|[辑輯](?:[录錄])?|[纂]|[笺箋]?[注註](?:[释釋])?|[评評](?:[点點]|[注註])?|[选選](?:[辑輯编編注註])?|集[注註解]|疏|[图圖]|[绘繪]',
    'editor',
  ],
];
const deed = `(?:${deeds.map(([words]) => words).join('|')})`;
const deedBehind = new RegExp(`[ 　]*[（(]?(${deed})[）)]?$`, 'u');
const deedBefore = new RegExp(`^(${deed}|作者|著者|译者|譯者|[编編]者)[ 　]*[：:／/][ 　]*`, 'u');
const wholeDeeds = deeds.map(([words, role]): [RegExp, Contributor['role']] => [
  new RegExp(`^(?:${words})$`, 'u'),
  role,
]);

const person = new RegExp(
  `^(?:[${han}]{1}[ 　]{1,3}[${han}]{1,2}|[${han}]{2,12}|[${han}]{1,9}(?:[·•・．.][${han}A-Z·•・．.]{1,16})+|[A-Z][\\p{L}.'’-]+(?: [A-Z][\\p{L}.'’-]*){0,3})$`,
  'u',
);

/** The people that a line names, with what they did; undefined where the line names nobody. */
export function bookPeople(line: string, certain = false): Contributor[] | undefined {
  const lead =
    /^(?:by|作[ 　]*者|著[ 　]*者|文)[ 　]*[：:／/]?[ 　]+|^作[ 　]*者[：:]|^著[ 　]*者[：:]|^by(?=\p{Script=Han})/iu.exec(
      line.trim(),
    );
  const said = certain || lead !== null;
  const text = line
    .trim()
    .slice(lead?.[0].length ?? 0)
    .trim();
  if (text === '' || text.length > 60 || /[。！？!?“”《》]/u.test(text)) return undefined;
  const pieces = text
    .split(/[ 　]*[、，,；;＆&][ 　]*|(?<=[著撰译譯编編校注註][）)]?)[ 　]+|[ 　]{2,}(?=\p{Script=Han}{2})/u)
    .filter(Boolean);
  const people: Contributor[] = [];
  const unsaid: Contributor[] = [];
  let sure = said;
  for (const piece of pieces) {
    const behind = bracketedBehind.exec(piece);
    const words = behind ? piece.slice(0, behind.index) : piece;
    const told = behind ?? bracketed.exec(words) ?? before.exec(words);
    let name = words.slice(behind ? 0 : (told?.[0].length ?? 0)).trim();
    const leading = deedBefore.exec(name);
    if (leading) name = name.slice(leading[0].length);
    const trailing = deedBehind.exec(name);
    const rest = trailing ? name.slice(0, trailing.index) : name;
    // 作 and 选 end names too
    const cut =
      trailing &&
      rest.length >= 2 &&
      (/[ 　（(]/u.test(trailing[0]) || rest.length >= 3 || told !== null || /[著撰译譯]/u.test(trailing[1]!));
    if (cut) name = rest.trim();
    if (!person.test(name) || name.length > 24) return undefined;
    const did = cut ? trailing[1]! : leading?.[1];
    if (told || did) sure = true;
    const found: Contributor = { name: closed(name), role: roleOf(did, unsaid) };
    people.push(found);
    if (did === undefined) unsaid.push(found);
  }
  if (people.length === 0) return undefined;
  if (sure) return people;
  return people.length <= 4 && people.every(({ name }) => isName(name)) ? people : undefined;
}

/** 沈文石 and 林晚 are names; 渡口 is none. */
function isName(name: string): boolean {
  if (/[·•・]/u.test(name)) return true;
  return countHan(name) === name.length && name.length >= 2 && name.length <= 4 && hasSurname(name);
}

/** 晏 幾道 is one name. */
function closed(name: string): string {
  return countHan(name) > 0 && !/[A-Za-z]/u.test(name) ? name.replace(/[ 　]+/gu, '') : name;
}

/** Those who are named without a deed did what those behind them did: 甲、乙 译 is read from its end. */
function roleOf(did: string | undefined, unsaid: Contributor[]): Contributor['role'] {
  if (did === undefined) return 'author';
  const role = wholeDeeds.find(([words]) => words.test(did))?.[1] ?? roleOfWord(did);
  for (const one of unsaid.splice(0)) one.role = role;
  return role;
}

function roleOfWord(word: string): Contributor['role'] {
  return /[译譯]/u.test(word) ? 'translator' : /[编編]者/u.test(word) ? 'editor' : 'author';
}

/** A signature or a line of signs that parts scenes: * * *, ※, ◇, ———. */
export const sceneBreak =
  /^(?:[*＊※◇◆○●☆★△▲□■§❖✦～~#＃·•]+(?:[ 　]*[*＊※◇◆○●☆★△▲□■§❖✦～~#＃·•]+)*|[-—－─_=＝]{3,}|(?:[-—－][ 　]+){2,}[-—－])$/u;
