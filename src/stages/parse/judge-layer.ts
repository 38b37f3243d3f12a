/**
 * Says what is torn in a text layer: its lines in, one finding out, fatal where nobody could put the text together.
 *
 * What a person has looked at, and stated the kind of, is only warned of.
 */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { CleanText } from '../../model/index.js';
import { measureLayer } from './measure-layer.js';

/** Shares above which a layer is torn, and above which it is hopeless. */
const limits = {
  fragments: { torn: 0.01, hopeless: 0.2 },
  woven: { torn: 0.25, hopeless: 0.5 },
  torn: { torn: 0.004, hopeless: 1 },
} as const;
/** Fewer lines may be in disorder in any text. */
const fewestLines = 8;
/** What shows lost characters: pieces and longer lines side by side, as in no list of names, and no marks to a Han. */
const drop = { pieces: 0.2, longer: 0.15, marks: 0.004, han: 300 };

type Tear = keyof typeof limits;

export function judgeLayer(lines: readonly string[], clean: CleanText): void {
  const { survey, raw } = clean;
  // a CAJ reader tears every line, and marks where: those are put together by their marks
  if (survey.kind === 'caj') return;
  const layer = measureLayer(lines);
  const kinds = Object.keys(limits) as Tear[];
  const reaches = (kind: Tear, degree: 'torn' | 'hopeless'): boolean =>
    layer[kind] > limits[kind][degree] && layer[kind] * layer.lines >= fewestLines;
  const dropped =
    layer.pieces > drop.pieces && layer.longer > drop.longer && layer.marks < drop.marks && layer.han >= drop.han;
  const hopeless = dropped ? 'dropped' : kinds.find((kind) => reaches(kind, 'hopeless'));
  const found = hopeless ?? kinds.find((kind) => reaches(kind, 'torn'));
  if (found === undefined) return;
  const share = layer[found === 'dropped' ? 'pieces' : found];
  survey.torn = Math.round(share * 1000) / 1000;
  const severity = hopeless !== undefined && !survey.stated ? 'fatal' : 'warning';
  say(raw, severity, 'parse:layer', messages.parse.layer[found](share), undefined, {
    confidence: hopeless === undefined ? 'likely' : 'certain',
  });
}
