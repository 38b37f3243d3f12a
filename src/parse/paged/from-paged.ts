/**
 * A text with positions: `CleanText` whose raw text has pages in, mdast `Root` out; offsets are those of the clean text.
 *
 * Furniture and pages of others are set aside; notes, figures and openings are taken out of the lines; headings part what
 * is left, and paragraphs are put together between them.
 */
import type {
  FootnoteDefinition,
  Heading,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { say, type Answer } from '../../diagnostics.js';
import { messages, type Message } from '../../messages/index.js';
import type { BlockData, CleanText, PageBreak, Role } from '../../model.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { noteListHeadings } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { referenceHeading } from '../../vocabulary/references.js';
import type { PagedPage, PagedText, TableCell as PageTableCell } from '../../paged-text.js';
import { Calls, callSigns } from './calls.js';
import { codeText, isCode } from './code-blocks.js';
import { findContentsLists } from './contents-lists.js';
import { phrasing, positionAt, type Hyphens, type ReadPiece } from './compose.js';
import { ownEnglishAbstract, type EnglishParts, type KnownArticle } from './english-abstracts.js';
import { englishEnding, type EnglishEnding } from './english-endings.js';
import { cutAddress } from '../../page-pictures.js';
import { findFloats, type Float } from './floats.js';
import { findHeadings, narrowMargin, type FoundHeading } from './headings.js';
import { headingLevels } from './heading-levels.js';
import { cutLine, measureLines, type MeasuredLine, type Piece } from './measured-line.js';
import { LatinWords } from './latin-words.js';
import { notesOf, type PageNote } from './notes.js';
import { findOpenings, type Opening } from './openings.js';
import { outsidePages } from './page-roles.js';
import { groupParagraphs, styleOf, type Doubt, type Group } from './paragraphs.js';

/** Lines have a width, and letters reach over their box, pt. */
const edge = 2;

export function fromPaged(clean: CleanText): Root {
  return new PagedReader(clean, clean.raw.paged!).read();
}

class PagedReader {
  private readonly root: Root = { type: 'root', children: [] };
  private readonly lines: MeasuredLine[];
  private calls = new Calls([], []);
  private readonly ids = new Map<PageNote, string>();
  private readonly hyphens: Hyphens;
  /** Pages whose beginning is marked. */
  private readonly anchored = new Set<number>();

  constructor(
    private readonly clean: CleanText,
    private readonly paged: PagedText,
  ) {
    this.lines = measureLines(clean, paged);
    const words = new LatinWords(this.lines);
    this.hyphens = { isOfLine: (left, right) => words.isPartedByLine(left, right), onCut: (at) => this.cutHyphen(at) };
  }

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
    const signs = content.filter(({ line }) => line.area !== 'notes').flatMap(callSigns);
    this.calls = new Calls(signs, notes, listsReferences(content));
    const openings = findOpenings(
      flow.filter((line) => !contents.has(line)),
      heads,
    );
    const neighbour = tailOfNeighbour(flow, openings, contents);
    this.leaveOut(neighbour, 'parse:neighbour');
    if (neighbour.length > 0) this.ask('neighbour', messages.paged.neighbour(textBefore(neighbour)), neighbour);
    this.compose(flow.slice(neighbour.length), floats, openings, contents);
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
    this.addNotes(notes);
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
    contents: ReadonlySet<MeasuredLine>,
  ): void {
    const waiting = [...floats];
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
    const endings = this.endings(flow, openings);
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
      const isStar = (piece: Piece): boolean => piece.raised === 1 && /^[*＊※†‡\s]+$/u.test(piece.text);
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
    this.flush(waiting, lines.at(-1)!, false);
  }

  /** Sets the floats that stand above a line, or all. */
  private flush(waiting: Float[], line: MeasuredLine | undefined, all: boolean): void {
    while (waiting.length > 0) {
      const [float] = waiting as [Float, ...Float[]];
      const before =
        !line || float.page.number < line.page.number || (float.page === line.page && float.block.y < line.line.y);
      if (!all && !before) return;
      waiting.shift();
      this.addFloat(float);
    }
  }

  private addFloat(float: Float): void {
    const { labels, captions, sources, block, page } = float;
    const kind = block.kind;
    const last = this.root.children.at(-1);
    // 续表: a table goes on at the head of the next page
    const goesOn =
      block.rows &&
      captions.length === 0 &&
      last?.type === 'table' &&
      page.number > 1 &&
      this.continues(last, block.rows, page);
    const caption = captions.map((lines) => this.paragraph(lines, { caption: block.rows ? 'table' : 'figure' }));
    if (block.rows) {
      caption.forEach((node) => this.add(node));
      if (goesOn) last.children.push(...this.rows(block.rows));
      else this.add(this.table(block.rows, labels));
    } else {
      this.add(this.picture(float));
      this.leaveOut(labels, kind === 'table' ? 'parse:table-picture' : 'parse:figure-labels');
      if (kind === 'table') this.ask('table', messages.paged.doubtfulTable, labels);
      caption.forEach((node) => this.add(node));
    }
    for (const lines of sources) this.add(this.paragraph(lines, { source: true }));
  }

  /** Cut from the page; its words are those of its caption. */
  private picture({ page, block, labels }: Float): Paragraph {
    const own = labels[0] ?? this.lines.findLast((line) => line.page === page && line.line.y <= block.bottom);
    const at = own?.start ?? this.lines.find((line) => line.page.number >= page.number)?.start ?? 0;
    const { x, y, right, bottom } = block;
    const url = cutAddress({ page: page.number, x: x - edge, y: y - edge, right: right + edge, bottom: bottom + edge });
    const position = positionAt(at, labels.at(-1)?.end ?? at);
    return { type: 'paragraph', position, children: [{ type: 'image', url, alt: '', position }] };
  }

  private table(rows: readonly PageTableCell[][], labels: readonly MeasuredLine[]): Table {
    const first = labels[0]!;
    return { type: 'table', position: positionAt(first.start, labels.at(-1)!.end), children: this.rows(rows) };
  }

  /** Rows of equal length: what a merged cell covers is empty. */
  private rows(rows: readonly PageTableCell[][]): TableRow[] {
    const byStart = new Map(this.lines.map((line) => [line.line.start, line]));
    const covered: number[] = [];
    return rows.map((cells): TableRow => {
      const children: TableCell[] = [];
      const fill = (): void => {
        while ((covered[children.length] ?? 0) > 0) {
          covered[children.length]!--;
          children.push({ type: 'tableCell', children: [] });
        }
      };
      for (const { lines, colspan, rowspan } of cells) {
        fill();
        const own = lines.flatMap(({ start }) => byStart.get(start) ?? []);
        for (let i = 0; i < colspan; i++) {
          covered[children.length] = rowspan - 1;
          children.push({ type: 'tableCell', children: i === 0 && own.length > 0 ? this.phrasing(own) : [] });
        }
      }
      fill();
      return { type: 'tableRow', children };
    });
  }

  /** Is this the rest of a table that the page before ends with: as many columns, and nothing between? */
  private continues(table: Table, rows: readonly PageTableCell[][], page: PagedPage): boolean {
    const width = rows[0]!.reduce((sum, { colspan }) => sum + colspan, 0);
    const from = this.pageAt(table.position!.end.offset! - 1);
    return table.children[0]!.children.length === width && from === page.number - 1;
  }

  private addNotes(notes: readonly PageNote[]): void {
    const stars = notes.filter(({ mark }) => mark !== undefined && mark < 0);
    for (const note of stars) {
      // the star stays: the structure stage takes it off, and knows by it whose note this is
      const role: Role = note.mark === -1 ? 'title-note' : 'author-note';
      this.insertAfterOpening(
        note.paragraphs.map((lines) => this.paragraph(lines, { role })),
        note.page,
      );
    }
    for (const note of notes) {
      if (note.mark !== undefined && note.mark < 0) continue;
      const labels = note.mark === undefined ? note.paragraphs.map((lines) => labelOf(lines[0]!.text.trim())) : [];
      if (labels.some((label) => label !== undefined)) {
        let role: Role | undefined;
        this.insertAfterOpening(
          // a second person's paragraph goes without the label
          note.paragraphs.map((lines, i) => this.paragraph(lines, (role = labels[i]?.part ?? role) ? { role } : {})),
          note.page,
        );
        continue;
      }
      this.root.children.push(this.definition(note));
    }
  }

  private definition(note: PageNote): FootnoteDefinition {
    const first = note.paragraphs[0]![0]!;
    const start = first.start;
    const end = note.paragraphs.at(-1)!.at(-1)!.end;
    const children = note.paragraphs.map((lines, i): Paragraph => this.paragraph(lines, {}, i === 0 ? note.lead : 0));
    if (note.copy) this.change('parse:shared-notes', '', withoutBlanks(textOf(children)), first);
    else if (note.lead > 0)
      this.setAside('parse:note-marks', first.text.slice(0, note.lead), first.start, first.start + note.lead);
    const identifier = this.idOf(note);
    return {
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      position: positionAt(start, end),
      children,
    };
  }

  private idOf(note: PageNote): string {
    const known = this.ids.get(note);
    if (known) return known;
    const id = `p${note.page}-${this.ids.size + 1}`;
    this.ids.set(note, id);
    return id;
  }

  private insertAfterOpening(nodes: RootContent[], page: number): void {
    const blocks = this.root.children;
    const isOpening = (node: RootContent): boolean => (node.data as BlockData | undefined)?.role !== undefined;
    const pageOf = (node: RootContent): number => this.pageAt(node.position!.start.offset!);
    let at = blocks.findLastIndex((node) => isOpening(node) && pageOf(node) <= page);
    if (at < 0) at = blocks.length - 1;
    blocks.splice(at + 1, 0, ...nodes);
  }

  private pageAt(offset: number): number {
    return this.lines.findLast((line) => line.start <= offset)?.page.number ?? 1;
  }

  private paragraph(lines: readonly MeasuredLine[], data: BlockData, skip = 0): Paragraph {
    return {
      type: 'paragraph',
      ...(Object.keys(data).length > 0 && { data }),
      position: positionAt(lines[0]!.start, lines.at(-1)!.end),
      children: this.phrasing(lines, skip, !data.role && !data.caption && !data.source),
    };
  }

  private phrasing(lines: readonly MeasuredLine[], skip = 0, anchored = false): PhrasingContent[] {
    return phrasing(lines, this.readPiece, { skip, hyphens: this.hyphens, ...(anchored && { anchor: this.anchor }) });
  }

  /** The place where a page of the source begins, before the first line of its text. */
  private readonly anchor = (line: MeasuredLine): PageBreak | undefined => {
    const { folio, number } = line.page;
    if (line.line.area !== 'body' || folio === undefined || this.anchored.has(number)) return undefined;
    this.anchored.add(number);
    return { type: 'pageBreak', page: folio, position: positionAt(line.start, line.start) };
  };

  /** Words with the calls among them. */
  private readonly readPiece: ReadPiece = (piece, line) => {
    const calls = this.calls.of(line).filter(({ start, end }) => start >= piece.start && end <= piece.end);
    if (calls.length === 0) return undefined;
    const out: PhrasingContent[] = [];
    let at = piece.start;
    const words = (to: number): void => {
      const value = piece.text.slice(at - piece.start, to - piece.start);
      if (value.trim() !== '') out.push({ type: 'text', value, position: positionAt(at, to) });
    };
    for (const { start, end, sign, mark, note } of calls) {
      words(start);
      this.setAside('parse:note-marks', sign, start, end);
      // a call without a note has no name yet: the rule that pairs notes asks for it
      const identifier = note ? this.idOf(note) : '';
      out.push({
        type: 'footnoteReference',
        identifier,
        label: note ? identifier : String(mark),
        position: positionAt(start, end),
      });
      at = end;
    }
    words(piece.end);
    return out;
  };

  private add(node: RootContent): void {
    this.root.children.push(node);
  }

  private leaveOut(lines: readonly MeasuredLine[], rule: string): void {
    for (const { text, start, end } of lines) this.setAside(rule, text, start, end);
  }

  private setAside(rule: string, text: string, start: number, end: number): void {
    const { ledger, origin, raw } = this.clean;
    const span = { start: origin[start]!, end: origin[end]! };
    ledger.aside.push({ rule, text: withoutBlanks(text), span, file: raw.name });
  }

  private change(rule: string, before: string, after: string, line: MeasuredLine): void {
    const { ledger, origin, raw } = this.clean;
    const span = { start: origin[line.start]!, end: origin[line.end]! };
    ledger.changes.push({ rule, law: 'letters', before, after, span, file: raw.name });
  }

  private cutHyphen(at: number): void {
    const { ledger, origin, raw } = this.clean;
    ledger.changes.push({
      rule: 'parse:line-end-hyphen',
      law: 'letters',
      before: this.clean.text[at]!,
      after: '',
      span: { start: origin[at]!, end: origin[at]! + 1 },
      file: raw.name,
    });
  }

  private ask(
    rule: string,
    reason: Message,
    lines: readonly MeasuredLine[],
    records?: Record<string, string>[],
    answers?: Answer[],
  ): void {
    const { origin, raw } = this.clean;
    const span = { start: origin[lines[0]!.start]!, end: origin[lines.at(-1)!.end]! };
    say(raw, 'warning', `parse:${rule}`, reason, span, {
      confidence: 'doubtful',
      ...(records && { records }),
      ...(answers && { answers }),
    });
  }

  private tellOutside(outside: ReadonlyMap<number, string>): void {
    if (outside.size === 0) return;
    say(this.clean.raw, 'warning', 'parse:outside-page', messages.paged.outsidePages([...outside.keys()]));
  }
}

function textOf(nodes: readonly (RootContent | PhrasingContent)[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('');
}

/** What is left of lines when others, or parts of them, are taken out. */
function without(lines: readonly MeasuredLine[], taken: readonly MeasuredLine[]): MeasuredLine[] {
  const byLine = new Map(taken.map((line) => [line.line, line]));
  return lines.flatMap((line) => {
    const own = byLine.get(line.line);
    if (!own) return [line];
    return [cutLine(line, line.start, own.start), cutLine(line, own.end, line.end)].filter(
      ({ text }) => text.trim() !== '',
    );
  });
}

/** Neighbouring lines of one kind. */
function stretches(
  lines: readonly MeasuredLine[],
  kindOf: (line: MeasuredLine) => string,
): { kind: string; lines: MeasuredLine[] }[] {
  const out: { kind: string; lines: MeasuredLine[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = out.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else out.push({ kind, lines: [line] });
  }
  return out;
}

/** Has the text a list of references? Raised numbers may then name its entries. */
function listsReferences(content: readonly MeasuredLine[]): boolean {
  return content.some(({ text }) => referenceHeading.test(text.replace(/[\s\u3000]/gu, '')));
}

/** Does a line head the notes right below it? */
function isNoteHead(line: MeasuredLine, content: readonly MeasuredLine[]): boolean {
  const words = line.text.replace(/[\s\u3000]/gu, '');
  if (!noteListHeadings.test(words) || referenceHeading.test(words)) return false;
  const below = content.filter(
    ({ page, line: { y, column } }) => page === line.page && column === line.line.column && y > line.line.y,
  );
  return (
    below.length > 0 && below.reduce((first, one) => (one.line.y < first.line.y ? one : first)).line.area === 'notes'
  );
}

/** A neighbour's tail takes no more pages than this. */
const mostNeighbourPages = 2;

/** What stands before the first opening of all, on its page or the one before: the end of another article. */
function tailOfNeighbour(
  flow: readonly MeasuredLine[],
  openings: readonly Opening[],
  contents: ReadonlySet<MeasuredLine>,
): MeasuredLine[] {
  const [first] = openings;
  if (!first || first.margin < 0) return [];
  const tail = flow.slice(0, flow.indexOf(first.lines[0]!));
  const pages = new Set(tail.map(({ page }) => page.number));
  const isText = tail.some(
    (line) => line.textFace && Math.abs(line.ratio - 1) < 0.05 && line.short < 1.5 && line.indent < 5,
  );
  const sure = first.groups.some(({ role }) => role === 'byline' || role === 'abstract');
  return isText && sure && pages.size <= mostNeighbourPages && !tail.some((line) => contents.has(line)) ? tail : [];
}

function textBefore(lines: readonly MeasuredLine[]): string {
  return lines
    .slice(0, 3)
    .map(({ text }) => text.trim())
    .join('');
}
