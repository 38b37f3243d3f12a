/** Words in any script in, an ASCII name for files and ids out: 印刷史 2026 → yin-shua-shi-2026. */
import { pinyinPro } from '../../system/load-late.js';

const longest = 64;

/**
 * @param text words; Han become pinyin without tones, other letters lose their accents
 * @returns small letters, digits and single hyphens, at most 64 characters; empty when nothing is left
 */
export function asciiName(text: string): string {
  const latin = text
    .normalize('NFKC')
    .replace(/\p{Script=Han}+/gu, (han) => ` ${pinyinPro().pinyin(han, { toneType: 'none', v: true })} `)
    .normalize('NFKD');
  const name = latin
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), longest / 2)).replace(/-+$/, '');
}
