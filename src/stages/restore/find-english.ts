/**
 * Tell the English parts of an article or an issue: title, byline, abstract, key words.
 *
 * Damage: they arrive as plain Latin paragraphs, wrapped or cut by pages, behind the article or all together at the end.
 * Evidence: blocks without Han; a label; a heading; a line of names; a line that is a title because names follow it.
 * Leaves alone: Latin blocks before the first title, single Latin blocks within Chinese text (quotations, verse), and
 * texts that are English altogether.
 *
 * @example ocr-markdown
 *   before: 〔提要〕 本文对读两份记录。
 *
 *           活字没有取代雕版。
 *
 *           ## **The Fate of Movable Type**
 *
 *           SHEN Yi
 *
 *           Two records survive.
 *   after:  abstract: 〔提要〕 本文对读两份记录。
 *           活字没有取代雕版。
 *           english-title: ## **The Fate of Movable Type**
 *           english-byline: SHEN Yi
 *           english-abstract: Two records survive.
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { countHan, countLatin } from '../../vocabulary/characters.js';
import { isEnglishAffiliation, namesEnglishPlace, isEnglishPost } from '../../vocabulary/affiliations.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isEnglishByline } from '../../vocabulary/people.js';
import { isComplete, isTextBlock, roleOf, setRole, textOf } from './blocks.js';

const heading = /^\s*(?:English\s+)?Abstracts?(?:\s+of\b.*)?\s*$/iu;

export const findEnglish = restoreRule({
  name: 'find-english',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    if (isForeign(blocks)) return;
    const isLatin = (node: RootContent | undefined): boolean => {
      if (!node || !isTextBlock(node)) return false;
      const role = roleOf(node);
      if (role === 'english-abstract' || role === 'english-keywords') return true;
      const text = textOf(node);
      return role === 'body' && countHan(text) === 0 && countLatin(text) >= 4;
    };
    const body = blocks.findIndex((node) => ['abstract', 'keywords', 'title'].includes(roleOf(node)));
    for (let i = Math.max(0, body); i < blocks.length; i++) {
      if (!isLatin(blocks[i])) continue;
      let end = i;
      while (isLatin(blocks[end])) end++;
      if (isEnglishPart(blocks.slice(i, end))) {
        assign(blocks.slice(i, end));
        // * Assistant Professor, Department of History: the star is that of the English byline
        while (isStarredPost(blocks[end])) setRole(blocks[end++]!, 'english-affiliation');
      }
      i = end;
    }
  },
});

/** How many Latin letters to one Han character a Chinese text has with its notes and English parts at most. */
const mostLatin = 8;

/** Is a text not Chinese at all? */
function isForeign(blocks: RootContent[]): boolean {
  const words = blocks.filter(isTextBlock).map(textOf).join('');
  return countLatin(words) > mostLatin * countHan(words);
}

/** Does a starred line say in English where somebody works and as what? */
function isStarredPost(node: RootContent | undefined): boolean {
  return node !== undefined && ['title-note', 'author-note'].includes(roleOf(node)) && isEnglishPost(textOf(node));
}

/** A run is an English part when something in it says so. */
function isEnglishPart(run: RootContent[]): boolean {
  return run.some((node) => {
    const role = roleOf(node);
    if (role === 'english-abstract' || role === 'english-keywords') return true;
    return node.type === 'heading' || heading.test(textOf(node)) || labelOf(textOf(node))?.part === 'english-abstract';
  });
}

function assign(run: RootContent[]): void {
  run.forEach((node, i) => {
    if (roleOf(node) !== 'body') return;
    const text = textOf(node);
    if (heading.test(text)) return setRole(node, 'contents');
    if (
      i > 0 &&
      (isEnglishAffiliation(text) ||
        (roleOf(run[i - 1]!) === 'english-byline' && namesEnglishPlace(text) && !isComplete(text)) ||
        (roleOf(run[i - 1]!) === 'english-affiliation' && !isComplete(text) && !isEnglishByline(text)))
    )
      return setRole(node, 'english-affiliation');
    const names =
      isEnglishByline(text) && (/\b\p{Lu}{2,}\b/u.test(text) || !run[i + 1] || !isEnglishByline(textOf(run[i + 1]!)));
    if (names && i > 0 && node.type === 'paragraph') return setRole(node, 'english-byline');
    const abstractAhead = run.slice(i + 1).findIndex((next) => roleOf(next) === 'english-abstract');
    const untilAbstract =
      abstractAhead >= 0 && !run.slice(i + 1, i + 1 + abstractAhead).some((next) => textOf(next).length > 120);
    const next = run[i + 1];
    const aboveNames = next !== undefined && text.length <= 150 && !isComplete(text) && isNames(textOf(next));
    const title =
      node.type === 'heading' || aboveNames || (untilAbstract && text.length <= 120 && !afterByline(run, i));
    setRole(
      node,
      title ? 'english-title' : afterByline(run, i) && untilAbstract ? 'english-byline' : 'english-abstract',
    );
  });
}

/** Does a line hold names whose family's stands in capitals? */
function isNames(text: string): boolean {
  return isEnglishByline(text) && /\b\p{Lu}{2,}\b/u.test(text);
}

/** Did a byline stand before, with no new title since? */
function afterByline(run: RootContent[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const role = roleOf(run[i]!);
    if (role === 'english-byline' || role === 'english-affiliation') return true;
    if (role === 'english-title' || role === 'english-keywords' || role === 'english-abstract') return false;
  }
  return false;
}
