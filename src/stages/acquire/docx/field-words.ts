/**
 * Words that Word keeps in the instruction of a field, not in the text: readings over words and circled numbers of older
 * documents. The instruction in, nodes out; undefined for fields that hold no words.
 */
import type { Inline } from '../structured/lay-out.js';

/** EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(dù),渡) */
const reading = /\\o(?:\\a[dclr])?\s*\(\s*\\s\\up\s*\d+\s*\(([^()]*)\)\s*[,，;；]\s*([^()]+)\)/iu;
/** eq \o\ac(○,1) */
const enclosed = /\\o\\ac\s*\(\s*[○〇◯]\s*[,，]\s*(\d{1,2}|\p{Script=Han})\s*\)/iu;

export function fieldWords(instruction: string): Inline[] | undefined {
  if (!/^\s*EQ\b/iu.test(instruction)) return undefined;
  const ruby = reading.exec(instruction);
  if (ruby) {
    const [, over = '', words = ''] = ruby;
    const rubyText = { type: 'rubyText' as const, children: [{ type: 'text' as const, value: over.trim() }] };
    return [{ type: 'ruby', children: [{ type: 'text', value: words.trim() }, rubyText] }];
  }
  const ring = enclosed.exec(instruction)?.[1];
  if (ring === undefined) return undefined;
  const value = Number(ring);
  const sign = value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : `(${ring})`;
  return [{ type: 'text', value: sign }];
}
