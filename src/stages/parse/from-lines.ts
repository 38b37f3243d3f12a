/**
 * Text that is not Markdown: each printed line becomes a paragraph that remembers how it stood on the page.
 *
 * In: `CleanText`. Out: mdast `Root`; offsets of its positions are still those of the clean text.
 */
import type { Heading, Paragraph, Root, Text } from 'mdast';
import type { Point } from 'unist';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { CleanText, LineData } from '../../model/index.js';
import { han, measure } from '../../vocabulary/characters.js';
import { columnByColumn, type PrintedLine } from './column-by-column.js';
import { fencedCode } from './fenced-code.js';
import { judgeLayer } from './judge-layer.js';
import { pipedTable } from './piped-rows.js';

const spacedOut = new RegExp(`[${han}，、。；：][ \\u3000]+[${han}“”，、。；：]`, 'gu');

export function fromLines(clean: CleanText): Root {
  const root: Root = { type: 'root', children: [] };
  const { columnAt, markdownSigns } = clean.survey;
  const lines = printedLines(clean.text);
  const ordered = columnAt === undefined ? lines : columnByColumn(lines, columnAt);
  judgeLayer(
    ordered.map(({ text }) => text),
    clean,
  );
  let blankBefore = 0;
  let turned = false; // a page or column change on a line of its own
  for (let i = 0; i < ordered.length; i++) {
    const { text: line, offset, opens } = ordered[i]!;
    const text = line.trim();
    turned ||= opens === true;
    const found = pipedTable(ordered, i) ?? fencedCode(ordered, i);
    if (found) {
      for (const { text: sign, start } of found.signs) setSignAside(clean, sign, start);
      root.children.push(found.node);
      i = found.end - 1;
      blankBefore = 0;
      continue;
    }
    if (text === '') {
      blankBefore++;
      turned ||= line.includes('\f');
      continue;
    }
    const start = offset + line.indexOf(text);
    const sign = markdownSigns > 1 ? (/^#{1,6} +(?=\S)/.exec(text)?.[0] ?? '') : '';
    const words = text.slice(sign.length);
    if (sign !== '') setSignAside(clean, sign, start);
    const data = describe(clean, offset, line, words, blankBefore, turned);
    root.children.push(blockOf(words, start + sign.length, sign.trim().length, data));
    blankBefore = 0;
    turned = false;
  }
  if (columnAt !== undefined) say(clean.raw, 'warning', 'parse:columns', messages.parse.columns);
  return root;
}

function printedLines(text: string): PrintedLine[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const printed = { text: line, offset };
    offset += line.length + 1;
    return printed;
  });
}

function describe(
  clean: CleanText,
  offset: number,
  line: string,
  text: string,
  blankBefore: number,
  turned: boolean,
): LineData {
  const { raw, origin } = clean;
  const source = raw.text.slice(origin[offset], origin[offset + line.length]);
  const lead = /^[\s　]*/u.exec(line)![0];
  const pageStart =
    turned || lead.includes('\f') || (/^ (?! )/.test(lead) && (blankBefore === 0 || clean.survey.kind === 'caj'));
  return {
    width: measure(text.replace(/\s+/gu, (gap) => (gap.length > 1 ? '' : ' '))),
    indent: measure(pageStart ? lead.replace(/[ \f]/, '') : lead),
    blankBefore,
    trails: /[ \t]$/.test(source),
    pageStart,
    spaced: clean.survey.kind === 'spaced' && (source.match(spacedOut)?.length ?? 0) >= 2,
  };
}

/** A paragraph, or a heading where a sign of Markdown stood before its words. */
function blockOf(value: string, start: number, depth: number, line: LineData): Paragraph | Heading {
  const at = (offset: number): Point => ({ line: 1, column: 1, offset });
  const position = { start: at(start), end: at(start + value.length) };
  const children: Text[] = [{ type: 'text', value, position: structuredClone(position) }];
  return depth > 0
    ? { type: 'heading', depth: depth as Heading['depth'], data: { line }, position, children }
    : { type: 'paragraph', data: { line }, position, children };
}

function setSignAside(clean: CleanText, sign: string, start: number): void {
  const span = { start: clean.origin[start]!, end: clean.origin[start + sign.length]! };
  clean.ledger.aside.push({ rule: 'parse:markup', text: sign.trim(), span, file: clean.raw.name });
}
