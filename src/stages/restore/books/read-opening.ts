/**
 * Read what stands before the first chapter of a book: its title, its people, the labels of a download, the description.
 *
 * Damage: 书名： 作者： 简介： and names stand as lines of text before the first chapter.
 * Evidence: labels; the first line, when it is short and ends no sentence; below it names with what they did.
 * Leaves alone: everything else before the first chapter, and the words of a text that begins without a title.
 *
 * @example
 *   before: 《雨巷》
 *           作者：沈一
 *           第一章 旧纸
 *   after:  book-title: 《雨巷》
 *           book-byline: 作者：沈一
 *           第一章 旧纸
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../../diagnostics/index.js';
import { countHan, endsSentence } from '../../../vocabulary/characters.js';
import { bookLabelOf, bookPeople, descriptionHead, sceneBreak } from '../../../vocabulary/books/opening-lines.js';
import { isTextBlock, roleOf, setRole, textOf, dataOf } from '../blocks.js';

/** Lines that an opening may have. */
const longestOpening = 40;
/** A title is no longer, characters. */
const longestTitle = 40;
/** Lines of names below a title. */
const mostBylines = 5;
/** 渡口 作者：沈一 on one line. */
const titleAndPeople = /^(《[^》]{1,40}》|\S{1,30}?)[ 　]*[（(]?(?:作者|著者)[：:][ 　]*(.{1,40}?)[）)]?$/u;

export const readOpening = restoreRule({
  name: 'read-opening',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    const first = blocks.findIndex((node) => roleOf(node) === 'division' || node.type === 'heading');
    const end = first < 0 ? Math.min(blocks.length - 1, longestOpening) : Math.min(first, longestOpening);
    const open = blocks.slice(0, end).filter((node) => isTextBlock(node) && roleOf(node) === 'body');
    let titled = false;
    let bylines = 0;
    let described = false;
    for (const [i, node] of open.entries()) {
      const text = textOf(node).trim();
      const label = bookLabelOf(text);
      if (label && (label.fact !== 'other' || titled || i < 3) && text.length <= 200) {
        setRole(node, label.fact === 'description' ? 'book-description' : 'book-fact');
        dataOf(node).fact = label.fact;
        titled ||= label.fact === 'title';
        described = label.fact === 'description';
        continue;
      }
      if (descriptionHead.test(text)) {
        setRole(node, 'book-description');
        described = true;
        continue;
      }
      if (described && first >= 0) {
        setRole(node, 'book-description');
        continue;
      }
      const both = titled ? null : (titleAndPeople.exec(text) ?? markedTitle(text));
      if (both && i < 3) {
        setRole(node, 'book-title');
        dataOf(node).people = both[2]!;
        titled = true;
        continue;
      }
      if (!titled && isTitle(node, open[i + 1] ?? blocks[end]) && i < 4) {
        setRole(node, 'book-title');
        titled = true;
      } else if (titled && bylines < mostBylines && i < 8 && bookPeople(text, false)) {
        setRole(node, 'book-byline');
        bylines++;
      } else if (titled && bylines === 0 && isSubtitle(text, open[i + 1])) setRole(node, 'book-subtitle');
      else if (first < 0) break;
    }
  },
});

function isTitle(node: RootContent, next: RootContent | undefined): boolean {
  const text = textOf(node).trim();
  if (next === undefined || text.length > longestTitle || sceneBreak.test(text)) return false;
  if (
    /[，。；：、,;:“”]$/u.test(text) ||
    /[，。；].*[，。；]/u.test(text) ||
    (endsSentence(text) && !/[！？!?]$/u.test(text))
  )
    return false;
  return countHan(text) > 0 || /\p{L}{2}/u.test(text);
}

/** ——访旧书商, or a short line between the title and the names. */
function isSubtitle(text: string, next: RootContent | undefined): boolean {
  if (/^(?:——|—|－－|--)[^—\-－]/u.test(text) && text.length <= longestTitle) return true;
  if (/^[（(].{1,30}[）)]$/u.test(text)) return true;
  return (
    text.length <= longestTitle &&
    !endsSentence(text) &&
    !/[，：；]/u.test(text) &&
    next !== undefined &&
    isTextBlock(next) &&
    bookPeople(textOf(next).trim()) !== undefined
  );
}

/** 《渡口》沈文石: a title between its marks, and names behind it. */
function markedTitle(text: string): RegExpExecArray | null {
  const found = /^(《[^》]{1,40}》)[ 　]*(.{2,24})$/u.exec(text);
  return found && bookPeople(found[2]!) ? found : null;
}
