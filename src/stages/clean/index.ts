/** The clean stage: `RawText` → `CleanText`, damage that shows in the characters. */
import { applyCleanRule, emptyLedger, say, type CleanRule } from '../../diagnostics/index.js';
import type { CleanText, Ledger, RawText, Span, TextKind } from '../../model/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { cajLines } from './caj-lines.js';
import { chinesePunctuation } from './chinese-punctuation.js';
import { chineseQuotes } from './chinese-quotes.js';
import { chineseStops } from './chinese-stops.js';
import { columnGaps } from './column-gaps.js';
import { dashes } from './dashes.js';
import { finalMarks } from './final-marks.js';
import { formulaFences } from './formula-fences.js';
import { formulaMarks } from './formula-marks.js';
import { formulaNumbers } from './formula-numbers.js';
import { fullwidthForms } from './fullwidth-forms.js';
import { hanLatinGap } from './han-latin-gap.js';
import { invisibleCharacters } from './invisible-characters.js';
import { kangxiRadicals } from './kangxi-radicals.js';
import { latinPunctuation } from './latin-punctuation.js';
import { illegibility } from './legibility.js';
import { latinSigns } from './latin-signs.js';
import { latinQuotes } from './latin-quotes.js';
import { letterSpacing } from './letter-spacing.js';
import { lineNumbers, withoutLineNumbers } from './line-numbers.js';
import { lineEnds } from './line-ends.js';
import { looseAccents } from './loose-accents.js';
import { radicalForms } from './radical-forms.js';
import { raisedDigits } from './raised-digits.js';
import { fencedCode, formulaSpans, reachesInto, sparedSigns } from './spared.js';
import { tornMarks } from './torn-marks.js';
import { spansAsWritten } from './spans-as-written.js';
import { frontMatterEnd, takeSurvey } from './survey.js';

/** In the order in which they run. */
export const cleanRules: CleanRule[] = [
  lineEnds,
  invisibleCharacters,
  // before anything asks what opens a line
  lineNumbers,
  // before any space is closed up
  columnGaps,
  // before every rule that asks what stands beside a character: it takes the noise between them out
  cajLines,
  // before anything asks what ends a line
  tornMarks,
  formulaMarks,
  // after the marks: what is left of raised numbers is a power
  formulaNumbers,
  // after the numbers: what is left is a formula
  formulaFences,
  raisedDigits,
  looseAccents,
  // before the radicals that NFKC knows: it gives 戶 for 户
  radicalForms,
  kangxiRadicals,
  fullwidthForms,
  // after the letters are halfwidth
  latinSigns,
  // after the letters are halfwidth, before what looks for Chinese beside a mark
  latinPunctuation,
  // after the digits are halfwidth: it closes the gaps between them and Han
  letterSpacing,
  hanLatinGap,
  // before the marks: what stands before a closing quote decides what follows it
  chineseQuotes,
  chinesePunctuation,
  latinQuotes,
  finalMarks,
  dashes,
];

/** What a text needs whose gaps and line ends are known: they were measured, or the file says what they are. */
const measuredRules: CleanRule[] = [
  invisibleCharacters,
  looseAccents,
  // before the radicals that NFKC knows: it gives 戶 for 户
  radicalForms,
  kangxiRadicals,
  fullwidthForms,
  latinSigns,
  latinPunctuation,
  hanLatinGap,
  chineseQuotes,
  chinesePunctuation,
  latinQuotes,
  finalMarks,
  dashes,
];

/** What a plain text of a book needs: its lines are whole, and every sign in them may mean something. */
export const bookRules: CleanRule[] = [
  lineEnds,
  invisibleCharacters,
  kangxiRadicals,
  fullwidthForms,
  chineseQuotes,
  chinesePunctuation,
  chineseStops,
  finalMarks,
  dashes,
];

/** What Markdown needs that a person wrote: nothing within its signs, its code and its formulas. */
const markdownRules: CleanRule[] = [lineEnds, invisibleCharacters, kangxiRadicals];

/**
 * Mends what shows in the characters.
 *
 * @param kind what a person said of the text; else the survey decides
 * @param measured the width of a full line that a person gave, em
 * @param book the text is read as a book
 */
export function clean(raw: RawText, kind?: TextKind, measured?: number, book = false): CleanText {
  const origin = new Int32Array(raw.text.length + 1);
  for (let i = 0; i < origin.length; i++) origin[i] = i;
  const start: CleanText = {
    raw,
    survey: {
      ...takeSurvey(
        withoutLineNumbers(raw.text),
        kind ?? (raw.paged ? 'paged' : raw.structured && 'structured'),
        measured,
      ),
      ...seenOf(raw),
      ...(kind && { stated: true }),
    },
    text: raw.text,
    origin,
    ledger: ledgerOfBeside(raw),
  };
  // written by a person in a notation of its own: nothing is damaged, and rules for Chinese do not hold
  if (start.survey.kind === 'finished' || start.survey.kind === 'aozora') return applyCleanRule(lineEnds, start);
  if (book && !raw.paged && (start.survey.kind !== 'ocr-markdown' || kind === undefined)) {
    start.survey.book = true;
    if (start.survey.kind === 'ocr-markdown') start.survey.kind = 'markdown';
  }
  const fault = illegibility(raw.text);
  // a person who says what kind of text it is has looked at it
  if (fault)
    say(raw, kind ? 'warning' : 'fatal', 'clean:legibility', messages.clean[fault.kind](fault.share, fault.sample));
  if (start.survey.kind === 'structured') {
    const written = spansAsWritten(raw.structured!.root);
    return measuredRules.reduce(
      (text, rule) => applyCleanRule(rule, text, (first, last) => !reachesInto(written, first, last)),
      start,
    );
  }
  if (raw.paged) return measuredRules.reduce((text, rule) => applyCleanRule(rule, text), start);
  const isMarkdown = start.survey.kind === 'markdown' || start.survey.kind === 'ocr-markdown';
  const rules = !start.survey.book ? cleanRules : isMarkdown ? markdownRules : bookRules;
  return applyAll(rules, start, isMarkdown);
}

/** Rules that read whatever stands in formulas and between tags: line ends, and marks of notes. */
const everywhere = new Set([lineEnds, invisibleCharacters, formulaMarks, formulaNumbers, formulaFences]);

/** Runs rules in their order; in Markdown they leave its signs, code and formulas alone, everywhere its metadata. */
function applyAll(rules: readonly CleanRule[], start: CleanText, isMarkdown: boolean): CleanText {
  const from = frontMatterEnd(start.raw.text);
  const signs = isMarkdown ? sparedSigns(start.text) : fencedCode(start.text);
  let formulas: Span[] | undefined;
  let text = start;
  for (const rule of rules) {
    const free = everywhere.has(rule);
    // what the rules before have left of formulas is one
    if (isMarkdown && !free && !rules.slice(rules.indexOf(rule)).includes(formulaFences))
      formulas ??= formulaSpans(text.text, text.origin);
    const spared = free ? [] : [signs, formulas ?? []];
    text = applyCleanRule(
      rule,
      text,
      (first, last) => first >= from && !spared.some((spans) => reachesInto(spans, first, last)),
    );
  }
  return text;
}

/** What a source with pages tells of its words. */
function seenOf({ paged }: RawText): { recognised?: number } {
  const text = paged?.pages.filter(({ kind }) => kind === 'text') ?? [];
  const share = text.filter((page) => page.recognised).length / Math.max(1, text.length);
  return share > 0 ? { recognised: Math.round(share * 1000) / 1000 } : {};
}

/** What is in the file and not in its text is set aside from the beginning, at the place where it stood. */
function ledgerOfBeside(raw: RawText): Ledger {
  const { paged, structured } = raw;
  const starts = new Map(paged?.pages.map(({ number, start }) => [number, start]));
  const beside = [
    ...(paged?.dropped ?? []).map(({ page, ...one }) => ({ ...one, start: starts.get(page) ?? 0 })),
    ...(structured?.aside ?? []),
  ];
  const ledger = emptyLedger();
  for (const { reason, text, start } of beside) {
    const words = withoutBlanks(text);
    if (words !== '')
      ledger.aside.push({ rule: `acquire:${reason}`, text: words, span: { start, end: start }, file: raw.name });
  }
  return ledger;
}
