/** 标明结构的来源（Word 文档、网页、电子书、OCR 结果）的提示。 */
import type { MessageSet } from '../message-set.js';

function head(text: string, length = 40): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

export const sourcesMessages: MessageSet['sources'] = {
  names: {
    docx: 'Word 文档',
    html: '网页',
    epub: 'EPUB',
  },
  tooLarge: (megabytes, most) =>
    `文件有 ${megabytes} MB，超过 ${most} MB，比最大的书还大：没有读取。如果确实是书稿，请分成几个文件。`,
  damaged: (name) => `这个${name}已损坏，打不开。请用原来的程序打开，另存一份，再交给 kanben。`,
  bomb: (megabytes) => `文件解压后超过 ${megabytes} MB：可能已损坏，也可能有害，没有读取。请把其中的文字另存一份。`,
  unsafeXml: (name) =>
    `这个${name}自行定义了实体（<!ENTITY …>），可能指向别处或无限膨胀：没有读取。请另存一份不含实体定义的文件。`,
  tooDeep: (name) => `这个${name}里的层次嵌套了几千层：可能已损坏，也可能有害，没有读取。请把其中的文字另存一份。`,
  locked: '这个 EPUB 加了锁（DRM）：文件已加密，kanben 不会打开。请向出版者索取未加锁的版本。',
  noText: (name) => `这个${name}里没有文字。如果是页面图像，请先用 OCR 识别。`,
  pageFrame: (count, sample) =>
    `网页里文章以外的 ${count} 个字符（导航、其他网页、版权信息等）没有收入（“${head(sample)}”）。如果其中有正文，请单独保存文章再交给 kanben。`,
  changes: (inserted, deleted, sample) =>
    `文档里有修订：已按接受处理，增加 ${inserted} 处，删除 ${deleted} 处${sample === '' ? '' : `（“${head(sample)}”）`}。若并非全部接受，请先在 Word 里处理。`,
  comments: (count, sample) =>
    `文档里有 ${count} 条批注，没有收入（“${head(sample)}”）。若要据此修改正文，请先在 Word 里改好。`,
  unreadParts: (names) => `文档里有 kanben 读不了的内容：${names}。请改为图片或文字，再重新生成。`,
};
