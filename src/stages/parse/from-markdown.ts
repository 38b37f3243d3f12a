/**
 * Markdown, written by a person or by an OCR: remark-parse, then tags read for what they mean.
 *
 * In: `CleanText`. Out: mdast `Root` without html nodes; offsets of its positions are still those of the clean text.
 */
import type { List, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { frontMatterEnd } from '../clean/survey.js';
import type { CleanText, Span } from '../../model/index.js';
import { isWide } from '../../vocabulary/characters.js';
import { citedPages, linkedMark, pageMetadata, withinDocument } from '../../vocabulary/ocr-habits.js';
import { joinHtml } from './markdown/join-html.js';
import { markdownTree } from './markdown/markdown-tree.js';
import { accountForMarkup } from './markdown/markup.js';
import { blank, readPageParts } from './markdown/page-parts.js';
import { itemsApart, partsApart } from './markdown/parts-apart.js';
import { readDialect } from './markdown/read-dialect.js';
import { readTags } from './markdown/read-tags.js';
import { splitParagraph } from './markdown/split-paragraph.js';

/** A label without a name opens a note whose number stands behind it: [^]: 1 见…… */
const namelessLabel = /^\[\^\]:(?=[ \t]*\S)/gmu;

export function fromMarkdown(clean: CleanText): Root {
  const ocr = clean.survey.kind === 'ocr-markdown';
  const matter = clean.text.slice(0, frontMatterEnd(clean.text));
  const source = blank(matter) + clean.text.slice(matter.length).replace(pageMetadata, blank);
  const { text, ofPage } = ocr ? readPageParts(source) : { text: source, ofPage: [] };
  const root = markdownTree(text.replace(namelessLabel, blank), ocr ? 'ocr' : 'person');
  for (const node of root.children)
    if (ofPage.some((span) => holds(span, node))) (node as Paragraph).data = { ...node.data, ofPage: true };
  if (matter !== '') {
    const end = { line: 1, column: 1, offset: matter.length };
    const start = { line: 1, column: 1, offset: 0 };
    root.children.unshift({ type: 'yaml', value: matter, position: { start, end } });
  }
  if (ocr) readLinks(root, text);
  else joinHtml(root, text);
  accountForMarkup(root, clean);
  readTags(root, clean, ocr ? 'ocr' : 'person');
  if (ocr) unlist(root, clean);
  else readDialect(root, clean);
  // where paragraphs are not parted by empty lines, each line is one
  const split = clean.survey.blankShare < 0.25 ? (node: Paragraph) => splitParagraph(node, () => true) : partsApart;
  // a # with nothing behind it heads nothing
  if (ocr) root.children = root.children.filter((node) => node.type !== 'heading' || toString(node).trim() !== '');
  const apart = ocr ? split : itemsApart;
  root.children = root.children.flatMap((node): RootContent[] => (node.type === 'paragraph' ? apart(node) : [node]));
  tidy(root, ocr);
  return root;
}

function holds({ start, end }: Span, { position }: Nodes): boolean {
  return start <= position!.start.offset! && position!.end.offset! <= end;
}

/** [1](P12) is a citation with its pages, no link; [1](#page-0-1) leads to a note: it is its mark, and stands raised. */
function readLinks(root: Root, text: string): void {
  visit(root, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const { start, end } = node.position!;
    if (citedPages.test(node.url)) {
      parent.children[index] = { type: 'text', value: text.slice(start.offset, end.offset), position: node.position! };
      return;
    }
    if (!withinDocument.test(node.url)) return;
    const isMark = linkedMark.test(toString(node));
    const words = node.children.map((child) =>
      isMark && child.type === 'text' ? { ...child, data: { ...child.data, raised: true } } : child,
    );
    parent.children.splice(index, 1, ...words);
    return index + words.length;
  });
}

/** An ordered list of an OCR is a row of numbered paragraphs or headings: give them their numbers back. */
function unlist(root: Root, clean: CleanText): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'list' || !node.ordered) return [node];
    return (node as List).children.flatMap((item) => {
      const [first] = item.children;
      const number = /^\s*\d{1,9}[.)]\s*/.exec(clean.text.slice(item.position!.start.offset));
      if (first?.type === 'paragraph' && number) {
        const mark = number[0].trimStart();
        const start = item.position!.start;
        const end = { ...start, offset: start.offset! + number[0].length };
        first.children.unshift({ type: 'text', value: mark, position: { start, end } });
        takeBack(clean, mark.trim(), start.offset!);
      }
      return item.children as RootContent[];
    });
  });
}

/** A sign that was taken for markup belongs to the text after all. */
function takeBack(clean: CleanText, mark: string, offset: number): void {
  const { aside: entries } = clean.ledger;
  const at = clean.origin[offset]!;
  const entry = entries.find(
    ({ rule, span, text }) => rule === 'parse:markup' && span.start <= at && at < span.end && text.includes(mark),
  );
  if (!entry) throw new Error(`parse:markup: the list mark ${mark} at ${at} is not in the ledger`);
  entry.text = entry.text.replace(mark, '');
  if (entry.text === '') entries.splice(entries.indexOf(entry), 1);
}

/** Line breaks within a paragraph: nothing between Chinese, a space elsewhere. An OCR's hard breaks are such too. */
function tidy(parent: Parents, ocr: boolean): void {
  const children = parent.children as Nodes[];
  children.forEach((node, i) => {
    if (node.type === 'text')
      node.value = node.value.replace(/\s*\n\s*/g, (_, at: number, all: string) => gapAt(all, at));
    else if (node.type === 'break' && ocr) {
      const before = children[i - 1];
      const last = before?.type === 'text' ? before.value.trimEnd() : '';
      // 101-⏎118 is one range
      const closed =
        isWide(last.slice(-1)) || (/\d[-–—]$/.test(last) && /^\d/.test(toString(children[i + 1]).trimStart()));
      children[i] = { type: 'text', value: closed ? '' : ' ', position: node.position! };
    } else if ('children' in node) tidy(node, ocr);
  });
  if (parent.type === 'paragraph' || parent.type === 'heading') {
    const [first] = children;
    if (first?.type === 'text') first.value = first.value.replace(/^[\s　]+/u, '');
    parent.children = (children as PhrasingContent[]).filter((node) => node.type !== 'text' || node.value !== '');
  }
}

function gapAt(text: string, at: number): string {
  const left = text[at - 1] ?? '';
  const right = /\S/.exec(text.slice(at))?.[0] ?? '';
  return isWide(left) || isWide(right) ? '' : ' ';
}
