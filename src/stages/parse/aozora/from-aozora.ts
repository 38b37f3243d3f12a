/**
 * A text in the notation of Aozora Bunko: a paragraph a line, ruby and annotations, a legend above, 底本 below.
 *
 * In: `CleanText`. Out: mdast `Root`; offsets of its positions are those of the clean text. Nothing is guessed: what the
 * notation does not say is left, what it says and an edition cannot do is set aside and, where it is unknown, reported.
 */
import type { Blockquote, FootnoteDefinition, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { CleanText, Role, Span } from '../../../model/index.js';
import {
  colophonHead,
  headingLevelOf,
  indentAnnotation,
  layoutOnly,
  legendHead,
  legendRule,
} from '../../../vocabulary/aozora.js';
import { readLine, type LineReader } from './read-line.js';

/** A line of the clean text that holds anything. */
interface SourceLine {
  text: string;
  offset: number;
}

const rule = 'parse:aozora';
/** ［＃ここから２字下げ］ and ［＃ここで字下げ終わり］ on lines of their own. */
const blockSign = /^［＃(ここから|ここで)?([^［］]+)］$/u;
/** Who is no author: the line above names one. */
const helper = /(?:訳|編|校訂|校注|選|画|挿絵)$/u;

export function fromAozora(clean: CleanText): Root {
  const root: Root = { type: 'root', children: [] };
  const notes: FootnoteDefinition[] = [];
  const reader = readerOf(clean, notes);
  const { opening, body } = partsOf(clean.text, reader);
  root.children.push(...openingOf(opening, reader));
  let into: RootContent[] = root.children;
  let level: number | undefined; // of the headings of a block
  let colophon = false;
  for (const line of body) {
    const [, place, words = ''] = blockSign.exec(line.text) ?? [];
    const heading = place && headingLevelOf(words);
    if (place && (heading || layoutOnly.test(words) || layoutOnly.test(place + words))) {
      reader.aside(line.text, line.offset, line.offset + line.text.length);
      const opens = place === 'ここから';
      if (heading) level = opens ? heading : undefined;
      else if (indentAnnotation.test(words)) into = opens ? quoteIn(root, line) : root.children;
      continue;
    }
    colophon ||= colophonHead.test(line.text);
    into.push(...blockOf(line, reader, level, colophon ? 'reference' : undefined));
  }
  root.children = root.children.filter((node) => node.type !== 'blockquote' || node.children.length > 0);
  settleLevels(root);
  root.children.push(...notes);
  return root;
}

function readerOf(clean: CleanText, notes: FootnoteDefinition[]): LineReader {
  const { raw, ledger, origin } = clean;
  const spanOf = (start: number, end: number): Span => ({ start: origin[start]!, end: origin[end]! });
  const reader: LineReader = {
    aside: (text, start, end) => void ledger.aside.push({ rule, text, span: spanOf(start, end), file: raw.name }),
    change: (before, after, start, end) =>
      void ledger.changes.push({ rule, law: 'letters', before, after, span: spanOf(start, end), file: raw.name }),
    unknown: (annotation, start, end) => {
      reader.aside(annotation, start, end);
      say(raw, 'warning', rule, messages.parse.unknownAnnotation(annotation), spanOf(start, end));
    },
    note: (words, start, end) => {
      const identifier = `n${notes.length + 1}`;
      const { children } = readLine(words, start, reader);
      const position = { start: at(start), end: at(end) };
      const paragraph: Paragraph = { type: 'paragraph', children, position };
      notes.push({ type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph], position });
      return identifier;
    },
  };
  return reader;
}

/** The lines up to the first empty one, and those of the text; the legend between them is set aside. */
function partsOf(text: string, reader: LineReader): { opening: SourceLine[]; body: SourceLine[] } {
  const opening: SourceLine[] = [];
  const body: SourceLine[] = [];
  let offset = 0;
  let part: 'opening' | 'legend' | 'body' = 'opening';
  for (const whole of text.split('\n')) {
    const line: SourceLine = { text: whole.trim(), offset: offset + whole.length - whole.trimStart().length };
    offset += whole.length + 1;
    const rules = legendRule.test(line.text);
    if (part !== 'legend' && (legendHead.test(line.text) || (rules && body.length === 0))) part = 'legend';
    else if (part === 'opening' && line.text === '' && opening.length > 0) part = 'body';
    else if (part === 'legend' && rules) {
      reader.aside(line.text, line.offset, line.offset + line.text.length);
      part = 'body';
      continue;
    }
    if (line.text === '') continue;
    if (part === 'legend') reader.aside(line.text, line.offset, line.offset + line.text.length);
    else (part === 'opening' ? opening : body).push(line);
  }
  return { opening, body };
}

/** 作品名, what belongs to it, 著者名, 翻訳者名. */
function openingOf(lines: SourceLine[], reader: LineReader): RootContent[] {
  const last = lines.length - 1;
  const people = lines.length < 2 ? last + 1 : helper.test(lines[last]!.text) && last > 1 ? last - 1 : last;
  return lines.flatMap((line, i) =>
    blockOf(line, reader, undefined, i === 0 ? 'title' : i >= people ? 'byline' : 'subtitle'),
  );
}

/** A line as a paragraph or a heading; nothing where it held annotations only. */
function blockOf(
  line: SourceLine,
  reader: LineReader,
  level: number | undefined,
  role?: Role,
): (Paragraph | Heading)[] {
  const read = readLine(line.text, line.offset, reader);
  const children: PhrasingContent[] = read.children;
  const position = { start: at(line.offset), end: at(line.offset + line.text.length) };
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return [];
  const depth = read.level ?? level;
  if (depth !== undefined && !role)
    return [{ type: 'heading', depth: (depth + 1) as Heading['depth'], children, position, data: {} }];
  return [{ type: 'paragraph', children, position, data: role ? { role } : {} }];
}

function quoteIn(root: Root, line: SourceLine): RootContent[] {
  const quote: Blockquote = {
    type: 'blockquote',
    children: [],
    position: { start: at(line.offset), end: at(line.offset) },
  };
  root.children.push(quote);
  return quote.children;
}

/** The highest level in use is the first of an article. */
function settleLevels(root: Root): void {
  const headings = root.children.filter((node) => node.type === 'heading');
  const used = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  for (const heading of headings) heading.depth = (used.indexOf(heading.depth) + 2) as Heading['depth'];
}

function at(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: 1, offset };
}
