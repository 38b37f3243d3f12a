/**
 * Makes titles, headings and lists of the paragraphs of a Word document: all blocks in their order in, blocks out.
 *
 * Styles are certain. Without a styled title, the largest centred line at the head of the document is it. Numbers that Word
 * writes before paragraphs are words of them, but for plain ones that make a list.
 */
import type { Heading, List, Paragraph, RootContent } from 'mdast';
import type { Label } from './numbering.js';
import type { ParagraphKind } from './styles.js';

/** A block with what Word knows of it. */
export interface WordBlock extends ParagraphKind {
  node: RootContent;
  label?: Label;
  /** Half points. */
  size?: number | undefined;
  centred?: boolean;
  /** All of its words are bold. */
  bold?: boolean;
}

/** Blocks at the head of a document among which its title is. */
const headLength = 6;
/** A title is larger than the text, half points. */
const largerBy = 4;
const longestTitle = 80;
const longestHeading = 40;
/** 一、 （一） 1 1. 1.1 第一章 before words. */
const typedNumeral =
  /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[章节節部篇]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2}){0,3}[.．、]?)\s*\S*\p{L}/u;

export function placeHeadings(blocks: readonly WordBlock[]): RootContent[] {
  const titled = blocks.some(({ role }) => role === 'title');
  const typed = titled ? undefined : typedTitle(blocks);
  const levels = blocks.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  const top = Math.min(...levels);
  // one heading of the first level, before all others, is the title
  const first = blocks.find(({ heading }) => heading !== undefined);
  const isAlone = !titled && !typed && first?.heading === top && levels.filter((level) => level === top).length === 1;
  const shift = levels.length === 0 ? 0 : (isAlone ? 1 : 2) - top;
  const usual = usualSize(blocks);
  const out: RootContent[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const { node, role, heading, label } = block;
    if (node.type !== 'paragraph') {
      out.push(node);
      continue;
    }
    if (role === 'title' || block === typed) out.push(headingOf(node, 1, undefined));
    else if (role === 'subtitle') out.push({ ...node, data: { role: 'subtitle' } });
    else if (heading !== undefined) {
      const depth = Math.min(6, Math.max(1, heading + shift)) as Heading['depth'];
      out.push(headingOf(node, depth, label));
    } else if (label && (label.bullet || label.plain)) {
      const end = endOfList(blocks, i);
      if (label.bullet || end - i > 1) {
        out.push(...listsOf(blocks.slice(i, end)));
        i = end - 1;
      } else out.push(labelled(node, label));
    } else if (isTypedHeading(block, usual)) out.push({ ...headingOf(node, 2, label), data: { typed: true } });
    else if (role === 'quote') out.push({ type: 'blockquote', children: [labelled(node, label)] });
    else out.push(labelled(node, label));
  }
  return out;
}

/** The first line, where nothing is as large; else the largest centred one at the head, larger than the text. */
function typedTitle(blocks: readonly WordBlock[]): WordBlock | undefined {
  const usual = usualSize(blocks);
  const head = blocks.filter(({ node }) => node.type === 'paragraph').slice(0, headLength);
  const until = head.findIndex(({ heading }) => heading !== undefined);
  const before = until < 0 ? head : head.slice(0, until);
  const [opening] = head;
  const sizes = blocks.map(({ size }) => size ?? 0);
  const isLargest =
    opening && (opening.size ?? 0) >= usual + largerBy && sizes.filter((size) => size >= opening.size!).length === 1;
  if (isLargest && opening.heading === undefined && lengthOf(opening.node) <= longestTitle) return opening;
  const large = before.filter(
    ({ centred, size, node }) => centred && (size ?? 0) >= usual + largerBy && lengthOf(node) <= longestTitle,
  );
  const largest = Math.max(0, ...large.map(({ size }) => size ?? 0));
  return large.find(({ size }) => size === largest);
}

/** Size of most of the text, half points; 10.5 pt (五号) where nothing is said. */
function usualSize(blocks: readonly WordBlock[]): number {
  const text = blocks.filter(({ centred, heading, bold }) => !centred && heading === undefined && bold !== true);
  const sizes = text.flatMap(({ size, node }) =>
    Array.from({ length: Math.ceil(lengthOf(node) / 40) }, () => size ?? 21),
  );
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 21;
}

/** A short line with a number of its own, in bold or larger type: a heading that was typed without a style. */
function isTypedHeading({ node, bold, size = 0, label }: WordBlock, usual: number): boolean {
  if (node.type !== 'paragraph' || (bold !== true && size < usual + 2)) return false;
  const words = (label?.words ?? '') + wordsOf(node);
  return words.length <= longestHeading && typedNumeral.test(words) && !/[。；，！？;,:：]$/u.test(words);
}

function wordsOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as RootContent[]).map(wordsOf).join('') : '';
}

function lengthOf(node: RootContent): number {
  return 'children' in node
    ? (node.children as RootContent[]).reduce(
        (sum, child) => sum + ('value' in child ? child.value.length : lengthOf(child)),
        0,
      )
    : 0;
}

function headingOf(node: Paragraph, depth: Heading['depth'], label: Label | undefined): Heading {
  const { children } = labelled(node, label);
  return {
    type: 'heading',
    depth,
    children: children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child)),
  };
}

/** A paragraph with the number that Word writes before it. */
function labelled(node: Paragraph, label: Label | undefined): Paragraph {
  if (!label || label.words === '') return node;
  const gap = /[、.．)）]$/u.test(label.words) ? (/[.．]$/u.test(label.words) ? ' ' : '') : '　';
  return { ...node, children: [{ type: 'text', value: label.words + gap }, ...node.children] };
}

function endOfList(blocks: readonly WordBlock[], from: number): number {
  let end = from + 1;
  const { list } = blocks[from]!.label!;
  for (; end < blocks.length; end++) {
    const { label, heading, node } = blocks[end]!;
    if (
      node.type !== 'paragraph' ||
      heading !== undefined ||
      !label ||
      label.list !== list ||
      !(label.bullet || label.plain)
    )
      break;
  }
  return end;
}

/** Paragraphs of one numbering as a list, deeper levels within it. */
function listsOf(blocks: readonly WordBlock[]): List[] {
  const out: List[] = [];
  const open: { level: number; list: List }[] = [];
  for (const { node, label } of blocks) {
    const { level, bullet, value } = label!;
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    let top = open.at(-1);
    if (!top || top.level < level) {
      const list: List = {
        type: 'list',
        ordered: !bullet,
        ...(!bullet && { start: value }),
        spread: false,
        children: [],
      };
      const parent = top?.list.children.at(-1);
      if (parent) parent.children.push(list);
      else out.push(list);
      top = { level, list };
      open.push(top);
    }
    top.list.children.push({ type: 'listItem', spread: false, children: [node as Paragraph] });
  }
  return out;
}
