/** 检查 PDF 时的说明。 */
import type { MessageSet } from '../message-set.js';

export const inspectMessages: MessageSet['inspect'] = {
  unreadable: (code: string) => `文件无法读取（${code}）。请指定一个存在的 PDF。`,
  noPdf: (reason: string) => `文件不能作为 PDF 读取：${reason}`,
  pages: (count: number) => `共 ${count} 页`,
  verdicts: { met: '合格', missed: '不合格', absent: '未涉及' },
  place: (page: number, line?: number) => `第 ${page} 页${line === undefined ? '' : `第 ${line} 行`}`,
  more: (count: number) => `另有 ${count} 处`,
  allMet: (met: number) => `此处能测的 ${met} 项要求全部合格。`,
  someMissed: (missed: number, met: number) => `此处能测的 ${missed + met} 项要求中，有 ${missed} 项不合格。`,
};
