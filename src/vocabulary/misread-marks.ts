/** Marks and signs that an OCR reads for others, each with the place that gives it away. */

/** Where a mark stands that cannot stand there, and what it is. */
export interface MisreadMark {
  read: RegExp;
  right: string;
  /** Nothing else can be meant; what is likely is asked about, too. */
  certain?: true;
  /** Only in a note. */
  note?: true;
  /** Only where a line of the source is a printed line: elsewhere the sign has a meaning of its own. */
  byLine?: true;
}

const month = '(?:[1-9]|1[0-2])';
const day = '(?:[12]\\d|3[01]|[1-9])';
/** What happened on a day that is named by its date. */
const event =
  '事件|事变|恐怖|恐袭|袭击|运动|惨案|起义|讲话|地震|大地震|政变|海啸|之后|以后|以来|前后|事變|運動|慘案|起義|講話|之後|以後|以來|前後';

/** What begins with 一, and what stands before and behind one that ends a word: no hyphen parts these. */
const beginsOne =
  '些|般|致(?=[的地性认同，。、；])|方面|系列|部分|旦|切(?=[的都，。])|直(?=[以到在是被没])|定(?=[的程是要会能])|样(?=[的，。])';
const endsOne: [before: string, behind: string][] = [
  ['第', '\\p{Script=Han}'],
  ['唯', '[的一]'],
  ['统', '\\p{Script=Han}'],
  ['另', '[个种方部些]'],
  ['同', '[个时]'],
  ['单', '[的化性]'],
  ['进', '步'],
  ['每', '[个次种]'],
  ['[这那是有了为成某任]', '[个种次位条项名类件](?!人)'],
];
const hyphen = '[-－]';
const hyphensForOne: MisreadMark[] = [
  `${hyphen}(?<=(?:\\p{Script=Han}|^|[，。；、：“（]).)(?=(?:${beginsOne}))`,
  ...endsOne.map(([before, behind]) => `${hyphen}(?<=${before}.)(?=${behind})`),
].map((read) => ({ read: new RegExp(read, 'gu'), right: '一', certain: true }));

// the sign comes first and what stands before it behind: signs are rare, and no other place is looked at
export const misreadMarks: MisreadMark[] = [
  // “9？11”, “9＊11”事件: a day named by its date
  { read: new RegExp(`[？?](?<=[“‘「『]${month}.)(?=${day}[”’」』])`, 'gu'), right: '·', certain: true },
  { read: new RegExp(`[＊*](?<=[“‘「『]${month}.)(?=${day}[”’」』](?:${event}))`, 'gu'), right: '·', certain: true },
  // 经济、环境￣人文
  { read: /[\u0304\u00AF\u203E\uFFE3](?<=\p{Script=Han}.)(?=\p{Script=Han}|$)/gu, right: '、', certain: true },
  // “信任措施”—词, 第—次, 另—方面, 唯—的, 进—步
  { read: /—(?<=[”）》]—)(?=[词语](?![典汇曲义言法文]))/gu, right: '一', certain: true },
  { read: /—(?<=第—)(?=[次个届章节步期阶批部种位名家场卷编])/gu, right: '一', certain: true },
  { read: /—(?<=唯—)(?=[的一])|—(?<=[另，。；、]—)(?=方面)|—(?<=进—)(?=步)/gu, right: '一', certain: true },
  // 智库市场初探一一基于市场的分析, 范式—一合成法
  {
    read: /一一(?=(?:基于|兼[论评谈及]|以(?!对应)[^，。]{1,20}为)|[来从]?自?[^，。]{0,12}(?:考察|视角|分析)$)(?<=\p{Script=Han}一一)/gu,
    right: '——',
    certain: true,
  },
  {
    read: /—一(?<=\p{Script=Han}—一)(?=[\p{Script=Han}A-Z])|一—(?<=\p{Script=Han}一—)(?=\p{Script=Han})/gu,
    right: '——',
  },
  // 这是-个, 进-步, 统-的, -般: a hyphen between Han that makes a word as 一
  ...hyphensForOne,
  // 图〗: no number looks like a bracket
  { read: /[〗〖](?<=^[图表圖].)(?=　)/gu, right: '1', certain: true },
  // 外交部网站’http
  { read: /’ ?(?<=^[^‘]*[\p{Script=Han}》”）]’ ?)(?=(?:https?:|www\.|[\p{Script=Han}《“]))/gu, right: '，' },
  // Europe＾ New York* Institute of Printing, 1992
  { read: /＾(?<=[A-Za-z]＾)(?= \p{Lu})/gu, right: ',', byLine: true },
  { read: /[＊*](?<=[A-Za-z].)(?= \p{Lu}[^*＊]*,)/gu, right: ':', note: true, byLine: true },
  // 同上。＂
  { read: /[＂"^＾@＠](?<=[。”）].)$/gu, right: '', note: true },
  // 资源and手段
  { read: /and(?<=\p{Script=Han}and)(?=\p{Script=Han})(?!运算|操作|语句|逻辑|函数)/gu, right: '和' },
];

/** What an opening quotation mark is read for, between a mark or a word that introduces and a word. */
export const misreadOpening =
  /(?:77|７７|66|６６|,,|„|〃|''|’’)(?=[\p{Script=Han}A-Za-z《])(?<=(?:^|[：:，,。；（(、见見] ?)..?)/gu;

/** What a closing one is read for, behind a word. */
export const misreadClosing =
  /(?:[,，] ?J|77|７７|99|９９|,,(?! ?J)|〃|''|‘‘)(?=[ ，,；;。、）]|$)(?<=[\p{Script=Han}A-Za-z.?!。？！][,，]?.{1,3})/gu;
