/** 有关 PDF 页面的说明：为什么整个文件或某一页读不出来，以及读到了什么。 */
import type { MessageSet } from '../message-set.js';

/** The first words of some pages. */
function quoted(found: readonly { page: number; text: string }[]): string {
  const few = found
    .slice(0, 3)
    .map(({ page, text }) => `第 ${page} 页“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`);
  return `${few.join('，')}${found.length > 3 ? `，另有 ${found.length - 3} 页` : ''}`;
}

/** 3、4、5、9 写成 3—5、9。 */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}—${to}`)).join('、');
}

/** “全部 11 页中的 9 页（第 1—4、7—11 页）”。 */
function pagesOf(pages: readonly number[], total: number): string {
  return `全部 ${total} 页中的 ${pages.length} 页（第 ${ranges(pages)} 页）`;
}

const onPage = (page: number | undefined): string => (page === undefined ? '' : `（第 ${page} 页）`);
const chosen = '如果只有几页属于本文，请在 issue.yaml 里用该文的 pages 写明。';
const recognise = '请先用 OCR 识别，再把识别出的文字交给 kanben';

const kinds: Readonly<Record<string, string>> = {
  picture: '图片',
  unreadable: '读不出',
  vertical: '直排',
  empty: '空白',
  outside: '属于别的文章',
  damaged: '损坏',
};

export const pagesMessages: MessageSet['pages'] = {
  fault: {
    password: () => 'PDF 有打开密码：请用阅读器打开，另存或打印成没有密码的 PDF，再交给 kanben。',
    damaged: () => 'PDF 已损坏或不完整：一页也读不出来。请重新取得这个文件。',
    'no-such-pages': (page?: number, count = 0) =>
      `没有第 ${page} 页：文件共 ${count} 页。pages 从文件的第一页数起，不是页面上印的页码。`,
    pages: (_?: number, count = 0) =>
      `PDF 有 ${count} 页，超出一次能读的页数。请在 issue.yaml 里用 pages 写明本文所在的页。`,
    glyphs: (page?: number) => `有一页的字符多得反常${onPage(page)}：没有读取。${chosen}`,
    operators: (page?: number) => `有一页由几百万条线画成${onPage(page)}：没有读取。${chosen}`,
    'page-time': (page?: number, count = 0) => `有一页读了超过 ${count} 秒${onPage(page)}：没有读完。${chosen}`,
    time: (page?: number, count = 0) => `PDF 读了超过 ${count} 秒${onPage(page)}：没有读完。${chosen}`,
    memory: (page?: number) =>
      `PDF 占满了内存${onPage(page)}：没有读取。它的压缩方式会使很小的文件变得极大，或者图片过大。${chosen}`,
  },
  place: (file: string, { page, folio, line }: { page: number; folio?: string; line?: number }) =>
    `${file} 第 ${page} 页${folio === undefined ? '' : `（印刷页码 ${folio}）`}${line === undefined ? '' : `第 ${line} 行`}`,
  seen: (file, { pages, kinds: found, columns, measure, size, leading, faces, notes }) =>
    [
      `${file}：全部 ${pages} 页中 ${found.text?.length ?? 0} 页有文字`,
      ...Object.entries(found)
        .filter(([kind]) => kind !== 'text')
        .map(([kind, numbers = []]) => `${kinds[kind] ?? kind}：第 ${ranges(numbers)} 页`),
      `${columns} 栏，栏宽 ${Math.round((measure / 72) * 25.4)} 毫米（${Math.round(measure / size)} 字）`,
      `字号 ${size}、行距 ${leading} 点`,
      notes.pages > 0 ? `${notes.pages} 页有脚注（${notes.size} 点）` : '没有脚注',
      faces
        .slice(0, 4)
        .map((face) => `${face.name || '无名字体'} ${face.size} 点 ${Math.round(face.share * 100)}%`)
        .join('，'),
    ].join('；'),
  notPdf: '这不是 PDF：文件里的就是它的文字。',
  unmapped: (fonts: readonly string[], places: readonly { page: number; line: number }[]) =>
    `字体 ${fonts.join('、')} 没有字符对照表，有 ${places.length} 行无法从文件得知是什么字，每字以 □ 代替（${places
      .slice(0, 24)
      .map(({ page, line }) => `第 ${page} 页第 ${line} 行`)
      .join(
        '、',
      )}${places.length > 24 ? '等' : ''}）。各行的图样排在其下。请照页面录入：篇名写入 issue.yaml 的 title，其余用校改记录。`,
  misnamed: (fonts: readonly string[]) =>
    `字体 ${fonts.join('、')} 把西文字母或符号编成了汉字（如以“轤”为 d，以“唱”为连字符），已按原符号读出。请对照原页抽查西文和数字。`,
  drawn: (found: readonly { page: number; line: number; words: string }[]) =>
    `正文中有 ${found.length} 个字是以图片排的（造字），各以 □ 代之。请对照原页，用勘误条目补上：${found
      .slice(0, 12)
      .map(({ page, line, words }) => `第 ${page} 页第 ${line} 行“${words}”`)
      .join('，')}${found.length > 12 ? '……' : ''}。`,
  undrawn: (pages: readonly number[]) =>
    `文件第 ${[...new Set(pages)].join('、')} 页上有 ${pages.length} 张图片没能截取，原处只留图题。请自行截图，并在导出的文本中写明文件名。`,
  noCanvas: (pages: readonly number[]) =>
    `缺少绘制页面的库，第 ${[...new Set(pages)].join('、')} 页上的图没有收入，原处只留图题。请在 kanben 的安装目录运行 npm install @napi-rs/canvas。`,
  noPages: 'PDF 各页都是空白：没有文字，也没有图片。',
  pictures: (pages: readonly number[], total: number) =>
    `${pagesOf(pages, total)}是没有文字的图片：读不出文字。如属本文，需要 OCR：${recognise}。`,
  recognised: (pages: readonly number[], total: number) =>
    `${pagesOf(pages, total)}是图片，上面叠有 OCR 识别的文字：可能有误识，注码可能丢失。请与原书页核对。`,
  unreadable: (pages: readonly number[], total: number, fonts: readonly string[], sample: string) =>
    `${pagesOf(pages, total)}读不出来：字体没有说明字形对应哪个字${
      fonts.length > 0 ? `（${fonts.slice(0, 4).join('、')}${fonts.length > 4 ? '等' : ''}）` : ''
    }，读出的不成文字（“${sample}…”）。阅读器里显示正常，可用 OCR 读取：${recognise}。`,
  vertical: (pages: readonly number[], total: number) =>
    `${pagesOf(pages, total)}是直排，kanben 目前还不能读：这些页的文字没有收入。请另附纯文本。`,
  damaged: (pages: readonly number[], total: number) =>
    `${pagesOf(pages, total)}已损坏，没有读取，文件中其后的内容也可能丢失。请重新取得这个文件，或另附这些页的文字。`,
  readInPart: (pages: readonly number[], total: number) =>
    `${pagesOf(pages, total)}已损坏，只读出了一部分：请与原页对照。可重新取得这个文件，或用勘误条目补上缺文。`,
  turned: (found: readonly { page: number; text: string }[]) =>
    `正排文字之间有侧放或倒放的字，已剔除：${quoted(found)}。图表里的字属于图片。如属正文，请另行补上。`,
  outside: (found: readonly { page: number; text: string }[]) =>
    `有字落在页面边缘之外，读者看不到，已剔除：${quoted(found)}。如属正文，请另行补上。`,
};
