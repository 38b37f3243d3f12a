/**
 * Common Chinese surnames, Traditional forms beside the Simplified ones, and the compound ones in use. Rare ones that
 * are words of everyday prose (国, 来, 年) are left out: they would make names of headings.
 */
const single =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱丘侯江尹薛闫閆阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文施洪安樊兰蘭殷颜顏倪温溫芦牛俞章鲁魯葛申毕畢聂聶关關伍梅盛翟詹耿齐齊童左辛柴苗焦凌欧歐路庄莊祝祁涂塗卫衛裴欣冉成戚冷尚游阮包柯佟管解霍瞿褚娄婁谷习習喻房辜苑艾车車蒲桂纪紀甘封卓岳宗单單项項景池鲍鮑屈柳党黨穆卜占师師宁寧司符连連晏骆駱丛叢查鞠郎郁季闻聞饶饒荣榮臧巫沙边邊嵇费費敖刁储儲糜隋虞晋晉狄米羊明花虎滕巩鞏支仇栾欒荆荊曲桑全原浦麦麥时時厉厲谌諶窦竇鹿苟佘蓝藍应應廉商燕郜初郗平阳陽凤鳳茅练練席杭强強缪繆揭仲蒙勾邢宫宮岑竹胥干竺匡门門雍冀尤靳卞井邬鄔扈';

/** Surnames of two characters that still occur: the rest of the name is the given name. */
export const compoundSurnames = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 司徒 司空 长孙 長孫 夏侯 端木 百里 呼延 南宫 南宮'.split(
    ' ',
  ),
);

/** Those that hardly do: a name may begin with one, but may as well have a surname of one character. */
const rareCompounds =
  '独孤 獨孤 轩辕 軒轅 闻人 聞人 赫连 赫連 澹台 申屠 太史 拓跋 西门 西門 东郭 東郭 万俟 钟离 鍾離 范姜 张简 張簡'.split(
    ' ',
  );

const surnames = new Set([...single, ...compoundSurnames, ...rareCompounds]);

/** Does a name of Han begin with a surname? Pen names need not. */
export function hasSurname(name: string): boolean {
  const [first = '', second = ''] = name;
  return surnames.has(first + second) || surnames.has(first);
}
