/**
 * Articles to print: a number in, an article of invented words out, always the same for the same number.
 *
 * The words name nothing that exists; what is real is their company: quotations, years, Latin, brackets, dashes, notes.
 */

/** A paragraph; notes hang after the character at `at`. */
export interface Words {
  text: string;
  notes: { at: number; text: string }[];
}

export type PrintedBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; words: Words }
  | { kind: 'quotation'; paragraphs: Words[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'verse'; lines: string[] }
  | { kind: 'table'; caption: string; rows: string[][]; source: string };

export interface PrintedArticle {
  title: string;
  subtitle?: string;
  authors: string[];
  abstract: string;
  keywords: string[];
  english?: { title: string; authors: string[]; abstract: string; keywords: string[] };
  blocks: PrintedBlock[];
}

/** What an article is to hold. */
export interface Wishes {
  sections: number;
  /** Notes in a hundred sentences. */
  notes: number;
  english: boolean;
  /** Headings bear numbers. */
  numbered: boolean;
  /** Paragraphs for each section. */
  paragraphs: number;
  /** One long note that runs over a page. */
  longNote: boolean;
}

export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) % below;
  };
}

const nouns =
  '河道 渡口 城镇 乡村 市集 桥梁 书院 学堂 工坊 织机 账簿 契约 田亩 粮仓 茶叶 丝绸 瓷器 铁器 船户 商旅 移民 家族 祠堂 庙会 节令 风俗 语言 方言 文字 印刷 抄本 目录 图志 边疆 关隘 驿路 税课 法令 判例 档案 口述 记忆 叙事 观念 秩序 制度 市场 价格 工资 人口 户籍 土地 水利 灾荒 赈济 医药 身体 性别 日常 空间 街区 建筑 材料 技术 知识 学科 报刊 读者 译者 评论 舞台 曲调 画像 碑刻 信札'.split(
    ' ',
  );
const verbs =
  '考察 梳理 呈现 塑造 改变 延续 承担 维系 推动 限制 记录 描述 解释 比较 讨论 重构 回应 引入 接受 拒绝 传播 分配 管理 修缮 经营 编纂 收集 保存 转述 遮蔽'.split(
    ' ',
  );
const adjectives = '新的 旧有的 地方的 共同的 复杂的 稳定的 零散的 具体的 长期的 隐蔽的 日常的 公开的'.split(' ');
const links = '然而 因此 同时 此外 换言之 事实上 进一步说 相反 由此 就此而言 总体上 与此相应'.split(' ');
const people = '何砚秋 林帆 沈怀瑾 陆闻笛 周以宁 顾清越 许知行 程望舒 方若水 叶青岚 苏明远 韩采薇'.split(' ');
const latin = [
  'Movable Type',
  'longue durée',
  'Habitus',
  'Annales',
  'GIS',
  'public sphere',
  'The Printing Press',
  'agency',
];
const englishWords =
  'river market village record archive memory order custom language printing reader article history social change local early modern region practice account between through against within which their these several however describe examine compare argue suggest reveal that with from into about'.split(
    ' ',
  );

const pick = <Thing>(random: Random, list: readonly Thing[]): Thing => list[random(list.length)]!;

function clause(random: Random): string {
  const noun = (): string => pick(random, nouns);
  const forms = [
    () => `${noun()}的${noun()}${pick(random, verbs)}了${pick(random, adjectives)}${noun()}`,
    () => `${noun()}与${noun()}之间的关系并不总是${pick(random, ['清楚', '对等', '固定', '透明'])}的`,
    () => `人们在${noun()}中${pick(random, verbs)}${noun()}`,
    () => `${pick(random, adjectives)}${noun()}${pick(random, verbs)}着${noun()}和${noun()}`,
    () => `“${noun()}”这一说法把${noun()}${pick(random, ['理解', '描述', '归结'])}为${noun()}`,
    () => `${1800 + random(210)}年前后${noun()}已有${random(90) + 10}处`,
    () => `${noun()}占${random(80) + 10}.${random(10)}%`,
    () => `所谓${noun()}（${pick(random, latin)}）${pick(random, verbs)}${noun()}`,
    () => `《${noun()}${noun()}考》对${noun()}的${noun()}语焉不详`,
    () => `${noun()}——尤其是${noun()}——${pick(random, verbs)}了${noun()}`,
  ];
  return pick(random, forms)();
}

export function sentence(random: Random): string {
  const clauses = Array.from({ length: 2 + random(3) }, () => clause(random));
  const open = random(4) === 0 ? `${pick(random, links)}，` : '';
  return open + clauses.join('，') + pick(random, ['。', '。', '。', '。', '；', '？', '！']).replace('；', '。');
}

function noteText(random: Random): string {
  const book = `${pick(random, nouns)}${pick(random, nouns)}`;
  const person = pick(random, people);
  const forms = [
    () => `${person}：《${book}》，刊本出版社${1980 + random(40)}年版，第${random(300) + 1}页。`,
    () =>
      `参见${person}：《${book}的${pick(random, nouns)}》，《刊本学报》${1990 + random(30)}年第${random(6) + 1}期。`,
    () => `${person}：《${book}》，第${random(300) + 1}页。`,
    () => `See J. Doe, ${pick(random, latin)}, New York: Kanben Press, ${1950 + random(60)}, p. ${random(300) + 1}.`,
    () => sentence(random),
  ];
  return pick(random, forms)();
}

function words(random: Random, sentences: number, notes: number): Words {
  let text = '';
  const list: Words['notes'] = [];
  for (let i = 0; i < sentences; i++) {
    text += sentence(random);
    if (random(100) < notes) list.push({ at: text.length, text: noteText(random) });
  }
  return { text, notes: list };
}

const noun2 = (random: Random): string =>
  pick(random, nouns) + pick(random, ['的', '与', '中的', '']) + pick(random, nouns);
const chinese = '一二三四五六七八九';

export function randomArticle(seed: number, wishes: Wishes): PrintedArticle {
  const random = randomOf(seed);
  const blocks: PrintedBlock[] = [];
  const paragraph = (): void => {
    blocks.push({ kind: 'paragraph', words: words(random, 3 + random(5), wishes.notes) });
  };
  const heading = (level: 1 | 2 | 3 | 4, number: string, text: string): void => {
    blocks.push({ kind: 'heading', level, text: (wishes.numbered ? number : '') + text });
  };
  paragraph();
  paragraph();
  for (let s = 0; s < wishes.sections; s++) {
    const long = random(3) === 0 ? `：${noun2(random)}的${noun2(random)}` : '';
    heading(1, `${chinese[s]!}、`, noun2(random) + pick(random, nouns) + long);
    paragraph();
    const parts = random(3) === 0 ? 0 : 2;
    for (let p = 0; p < parts; p++) {
      heading(2, `（${chinese[p]!}）`, noun2(random));
      for (let i = 0; i < wishes.paragraphs; i++) paragraph();
      if (random(3) === 0) {
        heading(3, '1.', noun2(random));
        paragraph();
        heading(3, '2.', noun2(random));
        paragraph();
        if (random(2) === 0) {
          heading(4, '（1）', noun2(random));
          paragraph();
          heading(4, '（2）', noun2(random));
          paragraph();
        }
      }
      extra(random, blocks, wishes);
    }
    if (parts === 0) for (let i = 0; i < wishes.paragraphs * 2; i++) paragraph();
  }
  blocks.push({ kind: 'heading', level: 1, text: '结语' });
  paragraph();
  paragraph();
  if (wishes.longNote) {
    const last = blocks.findLast((block) => block.kind === 'paragraph' && block.words.text.length > 40);
    if (last?.kind === 'paragraph') {
      const at = last.words.text.length;
      const text = Array.from({ length: 14 }, () => sentence(random)).join('');
      last.words.notes = [...last.words.notes.filter((note) => note.at < at), { at, text }];
    }
  }
  const authors = [pick(random, people)];
  const second = pick(random, people);
  if (second !== authors[0]) authors.push(second);
  return {
    title: `${noun2(random)}：${noun2(random)}${pick(random, ['研究', '再考', '的历史考察', '及其意义'])}`,
    ...(random(3) === 0 && { subtitle: `以${noun2(random)}为中心` }),
    authors,
    abstract: Array.from({ length: 6 + random(4) }, () => sentence(random)).join(''),
    keywords: [...new Set(Array.from({ length: 4 }, () => pick(random, nouns)))],
    ...(wishes.english && { english: english(random) }),
    blocks,
  };
}

function extra(random: Random, blocks: PrintedBlock[], wishes: Wishes): void {
  const kind = random(6);
  if (kind === 0) {
    blocks.push({ kind: 'quotation', paragraphs: [words(random, 3, wishes.notes)] });
    blocks.push({ kind: 'paragraph', words: words(random, 4, wishes.notes) });
  } else if (kind === 1) {
    const rows = Array.from({ length: 5 }, (_, i) =>
      i === 0
        ? ['年份', pick(random, nouns), pick(random, nouns), '备注']
        : [`${1900 + i * 10}年`, String(random(9000) + 100), `${random(90)}.${random(10)}`, noun2(random)],
    );
    const count = blocks.filter((block) => block.kind === 'table').length;
    blocks.push({
      kind: 'table',
      caption: `表${count + 1} ${noun2(random)}统计`,
      rows,
      source: `资料来源：据《${noun2(random)}》整理。`,
    });
    blocks.push({ kind: 'paragraph', words: words(random, 5, wishes.notes) });
  } else if (kind === 2) {
    blocks.push({ kind: 'verse', lines: Array.from({ length: 4 }, () => verseLine(random)) });
    blocks.push({ kind: 'paragraph', words: words(random, 4, wishes.notes) });
  } else if (kind === 3) {
    blocks.push({ kind: 'list', items: Array.from({ length: 3 }, () => sentence(random)) });
    blocks.push({ kind: 'paragraph', words: words(random, 4, wishes.notes) });
  }
}

function verseLine(random: Random): string {
  const half = (): string => pick(random, nouns) + pick(random, verbs) + pick(random, ['风', '雪', '月', '秋', '舟']);
  return `${half()}，${half()}。`;
}

function english(random: Random): NonNullable<PrintedArticle['english']> {
  const phrase = (count: number): string => Array.from({ length: count }, () => pick(random, englishWords)).join(' ');
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  return {
    title: capital(phrase(3)) + ': ' + capital(phrase(4)),
    authors: ['HE Yanqiu'],
    abstract: Array.from({ length: 6 }, () => `${capital(phrase(12 + random(8)))}.`).join(' '),
    keywords: [phrase(1), phrase(2), phrase(2)],
  };
}
