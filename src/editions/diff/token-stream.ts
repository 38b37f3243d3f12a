/**
 * The text of an article as a row of tokens, so that two of them can be compared: Han and marks one by one, words of
 * letters and numbers whole, the edges of blocks and the calls of notes between them.
 */
import { counted, isFoot, type ArticleText, type TextBlock } from '../article-text.js';

export interface Token {
  /** Tokens that are equal have the same. */
  key: string;
  kind: 'word' | 'edge' | 'call';
  /** Index of its block. */
  block: number;
  /** In the text of the block. */
  start: number;
  end: number;
  /** Characters of the document before it, as pages count them. */
  offset: number;
}

/** A row of tokens; an edge stands at the head of every block. */
export interface TokenStream {
  blocks: readonly TextBlock[];
  tokens: Token[];
  /** Index of the edge of each block, and the number of tokens as the last element. */
  edges: number[];
}

const pieces =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*|\p{Nd}+|\S/gu;

/** @param noteKey what a call is compared by, from the number of its note */
export function tokenStream({ blocks }: Pick<ArticleText, 'blocks'>, noteKey: (note: number) => string): TokenStream {
  const tokens: Token[] = [];
  const edges: number[] = [];
  let offset = 0;
  blocks.forEach((block, index) => {
    const { kind, text, calls = [] } = block;
    edges.push(tokens.length);
    tokens.push({ key: `¶${kind}`, kind: 'edge', block: index, start: 0, end: 0, offset });
    let next = 0;
    const callsUpTo = (place: number): void => {
      for (; next < calls.length && calls[next]![0] <= place; next++) {
        const [at, note] = calls[next]!;
        tokens.push({ key: `^${noteKey(note)}`, kind: 'call', block: index, start: at, end: at, offset });
      }
    };
    for (const { 0: word, index: start } of text.matchAll(pieces)) {
      callsUpTo(start);
      tokens.push({ key: word, kind: 'word', block: index, start, end: start + word.length, offset });
      if (!isFoot(block)) offset += counted(word).length;
    }
    callsUpTo(text.length);
  });
  edges.push(tokens.length);
  return { blocks, tokens, edges };
}

/** The words from one token up to another as a reader sees them; ¶ where a block begins. */
export function wordsBetween(stream: TokenStream, from: number, to: number): string {
  const { blocks, tokens } = stream;
  let words = '';
  for (let i = from; i < to; i++) {
    const { kind, block, start, end } = tokens[i]!;
    if (kind === 'edge') words += i > from ? ' ¶ ' : '¶ ';
    else if (kind === 'word') words += (i > from ? blankBefore(stream, i) : '') + blocks[block]!.text.slice(start, end);
  }
  return words;
}

/** The blank that parts a token from the one before it, if any. */
export function blankBefore({ tokens }: TokenStream, i: number): string {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return before && token && before.block === token.block && before.kind !== 'edge' && before.end < token.start
    ? ' '
    : '';
}
