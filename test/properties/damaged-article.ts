/**
 * Articles for fast-check: a clean one of random sentences, and the same as an OCR or a text layer would hand it on.
 *
 * What is random is what must not matter: words, lengths, where pages and lines end, how many notes a page has.
 */
import fc from 'fast-check';
import { cajMarks } from '../../src/vocabulary/caj-marks.js';
import { measure } from '../../src/vocabulary/characters.js';

/** A paragraph or a heading; `notes` hang behind the characters at these offsets, in ascending order. */
export interface Block {
  /** 0 is a paragraph, 1 and 2 are ranks of headings. */
  rank: 0 | 1 | 2;
  text: string;
  notes: { at: number; text: string }[];
}

export interface CleanArticle {
  title: string;
  authors: string[];
  abstract: string;
  keywords: string[];
  blocks: Block[];
}

// Han that neither number, label, ask, nor name anything
const han = [
  ...'东南西北春夏秋冬山水风云花鸟鱼虫金木火土石田雨雪江河湖海城乡村镇道路桥梁门窗房屋书纸笔墨刀弓车马牛羊',
  ...'红黄蓝绿青白黑紫长短高低远近深浅轻重快慢新旧冷热明暗强弱美善真诚勤俭宽厚平安和乐喜怒哀思',
  ...'走跑飞游看听说写读唱画织染雕刻铸造种收养放送迎拜别归留行止起落开合升降增减分聚',
];

// words do not shrink: a text of one character alone is damaged in ways of its own
const word = (min: number, max: number): fc.Arbitrary<string> =>
  fc.noShrink(
    fc.array(fc.constantFrom(...han), { minLength: min, maxLength: max }).map((characters) => characters.join('')),
  );

const sentence = fc
  .tuple(fc.array(word(5, 14), { minLength: 2, maxLength: 4 }), fc.constantFrom('。', '。', '。', '！'), fc.boolean())
  .map(
    ([clauses, end, quoted]) =>
      (quoted ? `${clauses[0]}“${clauses.join('，')}”${clauses.at(-1)}` : clauses.join('，')) + end,
  );

const note = fc
  .tuple(word(2, 3), word(3, 8), fc.integer({ min: 1, max: 320 }))
  .map(([person, book, page]) => `${person}：《${book}》，刊本出版社2015年版，第${page}页。`);

const paragraph: fc.Arbitrary<Block> = fc
  .tuple(fc.array(sentence, { minLength: 5, maxLength: 9 }), fc.array(fc.tuple(fc.nat(), note), { maxLength: 3 }))
  .map(([sentences, notes]) => {
    const text = sentences.join('');
    // calls hang on the ends of clauses, one at a place
    const places = [...text.matchAll(/[，。！”](?=[^”。！，])|$/gu)].map(({ index }) =>
      Math.min(index + 1, text.length),
    );
    const hung = new Map(notes.map(([pick, words]) => [places[pick % places.length]!, words]));
    return { rank: 0, text, notes: [...hung].sort(([a], [b]) => a - b).map(([at, words]) => ({ at, text: words })) };
  });

const section = fc.record({
  head: word(4, 12),
  parts: fc.array(fc.record({ head: word(4, 10), body: fc.array(paragraph, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 2,
  }),
  body: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

/** A clean article of two sections or more. */
export const cleanArticle: fc.Arbitrary<CleanArticle> = fc
  .record({
    title: word(6, 16),
    authors: fc.uniqueArray(word(2, 3), { minLength: 1, maxLength: 2 }),
    abstract: fc.array(sentence, { minLength: 6, maxLength: 9 }).map((sentences) => sentences.join('')),
    keywords: fc.uniqueArray(word(2, 4), { minLength: 2, maxLength: 4 }),
    opening: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    sections: fc.array(section, { minLength: 2, maxLength: 4 }),
  })
  .map(({ opening, sections, ...article }) => ({
    ...article,
    blocks: [
      ...opening,
      ...sections.flatMap(({ head, parts, body }, i): Block[] => [
        { rank: 1, text: `${'一二三四'[i]}、${head}`, notes: [] },
        ...body,
        ...parts.flatMap((part, k): Block[] => [
          { rank: 2, text: `（${'一二'[k]}）${part.head}`, notes: [] },
          ...part.body,
        ]),
      ]),
    ],
  }));

/** A block's text with its calls put in. */
function withCalls(text: string, notes: { at: number }[], call: (n: number) => string): string {
  let out = '';
  let from = 0;
  notes.forEach(({ at }, i) => {
    out += text.slice(from, at) + call(i);
    from = at;
  });
  return out + text.slice(from);
}

/** Choices that the damage makes, drawn from a list without end. */
export type Choices = (below: number) => number;

export const choices: fc.Arbitrary<Choices> = fc
  .infiniteStream(fc.nat({ max: 2 ** 30 }))
  .map((stream) => (below) => stream.next().value! % below);

/**
 * As an OCR writes it: a paragraph a line, pages of some hundred characters that cut paragraphs anywhere, notes at each
 * page's foot with numbers that begin again, `---` before some of them, any number of # before headings, halfwidth
 * marks, straight quotes and spaces round numbers on some pages.
 */
export function asOcrMarkdown(article: CleanArticle, choose: Choices): string {
  const out = [
    `# ${article.title}`,
    article.authors.join(' '),
    `〔提 要〕 ${article.abstract}`,
    `〔关 键 词〕 ${article.keywords.join('、')}`,
  ];
  let onPage: string[] = [];
  let filled = 0;
  const full = 260 + choose(200);
  let halfwidth = choose(2) === 0;
  const turn = (): void => {
    if (onPage.length > 0) {
      if (choose(3) > 0) out.push('---');
      onPage.forEach((text, i) => out.push(`[${i + 1}] ${halfwidth ? text.replace(/\d+/g, ' $& ') : text}`));
    }
    [onPage, filled] = [[], 0];
    halfwidth = choose(2) === 0;
  };
  for (const { rank, text, notes } of article.blocks) {
    if (rank > 0) {
      out.push(`${'#'.repeat(1 + choose(4))} ${text}`);
      continue;
    }
    let from = 0;
    while (from < text.length) {
      const rest = text.length - from;
      const room = full - filled;
      let cut = rest > room + 30 && room > 30 ? from + room : text.length;
      // a page that ends with its sentence says nothing of the next: that damage has its own cases
      while (cut < text.length && /[。！”“，]/u.test(text[cut - 1]! + text[cut]!)) cut++;
      const here = notes.filter(({ at }) => at > from && at <= cut);
      const first = onPage.length;
      onPage.push(...here.map((one) => one.text));
      const piece = text.slice(from, cut);
      out.push(
        withCalls(
          halfwidth ? withHalfwidthMarks(piece) : piece,
          here.map(({ at }) => ({ at: at - from })),
          (i) => `<sup>[${first + i + 1}]</sup>`,
        ),
      );
      filled += cut - from;
      if (cut < text.length || filled >= full) turn();
      from = cut;
    }
  }
  turn();
  return `${out.join('\n\n')}\n`;
}

/** Marks of the same length, as an OCR gives them on some pages; quotes only where they pair. */
function withHalfwidthMarks(text: string): string {
  const marks = text.replaceAll('，', ',').replaceAll('！', '!');
  return /^(?:“”)*$/.test(text.replace(/[^“”]/g, '')) ? marks.replace(/[“”]/g, '"') : marks;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** How a text layer sets its lines. */
export interface Layer {
  /** em */
  measure: number;
  /** Full lines are spaced out, digits fullwidth. */
  spaced: boolean;
  /** An empty line after every line. */
  loose: boolean;
}

/**
 * As the text layer of a typeset page: lines of one measure, first lines two em shorter for the indent that is lost,
 * pages of some lines that open with a single space, notes ① at each page's foot in a wider measure.
 */
export function asTextLayer(article: CleanArticle, layer: Layer, choose: Choices): string {
  const lines: string[] = [article.title, article.authors.join('　')];
  lines.push(...wrap(`摘　要：${article.abstract}`, layer.measure + 4), `关键词：${article.keywords.join('；')}`);
  const breaks = (text: string, wide = layer.measure): string[] =>
    wrap(text, wide).map((line, i, all) =>
      layer.spaced && i < all.length - 1 && wide === layer.measure ? [...line].join(' ') : line,
    );
  const perPage = 12 + choose(8);
  let onPage: string[] = [];
  let filled = 0;
  let opensPage = false;
  const turn = (): void => {
    onPage.forEach((text, i) => lines.push(...breaks(`${circled[i]} ${text}`, Math.round(layer.measure * 1.3))));
    [onPage, filled, opensPage] = [[], 0, true];
  };
  for (const { rank, text, notes } of article.blocks) {
    if (rank > 0) {
      lines.push('', opensPage ? ` ${text}` : text, '');
      opensPage = false;
      filled += 2;
      continue;
    }
    // marks of notes depend on the page that a line comes to stand on: a private character holds their place
    const printed = wrap(`　　${withCalls(text, notes, () => '\uF8FF')}`, layer.measure).map((line) => line.trim());
    let n = 0;
    printed.forEach((line, i) => {
      const last = i === printed.length - 1;
      let marked = line.replaceAll('\uF8FF', () => circled[onPage.push(notes[n++]!.text) - 1]!);
      if (layer.spaced && !last) marked = [...fullwidth(marked)].join(' ');
      lines.push(opensPage ? ` ${marked}` : marked);
      opensPage = false;
      // pages end within a paragraph and within a sentence, or after a heading's paragraph is over
      if (++filled >= perPage && !last && i > 0 && !/[。！”]$/u.test(line)) turn();
    });
  }
  turn();
  return `${lines.join(layer.loose ? '\n\n' : '\n').replace(/\n{2,}(?= )/g, '\n')}\n`;
}

/**
 * As the CAJ reader hands a scanned page on: printed lines torn into pieces, a space anywhere, digits fullwidth, the true
 * line ends and spaces in private-use characters, pages that open with a space, notes in a measure of their own.
 */
export function asCajLayer(article: CleanArticle, choose: Choices): string {
  const { lineEnd, gap } = cajMarks;
  const width = 26;
  const lines: string[] = [];
  const put = (text: string, wide: number): void => {
    const printed = wrap(text, wide);
    printed.forEach((line, i) => lines.push(torn(line, choose) + (i < printed.length ? lineEnd : '')));
  };
  lines.push(article.title + lineEnd, article.authors.join('、') + lineEnd);
  put(`【内容提要】${article.abstract}`, width);
  lines.push(`【关键词】 ${article.keywords.join(' ')}${lineEnd}`);
  const perPage = 14 + choose(6);
  let onPage: string[] = [];
  let filled = 0;
  let opensPage = false;
  const turn = (): void => {
    onPage.forEach((text, i) => {
      const [first, ...rest] = wrap(`${circled[i]}\uF8FE${text}`, width + 6).map(
        (line) => torn(line, choose).replace('\uF8FE', gap) + lineEnd,
      );
      lines.push(i === 0 ? ` ${first}` : first!, ...rest);
    });
    [onPage, filled, opensPage] = [[], 0, true];
  };
  for (const { rank, text, notes } of article.blocks) {
    const printed =
      rank > 0 ? [text] : wrap(`　　${withCalls(text, notes, () => '\uF8FF')}`, width).map((line) => line.trim());
    let n = 0;
    printed.forEach((line, i) => {
      const marked = line.replaceAll('\uF8FF', () => circled[onPage.push(notes[n++]!.text) - 1]!);
      lines.push((opensPage ? ' ' : '') + torn(marked, choose) + lineEnd);
      opensPage = false;
      if (++filled >= perPage && rank === 0 && i > 0 && i < printed.length - 2 && !/[。！”]$/u.test(line)) turn();
    });
  }
  turn();
  return `${lines.join('\n\n')}\n`;
}

/** Spaces and line breaks that mean nothing, within a printed line. */
function torn(line: string, choose: Choices): string {
  const characters = [...fullwidth(line)];
  return characters
    .map((character, i) => (i === 0 || i === characters.length - 1 ? character : character + noise(choose(60))))
    .join('');
}

function fullwidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Lines of a measure; a mark that must not begin a line takes the character before it along. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (measure(line + character) > width) {
      let keep = line.length;
      if (/[，。！”》：；\uF8FF]/u.test(character)) while (/[，。！”》：；\uF8FF]/u.test(line[--keep]!));
      lines.push(line.slice(0, keep));
      line = line.slice(keep);
    }
    line += character;
  }
  return [...lines, line];
}

function noise(chance: number): string {
  return chance === 0 ? '\n\n' : chance < 20 ? ' ' : '';
}
