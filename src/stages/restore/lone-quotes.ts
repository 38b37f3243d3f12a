/** Finds double quotation marks without a partner: a text in, each with where its partner should stand. */
/** A mark without its partner. */
export interface LoneQuote {
  /** Does it open: is what closes it missing? */
  opens: boolean;
  at: number;
  /** Where its partner belongs. */
  from: number;
  to: number;
}

/** In order. Quotations within quotations bear other marks. */
export function loneQuotes(text: string): LoneQuote[] {
  const lone: LoneQuote[] = [];
  let open: number | undefined;
  let last = 0; // behind the mark before
  for (const { 0: mark, index: at } of text.matchAll(/[“”]/gu)) {
    if (mark === '“') {
      if (open !== undefined) lone.push({ opens: true, at: open, from: open + 1, to: at });
      open = at;
    } else {
      if (open === undefined) lone.push({ opens: false, at, from: last, to: at });
      open = undefined;
    }
    last = at + 1;
  }
  if (open !== undefined) lone.push({ opens: true, at: open, from: open + 1, to: text.length });
  return lone;
}
