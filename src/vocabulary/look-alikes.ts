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

/** Pairs that make words both ways in most places (入 and 人, 干 and 千) are left to whoever knows the page. */
export const lookAlikes: LookAlike[] = [
  pair(
    '己',
    '已',
    '已经 早已 业已 均已 皆已 都已 而已 不已 已成为 已被 已久',
    /[自知异利克舍律一贵人肥责推由为从罪]己|己[方见任所身有出欲亥丑卯巳未酉]/u,
  ),
  pair('巳', '已', '已经 早已 业已 均已 都已 而已 不已', /[乙丁己辛癸]巳|巳时/u),
  pair(
    '倍',
    '信',
    '信息 信任 信心 信念 信仰 信赖 信用 诚信 通信 信号',
    /[\d加成数几翻多百千万亿一二两三四五六七八九十]倍|倍[增数率加感受]/u,
  ),
  pair('侑', '信', '信息 信任 信心 信念 信仰', /侑[觞酒食]/u),
  pair('豪', '家', '国家 专家 作家', /豪[华门杰强放迈情族绅宅富言爽奢]|[富自土文英]豪/u),
  pair(
    '卜',
    '十',
    '十年 十月 十日 十余 十分 二十 三十 四十 五十 六十 七十 八十 九十',
    /[占萝问龟]卜|卜[辞筮居算者世甲]/u,
  ),
  pair(
    '末',
    '未',
    '未来 未必 未能 未曾 尚未 从未 并未 未免',
    /[周月年期岁季纪世代朝清明元宋唐隋汉秦始本]末|末[期年代端尾日梢路流世段]/u,
  ),
  pair('曰', '日', '日本 今日 昔日 节日 生日 日报 日期', /[子诗书对答问]曰/u),
  pair('侯', '候', '时候 气候 候选 等候 候补', /[诸王公封列]侯|侯[爵国门]/u),
  pair('候', '侯', '诸侯 侯爵', /[时气等]候|候[选补鸟]/u),
  pair('折', '析', '分析 解析 剖析', /[曲挫转打骨]折/u),
  pair('冶', '治', '政治 统治 法治 治理 治安', /冶[金炼铁铸]|陶冶/u),
  pair('土', '士', '博士 硕士 女士 护士', /土[地壤木]|[国领本]土/u),
  pair('困', '因', '原因 因此 因素 因为 因而', /[贫围]困|困[难境扰惑局苦]/u),
  pair('木', '本', '日本 根本 基本 本质', /木[材版刻工匠器头料活]|[树草土活]木/u),
  pair('白', '自', '自己 自然 自由 自治', /[明空表坦告独对黑清辩洁苍雪]白/u),
  pair('入', '人', '人民 人类 人们', /[进加深投纳介收列融引输出流转步注迈写落切植导编载潜侵涌购并归陷嵌]入/u),
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
