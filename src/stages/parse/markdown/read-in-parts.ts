/**
 * Reads a long Markdown text part by part: text and a reader of Markdown in, the tree that it would make of the whole out.
 *
 * micromark keeps some hundred bytes for each character that it is reading, and goes through all of them again wherever a
 * list, a quotation or a note ends: a book read at once takes the square of its length.
 */
import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';

/** A part is at least so long, characters: what is read beside it takes no time then. */
const leastLength = 50_000;

/** A stretch of the text between two headings. */
interface Part {
  text: string;
  /** Where it begins, and how many lines stand before it. */
  offset: number;
  lines: number;
  /** What is read behind it. */
  behind: string;
  /** Whatever in it may call a note or a link. */
  labels: Set<string>;
}

interface ReadPart {
  root: Root;
  /** Labels that were said to be defined elsewhere, and those that the part defines. */
  told: string[];
  defines: Set<string>;
}

/** @param least length of a part, characters */
export function readInParts(text: string, read: (text: string) => Root, least = leastLength): Root {
  const parts = partsOf(text, least);
  if (parts.length === 1) return read(text);
  // a call is one only where its label is defined; most that look so are, and which, is known when all parts are read
  const likely = labelsIn(text, definition);
  const guesses = parts.map((part) => {
    const own = labelsIn(part.text, definition);
    return readPart(part, definedElsewhere(part, likely, own), read);
  });
  const defined = new Set(guesses.flatMap(({ defines }) => [...defines]));
  const roots = guesses.map((guess, i) => {
    const told = definedElsewhere(parts[i]!, defined, guess.defines);
    const isRight = told.length === guess.told.length && told.every((label, k) => label === guess.told[k]);
    return isRight ? guess.root : readPart(parts[i]!, told, read).root;
  });
  const position = { start: { line: 1, column: 1, offset: 0 }, end: roots.at(-1)!.position!.end };
  return { type: 'root', children: roots.flatMap(({ children }) => children), position };
}

const headingBehindBlank = /\n\n(?=#{1,6}[ \t])/g;
/** Before a heading every block ends, but for code and tags that go on over empty lines. */
const goesOnOverBlanks = /^ {0,3}(?:`{3}|~{3}|<(?:script|pre|style|textarea)\b|<!--(?!.*-->)|<[?]|<![A-Z[])/im;

function partsOf(text: string, least: number): Part[] {
  const starts = [0];
  const end = text.length < 2 * least ? 0 : text.search(goesOnOverBlanks);
  for (const { index } of end === 0 ? [] : text.matchAll(headingBehindBlank)) {
    const start = index + 2;
    if (end > 0 && start > end) break;
    if (start - starts.at(-1)! >= least) starts.push(start);
  }
  let lines = 0;
  return starts.map((offset, i) => {
    const part = text.slice(offset, starts[i + 1]);
    const behind = i + 1 < starts.length ? heading : '';
    const made = { text: part, offset, lines, behind, labels: labelsIn(part, label) };
    lines += linesIn(part);
    return made;
  });
}

/** Ends the blocks of a part as the heading does that follows it in the text. */
const heading = '# …';

function readPart({ text, offset, lines, behind }: Part, told: string[], read: (text: string) => Root): ReadPart {
  const before = told.length > 0 ? [...told.map((name) => `[${name}]: …`), heading, ''].join('\n\n') : '';
  const root = read(before + text + behind);
  root.children = root.children.filter(({ position }) => {
    const start = position!.start.offset! - before.length;
    return start >= 0 && start < text.length;
  });
  const defines = new Set<string>();
  const lead = linesIn(before);
  const moved = (point: Point): Point => ({
    line: point.line - lead + lines,
    column: point.column,
    offset: point.offset! - before.length + offset,
  });
  visit(root, (node) => {
    if (node.type === 'definition') defines.add(node.identifier);
    else if (node.type === 'footnoteDefinition') defines.add(`^${node.identifier}`);
    node.position = { start: moved(node.position!.start), end: moved(node.position!.end) };
  });
  return { root, told, defines };
}

function definedElsewhere({ labels }: Part, defined: Set<string>, own: Set<string>): string[] {
  return [...labels].filter((name) => defined.has(name) && !own.has(name));
}

const label = /\[((?:\\[^]|[^[\]\\])+)\]/g;
const definition = new RegExp(`${label.source}:`, 'g');

/** Labels as micromark compares them: case and blanks make no other. */
function labelsIn(text: string, pattern: RegExp): Set<string> {
  const names = Array.from(text.matchAll(pattern), ([, name]) => name!.replace(/\s+/g, ' ').trim());
  return new Set(names.map((name) => name.toLowerCase().toUpperCase().toLowerCase()));
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
