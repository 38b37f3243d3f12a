/**
 * Follows the drawing operators of a page: operator list in, glyphs, rules and pictures with their places out.
 *
 * The text that a PDF library offers ready-made has false blanks in set-out Han and other characters than the page, so
 * glyphs are taken one by one, each with the width by which it moves the pen.
 */
import { OPS } from '../../../system/pdfjs.js';
import { boxOf, identity, multiply, type Box, type Matrix } from './matrix.js';
import { PdfFault } from './pdf-fault.js';
import type { Directions, Drawn, FontLookup, Glyph, Picture, Stroke } from './types.js';

/** What a glyph is in pdf.js' operator list; a number between glyphs moves the pen. */
interface ShownGlyph {
  unicode?: string;
  width: number;
  isSpace?: boolean;
  vmetric?: [number, number, number];
}

interface TextState {
  font: number;
  fontSize: number;
  /** Of glyph space to text space. */
  fontScale: number;
  vertical: boolean;
  broken: boolean;
  charSpacing: number;
  wordSpacing: number;
  /** Share of the natural width. */
  horizontal: number;
  /** Fills leave no trace on white paper. */
  white: boolean;
  leading: number;
  rise: number;
  mode: number;
}

interface State extends TextState {
  matrix: Matrix;
}

/** Text that is neither filled nor stroked: the layer that an OCR lays over a scan. */
const invisible = 3;
/** Thinner than this (pt) a filled shape is a rule. */
const thinnest = 2.2;
/** Shorter than this (pt) it is a dash, a dot, or part of a letter. */
const shortestRule = 12;
/** Ways to end a path that fill it and draw no line. */
const fills = new Set<number>([OPS.fill, OPS.eoFill]);
/** Steps that a thing may be nested; deeper nesting is an attack. */
const deepestState = 512;

/**
 * @param operators pdf.js' operator list of the page
 * @param toPage takes PDF's coordinates to pt from the left and upper edge of the page
 * @param fonts the fonts of the document by the names of the operator list
 * @param maxGlyphs how many glyphs are read at most
 * @throws PdfFault when the page has more glyphs
 */
export function readOperators(
  operators: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  toPage: Matrix,
  fonts: FontLookup,
  maxGlyphs: number,
): Drawn {
  const glyphs: Glyph[] = [];
  const strokes: Stroke[] = [];
  const pictures: Picture[] = [];
  const directions: Directions = [0, 0, 0, 0];
  const stack: State[] = [];
  let state: State = { ...startState, matrix: toPage };
  let textMatrix: Matrix = identity;
  let lineX = 0;
  let lineY = 0;
  let x = 0;
  let y = 0;
  let artifacts = 0;
  const marked: boolean[] = [];

  const setFont = (name: string, size: number): void => {
    const font = fonts.of(name);
    state.font = font.index;
    state.fontScale = font.scale * (size < 0 ? -1 : 1);
    state.vertical = font.vertical;
    state.broken = font.broken;
    state.fontSize = Math.abs(size);
  };
  const save = (): void => {
    if (stack.length < deepestState) stack.push({ ...state });
  };
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const move = (dx: number, dy: number): void => {
    x = lineX += dx;
    y = lineY += dy;
  };

  const show = (shown: readonly (ShownGlyph | number | null)[]): void => {
    const { fontSize, fontScale, vertical, charSpacing, wordSpacing, horizontal, rise } = state;
    const full = multiply(state.matrix, textMatrix);
    const [a, b, c, d] = full;
    const size = Math.hypot(c, d) * fontSize;
    if (size === 0) return;
    const turned = vertical || Math.abs(b) > 0.05 * Math.abs(a) || a * Math.sign(fontScale) <= 0;
    const advance = Math.hypot(a, b);
    const direction = vertical ? 0 : directionOf(a * Math.sign(fontScale), b * Math.sign(fontScale));
    const pen = { x, y: y + rise };
    let along = 0;
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        along += ((vertical ? 1 : -1) * glyph * fontSize) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const width = glyph.width * fontSize * Math.abs(fontScale);
      const at = vertical ? [pen.x, pen.y - along] : [pen.x + along * horizontal, pen.y];
      if (glyphs.length >= maxGlyphs) throw new PdfFault('glyphs');
      directions[direction]++;
      const px = full[0] * at[0]! + full[2] * at[1]! + full[4];
      const py = full[1] * at[0]! + full[3] * at[1]! + full[5];
      glyphs.push({
        text: textOfGlyph(glyph.unicode),
        x: px,
        right: px + width * horizontal * advance,
        y: py,
        size,
        font: state.font,
        hidden: state.mode === invisible,
        turned,
        vertical,
        artifact: artifacts > 0,
      });
      along += vertical ? glyphHeight(glyph, fontSize) - spacing : width + spacing;
    }
    if (vertical) y -= along;
    else x += along * horizontal;
  };

  const path = (args: unknown[]): void => {
    // what only clips, and what paints paper white, is not seen
    if (args[0] === OPS.endPath || (state.white && fills.has(args[0] as number))) return;
    const bounds = args[2] as ArrayLike<number> | null | undefined;
    if (!bounds || bounds.length < 4) return;
    const box = boxOf(state.matrix, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!);
    const width = box.right - box.x;
    const height = box.bottom - box.y;
    if (!Number.isFinite(width + height)) return;
    const level = height <= thinnest && width >= shortestRule;
    const upright = width <= thinnest && height >= shortestRule;
    strokes.push({ ...box, kind: level ? 'level' : upright ? 'upright' : 'shape', ...segmentsOf(args, state.matrix) });
  };

  const { fnArray, argsArray } = operators;
  for (let k = 0; k < fnArray.length; k++) {
    const args = (argsArray[k] ?? []) as unknown[];
    switch (fnArray[k]) {
      case OPS.save:
      case OPS.beginGroup:
        save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (args[0]) state.matrix = multiply(state.matrix, [...(args[0] as ArrayLike<number> & number[])] as Matrix);
        break;
      case OPS.beginText:
        textMatrix = identity;
        lineX = lineY = x = y = 0;
        break;
      case OPS.setTextMatrix:
        textMatrix = [...((args.length === 1 ? args[0] : args) as number[])] as Matrix;
        lineX = lineY = x = y = 0;
        break;
      case OPS.moveText:
        move(args[0] as number, args[1] as number);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -(args[1] as number);
        move(args[0] as number, args[1] as number);
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = args[0] as number;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        state.horizontal = (args[0] as number) / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0] as number;
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0] as number;
        break;
      case OPS.setFont:
        setFont(args[0] as string, args[1] as number);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'Font') setFont((value as [string, number])[0], (value as [string, number])[1]);
        }
        break;
      case OPS.showText:
        // how many words a broken font had cannot be told: one sign stands for them
        show(state.broken ? [lostWords] : (args[0] as (ShownGlyph | number | null)[]));
        break;
      case OPS.setFillRGBColor:
        state.white = /^#f[a-f\d]f[a-f\d]f[a-f\d]$/i.test(String(args[0]));
        break;
      case OPS.constructPath:
        path(args);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        pictures.push(boxOf(state.matrix, 0, 0, 1, 1));
        break;
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        pictures.push(...repeated(args, state.matrix));
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const artifact = args[0] === 'Artifact';
        marked.push(artifact);
        if (artifact) artifacts++;
        break;
      }
      case OPS.endMarkedContent:
        if (marked.pop()) artifacts--;
        break;
    }
  }
  return { glyphs, strokes, pictures, directions };
}

/** Where a line leads: 0 right, 1 down, 2 left, 3 up; y runs down the page. */
function directionOf(a: number, b: number): 0 | 1 | 2 | 3 {
  if (Math.abs(b) <= Math.abs(a)) return a > 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

/** In place of words whose font is broken. */
const lostWords: ShownGlyph = { unicode: '□', width: 1000 };

const startState: TextState = {
  font: 0,
  fontSize: 0,
  fontScale: 0.001,
  vertical: false,
  broken: false,
  charSpacing: 0,
  wordSpacing: 0,
  horizontal: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  white: false,
};

/** How far a vertical glyph moves the pen down, in text space. */
function glyphHeight({ vmetric }: ShownGlyph, fontSize: number): number {
  return ((vmetric ? -vmetric[0] : 1000) * fontSize) / 1000;
}

/** What glyphs stand for, by what the font says: one string for all glyphs of a character. */
const glyphTexts = new Map<string | undefined, string>();
/** Files of nonsense have no end of characters. */
const mostTexts = 200_000;

/** What a glyph stands for; one without a character is the sign of a character that is missing. */
function textOfGlyph(unicode: string | undefined): string {
  const known = glyphTexts.get(unicode);
  if (known !== undefined) return known;
  const text = readableText(unicode);
  if (glyphTexts.size < mostTexts) glyphTexts.set(unicode, text);
  return text;
}

function readableText(unicode: string | undefined): string {
  if (unicode === undefined || unicode === '' || /^[\0-\x08\x0B\x0E-\x1F\uFDD0-\uFDEF\uFFFD-\uFFFF]+$/.test(unicode))
    return '□';
  // symbol fonts keep signs and digits of ASCII at U+F020 and on: the star of a note is U+F02A there
  return (
    unicode
      .replace(/[\uF021-\uF03F]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
      // a font that has ① and ➀ as one glyph is often mapped to the second: the numbers of notes are the first
      .replace(/[\u2780-\u2789]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2780 + 0x2460))
      .replace(/[\u278A-\u2793]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x278a + 0x2776))
      .replace(/[\r\n\t\f\v]/g, ' ')
  );
}

/** Level and upright pieces of a path of several: the rules of a table are often drawn in one go. */
function segmentsOf(args: unknown[], matrix: Matrix): { pieces?: Box[] } {
  const data = (args[1] as unknown[] | undefined)?.[0];
  if (!(data instanceof Float32Array) || data.length < 12 || data.length > 4000) return {};
  const pieces: Box[] = [];
  let from: [number, number] | undefined;
  let first: [number, number] | undefined;
  const line = (to: [number, number]): void => {
    if (from) pieces.push(boxOf(matrix, from[0], from[1], to[0], to[1]));
    from = to;
  };
  for (let i = 0; i < data.length;) {
    const step = data[i++];
    if (step === 0) from = first = [data[i++]!, data[i++]!];
    else if (step === 1) line([data[i++]!, data[i++]!]);
    else if (step === 2 || step === 3) {
      i += step === 2 ? 4 : 2;
      from = [data[i++]!, data[i++]!];
    } else if (first) line(first);
  }
  return { pieces };
}

/** Places of a picture that is drawn several times. */
function repeated(args: unknown[], matrix: Matrix): Box[] {
  const positions = args.find(
    (arg): arg is ArrayLike<number> => typeof arg === 'object' && arg !== null && 'length' in arg,
  );
  if (!positions) return [];
  const [sx, sy] = args.filter((arg) => typeof arg === 'number');
  const boxes: Box[] = [];
  for (let i = 0; i + 1 < positions.length && boxes.length < 1000; i += 2)
    boxes.push(boxOf(multiply(matrix, [sx ?? 1, 0, 0, sy ?? 1, positions[i]!, positions[i + 1]!]), 0, 0, 1, 1));
  return boxes;
}
