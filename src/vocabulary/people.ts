/** How the people behind an article are named: bylines and affiliations. */
import type { Contributor } from '../model/index.js';
import { affiliationsOf, affiliationWord, placeStart } from './affiliations.js';
import { countHan, han, latin } from './characters.js';
import { circledValue } from './numerals.js';
import { compoundSurnames, hasSurname } from './surnames.js';

/** Signs that stand before a byline in some journals: □ 张三. */
export const bylineLead = /^[\s　]*[□■◇◆○●◎△▲☆★]?[\s　]*/u;

/** Marks that hang on a name: note stars and raised numbers. */
export const nameMarks = /[\s　]*[*＊﹡∗†‡“”"①②③④⑤\d+¹²³]+$|(?<=\p{Script=Han})[a-f]$/u;

/** Letters of scripts with capitals. */
const letters = `${latin}\\p{Script=Cyrillic}\\p{Script=Greek}`;

const chineseName = `[${han}](?:[ 　]{0,3}[${han}]){1,3}`;
const foreignName = `(?:[\\[〔［（(][${han}]{1,4}[\\]〕］）)])[ 　]?[${han}·•・.A-Z]{2,20}|[${han}]{1,8}[·•・][${han}·•・]{1,12}`;
/** In a byline beside Chinese names, in Latin, Cyrillic or Greek letters. */
const latinName = `[\\p{Lu}][${letters}.'’-]+(?: [\\p{Lu}][${letters}.'’-]*){1,3}`;
const name = `(?:${foreignName}|${chineseName}|${latinName})`;
const marks = '(?:[\\s　]?[*＊﹡∗†‡“”"①②③④⑤\\d+¹²³]+|[a-f](?![A-Za-z]))?';
/** What stands behind a name and says what its bearer did. */
const deed = '(?:口述|整理|采访|翻译|译注|[审審]?校[译譯]|[审審]校|著|文|译|撰|编|譯|編)';
const role = `(?:\\s*[/／]?\\s*${deed})?`;
/** 王芳（译）: what somebody did, in brackets behind the name. */
const deedInBrackets = new RegExp(`[（(]\\s*(${deed})\\s*[）)]`, 'gu');
const names = new RegExp(
  `^${name}${marks}${role}(?:[\\s　]*[、，,；;／/\\s　][\\s　]*${name}${marks}${role}){0,23}$`,
  'u',
);

/** 文 ends many names: it is a deed behind three characters only. */
const deedBehind = new RegExp(`(?<=.{2})(?!文$)${deed}$|(?<=.{3})文$`, 'u');
/** 宋知远／文: the slash parts a name from what its bearer did, not two names. */
const slashBeforeDeed = new RegExp(`\\s*[/／]\\s*(?=${deed}(?:[\\s　、，,；;]|$))`, 'gu');
const wholeDeed = new RegExp(`^${deed}$`, 'u');

/** What stands before names and says what they did: 口述：… 整理：…, 文／…, 本刊记者 …. */
const roleLead =
  '(?:(?:作者|口述者?|整理者?|记录|采访者?|采写|撰文|撰稿人?|编译|翻译|译者?|[审審]?校|文|图|記錄|採訪|翻譯|譯者?)[\\s　]*[：:／/]|(?:本[刊报報])?(?:特约|见习)?记者(?:[\\s　]*[：:／/]|[\\s　]))[\\s　]*';
const roleLeads = new RegExp(`(?:^|[\\s　；;，,]+)(${roleLead})`, 'gu');

/** What an OCR makes of a raised number or star behind a name. */
const misreadNumber = '[’‘\'＇」］\\]"]';
const placeNumber = '\\d{1,2}[)）]?';

/** The numbers of the places where somebody works, behind the name: 陆文远 1  赵一苇 1,2, with the star of an author's note. */
const raisedNumbers = new RegExp(
  `(?<=[${han}${latin}·•])[\\s　]*(${placeNumber}(?:\\s*[,，.．:]?\\s*${placeNumber})*)(?:\\s*[,，]?\\s*(?:[*＊†‡#]|${misreadNumber}))*[\\s　]*(?=[${han}A-Z、，,；;\\s　]|$)`,
  'gu',
);
const misreadNumbers = new RegExp(
  `(?<=[${han}])[\\s　]*${misreadNumber}(?:\\s*[,，]?\\s*[*＊†‡#])*[\\s　]*(?=[${han}、，,；;\\s　]|$)`,
  'gu',
);

/** 沈一†‡陆二†: daggers part the names that they stand behind. */
const daggersBetween = new RegExp(`([†‡]+)[\\s　]*(?=[${han}])`, 'gu');

/** Each name with its numbers a piece of its own: 陆文远1、赵一苇1+2. */
function partNames(text: string): string {
  const level = text.replace(/[⁰¹²³⁴-⁹]/gu, (raised) => raised.normalize('NFKC')).replace(daggersBetween, '$1、');
  const numbered = level.replace(raisedNumbers, (_, numbers: string) => `${numbers.match(/\d+/gu)!.join('+')}、`);
  // signs behind a name are numbers where other names have some
  const clear = numbered === level ? level : numbered.replace(misreadNumbers, '、');
  return clear.replace(/、(?:[\s　]*[、，,；;])+/gu, '、').replace(/、[\s　]*$/u, '');
}

/** Behind a name, in brackets, where its bearer works or is written to: 沈知白（青溪大学历史学院）. Groups: the name, the place. */
const placeBehind = new RegExp(
  `([${han}·•]{2,12})[\\s　]*[（(]((?=[^（）()]*(?:${affiliationWord.source}|[^\\s（）()]@[^\\s（）()]))[^（）()]{3,60})[）)]`,
  'gu',
);

/** Behind all names, in brackets, where their bearers work: 沈一1，陆二2（1. 青溪大学，青溪 210000；2. 南湖图书馆）. */
const placesBehind = /^([^（）()]{2,160}?)[\s　]*[（(][\s　]*((?:1[\s.．、]*)?\p{Script=Han}.{3,300})[）)]$/u;

/** Behind several names, run together as an OCR does: 沈一，陆二华东大学历史学院，青溪 210000. Groups: names, the place. */
const placeBehindNames = new RegExp(
  `^((?:\\p{Script=Han}{2,4}[、，,]\\s*){1,11}\\p{Script=Han}{2,3}?)((?:${placeStart}|华东|华南|华中|华北|西北|西南|东北|东南).{4,60})$`,
  'u',
);

/** A line of names, and the places that stand behind them in brackets or close by. */
function partPlaces(said: string): { names: string; places?: string } {
  const line = said.replace(deedInBrackets, '$1');
  const [, people, places] = placesBehind.exec(line.trim()) ?? [];
  const glued = people === undefined ? placeBehindNames.exec(line.trim()) : undefined;
  if (glued && affiliationWord.test(glued[2]!)) return { names: glued[1]!, places: glued[2]! };
  const together = people && places && affiliationWord.test(places) && !/[）)][\s　、，,]/u.test(places);
  return together ? { names: people, places } : { names: line };
}

/** So few names, in so short a line, need not be known as names by their surnames. */
const mostUnknown = 8;
const longestUnknown = 60;
const longestByline = 160;

/** Does a line hold nothing but names, and where those people work? */
export function isByline(line: string): boolean {
  const said = partPlaces(line);
  const text = partNames(said.names.replace(placeBehind, '$1').replace(bylineLead, '').trim());
  if (text.length < 2 || text.length > longestByline || affiliationWord.test(text) || countHan(text) === 0)
    return false;
  const groups = groupsOf(text);
  if (!groups.every((group) => names.test(group.names))) return false;
  const people = groups.flatMap((group) => splitNames(group.names));
  const few = people.length <= mostUnknown && text.length <= longestUnknown;
  return few || people.every(({ name }) => hasSurname(name));
}

/** Is a byline sure to be one: does it say what its people did, or begin each name with a surname? */
export function isCertainByline(line: string): boolean {
  if (!isByline(line)) return false;
  if (groupsOf(line.trim())[0]!.lead !== '') return true;
  const all = namesOf(line);
  return all.some(hasSurname) && all.every((one) => hasSurname(one) || isForeign.test(one));
}

/** （日）内藤湖南, 买买提·艾力, Ольга Иванова */
const isForeign = new RegExp(`^(?:${foreignName}|${latinName})$`, 'u');

/** Names, and what stands before them and says what they did. */
interface NameGroup {
  lead: string;
  names: string;
}

function groupsOf(text: string): NameGroup[] {
  const [first = '', ...rest] = text.split(roleLeads);
  const groups = first === '' && rest.length > 0 ? [] : [{ lead: '', names: first.trim() }];
  for (let i = 0; i < rest.length; i += 2) groups.push({ lead: rest[i]!.trim(), names: rest[i + 1]!.trim() });
  return groups;
}

const englishName = `(?:[${latin}'’.-]+(?: [${latin}'’.-]+){0,3})`;
const englishNames = new RegExp(`^(?:by )?${englishName}(?:\\s*(?:,|;|&|and)\\s*${englishName}){0,7}$`, 'iu');

const englishMarks =
  /(?<=[A-Za-z.])\s*(?:[*＊∗†‡]|[\d①-⑨¹²³⁰-⁹]+[)）]?(?:\s*[,，]\s*\d{1,2}[)）]?)*\s*[,，]?\s*[*＊∗]?)+(?=\s*(?:[,;&\p{Lu}]|and\b|$))/gu;

/** The single names of a byline in Latin letters, without the marks behind them. */
export function englishNamesOf(line: string): string[] {
  return line
    .trim()
    .replace(englishMarks, ',')
    .split(/\s*(?:[,;&，；]|\band\b)\s*/u)
    .filter(Boolean);
}

/** Does a line hold nothing but names in Latin letters: ZHANG Chaozhe & WU Fan? */
export function isEnglishByline(line: string): boolean {
  const text = englishNamesOf(line).join(', ');
  const words = text.split(/[\s,;&]+/u).filter((word) => word !== '' && word !== 'and');
  return (
    text.length <= 90 &&
    words.length >= 2 &&
    words.length <= 24 &&
    englishNames.test(text) &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    (/\b\p{Lu}{2,}\b/u.test(text) || words.length <= 4)
  );
}

/**
 * The single names of a Chinese byline, spaces within a name closed up.
 * A space parts two names unless one of the pieces is a single character (吴 凡).
 */
export function namesOf(line: string): string[] {
  return peopleOf(line).map((person) => person.name);
}

/** Somebody whom a byline names. */
export interface NamedPerson extends Pick<Contributor, 'name' | 'role' | 'affiliation'> {
  /** Numbers of the places where they work. */
  places: number[];
}

/** The people of a Chinese byline, what they did, and the numbers behind their names. */
export function peopleOf(line: string): NamedPerson[] {
  const said = partPlaces(line);
  const numbered = said.places === undefined ? undefined : affiliationsOf(said.places);
  const placeOf = new Map<string, string>();
  const names = said.names.replace(placeBehind, (_, name: string, place: string) => {
    placeOf.set(name, place);
    return name;
  });
  return groupsOf(partNames(names.replace(bylineLead, '').trim())).flatMap(({ lead, names: list }) =>
    splitNames(list).map(({ name, role, places }) => {
      const did = /[译譯]/u.test(lead + role)
        ? 'translator'
        : /整理|[记記][录錄]|校|编|編/u.test(lead + role)
          ? 'editor'
          : 'author';
      const affiliation = placeOf.get(name) ?? (numbered && placeAmong(numbered, places));
      return { name, role: did, places, ...(affiliation !== undefined && { affiliation }) };
    }),
  );
}

/** The places of somebody's numbers; the one place that has no number is that of all. */
function placeAmong(places: Map<number, string>, numbers: number[]): string | undefined {
  const own = (numbers.length > 0 ? numbers : [0]).flatMap((number) => places.get(number) ?? []);
  return own.length > 0 ? own.join('；') : places.size === 1 ? [...places.values()][0] : undefined;
}

/** 方  远, 林　書　遠: one name, each character apart by one gap. */
const spacedOutName = new RegExp(`^[${han}]([\\s　]+)[${han}](?:\\1[${han}])?(?![${han}\\s　])`, 'u');
/** What parts names: a mark, a wide gap, a gap between scripts. */
const betweenNames = new RegExp(
  `[、，,；;／/]|[\\s　]{2,}|(?<=[${letters}])[\\s　]+(?=[${han}（(〔［])|(?<=[${han}])[\\s　]+(?=\\p{Lu}[${letters}])`,
  'u',
);
const wholeLatinName = new RegExp(`^${latinName}${marks}$`, 'u');

/** 吴 凡, 司马 光: does a piece go on in the next one? */
function endsName(piece: string, next: string): boolean {
  if (piece.length === 1) return next.length <= 2;
  return compoundSurnames.has(piece) && next.replace(deedBehind, '').length === 1;
}

function splitNames(list: string): { name: string; role: string; places: number[] }[] {
  return list
    .replace(spacedOutName, (spaced) => spaced.replace(/[\s　]+/gu, ''))
    .replace(slashBeforeDeed, '')
    .split(betweenNames)
    .flatMap((group) => {
      const pieces = group
        .trim()
        .split(/[\s　]+/u)
        .filter(Boolean);
      if (wholeLatinName.test(group.trim())) return [group.trim()];
      const out: string[] = [];
      for (let i = 0; i < pieces.length; i++) {
        const piece = pieces[i]!;
        const next = pieces[i + 1];
        if (out.length > 0 && wholeDeed.test(piece)) out.push(out.pop()! + piece);
        else if (next !== undefined && endsName(piece, next.replace(nameMarks, ''))) {
          out.push(piece + next);
          i++;
        } else out.push(piece);
      }
      return out;
    })
    .map((said) => {
      const person = said.replace(nameMarks, '');
      const roleOfIt = deedBehind.exec(person)?.[0] ?? '';
      const places = (/[\d①-⑨+]+/u.exec(said.slice(person.length))?.[0] ?? '')
        .split('+')
        .flatMap((place) => circledValue(place) ?? (Number(place) || []));
      return { name: person.slice(0, person.length - roleOfIt.length), role: roleOfIt, places };
    })
    .filter(({ name: person }) => person !== '');
}

const person = new RegExp(`^[${han}](?:[ 　]?[${han}·•]){1,7}(?:（[^（）]{1,24}）)?，`, 'u');
const post = /(?:教授|讲师|研究员|副研|博士|硕士|研究生|馆员|编辑|编审|记者|主任|院长|所长|助理|学者|教师|工程师)/u;

/** Does a line introduce a person: 林帆，青溪学院图书馆馆员? */
export function isBio(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= 120 && person.test(text) && post.test(text) && (affiliationWord.test(text) || text.length <= 40)
  );
}

const selfIntroduction = new RegExp(
  `^(?:作者|笔者|筆者)[：:]?(?:系|係|为|為|单位|簡介|简介)|^(?!参见|參見|见|見)[^《》。；]{0,40}?${affiliationWord.source}[^《》。；]{0,40}?${post.source}`,
  'u',
);

/** Does a note say who wrote the article: 青溪大学法学院副教授，法学博士? */
export function introducesAuthor(note: string): boolean {
  const text = note.trim();
  return text.length <= 200 && (isBio(text) || selfIntroduction.test(text));
}
