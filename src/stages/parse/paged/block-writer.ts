/**
 * Writes blocks of a paged text: lines in, nodes out with their calls, page marks and places, and the ledger kept.
 *
 * What reads the pages decides what a line is; what is written of it, and what is recorded, is the same everywhere.
 */
import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { say } from '../../../diagnostics/index.js';
import type { Answer, BlockData, CleanText, PageBreak } from '../../../model/index.js';
import { firstAt } from '../../../positions/first-at.js';
import type { Message } from '../../../messages/index.js';
import type { PagedText } from '../../../model/paged-text.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { Calls } from './calls.js';
import { phrasing, positionAt, type Hyphens, type ReadPiece } from './compose.js';
import { LatinWords } from './latin-words.js';
import { measureLines, type MeasuredLine } from './measured-line.js';
import type { PageNote } from './notes.js';

export class BlockWriter {
  readonly root: Root = { type: 'root', children: [] };
  /** Lines of all pages in reading order. */
  readonly lines: MeasuredLine[];
  /** The calls among the words; none before they are tied. */
  calls = new Calls([], []);
  /** Lines by their place in the raw text: cells of tables name them so. */
  private readonly byStart: ReadonlyMap<number, MeasuredLine>;
  /** Edges of the columns of a table on its page: more of it may follow. */
  readonly columnsOf = new WeakMap<Table, readonly number[]>();
  private readonly ids = new Map<PageNote, string>();
  private readonly hyphens: Hyphens;
  /** Pages whose beginning is marked. */
  private readonly anchored = new Set<number>();

  constructor(
    readonly clean: CleanText,
    readonly paged: PagedText,
  ) {
    this.lines = measureLines(clean, paged);
    this.byStart = new Map(this.lines.map((line) => [line.line.start, line]));
    const words = new LatinWords(this.lines);
    this.hyphens = { isOfLine: (left, right) => words.isPartedByLine(left, right), onCut: (at) => this.cutHyphen(at) };
  }

  /** The name of a note, the same each time. */
  idOf(note: PageNote): string {
    const known = this.ids.get(note);
    if (known) return known;
    const id = `p${note.page}-${this.ids.size + 1}`;
    this.ids.set(note, id);
    return id;
  }

  /** The line that begins at an offset of the raw text. */
  lineAt(start: number): MeasuredLine | undefined {
    return this.byStart.get(start);
  }

  /** Number of the page of the file that holds an offset of the clean text. */
  pageAt(offset: number): number {
    const after = firstAt(this.lines, (line) => line.start > offset);
    return this.lines[after - 1]?.page.number ?? 1;
  }

  /** @param skip UTF-16 units left out at its beginning: a note's mark */
  paragraph(lines: readonly MeasuredLine[], data: BlockData, skip = 0): Paragraph {
    return {
      type: 'paragraph',
      ...(Object.keys(data).length > 0 && { data }),
      position: positionAt(lines[0]!.start, lines.at(-1)!.end),
      children: this.phrasing(lines, skip, !data.role && !data.caption && !data.source),
    };
  }

  /** @param anchored the page of the source that begins there is marked */
  phrasing(lines: readonly MeasuredLine[], skip = 0, anchored = false): PhrasingContent[] {
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

  /** Adds a block after all others. */
  add(node: RootContent): void {
    this.root.children.push(node);
  }

  /** Records lines that do not stand in the edition. */
  leaveOut(lines: readonly MeasuredLine[], rule: string): void {
    for (const { text, start, end } of lines) this.setAside(rule, text, start, end);
  }

  /** Records words that do not stand in the edition; offsets of the clean text. */
  setAside(rule: string, text: string, start: number, end: number): void {
    const { ledger, origin, raw } = this.clean;
    const span = { start: origin[start]!, end: origin[end]! };
    ledger.aside.push({ rule, text: withoutBlanks(text), span, file: raw.name });
  }

  /** Records words that stand there in another form. */
  change(rule: string, before: string, after: string, line: MeasuredLine): void {
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

  /** Asks a person about lines, with the records or answers that settle it. */
  ask(
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
}
