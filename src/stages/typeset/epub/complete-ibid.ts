/**
 * Says what 同上 and Ibid. mean: the notes of a document in, the same with the earlier note's words in brackets out.
 *
 * A note that pops up alone has no note above it. What is put in is marked (`span.added`) and is no part of the text:
 *
 *     [1] 《梦溪笔谈》卷十八，第 3 页。
 *     [2] 同上［《梦溪笔谈》卷十八］，第 5 页。
 */
import type { ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument, EditionNote } from '../../../model/index.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { markEnglish } from '../html/mark-english.js';
import { isNoteCall, plainText } from '../html/plain-text.js';

/** 同上 and its kin at the head of a note, where it means the note before and no numbered one. */
const ibid =
  /^\s*(?:(?:参见|參見|参看|參看|详见|詳見|转引自|轉引自|引自|见|見|See\s+)\s*)?(?:同上(?:注|註|书|書|文|刊|报|報|引)?|Ibid\b\.?|Idem\b\.?|上揭[书書文])(?=[\s\p{P}\d第卷]|$)/iu;
/** Pages at the end of a citation: they are those of the earlier note, not of this one. */
const pages =
  /[\s,，:：、]*(?:第?[\s\d０-９一二三四五六七八九十百—–~～、,，-]+[页頁]|pp?\.?\s*[\dxvi]+(?:\s*[-–—,]\s*[\dxvi]+)*)\s*$/iu;
/** Longer than this a note argues; which of its words are meant is for a person to say. */
const longest = 160;

/** @returns notes in the same order; those that need nothing are the same objects */
export function completeIbid(document: EditionDocument, strings: EditionStrings): EditionNote[] {
  let meant: string | undefined;
  return document.notes.map((note) => {
    if (note.kind !== 'text') return note;
    const [first] = note.content;
    const words = first ? plainText([first]) : '';
    const found = ibid.exec(words);
    if (!found) {
      meant = citationOf(note, words);
      return note;
    }
    if (meant === undefined || first?.type !== 'element' || first.tagName !== 'p') return note;
    const rest = words.slice(found[0].length);
    const text = /^[\s,，:：、.]*(?:第|[pP]p?\.|\d|[卷册冊])/u.test(rest) ? meant.replace(pages, '') : meant;
    const added = h(
      'span.added',
      { lang: document.lang },
      markEnglish([{ type: 'text', value: fill(strings.notes.added, { text }) }]),
    );
    return { ...note, content: [insertAfter(first, wordsBefore(first, found[0]), added), ...note.content.slice(1)] };
  });
}

/** What a note cites, without its final stop; nothing where the note is lost or has more to say than a citation. */
function citationOf(note: EditionNote, words: string): string | undefined {
  const [first] = note.content;
  const lost = first?.type === 'element' && String(first.properties.className) === 'lost-note';
  if (lost || note.content.length > 1 || words.length > longest) return undefined;
  return words.replace(/[\s。.；;]+$/u, '') || undefined;
}

/** How many characters of an element's text, white space as it stands, the opening words take up. */
function wordsBefore(element: ElementContent, opening: string): number {
  const wanted = opening.replace(/\s/g, '').length;
  let seen = 0;
  let at = 0;
  for (const character of rawText(element)) {
    if (seen === wanted) break;
    at += character.length;
    if (/\S/.test(character)) seen += character.length;
  }
  return at;
}

function rawText(node: ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && !isNoteCall(node) ? node.children.map(rawText).join('') : '';
}

/** A copy of an element with a node put in after so many characters of its text. */
function insertAfter<Node extends ElementContent>(node: Node, characters: number, added: ElementContent): Node {
  if (node.type !== 'element') return node;
  let left = characters;
  const children: ElementContent[] = [];
  for (const child of node.children) {
    const length = rawText(child).length;
    if (left <= 0 || left > length) {
      children.push(child);
    } else if (child.type === 'text') {
      children.push({ type: 'text', value: child.value.slice(0, left) }, added);
      if (left < length) children.push({ type: 'text', value: child.value.slice(left) });
    } else {
      children.push(insertAfter(child, left, added));
    }
    left -= length;
  }
  return { ...node, children };
}
