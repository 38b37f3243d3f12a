/**
 * What every act on a block asks: the texts as records find them, the records that act there already, and whether a new one
 * would apply at the place that is meant.
 */
import type { Applied } from '../../stages/revise/applied.js';
import {
  lineOf,
  occurrences,
  rawSpan,
  Refusal,
  tryRecord,
  withLine,
  type IssueText,
  type WrittenRecord,
} from '../../stages/revise/index.js';
import type { Span } from '../../model/index.js';
import { messages, type Message } from '../../messages/index.js';
import { Misuse } from '../../messages/misuse.js';
import type { Block } from '../types.js';

/** What is to become of the list of records. */
export interface RecordPlan {
  add: WrittenRecord[];
  /** Lines of the records that go; where one goes and one comes, it takes its place. */
  remove: number[];
}

/** How many characters of each side are tried, one after the other. */
export const lengths = [3, 4, 6, 9, 12, 16, 24, 40];

/** Signs of words that are shown. */
const shownWords = 40;

/** A record that acts on a block, as it was read. */
export interface StandingRecord {
  key: string;
  line: number;
  record: Record<string, unknown>;
}

export class Proposer {
  /** Why the last record that was tried is none, where more words would not help. */
  private refusal: Message | undefined;

  constructor(
    private readonly base: IssueText,
    private readonly applied: readonly Applied[],
    /** Names of the texts, as messages show them. */
    private readonly names: readonly string[],
  ) {}

  /** Records of a kind that act within a block. */
  standing(block: Block, key: string): StandingRecord[] {
    const { at } = block;
    if (!at) return [];
    const found = this.applied.filter(
      ({ correction, file, span }) =>
        correction.key === key && file === this.names[at.text] && span.start <= at.end + 1 && span.end >= at.start - 1,
    );
    return standingOf(found);
  }

  /** Records of a kind that act anywhere. */
  standingAnywhere(key: string): StandingRecord[] {
    return standingOf(this.applied.filter(({ correction }) => correction.key === key));
  }

  /** The first record that applies once, and in these blocks alone; with its line. */
  first(candidates: Iterable<WrittenRecord>, ...blocks: Block[]): WrittenRecord | undefined {
    const tried: WrittenRecord[] = [];
    for (const record of candidates) {
      if (Object.values(record).some((words) => words.length === 0 && record.replace !== words)) continue;
      tried.push(record);
      if (this.applies(record, blocks)) return withLine(record, this.base);
    }
    // words that stand elsewhere, too, are told apart by their line
    for (const record of tried.reverse()) {
      for (const line of this.lines(record, blocks)) {
        const lined = { ...record, line: String(line) };
        if (this.applies(lined, blocks)) return lined;
      }
    }
    return undefined;
  }

  /**
   * @param words that no record was found for
   * @throws Misuse that says why
   */
  cannotSay(words: string): never {
    const shown = words.length > shownWords ? `${words.slice(0, shownWords)}…` : words;
    throw new Misuse({ reason: this.refusal ?? messages.proof.cannotSay(shown) });
  }

  /** Does a record apply once, within one of the blocks? */
  private applies(record: WrittenRecord, blocks: readonly Block[]): boolean {
    const operations = tryRecord(record, this.base);
    if (operations instanceof Refusal) {
      if (!isOfWords(operations)) this.refusal = operations.content;
      return false;
    }
    return operations.length === 1 && operations.every(({ tree, span }) => this.isIn(tree.raw.name, span, blocks));
  }

  private isIn(name: string, { start, end }: Span, blocks: readonly Block[]): boolean {
    return blocks.some(
      ({ at }) => at !== undefined && this.names[at.text] === name && start >= at.start - 2 && end <= at.end + 2,
    );
  }

  /** Lines at which the words that a record looks for stand in the blocks. */
  private lines(record: WrittenRecord, blocks: readonly Block[]): number[] {
    const [key] = Object.keys(record) as [string];
    const words = String(key === 'note' ? record.after : record[key]);
    const [left] = key === 'join' || key === 'split' ? words.split(' | ') : [words];
    const found = occurrences(this.base.flows, left!).filter((place) =>
      this.isIn(place.flow.tree.raw.name, rawSpan(place), blocks),
    );
    return [...new Set(found.map(lineOf))];
  }
}

function standingOf(applied: readonly Applied[]): StandingRecord[] {
  return [...new Set(applied.map(({ correction }) => correction))].map(({ key, line, record }) => ({
    key,
    line,
    record: record as unknown as Record<string, unknown>,
  }));
}

/** Refusals that other words of the same place may do away with. */
const isOfWords = ({ rule }: Refusal): boolean => rule === 'found' || rule === 'counted';
