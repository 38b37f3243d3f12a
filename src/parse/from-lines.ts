/**
 * Text that is not Markdown: each printed line becomes a paragraph that remembers how it stood on the page.
 *
 * In: `CleanText`. Out: mdast `Root`; offsets of its positions are still those of the clean text.
 */
import type { Paragraph, Root } from 'mdast';
import type { CleanText, LineData } from '../model.js';
import { han, measure } from '../vocabulary/characters.js';

const spacedOut = new RegExp(`[${han}，、。；：][ \\u3000]+[${han}“”，、。；：]`, 'gu');

export function fromLines(clean: CleanText): Root {
  const root: Root = { type: 'root', children: [] };
  let offset = 0;
  let blankBefore = 0;
  for (const line of clean.text.split('\n')) {
    const text = line.trim();
    if (text === '') blankBefore++;
    else {
      const start = offset + line.indexOf(text);
      const end = start + text.length;
      root.children.push(paragraph(text, start, end, describe(clean, offset, line, text, blankBefore)));
      blankBefore = 0;
    }
    offset += line.length + 1;
  }
  return root;
}

function describe(clean: CleanText, offset: number, line: string, text: string, blankBefore: number): LineData {
  const { raw, origin } = clean;
  const source = raw.text.slice(origin[offset], origin[offset + line.length]);
  const lead = /^[\s　]*/u.exec(line)![0];
  const pageStart = lead.includes('\f') || (/^ (?! )/.test(lead) && (blankBefore === 0 || clean.survey.kind === 'caj'));
  return {
    width: measure(text.replace(/\s+/gu, (gap) => (gap.length > 1 ? '' : ' '))),
    indent: measure(pageStart ? lead.replace(/[ \f]/, '') : lead),
    blankBefore,
    trails: /[ \t]$/.test(source),
    pageStart,
    spaced: clean.survey.kind === 'spaced' && (source.match(spacedOut)?.length ?? 0) >= 2,
  };
}

function paragraph(value: string, start: number, end: number, line: LineData): Paragraph {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return {
    type: 'paragraph',
    data: { line },
    position,
    children: [{ type: 'text', value, position: structuredClone(position) }],
  };
}
