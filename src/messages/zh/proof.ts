/** 说明的 proof 一节：打开校对的一期，某个操作为何做不了。 */
import type { MessageSet } from '../message-set.js';

export const proofMessages: MessageSet['proof'] = {
  noArticle: '这篇文章已不在了：这一期已有改动。',
  blockChanged: '这段文字已有改动，请再看一遍。',
  noQuestion: '这个疑问已不存在。',
  noChoice: '这个答案已不可选。',
  supply: '请先填写文字。',
  cannotSay: (words: string) =>
    `“${words}”无法写成一条更正：它紧挨着另一条更正，或这些字不出自原文。请先撤销那条更正，或在文章表里填写。`,
  nothingSet: '没有改动。',
  notSame: '这些疑问都不能这样回答。',
  notAside: '这一行已不在剔除之列。',
  cannotKeep: '只有整行才能恢复。',
  recordChanged: '这条更正已有改动，请再看一遍。',
  keepsChanging: '别的程序正不断改写这个文件，未写入。等它停下再试。',
  breaksOthers: (line: number) => `第 ${line} 行的更正将因此失效。`,
  nothingToUndo: '没有可撤销的操作。',
  movedOn: '文件已被他处改动，这一步不能撤销。请逐条撤销有关更正。',
  notWhole: '这个文件不是逐行的“键: 值”写法，请手工修改。',
};
