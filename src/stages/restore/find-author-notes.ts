/**
 * Take the note that a mark on an author's name calls for what it is: a word about the author.
 *
 * Damage: 沈一① or 沈一¹ in the byline, and among the notes of the first page ① 青溪学院历史系教授。
 * Evidence: the mark of a byline; a note of that number in the first block of notes below it that says where a person
 * works and as what.
 * Leaves alone: marks on names whose note says something else; it stays a note.
 *
 * @example ocr-markdown
 *   before: # 活字的命运
 *
 *           沈一①
 *
 *           摘要：活字印刷留下两份记录。
 *
 *           始于宋代。②其后
 *
 *           ① 青溪学院历史系教授。
 *
 *           ② 沈括：《梦溪笔谈》。
 *   after:  title: # 活字的命运
 *           byline: 沈一
 *           abstract: 摘要：活字印刷留下两份记录。
 *           始于宋代。②其后
 *           author-note 1: 青溪学院历史系教授。
 *           note 2: 沈括：《梦溪笔谈》。
 */
import type { Paragraph, RootContent, Text } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { callPattern, markNumber } from '../../vocabulary/note-markers.js';
import { introducesAuthor } from '../../vocabulary/people.js';
import { isTextBlock, roleOf, setRole, spanOf, textOf } from './blocks.js';

export const findAuthorNotes = restoreRule({
  name: 'find-author-notes',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    blocks.forEach((byline, at) => {
      if (roleOf(byline) !== 'byline' || !isTextBlock(byline)) return;
      const notes = firstNotes(blocks, at + 1).filter((note) => introducesAuthor(textOf(note)));
      if (notes.length === 0) return;
      for (const text of byline.children.filter((child): child is Text => child.type === 'text')) {
        const { start, end } = spanOf(text);
        text.value = text.value.replace(callOrRaised(text), (mark, bracketed?: string, circle?: string) => {
          const number = bracketed || circle ? markNumber(bracketed, circle) : Number(mark);
          const note = notes.find(({ data }) => data?.mark === number);
          if (!note) return mark;
          setRole(note, 'author-note');
          context.setAside(withoutBlanks(mark), { start, end });
          return /\s/.test(mark) ? ' ' : '';
        });
      }
    });
  },
});

/** Raised numbers need no brackets. */
function callOrRaised({ data }: Text): RegExp {
  return data?.raised ? new RegExp(`${callPattern.source}|\\d{1,3}`, 'gu') : new RegExp(callPattern.source, 'gu');
}

/** The notes at the foot of the page on which an article opens. */
function firstNotes(blocks: RootContent[], from: number): Paragraph[] {
  const next = blocks.findIndex((node, i) => i >= from && ['title', 'note'].includes(roleOf(node)));
  if (next < 0 || roleOf(blocks[next]!) !== 'note') return [];
  let end = next;
  while (blocks[end] && roleOf(blocks[end]!) === 'note') end++;
  return blocks.slice(next, end) as Paragraph[];
}
