/** 有关版本本身的说明：版本文件、两版的差异、勘误。 */
import type { MessageSet } from '../message-set.js';

export const editionsMessages: MessageSet['editions'] = {
  notJson: (reason: string) => `这不是版本文件（每次成书时一并写出的 <slug>.edition.json）：无法读取（${reason}）。`,
  otherFormat: (found: number, known: number) =>
    `这个版本文件的格式是 ${found}，本程序读的是格式 ${known}：${
      found > known ? '请用写出它的那个较新的 kanben' : '请把那一版重新生成一次'
    }，或改用它的 EPUB。`,
  notBook: (reason: string) => `这不是 kanben 生成的 EPUB（${reason}）：请改用与它一并写出的版本文件。`,
  oneIssue: (names: string[]) =>
    `这里有 ${names.length} 期（${names.slice(0, 4).join('、')}${names.length > 4 ? '……' : ''}）：请指定其中一期。`,
  folderNotEmpty: '文件夹里已有东西：请另指定一个新的，或加 --force 写在其旁。',
  notRecord: (key: string, reason: string) =>
    `这不是版本文件（每次成书时一并写出的 <slug>.edition.json）：${key ? `“${key}”：` : ''}${reason}。`,
  noGit: '没有安装 git',
  noRevision: (reason: string) => `没有这个路径，git 里也没有（${reason}）。`,
  errata: {
    overwritten: (file: string) =>
      `errata：这次生成会覆盖 ${file}，而前一次印本的情况只记在这里。请把它和旁边的 PDF 一起复制到另一个文件夹，再指定那一份。`,
    unplaced: (find: string, since: string) =>
      `${since} 所记的版本里既没有“${find}”，也没有改正后的文字：不列入勘误。请指定确有此误的那一次印本的版本文件。`,
    withoutLines: (pdf: string, since: string) =>
      `勘误表只注页、不注行：行数要从印本 ${pdf} 读出，而它不在 ${since} 旁边。请把它放在那里。`,
    none: (since: string) =>
      `没有可列的勘误：corrections.yaml 中没有一条 kind 为 print 的记录涉及 ${since} 那一版的文字。`,
    line: (line: number) => `corrections.yaml:${line}：`,
    row: (place: string, before: string, after: string) => `${place}　“${before}”→“${after}”`,
    noEdition: '本期还没有成品可供勘误：请用 kanben check 看看是什么问题。',
    written: (file: string, count: number, pages: number) => `${file}  ${count} 条勘误，${pages} 页`,
  },
  diff: {
    same: '没有差别。',
    editions: (before: string, after: string) => `${before} → ${after}`,
    edition: (title: string, number: number, date?: string) => `${title}，第 ${number} 版${date ? `（${date}）` : ''}`,
    added: '增加',
    removed: '删去',
    renamed: '改题',
    was: (title: string) => `原题 ${title}`,
    moved: '移位',
    elsewhere: '在各篇中的次序变了',
    column: '栏目',
    pages: '页码',
    fromTo: (before: string, after: string) => `${before || '无'} → ${after || '无'}`,
    pagesMoved: (folios: string[]) => `第 ${ranges(folios)} 页的起首文字变了`,
    page: (folio: string) => `第 ${folio} 页  `,
    words: '文字',
    joined: '并段',
    split: '分段',
    part: '层级',
    parts: (before: string, after: string) => `${partName(before)} → ${partName(after)}：`,
    partOf: (part: string) => (part === 'p' ? '' : `${partName(part)}：`),
    call: '注码',
    markOf: (note: number) => `${noteName(note)}的注码，现在：`,
    note: (note: number) => `${noteName(note)}：`,
    total: (changes: number, articles: number) => `${articles} 篇，共 ${changes} 处改动`,
  },
};

function partName(kind: string): string {
  const level = /^h([1-6])$/.exec(kind)?.[1];
  if (level) return level === '1' ? '篇名' : `${level} 级标题`;
  return { p: '段落', item: '列表项', cell: '表格', quote: '引文' }[kind] ?? kind;
}

const noteName = (note: number): string => (note === 0 ? '题注' : `注 ${note}`);

/** 3、4、5、9 写成 3—5、9。 */
function ranges(folios: string[]): string {
  const runs: [string, string][] = [];
  for (const folio of folios) {
    const last = runs.at(-1);
    if (last && Number(folio) === Number(last[1]) + 1) last[1] = folio;
    else runs.push([folio, folio]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}—${to}`)).join('、');
}
