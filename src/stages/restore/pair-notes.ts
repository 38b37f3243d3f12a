/**
 * Tie each call to its note, page by page, and give both an identifier of their own.
 *
 * Damage: numbers start again on each page; marks are unreadable; texts or marks are lost.
 * Evidence: order and number. The notes of a block are aligned with the calls before it that are still open; equal
 * numbers weigh most, then the place within the page; later calls are preferred, since a block closes its page.
 * Leaves alone: nothing. A call without a text keeps a note that says so; a text without a call is called where its page
 * ends. Both are reported.
 *
 * @example ocr-markdown
 *   before: 甲[1]
 *
 *           [1] 注一
 *
 *           乙[1]
 *
 *           [1] 注二
 *   after:  甲{n1}
 *           {n1}: 注一
 *           乙{n2}
 *           {n2}: 注二
 */
import type { FootnoteDefinition, FootnoteReference, Paragraph, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import { isTextBlock, roleOf, setRole, spanOf, textOf } from './blocks.js';

interface Call {
  node: FootnoteReference;
  /** 0 where the mark cannot be read. */
  number: number;
  /** Place among the calls since the last block of notes, from 1. */
  place: number;
}

export const pairNotes = restoreRule({
  name: 'pair-notes',
  touches: 'furniture',
  apply(root, context) {
    callOrphans(root.children, context);
    mourn(root, context);
    const notes = new Numbering(root);
    let open: Call[] = [];
    let sinceBlock = 0;
    let lastText: RootContent | undefined;
    const further = furtherParagraphs(root);
    const blocks = root.children;
    for (let i = 0; i < blocks.length; i++) {
      const node = blocks[i]!;
      if (roleOf(node) === 'title' && isTextBlock(node)) {
        declareLost(open, notes, context);
        open = [];
        sinceBlock = 0;
      }
      if (roleOf(node) !== 'note') {
        visit(node, 'footnoteReference', (reference) => {
          if (reference.identifier !== '') return;
          open.push({ node: reference, number: Number(reference.label), place: ++sinceBlock });
        });
        if (isTextBlock(node) && roleOf(node) === 'body') lastText = node;
        continue;
      }
      let end = i;
      while (blocks[end] && roleOf(blocks[end]!) === 'note') end++;
      const block = blocks.slice(i, end) as Paragraph[];
      const pairs = align(open, block);
      const lastCalled = Math.max(-1, ...pairs);
      block.forEach((note, k) => {
        const call = pairs[k]! >= 0 ? open[pairs[k]!] : undefined;
        const caller = call ?? callAtEnd(lastText, note, context);
        if (caller) blocks[i + k] = define(note, further.get(note) ?? [], caller, notes);
        else setRole(note, 'body');
      });
      const called = new Set(pairs);
      // open calls before the last one called have missed their block
      declareLost(
        open.filter((_, at) => at < lastCalled && !called.has(at)),
        notes,
        context,
      );
      open = open.slice(lastCalled + 1);
      sinceBlock = 0;
      i = end - 1;
    }
    declareLost(open, notes, context);
    declareLost(callsWithin(blocks), notes, context);
    // those of a note that stands in the text, for want of a place to call it
    root.children = blocks.flatMap((node) => [node, ...((isTextBlock(node) && further.get(node)) || [])]);
    root.children.push(...notes.lost);
  },
});

/** The calls that stand in notes: no note of the page is theirs. */
function callsWithin(blocks: RootContent[]): Call[] {
  const calls: Call[] = [];
  visit({ type: 'root', children: blocks }, 'footnoteReference', (node) => {
    if (node.identifier === '') calls.push({ node, number: Number(node.label), place: 0 });
  });
  return calls;
}

/** Takes the further paragraphs of notes out of the tree: a note is paired as one. */
function furtherParagraphs(root: Root): Map<RootContent, Paragraph[]> {
  const further = new Map<RootContent, Paragraph[]>();
  let note: RootContent | undefined;
  root.children = root.children.filter((node) => {
    if (node.type !== 'paragraph' || !node.data?.continuesNote || !note) {
      note = node;
      return true;
    }
    further.set(note, [...(further.get(note) ?? []), node]);
    return false;
  });
  return further;
}

/** Hands out identifiers; keeps the definitions of lost notes. */
class Numbering {
  private next = 1;
  private readonly taken = new Set<string>();
  lost: FootnoteDefinition[] = [];

  /** @param root whose Markdown notes have identifiers already */
  constructor(root: Root) {
    for (const node of root.children) if (node.type === 'footnoteDefinition') this.taken.add(node.identifier);
  }

  take(call: FootnoteReference): string {
    while (this.taken.has(`n${this.next}`)) this.next++;
    call.identifier = `n${this.next++}`;
    return call.identifier;
  }
}

function define(note: Paragraph, further: Paragraph[], call: Call, notes: Numbering): FootnoteDefinition {
  const identifier = notes.take(call.node);
  const mark = note.data?.mark;
  return {
    type: 'footnoteDefinition',
    identifier,
    label: call.node.label!,
    position: note.position!,
    data: { ...(mark !== undefined && { mark }) },
    children: [note, ...further].map(({ children, position }) => ({
      type: 'paragraph',
      children,
      position: position!,
    })),
  };
}

/** The source has lost the texts of these calls: the marks stay, and say so. */
function declareLost(calls: Call[], notes: Numbering, context: RestoreContext): void {
  for (const { node } of calls) {
    const identifier = notes.take(node);
    notes.lost.push({
      type: 'footnoteDefinition',
      identifier,
      label: node.label!,
      position: node.position!,
      data: { lost: true },
      children: [],
    });
    const mark = markName(node);
    context.say('warning', messages.restore.callWithoutNote(mark), spanOf(node), {
      confidence: mark === undefined ? 'likely' : 'certain',
      answers: [{ key: 'note', span: spanOf(node) }],
    });
  }
}

function markName(node: FootnoteReference): string | undefined {
  return node.label === '0' ? undefined : `[${node.label}]`;
}

/** Puts the question where a note is called. */
function askPlace(reason: Message, note: Paragraph | FootnoteDefinition, context: RestoreContext): void {
  const span = spanOf(note);
  context.say('warning', reason, span, { confidence: 'doubtful', answers: [{ key: 'tie', span }] });
}

/** The call of a note that has lost its own: at the end of its page's text. */
function callAtEnd(block: RootContent | undefined, note: Paragraph, context: RestoreContext): Call | undefined {
  const node: FootnoteReference = {
    type: 'footnoteReference',
    identifier: '',
    label: String(note.data?.mark ?? 0),
    position: note.position!,
  };
  if (!block || !isTextBlock(block)) {
    askPlace(messages.restore.noteBeforeText(textOf(note)), note, context);
    return undefined;
  }
  block.children.push(node);
  askPlace(messages.restore.noteWithoutCall(textOf(note)), note, context);
  return { node, number: 0, place: 0 };
}

/**
 * The best monotone alignment of notes with open calls: for each note the index of its call, or -1.
 * Dynamic programming over at most the last `window` calls.
 */
function align(open: Call[], block: Paragraph[]): number[] {
  const window = Math.max(80, block.length * 2);
  const base = Math.max(0, open.length - window);
  const calls = open.slice(base);
  const expected = expectMarks(block);
  const width = calls.length + 1;
  const best = new Float64Array((block.length + 1) * width);
  const skippedNote = -1;
  const skippedCall = -0.4;
  // calls left over at the start cost nothing: their notes were lost before this block
  for (let j = 1; j < width; j++) best[j] = 0;
  for (let i = 1; i <= block.length; i++) {
    best[i * width] = i * skippedNote;
    for (let j = 1; j < width; j++) {
      const pair = best[(i - 1) * width + j - 1]! + weigh(calls[j - 1]!, expected[i - 1]!, j / width);
      const noNote = best[(i - 1) * width + j]! + skippedNote;
      const noCall = best[i * width + j - 1]! + skippedCall;
      best[i * width + j] = Math.max(pair, noNote, noCall);
    }
  }
  const result = new Array<number>(block.length).fill(-1);
  let i = block.length;
  let j = calls.length;
  while (i > 0 && j > 0) {
    const here = best[i * width + j]!;
    if (here === best[(i - 1) * width + j - 1]! + weigh(calls[j - 1]!, expected[i - 1]!, j / width)) {
      result[i - 1] = base + j - 1;
      i--;
      j--;
    } else if (here === best[i * width + j - 1]! + skippedCall) j--;
    else i--;
  }
  return result;
}

function weigh(call: Call, note: Expected, late: number): number {
  const bonus = late * 0.01;
  if (note.certain && call.number > 0) return note.mark === call.number ? 3 + bonus : -100;
  // one of the two cannot be read: the place within the page speaks
  return ((call.number > 0 ? call.number : call.place) === note.mark ? 1.5 : 0.8) + bonus;
}

/** The number that a note bears, or would bear by its neighbours. */
interface Expected {
  mark: number;
  certain: boolean;
}

/** A note without a mark counts back from the next that has one, else on from the one before it. */
function expectMarks(block: Paragraph[]): Expected[] {
  const marks = block.map((note) => (typeof note.data?.mark === 'number' ? note.data.mark : undefined));
  return marks.map((mark, i) => {
    if (mark !== undefined) return { mark, certain: true };
    const next = marks.findIndex((other, j) => j > i && other !== undefined);
    if (next >= 0) return { mark: marks[next]! - (next - i), certain: false };
    const before = marks.findLastIndex((other, j) => j < i && other !== undefined);
    return { mark: before >= 0 ? marks[before]! + (i - before) : i + 1, certain: false };
  });
}

/** Markdown notes come tied; those that nobody calls are called where they stand. */
function callOrphans(blocks: RootContent[], context: RestoreContext): void {
  const called = new Set<string>();
  visit({ type: 'root', children: blocks }, 'footnoteReference', (node) => void called.add(node.identifier));
  let lastText: RootContent | undefined;
  for (const node of blocks) {
    if (isTextBlock(node)) lastText = node;
    if (node.type !== 'footnoteDefinition' || called.has(node.identifier) || !lastText || !isTextBlock(lastText))
      continue;
    lastText.children.push({
      type: 'footnoteReference',
      identifier: node.identifier,
      label: node.label ?? node.identifier,
      position: node.position!,
    });
    askPlace(messages.restore.noteNeverCalled(node.label ?? node.identifier), node, context);
  }
}

/** Calls in Markdown whose notes are missing arrive as the text that they are: [^3]. */
function mourn(root: Root, context: RestoreContext): void {
  const lost = new Map<string, FootnoteDefinition>();
  visit(root, 'text', (node, index, parent) => {
    const found = parent && index !== undefined && /\[\^([^\]\s]+)\]/u.exec(node.value);
    if (!found) return;
    const [whole, label] = found as unknown as [string, string];
    if (context.survey.kind === 'finished' && isEscaped(whole, node, context.raw.text)) return;
    const identifier = `lost-${label}`;
    const start = spanOf(node).start + found.index;
    const place = { start, end: start + whole.length };
    const position = {
      start: { ...node.position!.start, offset: place.start },
      end: { ...node.position!.start, offset: place.end },
    };
    const reference: FootnoteReference = { type: 'footnoteReference', identifier, label, position };
    const rest = node.value.slice(found.index + whole.length);
    const parts: Text[] =
      rest === '' ? [] : [{ type: 'text', value: rest, position: { start: position.end, end: node.position!.end } }];
    node.value = node.value.slice(0, found.index);
    node.position = { start: node.position!.start, end: position.start };
    (parent.children as RootContent[]).splice(index + 1, 0, reference, ...parts);
    context.setAside(whole, place);
    if (!lost.has(identifier)) {
      lost.set(identifier, {
        type: 'footnoteDefinition',
        identifier,
        label,
        position,
        data: { lost: true },
        children: [],
      });
      context.say('warning', messages.restore.callWithoutNote(`[^${label}]`), place, {
        confidence: 'certain',
        answers: [{ key: 'note', span: place }],
      });
    }
    return index + 2;
  });
  root.children.push(...lost.values());
}

/** Whether a person has written that the brackets are brackets: \[^3]. */
function isEscaped(call: string, node: Text, raw: string): boolean {
  const { start, end } = spanOf(node);
  const written = raw.slice(start, end);
  return !written
    .split(call)
    .slice(0, -1)
    .some((before) => !before.endsWith('\\'));
}
