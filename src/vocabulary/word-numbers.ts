/** Numbers as Word's list formats write them (ECMA-376, 17.18.59 ST_NumberFormat). */

const digits = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';

/** 1 to 99,999 in Han. */
function inHan(value: number, signs: string, units: readonly string[]): string {
  const [zero] = signs;
  let out = '';
  let gap = false;
  for (const [i, digit] of [...String(value)].entries()) {
    const unit = units[String(value).length - 1 - i] ?? '';
    if (digit === '0') gap = out !== '';
    else {
      out += `${gap ? zero : ''}${signs[Number(digit)]}${unit}`;
      gap = false;
    }
  }
  return out.replace(/^([一壹])([十拾])/u, (whole, _, ten: string) => (signs === legal ? whole : ten));
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let out = '';
  for (const [worth, sign] of signs)
    while (value >= worth) {
      out += sign;
      value -= worth;
    }
  return out;
}

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value);
  if (value <= 35) return String.fromCodePoint(0x3250 + value - 20);
  return value <= 50 ? String.fromCodePoint(0x32b0 + value - 35) : `(${value})`;
}

const cyclic = (value: number, signs: string): string => signs[(value - 1) % signs.length]!;

/** @param format name of the format; Arabic digits where it is not known */
export function numberAs(value: number, format: string): string {
  if (value < 1 || value > 99_999) return String(value);
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return inHan(value, digits.replace('〇', '零'), ['', '十', '百', '千', '万']);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return inHan(value, legal, ['', '拾', '佰', '仟', '万']);
    case 'ideographTraditional':
      return cyclic(value, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return cyclic(value, '子丑寅卯辰巳午未申酉戌亥');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}
