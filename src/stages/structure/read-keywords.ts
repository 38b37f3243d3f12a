/** Splits a line of keywords. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextTree } from '../../model/index.js';
import { isHan } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { keepWords } from './keep-words.js';

/**
 * @param body of the same article: where spaces both part keywords and tear them, what stands there decides
 * @returns keywords as in the source, spaces within them closed up
 */
export function readKeywords(nodes: RootContent[], body: Root, tree: TextTree): string[] {
  if (nodes.length === 0) return [];
  const text = nodes
    .map((node) => {
      const line = toString(node);
      return line.slice(labelOf(line)?.length ?? 0);
    })
    .join('')
    .trim();
  const marks = /[、；;，,]/u.test(text);
  // 义仓/粮食借贷/乡村, as the reprints of 人大复印 part them
  const slashes = /\p{Script=Han}\s*[/／]\s*\p{Script=Han}/u.test(text);
  const pieces = text
    .split(marks ? /[、；;，,]/u : slashes ? /[/／]/u : /[\s　]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const keywords = marks || slashes ? pieces.map(closeUp) : mendTorn(pieces, toString(body));
  keepWords(nodes, keywords, tree, 'structure:labels');
  return keywords;
}

/** Spaces beside Han within a keyword are damage. */
function closeUp(keyword: string): string {
  return keyword.replace(/(?<=\p{Script=Han})[\s　]+(?=\p{Script=Han})/gu, '').replace(/[。．.]$/u, '');
}

/** 中 | 国外交: a single character goes with the neighbour with which it occurs in the body. */
function mendTorn(pieces: string[], body: string): string[] {
  const out = [...pieces];
  for (let i = 0; i < out.length; i++) {
    if ([...out[i]!].length > 1 || !isHan(out[i])) continue;
    const before = i > 0 ? out[i - 1]! + out[i]! : '';
    const after = i + 1 < out.length ? out[i]! + out[i + 1]! : '';
    const withNext = after !== '' && (before === '' || times(body, after) >= times(body, before));
    if (withNext) out.splice(i, 2, after);
    else out.splice(i - 1, 2, before);
    i = -1;
  }
  return out;
}

function times(text: string, words: string): number {
  return text.split(words).length - 1;
}
