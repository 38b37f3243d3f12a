/**
 * Generated articles: a seed in, an article out as a journal might print it, in sentences of its own.
 *
 * What real articles have and what troubles their recovery is in it: ranks of headings and one without a number, quotations
 * within sentences, years, Latin glosses, 首先 and 第一 that open no heading, notes in two languages, repeated notes, addresses.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { callOf, type CleanArticle, type CleanBlock } from './clean-article.js';
import { seeded, type Random } from './random.js';

const words = parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')) as Record<string, string[]>;
const numerals = '一二三四五六七八九十';

/** @param seed of every choice; the same seed gives the same article */
export function generateArticle(seed: string): CleanArticle {
  const random = seeded(seed);
  const one = (kind: string): string => random.pick(words[kind]!);
  const person = (): string => one('surnames') + one('given');
  const topics = shuffled(words.topics!, random);
  const notes: string[] = [];
  const blocks: CleanBlock[] = [];
  const paragraph = (opening?: string): void => {
    const sentences = Array.from({ length: random.between(3, 8) }, () => sentence(random));
    if (opening) sentences[0] = opening + sentences[0]!;
    const text = sentences
      .map((words) => {
        if (!random.chance(0.28)) return words;
        const call = callOf(notes.push(noteText(random)) - 1);
        // behind the last mark, before it, or behind a quotation within the sentence
        const inner = words.indexOf('”，');
        if (inner > 0 && random.chance(0.6)) return words.slice(0, inner + 1) + call + words.slice(inner + 1);
        return random.chance(0.75) ? words + call : words.slice(0, -1) + call + words.slice(-1);
      })
      .join('');
    blocks.push({ kind: 'paragraph', text });
  };
  const paragraphs = (least: number, most: number): void => {
    for (let left = random.between(least, most); left > 0; left--) paragraph();
  };
  const heading = (rank: 1 | 2 | 3, text: string): void => void blocks.push({ kind: 'heading', rank, text });

  paragraphs(1, 2);
  const sections = random.between(2, 4);
  for (let i = 0; i < sections; i++) {
    heading(1, `${numerals[i]}、${topics.pop()}${random.chance(0.5) ? `的${one('aspects')}` : ''}`);
    if (random.chance(0.6)) paragraphs(1, 2);
    const parts = random.pick([0, 0, 2, 2, 3]);
    for (let k = 0; k < parts; k++) {
      heading(2, `（${numerals[k]}）${topics.length > 0 ? topics.pop() : one('terms')}的${one('aspects')}`);
      const points = random.chance(0.25) ? 2 : 0;
      for (let n = 1; n <= points; n++) {
        heading(3, `${n}. ${one('terms')}与${one('terms')}`);
        paragraphs(1, 2);
      }
      if (points === 0) paragraphs(1, 3);
    }
    if (parts === 0) paragraphs(1, 3);
    if (random.chance(0.4)) for (const opening of ['首先，', '其次，', '最后，']) paragraph(opening);
    else if (random.chance(0.3)) for (const opening of ['第一，', '第二，']) paragraph(opening);
  }
  heading(1, one('closings'));
  paragraphs(1, 2);
  const authors = Array.from({ length: random.pick([1, 1, 2]) }, person);
  const year = random.between(2008, 2024);
  return {
    name: seed,
    title: `${topics.pop() ?? one('terms')}与${one('terms')}：${one('times').replace(/[，前以]?[前以]?后$/u, '')}的${one('aspects')}`,
    authors,
    abstract: Array.from({ length: random.between(4, 6) }, () => sentence(random)).join(''),
    keywords: shuffled(words.terms!, random).slice(0, random.between(3, 5)),
    bios: authors.map((name) => `${name}，青溪学院历史系${random.pick(['教授', '副教授', '讲师'])}。`),
    clc: `K${random.between(203, 299)}.${random.between(1, 9)}`,
    documentCode: 'A',
    articleId: `1234-5679(${year})0${random.between(1, 6)}-00${random.between(10, 99)}-${random.between(10, 20)}`,
    editor: one('editors'),
    blocks,
    notes,
  };
}

function sentence(random: Random): string {
  const one = (kind: string): string => random.pick(words[kind]!);
  const clause = (): string => one('subjects') + one('verbs') + one('objects');
  const shapes: (() => string)[] = [
    () => `${one('times')}，${clause()}。`,
    () => `${clause()}，${one('conjunctions')}${one('subjects')}${one('verbs')}${one('objects')}。`,
    () => `${one('adverbs')}，${clause()}，${one('verbs')}${one('objects')}，${one('conjunctions')}${clause()}。`,
    () => `${one('surnames')}${one('given')}在《${one('books')}》中写道：“${one('quotes')}，${one('quotes')}。”`,
    () => `所谓“${one('quotes')}”，说的是${clause()}；${clause()}。`,
    () => `${one('subjects')}（${one('glosses')}）${one('verbs')}${one('objects')}。`,
    () =>
      `据《${one('journals')}》统计，${random.between(1840, 2020)}年共有${random.between(12, 98765)}${one('units')}，约占${random.between(2, 97)}.${random.below(10)}%。`,
    () => `${clause()}——${one('terms')}也好，${one('terms')}也好——都${one('verbs')}${one('objects')}。`,
    () => `${one('questions')}？${clause()}。`,
    () => `${one('times')}，${one('abbreviations')}与“${one('terms')}”${one('verbs')}${one('objects')}，${clause()}。`,
    () => `${clause()}，${clause()}，${clause()}。`,
    () => `正如有的学者所说，“${clause()}”，${clause()}。`,
  ];
  return random.pick(shapes)();
}

function noteText(random: Random): string {
  const one = (kind: string): string => random.pick(words[kind]!);
  const person = (): string => one('surnames') + one('given');
  const year = (): number => random.between(1979, 2023);
  const page = (): string => {
    const from = random.between(1, 400);
    return random.chance(0.4) ? `${from}—${from + random.between(1, 19)}` : `${from}`;
  };
  const book = (): string => `${person()}：《${one('books')}》，${one('presses')}，${year()}年版，第${page()}页。`;
  const paper = (): string =>
    `${person()}：《${one('papers')}》，《${one('journals')}》${year()}年第${random.between(1, 12)}期，第${page()}页。`;
  const latin = (): string =>
    `${one('latinNames')}, ${one('latinTitles')}, ${one('latinCities')}, ${year()}, pp. ${page().replace('—', '–')}.`;
  const article = (): string =>
    `${one('latinNames')}, “${one('latinTitles')},” ${one('latinJournals')}, Vol. ${random.between(2, 60)}, No. ${random.between(1, 4)}, ${year()}, p. ${random.between(1, 300)}.`;
  const site = (): string =>
    `${person()}：《${one('papers')}》，${random.between(2009, 2023)}年${random.between(1, 12)}月${random.between(1, 28)}日，https://www.${one('sites')}/${year()}/0${random.between(1, 9)}/${one('glosses').replaceAll(' ', '-')}-${random.between(1000, 99999)}.html。`;
  const shapes: (() => string)[] = [
    book,
    book,
    paper,
    paper,
    latin,
    article,
    site,
    () =>
      `[${one('countries')}]${one('foreign')}：《${one('books')}》，${person()}译，${one('presses')}，${year()}年版，第${page()}页。`,
    () => `同上，第${page()}页。`,
    () => `参见${book().slice(0, -1)}；${paper()}`,
    () => `${sentence(random)}参见${paper()}`,
    () => `Ibid., p. ${random.between(1, 300)}.`,
  ];
  return random.pick(shapes)();
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const k = random.below(i + 1);
    [out[i], out[k]] = [out[k]!, out[i]!];
  }
  return out;
}
