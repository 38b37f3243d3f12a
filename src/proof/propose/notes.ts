/** Acts on notes: a note and the place where it is called in, the records that tie or supply it out. */
import type { WrittenRecord } from '../../stages/revise/index.js';
import type { Block } from '../types.js';
import { lengths, type Proposer, type RecordPlan } from './proposer.js';

/** Calls a note that stands in the text, or a paragraph that is one, behind the words before an offset. */
export function proposeTie(proposer: Proposer, note: Block, block: Block, offset: number): RecordPlan {
  const remove = standingNotes(proposer, note).map(({ line }) => line);
  const candidates = function* (): Generator<WrittenRecord> {
    for (const n of lengths) {
      for (const m of lengths) {
        const head = note.words.slice(0, m).trim();
        yield { note: m < note.words.length ? `${head}…` : note.words, after: before(block, offset, n) };
      }
    }
  };
  return { add: [proposer.first(candidates(), block) ?? proposer.cannotSay(note.words)], remove };
}

/** Supplies a note behind the words before an offset: in the place of a lost one where that is called there. */
export function proposeNote(proposer: Proposer, block: Block, offset: number, words: string): RecordPlan {
  const record = proposer.first(
    lengths.map((n) => ({ note: words, after: before(block, offset, n) })),
    block,
  );
  return { add: [record ?? proposer.cannotSay(before(block, offset, 12))], remove: [] };
}

/** The record that has supplied a paragraph of a note with its words, with others in their place. */
export function proposeSupplied(proposer: Proposer, note: Block, next: string): RecordPlan | undefined {
  const supplied = standingNotes(proposer, note).find(({ record }) => paragraphs(record.note).includes(note.words));
  if (!supplied) return undefined;
  const { note: said, after, line, in: name } = supplied.record;
  const words = paragraphs(said)
    .map((one) => (one === note.words ? next : one))
    .filter((one) => one !== '')
    .join('\n\n');
  const kept = Object.fromEntries(
    Object.entries({ after, in: name, line }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );
  return { add: words === '' ? [] : [{ note: words, ...kept }], remove: [supplied.line] };
}

const paragraphs = (said: unknown): string[] =>
  String(said)
    .split(/\n\s*\n/)
    .map((one) => one.trim().replace(/\s*\n\s*/g, ' '));

/** Records that tie or supply this note. */
function standingNotes(proposer: Proposer, note: Block) {
  return proposer.standingAnywhere('note').filter(({ record }) => {
    const said = String(record.note);
    const head = /^(.+?)\s*(?:…+|\.{3,})$/su.exec(said)?.[1];
    return head === undefined ? paragraphs(said).includes(note.words) : note.words.startsWith(head);
  });
}

const before = ({ words }: Block, offset: number, n: number): string =>
  words.slice(Math.max(0, offset - n), offset).trim();
