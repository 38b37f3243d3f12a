/** How lines say where people work, in Chinese and in English. */
import { countHan } from './characters.js';
import { hasSurname } from './surnames.js';

/** A word for a place where people work. */
export const affiliationWord =
  /(?:大[学學]|[学學]院|[学學]系|研究院|研究所|研究中心|中心|[图圖][书書][馆館]|博物[馆館]|出版社|[书書]局|[书書]店|印[书書][馆館]|[书書]社|编辑部|杂志社|委员会|[学學][会會]|党校|政府|医院|醫院|公司|中学|实验室)/u;

/** 國立青溪大學歷史系教授: where somebody works and as what, and nothing else. */
const placeAndPost =
  /^[\p{Script=Han} 　]{2,24}(?:大[学學]|[学學]院|研究[院所]|[图圖][书書][馆館]|系|所)[\p{Script=Han} 　]{0,12}(?:教授|[讲講][师師]|研究[员員]|博士生?|[硕碩]士生?|研究生|[馆館][员員])$/u;

/** Does a line say where people work: （清华大学 历史系，北京 100084）, 1. 青溪大学，青溪 210000；2. 南湖图书馆? */
export function isAffiliation(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= (/^[（(]?\s*1\s*[.．、]/u.test(text) ? 240 : 80) &&
    affiliationWord.test(text) &&
    (/^[（(\d].*[）)]?$/u.test(text) || /\d{6}/.test(text) || placeAndPost.test(text)) &&
    !/。$/.test(text)
  );
}

/** A place by its name alone: 青溪大学信息管理学院. */
const placeAlone =
  /^[\p{Script=Han}·（）]{2,24}(?:大[学學]|[学學]院|[学學]系|系|研究院|研究所|研究中心|中心|[图圖][书書][馆館]|博物[馆館]|出版社|[书書]局|[书書]店|印[书書][馆館]|[书書]社|编辑部|[资資]源部|杂志社|党校|[学學][会會]|公司|医院|醫院|中学|实验室)$/u;

/** Does a line hold names of places and nothing else? Titles may look so: only below names it says where they work. */
export function isPlaces(line: string): boolean {
  return placesOf(line).every((place) => placeAlone.test(place) && affiliationWord.test(place));
}

/** The places of a line that has no numbers. */
export function placesOf(line: string): string[] {
  return line
    .trim()
    .split(/[\s　]{2,}|\s*[;；]\s*/u)
    .filter((place) => place !== '');
}

/** The places of a line by their numbers; one without a number has 0. The brackets round the line go. */
export function affiliationsOf(line: string): Map<number, string> {
  const text = line
    .trim()
    .replace(/^[（(]\s*/u, '')
    .replace(/\s*[）)]$/u, '');
  const numbered = text
    .split(/[；;]\s*(?=\d{1,2}\s*[.．、,，]?\s*\D)/u)
    .map((place) => /^(\d{1,2})\s*[.．、,，)）]?\s*[（(]?\s*(\D.*)$/u.exec(place));
  if (numbered.some((place) => !place)) {
    const alone = isPlaces(text) ? placesOf(text) : [text];
    return new Map(alone.length > 1 ? alone.map((place, i) => [i + 1, place]) : [[0, text]]);
  }
  return new Map(numbered.map((place) => [Number(place![1]), place![2]!.trim()]));
}

const englishPlace =
  /\b(?:Universit(?:y|ies)|Institutes?|School|Department|Dept|College|Library|Hospital|Academy|Cent(?:er|re)|Laboratory|Museum|Faculty|Bureau|Archives)\b/u;

/** Does a line say in English where people work: (1. School of History, Qingxi University, Qingxi 210000, China)? */
export function isEnglishAffiliation(line: string): boolean {
  const text = line.trim();
  return (
    countHan(text) === 0 &&
    englishPlace.test(text) &&
    (/^[(（]?\s*\d\b/u.test(text) || /^[(（]/u.test(text) || /\b\d{5,6}\b|,\s*(?:P\.?\s?R\.?\s*)?China\b/u.test(text))
  );
}

/** Does a line name a place where people work, in English? */
export function namesEnglishPlace(line: string): boolean {
  return countHan(line) === 0 && englishPlace.test(line);
}

const englishPost =
  /\b(?:Professor|Lecturer|Instructor|Researcher|Fellow|Student|Candidate|Curator|Librarian|Ph\.?\s?D)\b/iu;

/** Does a line say in English as what somebody works, and where: Assistant Professor, Department of History, …? */
export function isEnglishPost(line: string): boolean {
  return namesEnglishPlace(line) && englishPost.test(line);
}

/** How the names of most places begin, where nothing parts them from the name of a person. */
export const placeStart =
  '中国|中共|国家|全国|北京|上海|天津|重庆|广东|广西|江苏|浙江|山东|山西|河南|河北|湖南|湖北|四川|陕西|甘肃|福建|安徽|江西|云南|贵州|辽宁|吉林|黑龙江|海南|青海|宁夏|新疆|西藏|内蒙古|台湾|臺灣|香港|澳门|南京|武汉|武漢|清华|复旦';
const besideName = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:[ 　]+(\\S.*)|((?:${placeStart}).*))$`, 'u');

/** One name with the place where its bearer works on one line: 王一鸣 青溪大学历史系, 王一鸣中国科学院. */
export function placeBeside(line: string): { name: string; affiliation: string } | undefined {
  const [, name, apart, close] = besideName.exec(line) ?? [];
  const affiliation = (apart ?? close)?.trim();
  if (!name || !affiliation || affiliation.length > 60 || /[、，,；;。\d]/u.test(affiliation)) return undefined;
  if (!hasSurname(name) || affiliationWord.test(name) || !affiliationWord.test(affiliation)) return undefined;
  // 青溪大学　历史系: the first piece is a place, too
  return /[ 　]\p{Script=Han}{2,4}$/u.test(affiliation) ? undefined : { name, affiliation };
}
