/**
 * A text with positions: `CleanText` whose raw text has pages in, mdast `Root` out; offsets are those of the clean text.
 *
 * Furniture and pages of others are set aside; notes, figures and openings are taken out of the lines; headings part what
 * is left, and paragraphs are put together between them.
 */
import type { Heading, Root } from 'mdast';
import { say } from '../../../diagnostics/index.js';
import type { Answer, CleanText, Role } from '../../../model/index.js';
import { messages } from '../../../messages/index.js';
import { isFormulaLine } from '../../../vocabulary/formula-lines.js';
import { labelOf } from '../../../vocabulary/labels.js';
import { BlockWriter } from './block-writer.js';
import { Calls, callSigns } from './calls.js';
import { codeText, isCode } from './code-blocks.js';
import { positionAt } from './compose.js';
import { findContentsLists } from './contents-lists.js';
import { ownEnglishAbstract, type EnglishParts, type KnownArticle } from './english-abstracts.js';
import { englishEnding, type EnglishEnding } from './english-endings.js';
import { addFloat } from './float-blocks.js';
import { findFloats, inReadingOrder, isBefore, type Float } from './floats.js';
import { isNoteHead, listsReferences, stretches, tailOfNeighbour, textBefore, without } from './flow-parts.js';
import { headingLevels } from './heading-levels.js';
import { findHeadings, narrowMargin, type FoundHeading } from './headings.js';
import type { MeasuredLine, Piece } from './measured-line.js';
import { addNotes } from './note-blocks.js';
import { notesOf } from './notes.js';
import { findOpenings, withoutCalls, type Opening } from './openings.js';
import { addUnreadLines } from './unread-lines.js';
import { outsidePages } from './page-roles.js';
import { groupParagraphs, styleOf, type Doubt, type Group } from './paragraphs.js';

/** Fewer letters beyond the edge of a page are a note of the printer beside the crop marks. */
const fewestBeyond = 60;

export function fromPaged(clean: CleanText): Root {
  return new PagedReader(clean, clean.raw.paged!).read();
}

class PagedReader extends BlockWriter {
  read(): Root {
    const { lines, paged } = this;
    const outside = outsidePages(lines, paged.pages);
    const inside = lines.filter((line) => !outside.has(line.page.number));
    const isFurniture = ({ line }: MeasuredLine): boolean => line.area === 'furniture' || line.area === 'stamp';
    this.leaveOut(inside.filter(isFurniture), 'parse:page-furniture');
    const heads = inside.filter(isFurniture).map((line) => line.text);
    const content = inside.filter((line) => !isFurniture(line));
    const notes = notesOf(content.filter(({ line }) => line.area === 'notes'));
    const { floats, taken } = findFloats(content, paged.body.size);
    const body = content.filter((line) => line.line.area === 'body' && !taken.has(line));
    const contents = findContentsLists(body);
    const noteHeads = body.filter((line) => !contents.has(line) && isNoteHead(line, content));
    this.leaveOut(noteHeads, 'parse:note-heading');
    const flow = body.filter((line) => !noteHeads.includes(line));
    const openings = findOpenings(
      flow.filter((line) => !contents.has(line)),
      heads,
    );
    const neighbour = tailOfNeighbour(flow, openings, contents);
    const own = flow.slice(neighbour.length);
    const endings = this.endings(own, openings);
    const silent = new Set([...openings.flatMap(withoutCalls), ...endings.flatMap(({ lines: english }) => english)]);
    const signs = content.filter((line) => line.line.area !== 'notes' && !silent.has(line)).flatMap(callSigns);
    this.calls = new Calls(signs, notes, listsReferences(content));
    this.leaveOut(neighbour, 'parse:neighbour');
    if (neighbour.length > 0) this.ask('neighbour', messages.paged.neighbour(textBefore(neighbour)), neighbour);
    this.compose(own, floats, openings, endings, contents);
    this.askFormulas(own.filter((line) => isFormulaLine(line.text) && !isCode(line, this.fontName)));
    const beyond = lines.filter((line) => outside.has(line.page.number));
    const abstracts = beyond.filter((line) => outside.get(line.page.number) === 'abstracts' && !isFurniture(line));
    const english = ownEnglishAbstract(abstracts, this.known(openings[0], inside)) ?? [];
    this.addEnglish(english);
    this.leaveOut(
      without(
        beyond,
        english.flatMap(({ lines: own }) => own),
      ),
      'parse:outside-page',
    );
    this.tellOutside(outside);
    addNotes(this, notes);
    return this.root;
  }

  /** What other pages call the article by. */
  private known(opening: Opening | undefined, lines: readonly MeasuredLine[]): KnownArticle {
    const byline = opening?.groups.filter(({ role }) => role === 'byline').flatMap(({ lines: own }) => own);
    return { firstFolio: lines[0]?.page.folio, byline: (byline ?? []).map(({ text }) => text).join('　') };
  }

  /** Openings, headings and paragraphs in order; floats after the block that they interrupt. */
  private compose(
    flow: readonly MeasuredLine[],
    floats: readonly Float[],
    openings: readonly Opening[],
    endings: readonly EnglishEnding[],
    contents: ReadonlySet<MeasuredLine>,
  ): void {
    const waiting = inReadingOrder(floats);
    const style = styleOf(flow) ?? 'indented';
    const headings: { heading: FoundHeading; node: Heading }[] = [];
    const running = (lines: readonly MeasuredLine[]): void => {
      const { found, missed } = findHeadings(lines);
      for (const heading of [...found, ...missed]) this.askHeading(heading, lines.slice(heading.from, heading.to));
      let from = 0;
      for (const heading of [...found, undefined]) {
        const end = heading?.from ?? lines.length;
        for (const group of groupParagraphs(lines.slice(from, end), style)) this.addParagraph(group, waiting);
        if (!heading) break;
        this.flush(waiting, lines[heading.from]!, false);
        headings.push({ heading, node: this.addHeading(lines.slice(heading.from, heading.to)) });
        from = heading.to;
      }
    };
    const opened = new Map(openings.map((opening) => [opening.lines[0]!, opening]));
    const ended = new Map(endings.map((ending) => [ending.lines[0]!, ending]));
    const inEnding = new Set(endings.flatMap(({ lines }) => lines));
    const inOpening = new Set(openings.flatMap(({ lines }) => lines));
    const kindOf = (line: MeasuredLine): string =>
      contents.has(line)
        ? 'contents'
        : inOpening.has(line)
          ? 'opening'
          : inEnding.has(line)
            ? 'ending'
            : isCode(line, this.fontName)
              ? 'code'
              : 'text';
    for (const { kind, lines } of stretches(flow, kindOf)) {
      if (kind === 'contents') for (const line of lines) this.add(this.paragraph([line], { role: 'contents' }));
      else if (kind === 'code') this.addCode(lines, waiting);
      else if (kind === 'text') running(lines);
      else if (kind === 'ending') this.addEnglish(lines.flatMap((line) => ended.get(line)?.parts ?? []));
      else for (const line of lines) if (opened.has(line)) this.addOpening(opened.get(line)!);
    }
    this.flush(waiting, undefined, true);
    const levels = headingLevels(headings.map(({ heading }) => heading));
    headings.forEach(({ node }, i) => (node.depth = Math.min(6, levels[i]! + 1) as Heading['depth']));
  }

  /** The English abstracts at the ends of articles. */
  private endings(flow: readonly MeasuredLine[], openings: readonly Opening[]): EnglishEnding[] {
    const starts = openings.map(({ lines }) => flow.indexOf(lines[0]!));
    const opening = new Set(openings.flatMap(({ lines }) => lines));
    return [undefined, ...openings].flatMap((one, i) => {
      const lines = flow.slice(i === 0 ? 0 : starts[i - 1], starts[i]).filter((line) => !opening.has(line));
      return englishEnding(lines, this.known(one, lines)) ?? [];
    });
  }

  private addEnglish(parts: EnglishParts): void {
    for (const { role, lines } of parts) this.add(this.paragraph(lines, { role }));
  }

  private addCode(lines: readonly MeasuredLine[], waiting: Float[]): void {
    this.flush(waiting, lines[0]!, false);
    const position = positionAt(lines[0]!.start, lines.at(-1)!.end);
    this.add({ type: 'code', value: codeText(lines), position });
  }

  private readonly fontName = (font: number): string => this.paged.fonts[font]?.name ?? '';

  /** Fractions, sums and raised signs of a formula come as lines of their own: what they say together only the page shows. */
  private askFormulas(lines: readonly MeasuredLine[]): void {
    const pages = [...new Set(lines.map(({ page }) => page.number))];
    if (lines.length > 0) this.ask('formulas', messages.paged.formulas(lines.length, pages), lines.slice(0, 1));
  }

  /** A heading by a narrow margin, or just none. */
  private askHeading({ margin, text }: FoundHeading, lines: readonly MeasuredLine[]): void {
    if (margin >= narrowMargin) return;
    const words = text.replace(/[\s\u3000]+/gu, ' ').trim();
    const taken = margin >= 0;
    const record: Record<string, string> = { heading: words, level: taken ? 'none' : '2' };
    this.ask('heading', messages.paged.doubtfulHeading(words, taken), lines, [record]);
  }

  private addOpening({ groups, above, margin, title }: Opening): void {
    for (const { role, lines } of above) this.add(this.paragraph(lines, { role }));
    for (const { role, lines } of groups) this.add(this.paragraph(this.withoutStars(lines, role), { role }));
    if (margin < 0) this.ask('title', messages.paged.doubtfulTitle(title), groups[0]!.lines);
  }

  /** The star on a subtitle goes: its note knows where it hangs. That on a title is taken off with the title's note. */
  private withoutStars(lines: readonly MeasuredLine[], role: Role): readonly MeasuredLine[] {
    if (role !== 'subtitle') return lines;
    return lines.map((line) => {
      const isStar = (piece: Piece): boolean => piece.raised === 1 && /^[*＊∗※†‡\s]+$/u.test(piece.text);
      const stars = line.pieces.filter(isStar);
      for (const { text, start, end } of stars) this.setAside('parse:note-marks', text, start, end);
      return stars.length === 0 ? line : { ...line, pieces: line.pieces.filter((piece) => !isStar(piece)) };
    });
  }

  private addHeading(lines: readonly MeasuredLine[]): Heading {
    const node: Heading = {
      type: 'heading',
      depth: 2,
      position: positionAt(lines[0]!.start, lines.at(-1)!.end),
      children: this.phrasing(lines, 0, true),
    };
    this.add(node);
    addUnreadLines(this, lines);
    return node;
  }

  /** Whether a paragraph ends between two lines, where room and words say little or contradict each other. */
  private askBoundary({ before, after, parted }: Doubt): void {
    const { origin } = this.clean;
    const end = origin[before.end]!;
    const start = origin[after.start]!;
    const answer: Answer = parted
      ? { key: 'join', reading: 'joined', span: { start: end, end: start } }
      : { key: 'split', reading: 'apart', span: { start, end: start } };
    const reason = messages.paged.doubtfulParagraph(before.text.trim(), after.text.trim(), parted);
    this.ask('paragraph', reason, [after], undefined, [answer]);
  }

  private addParagraph(group: Group, waiting: Float[]): void {
    const { lines } = group;
    for (const doubt of group.doubts) this.askBoundary(doubt);
    this.flush(waiting, lines[0]!, false);
    const label = labelOf(lines[0]!.text.trim());
    const role: Role | undefined =
      label && (label.part === 'editors' || label.part === 'received' || label.part === 'fund')
        ? label.part
        : undefined;
    this.add(this.paragraph(lines, role ? { role } : {}));
    addUnreadLines(this, lines);
    this.flush(waiting, lines.at(-1)!, false);
  }

  /** Sets the floats that stand above a line, or all. */
  private flush(waiting: Float[], line: MeasuredLine | undefined, all: boolean): void {
    while (waiting.length > 0) {
      const [float] = waiting as [Float, ...Float[]];
      const before =
        !line || float.page.number < line.page.number || (float.page === line.page && isBefore(float.block, line.line));
      if (!all && !before) return;
      waiting.shift();
      addFloat(this, float);
    }
  }

  private tellOutside(outside: ReadonlyMap<number, string>): void {
    const { raw } = this.clean;
    // covers and boards reach over their edges
    const beyond = this.paged.dropped.filter(
      ({ page, reason, text }) =>
        reason === 'outside' && !outside.has(page) && (text.match(/\p{L}/gu)?.length ?? 0) >= fewestBeyond,
    );
    if (beyond.length > 0) say(raw, 'warning', 'parse:beyond-page', messages.pages.outside(beyond));
    if (outside.size > 0) say(raw, 'warning', 'parse:outside-page', messages.paged.outsidePages([...outside.keys()]));
  }
}
