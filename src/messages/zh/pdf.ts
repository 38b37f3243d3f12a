/** 排印 PDF 时的说明。 */
import type { MessageSet } from '../message-set.js';

export const pdfMessages: MessageSet['pdf'] = {
  noBrowser: (failures: string[]) =>
    '没有浏览器可用来排印 PDF。任选一种办法：' +
    '（1）用 --browser <路径> 或环境变量 PUPPETEER_EXECUTABLE_PATH 指定；' +
    '（2）安装 Google Chrome、Chromium 或 Microsoft Edge；' +
    '（3）在 Linux（x64）上安装可选包：npm install @sparticuz/chromium。' +
    (failures.length > 0 ? `已试过：${failures.join('；')}` : ''),
  namedBrowserFails: (failures: string[]) =>
    `指定的浏览器无法启动：${failures.join('；')}。请另指定一个（--browser、PUPPETEER_EXECUTABLE_PATH），` +
    '或者不指定，由程序自己去找。',
  noTemporaryFolder: (folder: string, code: string) =>
    `浏览器需要临时文件夹，而 ${folder} 不能用（${code}）：请在那里腾出空间，或用 TMPDIR 另指定一个。`,
  browserTooSlow: (document: string, minutes: number) =>
    `浏览器排“${document}”用了 ${minutes} 分钟，已中止：这篇太长，无法一次排完。请分成几个文件或几册。`,
  browserDied: (reason: string) =>
    `浏览器在排版时两次中断（${reason}）。请在内存更充裕时再试，或换一个浏览器（--browser）。`,
  oldBrowser: (version: number, least: number) =>
    `找到的浏览器是 Chromium ${version}；低于 ${least} 的版本排不好中文标点和中西文间隙。请换新版。`,
  missingGlyphs: (list: string[]) => `字体中没有 ${list.join('、')}（共 ${list.length} 字），印出来是空框。`,
  stylesMissing: (path: string) =>
    `print.css 所指的 ${path} 无法读取。请写样式表的路径（相对于 issue.yaml 所在的文件夹）。`,
  coarsePicture: (page: number, what: string, resolution: number, least: number) =>
    `第 ${page} 页：图片“${what}”在版面上只有每英寸 ${resolution} 像素，付印需要 ${least}。请换更大的图。`,
  colour: (pages: number[]) => `第 ${pages.join('、')} 页有彩色：本文件按单色黑付印，印厂会来询问。`,
  unreadablePicture: (path: string, code: string) => `图片 ${path} 无法读取（${code}）：该处留空。`,
  textDiffers: (document: string, page: number | undefined, expected: string, found: string) =>
    `“${document}”${page === undefined ? '' : `第 ${page} 页`}：印出的文字与成品文字不符，应为“${expected}”，实为“${found}”。`,
  noteCount: (note: string, document: string, times: number) =>
    `“${document}”的注 ${note} 在页面上出现了 ${times} 次，应为一次。`,
  noteAway: (note: string, document: string, page: number) =>
    `“${document}”的注 ${note} 没有从注码所在的第 ${page} 页排起：该页注释太多。`,
  overflow: (page: number, what: string, by: number) => `第 ${page} 页：“${what}”超出版心 ${by} px。`,
  oversize: (page: number, what: string) => `第 ${page} 页：“${what}”无法拆开，又高过一页，末尾被截去。`,
  brokenNumbers: (page: number, what: string) =>
    `第 ${page} 页：表格“${what}”的栏数超出版面宽度，数字被拆开。请改用较大的开本，或把表拆成两个。`,
  unstable: (page: number, what: string, planned: number, found: number) =>
    `第 ${page} 页：“${what}”预计高 ${planned} px，实际高 ${found} px。`,
  misplaced: (page: number, what: string, planned: number, found: number) =>
    `第 ${page} 页：“${what}”预计在版心上沿下 ${planned} px，实际在 ${found} px。`,
  contentsPage: (entry: string, stated: string, found: string) =>
    `目录说“${entry}”在第 ${stated} 页，实际在第 ${found} 页。`,
};
