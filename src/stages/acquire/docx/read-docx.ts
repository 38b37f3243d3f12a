/**
 * Reads a Word document (DOCX of Word, WPS, LibreOffice): its bytes in, the tree of a source out.
 *
 * mammoth loses readings, formulas, dots of emphasis and the numbers that Word writes before paragraphs, and gives no
 * places: the parts are read here, the archive and the XML by libraries.
 */
import type { RootContent, Table, TableCell } from 'mdast';
import type { Element } from 'xast';
import { messages } from '../../../messages/index.js';
import { divisionHeadOf } from '../../../vocabulary/books/divisions.js';
import { mergeCells, type MergedCell } from '../../../vocabulary/merged-cells.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { Archive, resolvePart } from '../structured/archive.js';
import type { Inline, LeftOut } from '../structured/lay-out.js';
import { elementAt, elements, elementsBelow, parseXml, textWithin } from '../structured/parse-xml.js';
import { SourceFault, type Reading, type ReadSource, type SourceFile } from '../structured/reading.js';
import { Numbering, type Label } from './numbering.js';
import { RunReader, type RunContext } from './runs.js';
import { isOn, Styles, valueOf } from './styles.js';
import { placeHeadings, type WordBlock } from './place-headings.js';

const { docx } = messages.sources.names;
/** So many chapters of the first level make a book. */
const fewestChapters = 3;

export async function readDocx({ bytes }: SourceFile): Promise<ReadSource> {
  const archive = await Archive.open(bytes, docx);
  const main = archive.names.find((name) => /^word\/document\d*\.xml$/u.test(name));
  if (main === undefined) throw new SourceFault('source-opens', messages.sources.damaged(docx));
  const part = async (name: string): Promise<Element | undefined> => {
    const content = await archive.bytes(name);
    return content && parseXml(content, docx);
  };
  const document = new WordDocument(
    new Styles(await part('word/styles.xml')),
    new Numbering(await part('word/numbering.xml')),
  );
  document.relations = relationsOf(await part(main.replace(/([^/]+)$/u, '_rels/$1.rels')), main);
  const body = document.body((await part(main))!);
  const notes: RootContent[] = [];
  for (const [name, kind] of [
    ['word/footnotes.xml', 'f'],
    ['word/endnotes.xml', 'e'],
  ] as const) {
    const root = await part(name);
    const own = relationsOf(await part(name.replace(/([^/]+)$/u, '_rels/$1.rels')), name);
    if (root) notes.push(...document.notes(root, kind, own));
  }
  const beside: LeftOut[] = [];
  for (const name of archive.names.filter((one) => /^word\/(?:header|footer)\d*\.xml$/u.test(one))) {
    const words = textOfPart((await part(name))!);
    if (withoutBlanks(words) !== '') beside.push({ type: 'leftOut', reason: 'page-furniture', value: words });
  }
  const comments = elements(await part('word/comments.xml'), 'w:comment')
    .map(textOfPart)
    .filter((one) => one.trim() !== '');
  beside.push(...comments.map((value): LeftOut => ({ type: 'leftOut', reason: 'comment', value })));
  const pictures = new Map<string, Uint8Array>();
  for (const address of document.pictures) {
    const content = await archive.bytes(address);
    if (content) pictures.set(address, content);
  }
  const { blocks, isBook } = document.placed(body);
  const children = [...(beside as unknown as RootContent[]), ...blocks, ...notes];
  const reading: Reading = { root: { type: 'root', children }, pictures, said: document.said(comments) };
  return { reading: { ...reading, ...(isBook && { book: true }) }, encoding: 'docx' };
}

type Relations = ReadonlyMap<string, { address: string; external: boolean }>;

function relationsOf(part: Element | undefined, of: string): Relations {
  return new Map(
    elements(part, 'Relationship').map(({ attributes: { Id, Target, TargetMode } }) => {
      const external = TargetMode === 'External';
      return [Id ?? '', { address: external ? (Target ?? '') : resolvePart(of, Target ?? ''), external }];
    }),
  );
}

function textOfPart(part: Element): string {
  return elementsBelow(part, 'w:p')
    .map((paragraph) => elementsBelow(paragraph, 'w:t').map(textWithin).join(''))
    .join('\n');
}

class WordDocument {
  relations: Relations = new Map();
  readonly pictures = new Set<string>();
  private readonly context: RunContext = {
    target: (relation) => {
      const found = relation === undefined ? undefined : this.relations.get(relation);
      if (found && !found.external) this.pictures.add(found.address);
      return found;
    },
    called: [],
    inserted: 0,
    deleted: [],
    unread: new Set(),
    boxes: [],
  };
  private readonly runs = new RunReader(this.context);

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  body(document: Element): WordBlock[] {
    return this.blocks(elementAt(document, 'w:body') ?? document);
  }

  /** Titles, headings and lists, once all paragraphs are known. */
  placed(body: readonly WordBlock[]): { blocks: RootContent[]; isBook: boolean } {
    const blocks = placeHeadings(body);
    const chapters = blocks
      .filter((block) => block.type === 'heading' && block.depth <= 2)
      .filter((block) => {
        const head = divisionHeadOf(words(block));
        return head !== undefined && !head.weak && head.system !== 'named' && /[章回卷部篇]/u.test(words(block));
      });
    return { blocks, isBook: chapters.length >= fewestChapters && blocks.length > 8 * chapters.length };
  }

  notes(part: Element, kind: 'f' | 'e', relations: Relations): RootContent[] {
    const main = this.relations;
    this.relations = relations;
    const found = elements(part, kind === 'f' ? 'w:footnote' : 'w:endnote').flatMap((note): RootContent[] => {
      const type = note.attributes['w:type'];
      if (type !== undefined && type !== null && type !== 'normal') return [];
      const identifier = `${kind}${note.attributes['w:id'] ?? ''}`;
      const blocks = this.blocks(note).map(({ node }) => node);
      // Word keeps the words of notes whose call was deleted
      if (!this.context.called.includes(identifier)) {
        const value = textOfPart(note);
        if (withoutBlanks(value) === '') return [];
        this.context.deleted.push(value);
        return [{ type: 'leftOut', reason: 'deleted', value } as unknown as RootContent];
      }
      const children = blocks.length > 0 ? blocks : [{ type: 'paragraph' as const, children: [] }];
      return [{ type: 'footnoteDefinition', identifier, label: identifier, children: children as never }];
    });
    this.relations = main;
    return found;
  }

  said(comments: readonly string[]): Reading['said'] {
    const { inserted, deleted, unread } = this.context;
    const said: Reading['said'] = [];
    if (inserted + deleted.length > 0)
      said.push({
        severity: 'warning',
        rule: 'tracked-changes',
        reason: messages.sources.changes(inserted, deleted.length, deleted[0] ?? ''),
      });
    if (comments.length > 0)
      said.push({
        severity: 'warning',
        rule: 'comments',
        reason: messages.sources.comments(comments.length, comments[0]!),
      });
    if (unread.size > 0)
      said.push({
        severity: 'warning',
        rule: 'unread-parts',
        reason: messages.sources.unreadParts([...unread].slice(0, 8).join(', ')),
      });
    return said;
  }

  private blocks(parent: Element): WordBlock[] {
    return elements(parent).flatMap((element): WordBlock[] => {
      switch (element.name) {
        case 'w:p':
          return this.paragraph(element);
        case 'w:tbl':
          return this.table(element);
        case 'w:sdt':
          return isContents(element)
            ? [aside('made-page', textOfPart(element))]
            : this.blocks(elementAt(element, 'w:sdtContent') ?? element);
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
          return this.blocks(element);
        case 'mc:AlternateContent':
          return this.blocks(elementAt(element, 'mc:Choice') ?? element);
        default:
          return [];
      }
    });
  }

  private paragraph(element: Element): WordBlock[] {
    const properties = elementAt(element, 'w:pPr');
    const kind = this.styles.kindOf(properties);
    const label = this.numbering.next(elementAt(properties, 'w:numPr') ?? this.styles.numberingOf(properties));
    const before = this.runs.inContents;
    const inline = this.runs.read(element, kind.heading !== undefined || kind.role === 'title');
    const boxes = this.context.boxes.splice(0).flatMap((box) => this.blocks(box));
    if (before || this.runs.inContents)
      return [aside('made-page', elementsBelow(element, 'w:t').map(textWithin).join('')), ...boxes];
    if (this.styles.isHidden(properties))
      return [aside('hidden', textOfPart({ ...element, children: [element] })), ...boxes];
    const parts = withDisplays(inline);
    const block: WordBlock = {
      node: { type: 'paragraph', children: parts as never },
      ...kind,
      ...(label && { label }),
      size: sizeIn(element) ?? this.styles.sizeOf(properties),
      bold: isBold(element),
      centred: valueOf(elementAt(properties, 'w:jc')) === 'center',
    };
    const isEmpty = parts.every(
      (node) => node.type === 'leftOut' || (node.type === 'text' && node.value.trim() === ''),
    );
    if (isEmpty)
      return [
        ...(parts.filter(({ type }) => type === 'leftOut') as unknown as RootContent[]).map((node) => ({ node })),
        ...boxes,
      ];
    return [block, ...boxes];
  }

  private table(element: Element): WordBlock[] {
    const rows = elements(element).flatMap((one) =>
      one.name === 'w:sdt' ? elementsBelow(one, 'w:tr') : one.name === 'w:tr' ? [one] : [],
    );
    const cells: TableCell[][] = [];
    const merges: MergedCell[] = [];
    const open = new Map<number, MergedCell>();
    for (const [r, row] of rows.entries()) {
      const line: TableCell[] = [];
      const before = Number(valueOf(elementAt(row, 'w:trPr', 'w:gridBefore')) ?? 0);
      for (let i = 0; i < before; i++) line.push(emptyCell());
      for (const cell of elementsOf(row, 'w:tc')) {
        const properties = elementAt(cell, 'w:tcPr');
        const colspan = Math.max(1, Math.min(100, Number(valueOf(elementAt(properties, 'w:gridSpan')) ?? 1)));
        const merge = elementAt(properties, 'w:vMerge');
        const goesOn = merge !== undefined && valueOf(merge) !== 'restart';
        const column = line.length;
        const above = open.get(column);
        if (goesOn && above) above.rowspan++;
        else open.delete(column);
        if (!goesOn || !above) {
          const place: MergedCell = { row: r, column, colspan, rowspan: 1 };
          merges.push(place);
          if (merge !== undefined) open.set(column, place);
        }
        const content = this.cell(cell);
        line.push(
          goesOn && above && content.length === 0 ? emptyCell() : { type: 'tableCell', children: content as never },
        );
        for (let i = 1; i < colspan; i++) line.push(emptyCell());
      }
      cells.push(line);
    }
    const columns = Math.max(0, ...cells.map((line) => line.length));
    if (columns === 0) return [];
    // one cell is a box round blocks
    if (columns === 1 && rows.length === 1) return this.blocks(elementsOf(rows[0]!, 'w:tc')[0]!);
    const table: Table = {
      type: 'table',
      children: cells.map((line) => ({
        type: 'tableRow',
        children: Array.from({ length: columns }, (_, i) => line[i] ?? emptyCell()),
      })),
    };
    mergeCells(
      table,
      merges.filter(({ colspan, rowspan }) => colspan > 1 || rowspan > 1),
    );
    const heads = rows.findIndex((row) => !isOn(elementAt(row, 'w:trPr', 'w:tblHeader')));
    if (heads > 1) table.data = { headRows: heads };
    return [{ node: table }];
  }

  /** Paragraphs of a cell as lines of it. */
  private cell(cell: Element): Inline[] {
    return this.blocks(cell)
      .map((block) => [...label(block.label), ...inlineOf(block.node)])
      .filter((line) => line.length > 0)
      .flatMap((line, i): Inline[] => (i === 0 ? line : [{ type: 'break' }, ...line]));
  }
}

function label(found: Label | undefined): Inline[] {
  return found && found.words !== '' ? [{ type: 'text', value: `${found.words}　` }] : [];
}

function inlineOf(node: RootContent | LeftOut): Inline[] {
  if (node.type === 'leftOut') return [node];
  if (node.type === 'table')
    return node.children.flatMap((row, i): Inline[] => [
      ...(i > 0 ? [{ type: 'break' as const }] : []),
      ...row.children.flatMap((cell, k): Inline[] => [
        ...(k > 0 ? [{ type: 'text' as const, value: '　' }] : []),
        ...(cell.children as Inline[]),
      ]),
    ]);
  return 'children' in node ? (node.children as Inline[]) : [];
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/** Elements of a name, also those that a control of contents holds. */
function elementsOf(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : child.name === 'w:sdt'
        ? elementsOf(elementAt(child, 'w:sdtContent') ?? child, name)
        : [],
  );
}

function aside(reason: LeftOut['reason'], value: string): WordBlock {
  return { node: { type: 'leftOut', reason, value } as unknown as RootContent };
}

function isContents(element: Element): boolean {
  return /table of contents|目录/iu.test(
    valueOf(elementAt(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) ?? '',
  );
}

/** The largest size of type in a paragraph, half points. */
function sizeIn(paragraph: Element): number | undefined {
  const sizes = elementsBelow(paragraph, 'w:r').map((run) => Number(valueOf(elementAt(run, 'w:rPr', 'w:sz')) ?? 0));
  const size = Math.max(0, ...sizes);
  return size > 0 ? size : undefined;
}

/** Are all words of a paragraph bold? */
function isBold(paragraph: Element): boolean {
  const runs = elementsBelow(paragraph, 'w:r').filter((run) =>
    elements(run, 'w:t').some((one) => textWithin(one).trim() !== ''),
  );
  return runs.length > 0 && runs.every((run) => isOn(elementAt(run, 'w:rPr', 'w:b')));
}

/** A formula that is all there is of a paragraph stands on a line of its own. */
function withDisplays(nodes: Inline[]): Inline[] {
  const [only, ...others] = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (only?.type === 'inlineMath' && others.length === 0) only.data = { ...only.data, display: true };
  return nodes;
}

function words(node: RootContent): string {
  return 'children' in node
    ? (node.children as RootContent[]).map((child) => ('value' in child ? child.value : words(child))).join('')
    : '';
}
