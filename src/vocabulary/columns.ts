/** How journals name their columns (栏目). */
import { withoutBlanks } from './characters.js';

/** A line of signs and a word, or of a word between signs, as 栏目 are set: ■ 专题, ·书评·, 【笔谈】. */
export const columnLine = /^(?:[■●◆▲▍◇○□]+\s*\S.{0,24}|[·•]\s*\S.{0,20}[·•]|【[^】]{2,16}】)$/u;

/** Columns that journals of many fields share: a line of nothing else above a title names its column. */
export const columnNames =
  /^(?:书评|书讯|书评与书讯|新书评介|图书评介|学术综述|研究综述|文献综述|基础研究|临床研究|应用研究|理论研究|理论探讨|实验研究|综述|述评|学术述评|会议综述|学术动态|学术信息|学界动态|笔谈|圆桌|对谈|访谈|学者访谈|人物访谈|名家访谈|特稿|专稿|特约专稿|专论|专题|专题研究|专题讨论|争鸣|学术争鸣|商榷|讨论|论坛|博士生?论坛|青年论坛|论文|论著|论丛|研究论文|研究报告|调查报告|调研报告|口述史?|口述历史|回忆录?|回忆与研究|史料|史料钩沉|史料整理|文献与史料|札记|读书札记|读史札记|学术札记|短论|短评|时评|述往|译文|译丛|名家讲坛|讲座|书信|纪念|悼念|编读往来|書評|書訊|學術動態|研究討論|論著|論文|專論|專題|專題研究|研究紀要|訪談|口述歷史|學術評論)$/u;

/** A 栏目 without its signs. */
export function columnName(line: string): string {
  return withoutBlanks(line).replace(/^[■●◆▲▍◇○□·•【]+|[·•】]+$/gu, '');
}
