/**
 * A record of a note: `note` is called behind the words `after`.
 *
 * Words that stand nowhere are supplied: they fill the note whose text the source has lost where one is called there.
 * The beginning of a note that stands in the text, with `…` behind it, ties that note to these words; so do all words of
 * a note or paragraph that has no call. `none` says that the lost note called there is none: the mark is text again.
 */
import type { FootnoteDefinition, FootnoteReference, Paragraph, RootContent } from 'mdast';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { cutLead, textOf } from '../../restore/blocks.js';
import { noteLead } from '../../../vocabulary/note-markers.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { sharedKeys, type Correction } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { insertAfter, isolate, takeOut, topOf } from '../cut-blocks.js';
import { leadOf, tailOf, wordsOf } from '../excerpt.js';
import { endsPassage, fillsPassages, findWords, notFound, occurrences, scopeOf } from '../find-words.js';
import { lineOf, passageAt, passagesOf, placeName, rawSpan, type Flow, type Place } from '../flows.js';
import { nearest, type Near } from '../nearest-words.js';
import { callsBehind, definitionOf, freeIdentifier, setCall, spanWithCalls, takeOutCall } from '../note-calls.js';
import { claim, edgesOf, listChange, type Anchor, type Operation } from '../operation.js';

const schema = z.strictObject({
  note: words.min(1, expected('note')),
  /** Words of the text behind which the note is called. */
  after: words.min(1, expected('noteAfter')),
  ...sharedKeys,
});

type NoteRecord = z.output<typeof schema>;

export const noteRecord = recordKind<NoteRecord>({
  key: 'note',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const [place] = findWords(flows, record, { words: record.after, key: 'after' }) as [Place];
    const calls = callsBehind(place);
    const lost = calls.find(({ node }) => definitionOf(place.flow.tree.root, node.identifier)?.data?.lost)?.node;
    const operation = emptyOperation(correction, place);
    if (record.note === 'none') {
      if (!lost) throw new Refusal('found', messages.revise.noLostNote(record.after, placeName(place)));
      return [takeOutLost(operation, place, lost)];
    }
    const standing = findNote(flows, record);
    if (!standing) return [supply(operation, place, lost, record.note)];
    const { note } = passageAt(standing.flow, standing.start);
    if (note && calls.some(({ node }) => node.identifier === note.identifier))
      throw new Refusal('changes', messages.revise.calledAlready(record.note, placeName(place)), place);
    return [tie(operation, place, lost, standing)];
  },
});

function emptyOperation(correction: Correction, place: Place): Operation {
  const { flow, end } = place;
  const last = { flow, start: end - 1, end };
  const lead = leadOf(place) + wordsOf(place);
  const tail = tailOf(place);
  const { note } = correction.record as NoteRecord;
  return {
    correction,
    tree: flow.tree,
    span: spanWithCalls(last),
    shown: { before: lead + tail, after: `${lead}° [${note.trim()}] ${tail.replace(/^°/u, '')}` },
    claims: claim(last, 'call'),
    points: [{ flow, at: end, side: 'end' }],
  };
}

/** The note that the record means, where it stands in the text already. */
function findNote(flows: Flow[], record: NoteRecord): Place | undefined {
  const { note } = record;
  const scope = scopeOf(flows, record);
  const head = /^(.+?)\s*(?:…+|\.{3,})$/su.exec(note)?.[1];
  const found = occurrences(scope.flows, head ?? note).filter((place) => scope.holds(place) && begins(place));
  if (head === undefined) {
    const standing = found.find((place) => endsPassage(place.flow, place.end) && isAdrift(place));
    if (!standing) notNearlyTied(flows, note);
    return standing;
  }
  const [first, second] = found.length > 1 ? found.filter((place) => lineOf(place) === record.line) : found;
  if (found.length > 1 && (!first || second))
    throw new Refusal('counted', messages.revise.otherCount(head, 'note', 1, found.map(placeName)));
  if (!first) throw notFound(scope, 'note', head);
  const [passage] = passagesOf(first);
  return { ...first, end: passage!.note ? first.flow.text.length : passage!.end };
}

/** Words that are nearly those of a note without a mark are hardly a second one. */
function notNearlyTied(flows: Flow[], words: string): void {
  const isNear = (among: Flow[]): Near | undefined => {
    const near = nearest(among, words);
    return near && near.alike >= 0.8 ? near : undefined;
  };
  const notes = flows.filter((flow) => flow.passages[0]!.note);
  // whether a note is adrift takes longer to tell than whether any is like the words
  if (!isNear(notes)) return;
  const near = isNear(notes.filter((flow) => isAdrift({ flow, start: 0, end: flow.text.length })));
  if (near) throw new Refusal('found', messages.revise.nearlyNote(words, wordsOf(near.place), placeName(near.place)));
}

/** Does a place begin its passage, the mark of a note left out? */
function begins({ flow, start }: Place): boolean {
  return flow.text.slice(passageAt(flow, start).start, start).replace(noteLead, '').trim() === '';
}

/** Is this a paragraph, or a note that is called where it stands since its mark is lost? */
function isAdrift(place: Place): boolean {
  const { note } = passageAt(place.flow, place.start);
  if (!note) return fillsPassages(place);
  const calls = callsOf(place.flow.tree.root.children, note.identifier);
  return calls.some(({ position }) => position?.start.offset === note.position?.start.offset);
}

function callsOf(nodes: RootContent[], identifier: string): FootnoteReference[] {
  return nodes.flatMap((node) => {
    if (node.type === 'footnoteReference') return node.identifier === identifier ? [node] : [];
    return 'children' in node ? callsOf(node.children as RootContent[], identifier) : [];
  });
}

/** The lost note goes, and what was taken for its mark stands in the text again. */
function takeOutLost(operation: Operation, place: Place, lost: FootnoteReference): Operation {
  const { root, ledger } = place.flow.tree;
  const { start } = lost.position!;
  operation.act = ([anchor]) => {
    takeOut(root, definitionOf(root, lost.identifier)!);
    takeOutCall(root, lost.identifier);
    const at = ledger.aside.findIndex(({ span, rule }) => span.start === start.offset && rule.startsWith('restore:'));
    const [mark] = at < 0 ? [] : ledger.aside.splice(at, 1);
    Object.assign(anchor!, { value: mark?.text ?? '' });
    operation.shown.after = `${leadOf(place)}${wordsOf(place)}${mark?.text ?? ''}${tailOf(place).replace(/^°/u, '')}`;
    listChange(operation, 'structure', mark?.text ?? '', mark?.text ?? '');
  };
  return operation;
}

/** New words: in the note that is lost there, or in a new one. */
function supply(operation: Operation, place: Place, lost: FootnoteReference | undefined, text: string): Operation {
  const { root } = place.flow.tree;
  operation.act = ([anchor]) => {
    const note = lost ? definitionOf(root, lost.identifier)! : callNew(place, anchor!);
    delete note.data?.lost;
    note.children = text
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph): Paragraph => ({
        type: 'paragraph',
        position: note.position!,
        children: [{ type: 'text', value: paragraph.trim().replace(/\s*\n\s*/g, ' '), position: note.position! }],
      }));
    listChange(operation, 'letters', '', text);
  };
  return operation;
}

/** A note, or a paragraph that is one, is called from here and nowhere else. */
function tie(operation: Operation, place: Place, lost: FootnoteReference | undefined, standing: Place): Operation {
  const { tree } = place.flow;
  const { root, ledger, raw } = tree;
  const { note } = passageAt(standing.flow, standing.start);
  operation.disposes = rawSpan(standing);
  operation.claims.push(...claim(standing, 'block'));
  operation.points!.push(...edgesOf(standing));
  operation.act = ([anchor, from, to]) => {
    if (lost) takeOut(root, definitionOf(root, lost.identifier)!);
    if (lost) takeOutCall(root, lost.identifier);
    if (note) {
      takeOutCall(root, note.identifier);
      setCall(root, anchor!, {
        type: 'footnoteReference',
        identifier: note.identifier,
        label: note.label ?? '0',
        position: anchor!.position!,
      });
    } else {
      const { block, parent } = isolate(root, from!, to!);
      const lead = noteLead.exec(textOf(block))?.[0] ?? '';
      if (lead !== '') {
        const text = withoutBlanks(cutLead(block, lead.length));
        const start = block.position?.start.offset ?? 0;
        ledger.aside.push({ rule: 'revise:note', text, span: { start, end: start + lead.length }, file: raw.name });
      }
      takeOut(parent, block);
      const { position } = block;
      callNew(place, anchor!).children = [
        { type: 'paragraph', children: block.children, ...(position && { position }) },
      ];
    }
    const words = withoutBlanks(wordsOf(standing));
    listChange(operation, 'structure', words, words);
  };
  return operation;
}

/** Calls a new note at an anchor; the note stands behind the block that calls it. */
function callNew({ flow }: Place, anchor: Anchor): FootnoteDefinition {
  const { root } = flow.tree;
  const identifier = freeIdentifier(root);
  const position = anchor.position!;
  setCall(root, anchor, { type: 'footnoteReference', identifier, label: '0', position });
  const note: FootnoteDefinition = { type: 'footnoteDefinition', identifier, label: '0', position, children: [] };
  insertAfter(root, topOf(root, anchor), note);
  return note;
}
