/** The lines that name journal, volume, number and date at the head of an article's first page. */
import { countHan, countLatin, withoutBlanks } from './characters.js';
import { chineseDigits } from './numerals.js';

const number = `(?:\\d{1,4}|[${chineseDigits}]{1,5})`;
const months = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';

/** What tells one issue of a journal from the others. */
const designators = new RegExp(
  [
    `[（(]?[总總]?第\\s*${number}\\s*[卷期辑輯号號](?:\\s*第\\s*${number}\\s*[期号號])?(?:[（(][总總]第\\s*${number}\\s*期[）)])?[）)]?`,
    `[（(]?[总總]\\s*(?:第\\s*)?${number}\\s*期[）)]?`,
    `(?:19|20)\\d{2}\\s*年(?:\\s*(?:第\\s*)?${number}\\s*[期卷])?(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*日)?`,
    `民國\\s*${number}\\s*年(?:\\s*${number}\\s*月)?`,
    `\\bVol\\.?\\s*\\d+|\\bNo\\.?\\s*\\d+|\\bIssue\\s*\\d+|\\bSer(?:ial)?\\.?\\s*No\\.?\\s*\\d+`,
    `${months},?\\s*(?:19|20)\\d{2}`,
    `[頁页]\\s*\\d{1,4}\\s*[-－—–~～]\\s*\\d{1,4}|\\bpp?\\.\\s*\\d+\\s*[-–]\\s*\\d+`,
    `\\b(?:ISSN|CN)\\s*[:：]?\\s*[\\dX/A-Z-]+`,
  ].join('|'),
  'gu',
);
const bareYear = /^(?:19|20)\d{2}\s*年$/u;
/** 第一卷 alone numbers a part of a book; so does 第一卷　上游　第一章. */
const volumeOfBook = new RegExp(`^第\\s*[${chineseDigits}]{1,5}\\s*[卷辑輯]$`, 'u');
const partOfBook = new RegExp(`第\\s*(?:\\d{1,4}|[${chineseDigits}]{1,7})\\s*[章回节節]`, 'u');
/** Words that no journal is named with. */
const particles = /[的是了]|(?:特点|分析|问题|来源|影响|作用)$/u;
const longestName = 16;

/** The name of a journal beside what tells its issue: 第 38 卷第 2 期  情报工程  Vol. 38 No. 2; undefined for other lines. */
export function journalOfIssueLine(line: string): string | undefined {
  const found = line.match(designators) ?? [];
  if (found.every((one) => bareYear.test(one) || volumeOfBook.test(one)) || partOfBook.test(line)) return undefined;
  const rest = line.trim().replace(designators, ' ');
  const name = rest.replace(/^[\s　·•,，.。:：|/／*]+|[\s　·•,，.。:：|/／*]+$/gu, '').replace(/[\s　]+/gu, ' ');
  const [han, letters] = [countHan(name), countLatin(name)];
  if (han > longestName || (letters > 0 && han === 0 && !journalWord.test(name)) || /[，。；：？！、“《]/u.test(name))
    return undefined;
  // 第三期党校学员来源: one number that opens a line is a title's own
  const parted = found.length > 1 || name === '' || /\s$/u.test(rest) || /^\s[\s　]|[　·•]/u.test(rest);
  if (!parted || particles.test(name)) return undefined;
  return han > 0 && han === [...withoutBlanks(name)].length ? withoutBlanks(name) : name;
}

const journalWord = /\b(?:Journal|Review|Bulletin|Studies|Research|Quarterly|Annals|Acta|Science|Engineering)\b/iu;

/** A line above a title that says where the text was printed: 载《刊本论文集》（2004）, 刊本研究 第6卷第2期，2011. */
export const sourceLine = new RegExp(
  `^[（(【〔]?\\s*(?:原?[载載刊](?:[于於]|自)?|收[入录錄](?:[于於])?|[刊发發]表[于於]|[选選摘出]自|原文[载載刊发發][于於]?|[转轉][载載](?:自|[于於])?)\\s*[：:]?\\s*[《〈「]|^[^，。《]{2,20}第\\s*${number}\\s*[卷期](?:\\s*第?\\s*${number}\\s*期)?[，,]\\s*(?:19|20)\\d{2}|^[（(]?(?:19|20)\\d{2}\\s*年?[，,.\\s]\\s*[^，。；]{0,12}[\\p{Script=Han}·•‧：:]+(?:出版社?|[书書]局|[书書]社|印[书書]馆|[书書]店|公司)[）)]?$`,
  'u',
);
