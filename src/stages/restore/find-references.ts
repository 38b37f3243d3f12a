/**
 * Keep a list of references as the list that it is, and its calls as they stand.
 *
 * Damage: the entries are torn at line ends; taken for notes they would lose their order, and the text its numbers.
 * Evidence: a heading (参考文献, References); entries that open with [1], or stand a line each. The text calls an entry more
 * than once, several at a time ([2-3], [1,5]), out of order, or not at all.
 * Leaves alone: lists in which each entry is called once and in order, for they are notes; lists headed 注释.
 *
 * @example plain
 *   before: 二者并存[1,2]。
 *           参考文献：
 *           [1] 王一. 活字考[M]. 青溪：青溪书局，2003：12.
 *           [2] 李二. 雕版考[J]. 刊本，2010（4）：33-
 *           37.
 *   after:  二者并存[1,2]。
 *           ## 参考文献
 *           reference: [1] 王一. 活字考[M]. 青溪：青溪书局，2003：12.
 *           reference: [2] 李二. 雕版考[J]. 刊本，2010（4）：33-37.
 */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { countHan, withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { entryMark, referenceCall, referenceHeading } from '../../vocabulary/references.js';
import { append, cutTail, dataOf, isParagraph, isTextBlock, roleOf, setRole, spanOf, textOf } from './blocks.js';

/** Entries that an OCR may have lost in a row. */
const mostLost = 3;
const call = referenceCall.source.replace('(', '(?:');
const gapsBesideCall = new RegExp(
  `(?<=\\p{Script=Han})[ 　]+(?=${call})|(?<=${call})[ 　]+(?=[\\p{Script=Han}，。；：、])`,
  'gu',
);

export const findReferences = restoreRule({
  name: 'find-references',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    const out: RootContent[] = [];
    let article = 0; // where the article begins whose list may come
    for (let i = 0; i < blocks.length; i++) {
      const node = blocks[i]!;
      if (roleOf(node) === 'title') article = i;
      if (!headsList(node) || !isParagraph(blocks[i + 1])) {
        out.push(node);
        continue;
      }
      const [mark, inBrackets] = entryMark.exec(textOf(blocks[i + 1]!)) ?? [];
      const entries = mark === undefined ? plainEntries(blocks, i + 1) : numberedEntries(blocks, i + 1);
      const text = blocks.slice(article, i);
      if (entries.length === 0 || (inBrackets && areNotes(text, entries.length))) {
        out.push(node);
        continue;
      }
      if (mark !== undefined) for (const block of text) closeCalls(block);
      i += entries.flat().length;
      out.push(asHeading(node, context), ...entries.map(asEntry));
    }
    root.children = out;
  },
});

function headsList(node: RootContent): node is Paragraph | Heading {
  return isTextBlock(node) && roleOf(node) === 'body' && referenceHeading.test(withoutBlanks(textOf(node)));
}

/** The lines of each entry of a list with numbers: they count up, what stands between belongs to the one before. */
function numberedEntries(blocks: RootContent[], start: number): Paragraph[][] {
  const found: Paragraph[][] = [];
  let last = 0;
  const [, bracketed] = entryMark.exec(textOf(blocks[start]!))!;
  const widest = Math.max(...blocks.slice(start, start + 200).map((node) => dataOf(node).line?.width ?? 0));
  for (let i = start; i < blocks.length; i++) {
    const node = blocks[i]!;
    // an OCR takes a piece of a torn entry for a heading
    const torn =
      node.type === 'heading' && !isEndedText(textOf(blocks[i - 1]!)) && !headingNumeralOf(textOf(node).trim());
    if ((!isParagraph(node) && !torn) || roleOf(node) !== 'body') break;
    const text = textOf(node);
    const [, inBrackets, bare] = entryMark.exec(text) ?? [];
    const number = Number((bracketed ? inBrackets : bare) ?? 0);
    if (number > last && (last === 0 || number <= last + mostLost)) {
      last = number;
      found.push([asParagraph(node)]);
    } else if (!torn && !labelOf(text) && isYeared(text) && comesNext(blocks, i, last, bracketed !== undefined))
      found.push([asParagraph(node)]);
    else if (!labelOf(text) && goesOn(blocks[i - 1]!, node, widest)) found.at(-1)!.push(asParagraph(node));
    else break;
  }
  return found;
}

function asParagraph(node: Paragraph | Heading): Paragraph {
  return node.type === 'paragraph' ? node : { type: 'paragraph', children: node.children, position: node.position! };
}

/** An entry whose mark is lost names its year, as entries do. */
function isYeared(text: string): boolean {
  return text.length > 16 && /\b(?:1[89]|20)\d{2}\b/u.test(text);
}

/** Does the entry after a lost one, or the one that follows upon the last, stand right below? */
function comesNext(blocks: RootContent[], at: number, last: number, brackets: boolean): boolean {
  const next = blocks[at + 1];
  const line = dataOf(blocks[at]!).line;
  if (!isParagraph(next) || line) return false;
  const [, inBrackets, bare] = entryMark.exec(textOf(next)) ?? [];
  const number = Number((brackets ? inBrackets : bare) ?? 0);
  return isEndedText(textOf(blocks[at - 1]!)) && (number === last + 1 || number === last + 2);
}

/** Does an entry run on: it ends nothing, or its line was full? */
function goesOn(before: RootContent, node: RootContent, widest: number): boolean {
  const line = dataOf(before).line;
  const blank = dataOf(node).line?.blankBefore ?? 0;
  if (!/[.．。][”’）)\]］]*\s*$/u.test(textOf(before))) return blank < 3;
  return line !== undefined && blank === 0 && line.width >= widest - 4;
}

/** The lines of each entry of a list without numbers: until a heading that is none of its own, a label, an English part. */
function plainEntries(blocks: RootContent[], start: number): Paragraph[][] {
  const found: Paragraph[][] = [];
  for (let i = start; i < blocks.length; i++) {
    const node = blocks[i]!;
    const text = textOf(node).trim();
    if (!isParagraph(node) || roleOf(node) !== 'body' || labelOf(text)) break;
    if (unnumberedHeadings.test(withoutBlanks(text)) || opensEnglish(blocks, i)) break;
    const before = found.at(-1)?.at(-1);
    if (before && !isEnded(before) && !headsPart(textOf(before)) && !headsPart(text)) found.at(-1)!.push(node);
    else found.push([node]);
  }
  return found;
}

/** 一、史料: the parts of a long list have headings of their own. */
function headsPart(text: string): boolean {
  return headingNumeralOf(text) !== undefined && text.length <= 20 && !/[。.]$/u.test(text);
}

/** Does the title of an English part stand here: Latin without a stop, its abstract a few lines below? */
function opensEnglish(blocks: RootContent[], at: number): boolean {
  const text = textOf(blocks[at]!).trim();
  return (
    countHan(text) === 0 &&
    !/[.;]$/u.test(text) &&
    blocks.slice(at, at + 8).some((node) => roleOf(node) === 'english-abstract' || /^abstract$/iu.test(textOf(node)))
  );
}

/** Is each entry called once, by itself and in order, as a note is? A few marks may be lost. */
function areNotes(text: RootContent[], entries: number): boolean {
  const calls = text.flatMap((node) =>
    roleOf(node) === 'body' || roleOf(node) === 'abstract'
      ? Array.from(textOf(node).matchAll(referenceCall), ([, numbers]) => numbers!)
      : [],
  );
  return (
    calls.length * 2 >= entries &&
    calls.length > 0 &&
    calls.every((call, i) => /^\d+$/.test(call) && (i === 0 || Number(call) > Number(calls[i - 1])))
  );
}

/** Numbers in the text name entries now; the spaces beside them came with the justification. */
function closeCalls(block: RootContent): void {
  dataOf(block).callsReferences = true;
  if (!isTextBlock(block)) return;
  for (const child of block.children) {
    if (child.type === 'text') child.value = child.value.replace(gapsBesideCall, '');
  }
}

function asHeading(node: Paragraph | Heading, context: RestoreContext): Heading {
  const colon = /[：:]\s*$/u.exec(textOf(node))?.[0] ?? '';
  if (colon !== '') {
    const { end } = spanOf(node);
    cutTail(node, colon.length);
    context.setAside(withoutBlanks(colon), { start: end - 1, end });
  }
  return { type: 'heading', depth: 2, children: node.children, position: node.position!, data: dataOf(node) };
}

/** The lines of an entry as one. */
function asEntry([first, ...rest]: Paragraph[]): Paragraph {
  if (!headsPart(textOf(first!).trim())) setRole(first!, 'reference');
  for (const line of rest) append(first!, line);
  return first!;
}

function isEnded(entry: Paragraph): boolean {
  return isEndedText(textOf(entry));
}

function isEndedText(text: string): boolean {
  return /[.．。）)]\s*$/u.test(text) || /https?:\S+$/u.test(text);
}
