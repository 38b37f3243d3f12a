/** What is asked of every sign of every page, found once for each character: a book has a million signs and 5,000 characters. */
import { han } from '../../../vocabulary/characters.js';
import { commonHan } from '../../../vocabulary/common-han.js';

/** What a sign is. */
export interface SignFacts {
  /** The sign itself: one string for all its glyphs. */
  text: string;
  /** Forms of one character have one plain form. */
  plain: string;
  isBlank: boolean;
  isHan: boolean;
  /** A Han, or a sign of kana. */
  isIdeograph: boolean;
  /** A Han that any Chinese prose has many of. */
  isCommon: boolean;
  /** It stands for nothing that a text holds. */
  isStrange: boolean;
  /** Takes part in a line of Han without room of its own: Han, iteration marks. */
  isSetSolid: boolean;
  /** A letter, digit or mark of Latin text, or several. */
  isLatin: boolean;
  /** A Han, a kana, or a fullwidth mark. */
  isWide: boolean;
  /** Raised by what it is, whatever its place: ². */
  isSuperscript: boolean;
  /** A ring round a number, or what a font without names has in its place. */
  isRing: boolean;
  /** Where the ink of a fullwidth mark is: an opening one fills the right half of its square, a closing one the left. */
  ink: 'left' | 'middle' | 'right';
}

const readable = /[\p{L}\p{N}\p{P}\p{S}\p{M}\s]/u;
/** Letters of scripts that a broken map makes out of Chinese, and signs of no script. */
const strange =
  /[\uE000-\uF8FF\uFFFD\u0080-\u009F□]|[\p{Script=Thaana}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Yi}\p{Script=Khmer}\p{Script=Ogham}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Georgian}\p{Script=Syriac}]/u;

const wide = new RegExp(`[${han}\\u3000-\\u30FF\\uFF00-\\uFFEF“”‘’—…]`, 'u');
const solid = new RegExp(`^[${han}]$`, 'u');
const latin = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d.,:;!?'"’”“‘()[\]/%&@#*+=<>~_^$-]+$/u;
const opening = /^[（《〈【〔「『“‘([{]$/u;
const closing = /^[，。、；：．,.;:）》〉】〕」』”’)\]}]$/u;

const known = new Map<string, SignFacts>();
/** Files of nonsense have no end of signs. */
const mostKnown = 200_000;

/** @param text of a glyph */
export function signFacts(text: string): SignFacts {
  const found = known.get(text);
  if (found) return found;
  const facts = {
    text,
    plain: text.normalize('NFKC'),
    isBlank: /^[\s\u3000\u200B]*$/u.test(text),
    isHan: /^\p{Script=Han}$/u.test(text),
    isIdeograph: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
    isCommon: commonHan.has(text),
    isStrange: strange.test(text) || !readable.test(text),
    isSetSolid: solid.test(text),
    isLatin: latin.test(text),
    isWide: wide.test(text),
    isSuperscript: /^[⁰¹²³⁴-⁹]$/u.test(text),
    isRing: /^[□○◯⭕\u20DD]$/u.test(text),
    ink: opening.test(text) ? ('right' as const) : closing.test(text) ? ('left' as const) : ('middle' as const),
  };
  if (known.size < mostKnown) known.set(text, facts);
  return facts;
}
