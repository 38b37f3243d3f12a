/** Acts on what a block is, not on its words: blocks in, the records that part, join, rank or take them out out. */
import type { WrittenRecord } from '../../stages/revise/index.js';
import type { Block } from '../types.js';
import { lengths, type Proposer, type RecordPlan } from './proposer.js';

export function proposeSplit(proposer: Proposer, block: Block, offset: number): RecordPlan {
  const [left, right] = [block.words.slice(0, offset), block.words.slice(offset)];
  const joined = proposer.standing(block, 'join').find(({ record }) => parts(record.join, left, right));
  if (joined) return { add: [], remove: [joined.line] };
  const record = proposer.first(
    lengths.map((n) => ({ split: parted(left, right, n) })),
    block,
  );
  return { add: [record ?? proposer.cannotSay(right)], remove: [] };
}

/** @param before the block that it is to go on with */
export function proposeJoin(proposer: Proposer, before: Block, block: Block): RecordPlan {
  const split = proposer.standing(block, 'split').find(({ record }) => parts(record.split, before.words, block.words));
  if (split) return { add: [], remove: [split.line] };
  const record = proposer.first(
    lengths.map((n) => ({ join: parted(before.words, block.words, n) })),
    before,
    block,
    ...between(before, block),
  );
  return { add: [record ?? proposer.cannotSay(block.words)], remove: [] };
}

/** The stretch from the end of one block to the start of another: where a join applies. */
function between(before: Block, block: Block): Block[] {
  if (!before.at || !block.at || before.at.text !== block.at.text) return [];
  return [{ ...block, at: { text: block.at.text, start: before.at.end, end: block.at.start } }];
}

const parted = (left: string, right: string, n: number): string =>
  `${left.slice(-n).trim()} | ${right.slice(0, n).trim()}`;

/** Does a record part or join words right here? */
function parts(said: unknown, left: string, right: string): boolean {
  const bare = (words: string): string => words.replace(/\s+/gu, '');
  const [end, start] = String(said)
    .split(/\s*[|｜¶]\s*|\s+\/\s+/u)
    .map(bare);
  return end !== undefined && start !== undefined && bare(left).endsWith(end) && bare(right).startsWith(start);
}

/** @param level as the record says it */
export function proposeHeading(proposer: Proposer, block: Block, level: string): RecordPlan {
  const standing = proposer.standing(block, 'heading').map(({ line }) => line);
  const record = proposer.first([{ heading: block.words, level }], block);
  if (!record && standing.length === 0) proposer.cannotSay(block.words);
  return { add: record ? [record] : [], remove: standing };
}

export function proposeDrop(proposer: Proposer, block: Block): RecordPlan {
  const kept = proposer.standing(block, 'keep').map(({ line }) => line);
  if (kept.length > 0) return { add: [], remove: kept };
  return { add: [proposer.first([{ drop: block.words }], block) ?? proposer.cannotSay(block.words)], remove: [] };
}

export function proposeCaption(proposer: Proposer, block: Block, to: readonly Block[]): RecordPlan {
  const candidates = to
    .filter(({ words }) => words.trim() !== '')
    .map(({ words }): WrittenRecord => ({ caption: block.words, to: words }));
  return {
    add: [proposer.first(candidates, block) ?? proposer.cannotSay(block.words)],
    remove: proposer.standing(block, 'caption').map(({ line }) => line),
  };
}
