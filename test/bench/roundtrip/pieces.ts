/** A text cut at its calls, for the printers. */
import type { Words } from './random-article.js';

export function pieces({ text, notes }: Words): (string | { note: string })[] {
  const out: (string | { note: string })[] = [];
  let from = 0;
  for (const { at, text: note } of notes) {
    out.push(text.slice(from, at), { note });
    from = at;
  }
  out.push(text.slice(from));
  return out.filter((piece) => piece !== '');
}
