/** Han that an OCR takes for others of nearly the same shape. */

/** A character that is read for another, in Simplified Chinese. */
export interface LookAlike {
  read: string;
  right: string;
  /** Words with the right one which, written with the other, are none. */
  words: string[];
  /** Words with the one that is read. */
  stays: RegExp;
}

const pair = (read: string, right: string, words: string, stays: RegExp): LookAlike => ({
  read,
  right,
  words: words.split(' '),
  stays,
});

/**
 * Only pairs of which one makes few words, and all of these are known; only words that stand nowhere over the bound of
 * two others (木质 is a word, 先生曰 no 生日). 入 and 人, 木 and 本, 土 and 士, 白 and 自 are left to whoever knows the page.
 */
export const lookAlikes: LookAlike[] = [
  pair(
    '己',
    '已',
    '已经 早已 业已 均已 都已 而已 已成为 已被 已久',
    /[自知异利克舍律一贵人肥责推由为从罪正修在及]己|己[方见任所身有出欲亥丑卯巳未酉之不立达力物意私]/u,
  ),
  pair('巳', '已', '已经 早已 业已 均已 都已 而已 不已', /[乙丁己辛癸]巳|巳[时月日年]/u),
  pair(
    '倍',
    '信',
    '信息 信任 信心 信念 信仰 信赖 诚信 通信',
    /[\d加成数几翻多百千万亿一二两三四五六七八九十功]倍|倍[增数率加感受之]/u,
  ),
  pair('侑', '信', '信息 信任 信心 信念 信仰', /侑[觞酒食]/u),
  pair('豪', '家', '专家 作家', /豪[华门杰强放迈情族绅宅富言爽奢]|[富自土文英]豪/u),
  pair(
    '卜',
    '十',
    '十年 十月 十日 十余 十分 二十 三十 四十 五十 六十 七十 八十 九十',
    /[占萝问龟]卜|卜[辞筮居算者世甲]/u,
  ),
  pair('侯', '候', '时候 气候 等候', /[诸王公封列]侯|侯[爵国门]/u),
  pair('候', '侯', '诸侯 侯爵', /[时气等]候|候[选补鸟]/u),
  pair('冶', '治', '政治 统治 法治', /冶[金炼铁铸]|陶冶/u),
];

/** Other forms of a character, which Simplified Chinese does not use. */
export const variants: Pick<LookAlike, 'read' | 'right'>[] = [
  { read: '幵', right: '开' },
  { read: '増', right: '增' },
  { read: '來', right: '来' },
  { read: '內', right: '内' },
  { read: '囯', right: '国' },
];

/** Kana and Han of the scripts that use such forms: where one stands near, they are meant. */
export const otherScript =
  /[\p{Script=Hiragana}\p{Script=Katakana}國會學為個們這時對說發開關長東門問經體實當點業種與從過還進動頭書電話語論議權無產員應總變聲張將給觀氣龍馬魚鳥両価広図帰戦応駅売読歳団対沢浜辺険験検済歴県伝転様楽薬]/u;
