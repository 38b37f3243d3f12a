/**
 * Draws the cover of an edition that brings none: its words in, a PNG out.
 *
 * A field of ink blue, as on the paper covers of thread-bound books, carries the name; on the paper beneath it stand
 * the articles. Drawn with the edition's own faces, so that it needs no browser and is the same everywhere.
 */
import { CoverageMap } from './coverage.js';
import type { CoverWords } from './cover-words.js';
import { letteringOf, type Lettering } from './lettering.js';
import { balancedLines } from './line-breaks.js';
import { encodePng, type Colour } from './png.js';

/** px; the proportion of 16开, 185 × 260 mm. */
const width = 1480;
const height = 2080;
const margin = 150;
const measure = width - 2 * margin;
/** Where the field may end and how large the list of articles beneath may be, from the most handsome on. */
const layouts: readonly Layout[] = [
  { fieldEnd: 1190, scale: 1 },
  { fieldEnd: 1010, scale: 1 },
  { fieldEnd: 880, scale: 0.94 },
  { fieldEnd: 880, scale: 0.82 },
  { fieldEnd: 880, scale: 0.7 },
];

interface Layout {
  /** px from the top. */
  fieldEnd: number;
  scale: number;
}

const ink: Colour = [31, 51, 71];
const paper: Colour = [247, 243, 234];
const text: Colour = [43, 43, 43];
const grey: Colour = [111, 106, 98];
const gold: Colour = [200, 169, 110];

/** Steps between ground and colour; every pair is one ramp of the palette. */
const steps = 16;
const ramps = [
  [ink, paper],
  [ink, gold],
  [paper, text],
  [paper, grey],
] as const;
type Ramp = 0 | 1 | 2 | 3;

const titleSizes = [250, 220, 190, 164, 142, 124, 108, 94, 82, 72, 62];
/** Smallest size on one line, on two, three … before one more is taken. */
const leastSizes = [142, 108, 94, 82, 62];
const titleLeading = 1.32;
/** Top of the first line of the title. */
const fieldTop = 190;
const secondSize = 50;
const secondLine = 72;

class Canvas {
  readonly pixels = new Uint8Array(width * height);

  fill(x: number, y: number, w: number, h: number, ramp: Ramp, step: number): void {
    for (let row = y; row < y + h; row++) this.pixels.fill(ramp * steps + step, row * width + x, row * width + x + w);
  }

  write(face: Lettering, words: string, start: number, baseline: number, size: number, ramp: Ramp): void {
    // the blank half of an opening mark hangs outside the line
    const x = /^[《〈（「『【〔]/.test(words) ? Math.round(start - size / 2) : start;
    const top = Math.max(0, Math.floor(baseline - 1.2 * size));
    // some glyphs reach a little beyond their advance
    const left = Math.max(0, Math.floor(x - size / 2));
    const right = Math.min(width, Math.ceil(x + face.widthOf(words) * size + size / 2));
    const map = new CoverageMap(right - left, Math.min(height - top, Math.ceil(1.7 * size)));
    face.draw(map, words, x - left, baseline - top, size);
    const { inked } = map;
    let at = (top + inked.from) * width + left;
    for (const row of map.rows(inked)) {
      for (let px = 0; px < row.length; px++) {
        const step = Math.round(row[px]! * (steps - 1));
        if (step > 0) this.pixels[at + px] = ramp * steps + step;
      }
      at += width;
    }
  }
}

/** @returns a PNG of 1480 × 2080 px */
export async function drawCover(words: CoverWords): Promise<Uint8Array> {
  const [song, bold] = await Promise.all([letteringOf('song'), letteringOf('song-bold')]);
  const canvas = new Canvas();
  const { list, fieldEnd } = articleLists(words, song);
  canvas.fill(0, 0, width, fieldEnd, 0, 0);
  canvas.fill(0, fieldEnd, width, height - fieldEnd, 2, 0);
  canvas.fill(margin, fieldEnd - 190, 110, 6, 1, steps - 1);
  drawField(canvas, words, fieldEnd, bold, song);
  for (const { line, baseline, size, ramp } of list) canvas.write(song, line, margin, baseline, size, ramp);
  if (words.publisher) {
    canvas.write(song, fitted(words.publisher, song, 42), margin, height - 120, 42, 3);
  }
  const palette = ramps.flatMap(([ground, colour]) =>
    Array.from({ length: steps }, (_, step): Colour => mix(ground, colour, step / (steps - 1))),
  );
  return encodePng(width, height, canvas.pixels, palette);
}

/** Name and second line from the top, the number above the foot of the field. */
function drawField(canvas: Canvas, words: CoverWords, fieldEnd: number, bold: Lettering, song: Lettering): void {
  const second = words.secondary
    ? balancedLines(words.secondary, (part) => song.widthOf(part) * secondSize, measure).slice(0, 2)
    : [];
  const { size, lines } = titleLines(words.title, bold, fieldEnd - second.length * secondLine);
  let baseline = fieldTop + size;
  for (const line of lines) {
    canvas.write(bold, line, margin, baseline, size, 0);
    baseline += Math.round(titleLeading * size);
  }
  baseline += Math.round((0.3 - titleLeading) * size) + secondLine;
  for (const line of second) {
    canvas.write(song, fitted(line, song, secondSize), margin, baseline, secondSize, 1);
    baseline += secondLine;
  }
  if (words.issue) canvas.write(song, fitted(words.issue, song, 56), margin, fieldEnd - 90, 56, 0);
}

/** The largest size at which the title stands on one line or, when that would be small, on few lines of the field. */
function titleLines(title: string, face: Lettering, end: number): { size: number; lines: string[] } {
  const room = end - fieldTop - 260;
  const set = (size: number) =>
    phrases(title).flatMap((part) => balancedLines(part, (run) => face.widthOf(run) * size, measure));
  const fits = (size: number, lines: string[]) =>
    lines.length * titleLeading * size <= room && lines.every((line) => face.widthOf(line) * size <= measure);
  for (const most of [1, 2, 3, 4, 5]) {
    for (const size of titleSizes) {
      if (size < leastSizes[most - 1]!) break;
      const lines = set(size);
      if (lines.length <= most && fits(size, lines)) return { size, lines };
    }
  }
  const size = titleSizes.at(-1)!;
  return {
    size,
    lines: set(size)
      .slice(0, 6)
      .map((line) => fitted(line, face, size)),
  };
}

/** A title breaks where it halts: after a colon, before a dash that opens its second part. */
function phrases(title: string): string[] {
  return title.split(/(?<=[：:] ?)|(?=——)/u).filter((part) => part.trim());
}

/** All articles in the first layout that holds them; in the last one as many as there is room for. */
function articleLists(words: CoverWords, song: Lettering): { list: ArticleLine[]; fieldEnd: number } {
  const foot = height - (words.publisher ? 210 : 120);
  for (const { fieldEnd, scale } of layouts) {
    const list = articleList(words, song, fieldEnd, scale);
    if (list.every(({ last }) => last <= foot)) return { list, fieldEnd };
  }
  const { fieldEnd, scale } = layouts.at(-1)!;
  return { list: articleList(words, song, fieldEnd, scale).filter(({ last }) => last <= foot), fieldEnd };
}

interface ArticleLine {
  line: string;
  baseline: number;
  size: number;
  ramp: Ramp;
  /** Baseline of the last line of its article. */
  last: number;
}

/** Each title on one or two lines with its authors beneath. */
function articleList(words: CoverWords, song: Lettering, fieldEnd: number, scale: number): ArticleLine[] {
  const px = (length: number) => Math.round(length * scale);
  const result: ArticleLine[] = [];
  let next = fieldEnd + 74 + px(46);
  for (const { title, byline } of words.articles) {
    const lines = articleLines(title, (run) => song.widthOf(run) * px(46));
    const lastTitle = next + px(64) * (lines.length - 1);
    const last = byline ? lastTitle + px(54) : lastTitle;
    lines.forEach((line, index) => {
      const baseline = next + px(64) * index;
      result.push({ line: fitted(line, song, px(46)), baseline, size: px(46), ramp: 2, last });
    });
    if (byline) result.push({ line: fitted(byline, song, px(34)), baseline: last, size: px(34), ramp: 3, last });
    next = last + px(92);
  }
  return result;
}

/** One line where it fits, else two that break where the title halts, else two. */
function articleLines(title: string, widthOf: (run: string) => number): string[] {
  const whole = balancedLines(title, widthOf, measure);
  if (whole.length < 2) return whole;
  const halting = phrases(title).flatMap((part) => balancedLines(part, widthOf, measure));
  if (halting.length === 2 || whole.length === 2) return halting.length === 2 ? halting : whole;
  return [whole[0]!, whole.slice(1).join('')];
}

/** The text, or as much of it as the measure holds, with an ellipsis. */
function fitted(words: string, face: Lettering, size: number): string {
  if (face.widthOf(words) * size <= measure) return words;
  const characters = [...words];
  while (characters.length > 1 && face.widthOf(`${characters.join('')}…`) * size > measure) characters.pop();
  return `${characters.join('')}…`;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const between = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [between(0), between(1), between(2)];
}
