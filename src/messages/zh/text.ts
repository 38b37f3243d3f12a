/** 各环节对原文的说明：发现了什么、做了什么、请编辑怎样处理。 */
import type { MessageSet } from '../message-set.js';

/** 一段话的开头几个字。 */
function head(text: string, length = 24): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** 小比例，留一位小数。 */
function percentOf(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** 文字加引号；标点（可能就是引号）用另一种括号。 */
function named(words: string): string {
  return /[\p{L}\p{N}]/u.test(words) ? `“${words}”` : `‹${words.trim()}›`;
}

const otherwise = '如果其实可以读，请在 issue.yaml 里写明该文的 kind。';
const compare = '请与原书页核对。';

/** 一行文字的身份。 */
const lineRoles: Record<string, string> = {
  source: '出处',
  column: '栏目',
  title: '题名',
  subtitle: '副题',
  byline: '署名',
  heading: '小标题',
  line: '单独的一行',
  text: '正文',
};

export const textMessages: Pick<MessageSet, 'clean' | 'paged' | 'parse' | 'restore' | 'structure' | 'ledger'> = {
  clean: {
    kinds: {
      'ocr-markdown': 'OCR 输出的 Markdown',
      markdown: '人工编写的 Markdown',
      wrapped: '文字层（按原版面断行）',
      spaced: '文字层（按原版面断行，行内字距撑开）',
      caj: 'CAJ 阅读器复制的文字（行被切碎）',
      plain: '一段一行的纯文本',
      aozora: '青空文库格式的文本',
      finished: '定稿 Markdown（不再修复）',
      paged: '按位置读取的页面',
      structured: '标明了结构的文件',
    },
    'no-characters': (share: number, sample: string) =>
      `文字层已损坏：其中 ${percent(share)} 不是文字（“${sample}…”）。请换一个程序重新提取，或改用 OCR。${otherwise}`,
    'one-sign': (share: number, sample: string) =>
      `文字层已损坏：单个符号占了 ${percent(share)}（“${sample}…”），正常文章里没有哪个字会占到八分之一。请换一个程序重新提取，或改用 OCR。${otherwise}`,
    'other-encoding': (share: number, sample: string) =>
      `文字无法辨认：${percent(share)} 是符号和带重音的字母（“${sample}…”），像是中文用错了编码。请在 issue.yaml 里写明该文的 encoding，或重新取得文本。如果其实可以读，请写明 kind。`,
    backwards: (share: number, sample: string) =>
      `文字层已损坏：行内文字是倒着的，${percent(share)} 的后引号、后括号排在前半之前（“${sample}…”）。请换一个程序重新提取，或改用 OCR。${otherwise}`,
    'no-han': (share: number, sample: string) =>
      `文字层已损坏：中文标点占 ${percent(share)}，标点之间却几乎没有汉字（“${sample}…”）。字体把汉字映射成了别的字符，请改用 OCR。${otherwise}`,
    'other-scripts': (share: number, sample: string) =>
      `文字层已损坏：${percent(share)} 是中文里不用的文字（“${sample}…”），字体把汉字映射错了。请重新做文字识别。如果仍可阅读，请在 issue.yaml 里写明它的 "kind"。`,
    'wrong-letters': (share: number, sample: string) =>
      `文字层已损坏：字母拼不成词，元音只占 ${percent(share)}，而正常文字超过四分之一（“${sample}…”）。字体把字母映射错了，请改用 OCR。${otherwise}`,
    'lines-reversed': (share: number, sample: string) =>
      `文字层已损坏：末行排在最前，能看出先后的地方（序号、段首行）有 ${percent(share)} 是由下往上的（“${sample}…”）。请换一个程序重新提取，或改用 OCR。${otherwise}`,
    'wrong-characters': (share: number, sample: string) =>
      `文字层已损坏：常用字只占汉字的 ${percent(share)}，而正常文章超过一半（“${sample}…”）：字体把汉字映射错了。请改用 OCR。${otherwise}`,
  },

  paged: {
    formulas: (lines: number, pages: readonly number[]) =>
      `有 ${lines} 行像是另行排的公式（第 ${pages.slice(0, 24).join('、')}${pages.length > 24 ? ' 等' : ''} 页）：符号只能逐个排出，分式、求和式会散开。请对照原页，在导出的文本中改用 TeX 或图片。`,
    doubtfulTitle: (title: string) =>
      `暂以“${head(title, 40)}”为篇名，但依据不足。如有出入，请在 issue.yaml 里写明 title。`,
    neighbour: (text: string) =>
      `首个篇名之前的文字（“${head(text, 40)}”）像是前一篇的末尾，没有收入。如属本文，请用一条校改记录保留。`,
    doubtfulHeading: (text: string, taken: boolean) =>
      `“${head(text, 30)}”${taken ? '暂作标题' : '暂作正文'}，依据并不充分。请与原书页核对。`,
    doubtfulParagraph: (before: string, after: string, parted: boolean) =>
      `“…${before.slice(-10)}”与“${after.slice(0, 10)}…”之间暂作${parted ? '分段' : '接排'}，版面上的依据不足。请核对。`,
    unreadArea: '此处版面上有内容（表或图），文字层里却没有，以版面的图片代替。请核对，需要可读时请录入。',
    doubtfulTable: '从版面看不出这张表的分栏，以表的图片代替。请在导出的文本中把它写成表格，以便朗读和检索。',
    outsidePages: (pages: number[]) =>
      `文件中有 ${pages.length} 页（第 ${pages.join('、')} 页）像是封面、编委名单、目录或别篇的摘要，没有收入。如属本文，请在 issue.yaml 里写明该文的 pages。`,
  },

  parse: {
    layer: {
      fragments: (share: number) =>
        `文字层已破碎：${percent(share)} 的行只有一两个字。请改用原来的 PDF（或原文件），或重新做文字识别。如果文本本就如此，请在 issue.yaml 里写明它的 "kind"。`,
      woven: (share: number) =>
        `文字层已破碎：能看出接续的行里，${percent(share)} 接的不是下一行而是再下一行，像是两栏交错在一起。请改用原来的 PDF（或原文件）。如果文本本就如此，请在 issue.yaml 里写明它的 "kind"。`,
      torn: (share: number) =>
        `文字层已破碎：${percentOf(share)} 的行断在行中的逗号处，前后两半可能颠倒。请改用原来的 PDF（或原文件）。如果文本本就如此，请在 issue.yaml 里写明它的 "kind"。`,
      dropped: (share: number) =>
        `文字层缺字：${percent(share)} 的行只有一两个字，中间没有标点。请重新做文字识别，或另找一个文件。如果仍可阅读，请在 issue.yaml 里写明它的 "kind"。`,
    },
    columns: '原文把两栏横着读串了，现已逐页改为先左栏、后右栏。请与原书页核对次序。',
    unknownTag: (tag: string) =>
      `不认识的标签 ${head(tag, 40)}，按普通文字保留（原文中的代码一律不执行）。如不属于正文，请从原文里删去。`,
    unknownAnnotation: (annotation: string) =>
      `不认识的注记 ${head(annotation, 60)}，已剔除。请查明它的意思；如与正文有关，请自行处理。`,
    wordsAsMarkup: (text: string) =>
      `Markdown 符号之间有不该出现的文字，已剔除：“${head(text, 80)}”。如属正文，请在原文里改正符号。`,
  },

  restore: {
    callWithoutNote: (mark: string | undefined) =>
      `注码 ${mark ?? '（无法辨认）'} 没有对应的注文：原文缺失。注码保留，并注明缺文。`,
    tableOfCells: (rows: number, columns: number) =>
      `一张表的每一格各占一行：按数字所在的位置还原为 ${rows} 行 ${columns} 列。${compare}`,
    tableOfLists: (rows: number) => `发现一张由条目和编号组成的表：按编号重新起算之处还原为 ${rows} 行。${compare}`,
    raisedNumbers: (numbers: number) =>
      `有 ${numbers} 个上标注码各占一行，已放回下一行；看不出位置的，放在该行第一句之后。请与原书核对。`,
    maybeFurniture: (lines: string[], times: number) =>
      `${lines.length > 1 ? `单独成行的数字（${head(lines.join('、'), 24)}）` : `“${head(lines[0]!)}”一行出现了 ${times} 次`}，按正文保留：如果是书眉、页码，本该把句子截断。若确是版面文字，请在 corrections.yaml 里用 drop 逐条列出。`,
    labelled: (text: string, role: string, second: string) =>
      `“${head(text, 24)}”按${lineRoles[role] ?? role}处理，也可能是${lineRoles[second] ?? second}。${compare}`,
    unreadOpening: (words: string) =>
      `“${head(words, 24)}”在题名与摘要之间，认不出是作者，照正文留下。请在 issue.yaml 里写明这篇的“作者”。`,
    numberMissing: (heading: string, missing: number) =>
      `“${head(heading, 24)}”之前缺第 ${missing} 个标题，可能在原文中丢失。${compare}`,
    webLines: (lines: number) => `剔除了原网页上的 ${lines} 行：导航、按钮、计数。`,
    plainMarks: (notes: number) =>
      `有 ${notes} 条注释的注码变成了普通数字：已逐页按序号与注文对上。请抽查几处，与原书页核对。`,
    notesByOrder: (notes: number) =>
      `页脚有 ${notes} 条注文失去了注码，正文恰有同样多的注码：已按先后对上，大致不差。${compare}`,
    noteWithoutCall: (note: string) => `注文“${head(note, 16)}”在正文中没有注码，暂挂在该页末尾。`,
    noteBeforeText: (note: string) => `正文之前出现注文“${head(note, 16)}”，按段落保留。`,
    noteNeverCalled: (label: string) => `注释 [^${label}] 在正文中没有注码，暂挂在它所在之处。`,
    swallowedNote: (mark: number, note: string) =>
      `注 [${mark}] 混进了注 [${mark - 1}]：“${head(note)}”，已析出，归还原位。`,
    hole: (before: string) => `此处注文有缺字：“${before.slice(-16)}”。请据原书页补足。`,
    lostNumber: (line: string, expected: string) =>
      `“${head(line)}”之后又有同类的一项，此处应为“${expected}…”：序号缺失。${compare}`,
    noteBrokenOff: (note: string, isNote: boolean) =>
      `${isNote ? '一条注文' : '资料来源一行'}没有完结：“…${note.slice(-16)}”。原文可能缺了末尾：请与原书页核对。`,
    interruptingHead: (text: string) => `一句话中间插入了标题“${head(text)}”，作书眉剔除。${compare}`,
    runInHeading: (text: string) => `标题与段落连排：“${head(text)}”，已改为段落。`,
    pageEndsParagraph: (before: string, after: string, joined: boolean) =>
      `页末恰好是句末：“${before.slice(-12)}”／“${after.slice(0, 12)}”，${joined ? '因序列或话题相承，已连为一段' : '仍作两段，也可能是同一段'}：请与原书页核对。`,
    fullLineEndsSentence: (joined: boolean, before: string, after: string) =>
      `排满的一行恰好在句末结束：“${before.slice(-12)}”／“${after.slice(0, 12)}”，${joined ? '已连为一段，也可能是段末' : '仍作两段，也可能是同一段'}。${compare}`,
    misread: (before: string, after: string, around: string) =>
      after === ''
        ? `删去了污点 ${named(before)}：“${around}”。${compare}`
        : `${named(before)} 疑为误识，已改为 ${named(after)}：“${around}”。${compare}`,
    unreadable: (words: string, around: string) => `${named(words)} 识别有误，保留原样：“${around}”。请据原书页补正。`,
    loneQuote: (mark: string, around: string) =>
      `${mark} 缺少${mark === '”' ? '前引号 “' : '后引号 ”'}，保留原样：“${around}”。请据原书页补上另一半。`,
    tableMoved: (caption: string) => `表格各行与表题分开了，已移到“${head(caption, 30)}”之下：请与原书页核对。`,
    tableAsLines: (lines: number) =>
      `发现一张 ${lines} 行的表，分不清列，只保留各行。要排成表格，请在原文里写成 Markdown 表格。`,
  },

  structure: {
    nameAndPlace: (name: string) =>
      `姓名与单位连在一起，分不开：“${head(name, 40)}”。请在 issue.yaml 里为这篇写明 "authors"。`,
    noTitle: '文中找不到篇名：暂用文件名代替。请在 issue.yaml 里为该文写明 title。',
    frontMatter: (reason: string) => `文首的元数据块不合 YAML 格式，已略去：${reason}`,
    abstractOfNone: (title: string) =>
      `文末有一篇摘要题为“${head(title, 40)}”，没有一篇文章是这个题目：暂留在最后一篇的正文里。请核对两处题目。`,
    abstractOfOtherPeople: (title: string, people: string[], named: string[]) =>
      `“${head(title, 30)}”文末的摘要署名${named.join('、')}，篇首署名却是${people.join('、')}。`,
    otherAbstract: (title: string) => `“${head(title, 40)}”文末的摘要与篇首的摘要不同：保留篇首的，文末的剔除。`,
    englishOfOthers: (title: string) =>
      `英文部分“${head(title, 40)}”的作者与各篇都不相符：按次序归给了同一位置的文章。`,
    englishTooMany: (title: string) => `英文部分“${head(title, 40)}”没有对应的文章：留在最后一篇里。`,
    citation: '剔除了“引用格式”一行：其中的页码、期号属于另一版本。',
    notInContents: (title: string) => `“${head(title, 30)}”一文不在目录中。`,
    otherTitle: (title: string, entry: string) => `“${head(title, 40)}”在目录中作“${head(entry, 48)}”：两处必有一误。`,
    otherPeople: (title: string, people: string[], entry: string) =>
      `“${head(title, 30)}”的作者，目录与篇首署名（${people.join('、')}）不一致：“${entry.slice(-24)}”。`,
    otherPage: (title: string, listed: number, numbered: number) =>
      `“${head(title, 30)}”在目录中是第 ${listed} 页，文章自己的页码是第 ${numbered} 页。`,
    notAmongArticles: (entry: string) => `目录中有“${head(entry, 40)}”，却没有这个题目的文章：请核对原文的两处题目。`,
  },

  ledger: {
    muchSetAside: (share: number, sample: string) =>
      `全文有 ${percent(share)} 作为书眉、页码或刊头剔除：“${head(sample, 60)}”。请核对原文，正文可能丢失。`,
    paragraphAside: (text: string) =>
      `整段文字被当作页眉页脚或刊头另置：“${head(text, 40)}”。如属正文，请用一条记录留住它。`,
    moved: (text: string, places: number) =>
      `“${head(text, 30)}”在成品里的位置与原文不同${places > 1 ? `（这样的段落共 ${places} 处）` : ''}。请与原文核对次序。`,
    partMoved: (text: string) => `文中的一段摘要被移到了篇首：“${head(text, 30)}”。请与原文核对，它可能是引文。`,
    numbersAsText: (numbers: number[]) =>
      `有 ${numbers.length} 段以紧贴文字的数字开头（${numbers.slice(0, 6).join('、')}……），按正文保留；可能是注码变成普通数字的注释。请改用原来的 PDF（或原文件），或与原书核对。`,
    notesUntied: (notes: number, tied: number) =>
      `文字层已破碎：${notes} 条注释里只有 ${tied} 条对上了注码。请改用原来的 PDF（或原文件）。如果文本本就如此，请在 issue.yaml 里写明它的 "kind"。`,
    open: (lost: string, added: string) =>
      `文字总账不平：${[lost && `少了“${head(lost, 60)}”`, added && `多了“${head(added, 60)}”`].filter(Boolean).join('，')}。不生成成品。这是 kanben 的错误，不是原文的问题：请告知开发者。`,
    callWithoutNote: (id: string) => `注码 ${id} 没有注文。不生成成品，请告知开发者。`,
    noteWithoutCall: (id: string) => `注文 ${id} 没有注码。不生成成品，请告知开发者。`,
    twice: (id: string) => `两条注释都用了标识 ${id}。不生成成品，请告知开发者。`,
  },
};
