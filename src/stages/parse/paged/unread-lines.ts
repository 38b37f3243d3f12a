/**
 * Lines in a font without character map: □ stands for each of their signs, and a picture of them stands below, so that a
 * reader has what the page says and an editor types from it.
 */
import type { Paragraph } from 'mdast';
import { cutAddress } from '../../../model/page-pictures.js';
import type { BlockWriter } from './block-writer.js';
import { positionAt } from './compose.js';
import type { MeasuredLine } from './measured-line.js';

/** Share of the signs of a block that nobody can read. */
const leastUnread = 0.5;
/** Fewer are single signs: a bullet, a rare character. */
const fewestSigns = 2;
/** What a line takes above and below its baseline, em. */
const above = 1.05;
const below = 0.35;
/** pt */
const margin = 2;

/** Adds the pictures of a block's lines, one a page, if the block cannot be read. */
export function addUnreadLines(writer: BlockWriter, lines: readonly MeasuredLine[]): void {
  const words = lines.map(({ text }) => text.replace(/\s/gu, '')).join('');
  const unread = words.match(/□/gu)?.length ?? 0;
  const isUnmapped = lines.some(({ line }) => line.runs.some(({ font }) => writer.paged.fonts[font]?.mapped === false));
  if (!isUnmapped || unread < fewestSigns || unread < leastUnread * words.length) return;
  for (const page of new Set(lines.map((line) => line.page)))
    writer.add(pictureOf(lines.filter((line) => line.page === page)));
}

function pictureOf(lines: readonly MeasuredLine[]): Paragraph {
  const drawn = lines.map(({ line }) => line);
  const url = cutAddress({
    page: lines[0]!.page.number,
    x: Math.min(...drawn.map(({ x }) => x)) - margin,
    right: Math.max(...drawn.map(({ right }) => right)) + margin,
    y: Math.min(...drawn.map(({ y, size }) => y - above * size)) - margin,
    bottom: Math.max(...drawn.map(({ y, size }) => y + below * size)) + margin,
  });
  const at = lines.at(-1)!.end;
  const position = positionAt(at, at);
  return {
    type: 'paragraph',
    data: { unread: true },
    position,
    children: [{ type: 'image', url, alt: '', position }],
  };
}
