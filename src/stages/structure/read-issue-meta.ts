/** Works out what the issue is: `issue.yaml` first, then the masthead, then its articles. */
import { toString } from 'mdast-util-to-string';
import path from 'node:path';
import { issnHolds } from '../acquire/standard-numbers.js';
import { articleIdParts } from '../../vocabulary/article-id.js';
import { languageOf } from './language-of.js';
import { journalOfIssueLine } from '../../vocabulary/masthead.js';
import { chineseDigits, chineseValue } from '../../vocabulary/numerals.js';
import type { Article, IssueMeta, IssueSource } from '../../model/index.js';

/** What a masthead tells. */
type Masthead = Partial<Pick<IssueMeta, 'journal' | 'year' | 'number' | 'total' | 'volume' | 'date' | 'issn' | 'cn'>>;

/** @param lines of all mastheads, as in the source */
export function readIssueMeta(lines: string[], articles: Article[], source: IssueSource): IssueMeta {
  const { config } = source;
  const told = { ...fromArticleIds(articles), ...readMasthead(lines) };
  const journal = config.journal ?? told.journal;
  const year = config.year ?? told.year;
  const number = config.number ?? told.number;
  const article = articles.length === 1 ? articles[0] : undefined;
  const issueTitle = journal && [journal, year && `${year}年`, number && `第${number}期`].filter(Boolean).join('');
  const articleTitle = article && toString(article.title);
  const title =
    config.title ??
    (source.single && article ? articleTitle : undefined) ??
    issueTitle ??
    articleTitle ??
    path.basename(source.folder);
  const known = {
    journal,
    journalEnglish: config.journalEnglish,
    subtitle: config.subtitle,
    issn: config.issn ?? told.issn,
    cn: config.cn ?? told.cn,
    isbn: config.isbn,
    doi: config.doi,
    year,
    volume: config.volume ?? told.volume,
    number,
    total: config.total ?? told.total,
    date: config.date ?? told.date,
    edition: config.edition && withoutAbsent(config.edition),
    publisher: config.publisher,
    description: config.description,
    rights: config.rights,
    cover: config.cover && path.resolve(source.folder, config.cover),
  };
  return {
    ...withoutAbsent(known),
    title,
    workingTitle: config.title === undefined && issueTitle === undefined && (article?.workingTitle ?? true),
    editors: config.editors ?? [],
    language: config.language ?? languageOf(articles),
  };
}

/** The keys that have a value. */
function withoutAbsent<Facts extends object>(facts: Facts): { [Key in keyof Facts]: Exclude<Facts[Key], undefined> } {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Facts]: Exclude<Facts[Key], undefined> };
}

/** ISSN, year and number, where the 文章编号 of all articles that have one agree. */
function fromArticleIds(articles: Article[]): Masthead {
  const parts = articles.flatMap(({ articleId }) => (articleId ? (articleIdParts(articleId) ?? []) : []));
  const [first] = parts;
  const agree = (key: 'issn' | 'year' | 'number'): boolean => parts.every((part) => part[key] === first![key]);
  if (!first) return {};
  return {
    // a misread one would name another journal
    ...(agree('issn') && issnHolds(first.issn) && { issn: first.issn }),
    ...(agree('year') && { year: first.year }),
    ...(agree('year') && agree('number') && { number: first.number }),
  };
}

function readMasthead(lines: string[]): Masthead {
  const all = lines.join('\n');
  const masthead: Masthead = {};
  const year = /(\d{4})\s*年/u.exec(all);
  const number = new RegExp(`(?<![总總])第\\s*(\\d{1,3}|[${chineseDigits}]{1,4})\\s*[期号號輯辑]`, 'u').exec(all);
  const total = /总第\s*(\d{1,4})\s*期/u.exec(all);
  const volume = /第\s*(\d{1,3})\s*卷/u.exec(all);
  const date = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?\s*(?:出版)?/u.exec(all);
  const issn = /ISSN\s*[:：]?\s*(\d{4}-\d{3}[\dX])/u.exec(all);
  const cn = /CN\s*[:：]?\s*(\d{2}-\d{4}\/[A-Z\d]+)/u.exec(all);
  const name = lines
    .map((line) => journalOfIssueLine(line) ?? line.trim())
    .find((line) => /^[\p{Script=Han}·（）()]{2,20}$/u.test(line) && !/[年月日期]/u.test(line));
  if (year) masthead.year = Number(year[1]);
  if (number) masthead.number = String(chineseValue(number[1]!) ?? number[1]!);
  if (total) masthead.total = total[1]!;
  if (volume) masthead.volume = volume[1]!;
  if (date) masthead.date = [date[1], date[2]!.padStart(2, '0'), date[3]?.padStart(2, '0')].filter(Boolean).join('-');
  if (issn) masthead.issn = issn[1]!;
  if (cn) masthead.cn = cn[1]!;
  if (name) masthead.journal = name;
  return masthead;
}
