/**
 * End a note with the full stop of its own script.
 *
 * Damage: an OCR ends a Latin note with 。 or a Chinese one, behind its address, with a dot.
 * Evidence: a note without a single Han that ends in 。; a note that ends in an address and a dot, where Chinese stands
 * right before the address.
 * Leaves alone: notes in both scripts, body text.
 *
 * @example ocr-markdown
 *   before: [1] Wells, *Book World*, p. 3。
 *   after:  [1] Wells, *Book World*, p. 3.
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { countHan, countLatin } from '../../vocabulary/characters.js';
import { noteLead } from '../../vocabulary/note-markers.js';

const address = /[<[]*https?:[^\s，。；]*?\.$/u;

export const finalMarks = cleanRule({
  name: 'final-marks',
  touches: 'punctuation',
  propose(text, { kind }) {
    if (kind !== 'ocr-markdown' && kind !== 'plain') return [];
    const edits: Edit[] = [];
    let at = 0;
    for (const line of text.split('\n')) {
      const words = line.trimEnd();
      if (noteLead.test(words)) {
        const end = at + words.length;
        if (words.endsWith('。') && countHan(words) === 0 && countLatin(words) >= 8) {
          edits.push({ start: end - 1, end, text: '.' });
        } else if (words.endsWith('.') && endsInAddressAfterHan(words)) edits.push({ start: end - 1, end, text: '。' });
      }
      at += line.length + 1;
    }
    return edits;
  },
});

/** Does a note end in an address, and the words before the address in Chinese? */
function endsInAddressAfterHan(note: string): boolean {
  const found = address.exec(note);
  return found !== null && countHan(note.slice(Math.max(0, found.index - 14), found.index)) >= 2;
}
