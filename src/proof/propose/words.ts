/** New words for a block in, the records that put them there out. */
import { differences, type WrittenRecord } from '../../stages/revise/index.js';
import type { Edit } from '../../model/index.js';
import type { Block } from '../types.js';
import { lengths, type Proposer, type RecordPlan } from './proposer.js';

/** Changes that stand nearer together are one. */
const apart = 4;
/** Signs times signs that are still compared one by one. */
const comparable = 1_000_000;

/** Words of a block that a record has put there: offsets in the block as it reads now. */
interface Corrected {
  start: number;
  end: number;
  line: number;
  /** What stands there in the text as it came. */
  find: string;
}

export function proposeWords(proposer: Proposer, block: Block, next: string): RecordPlan {
  const plan: RecordPlan = { add: [], remove: [] };
  const corrected = correctedIn(proposer, block);
  for (const hunk of hunksOf(block.words, next)) {
    const touched = corrected.filter(({ start, end }) => start <= hunk.end && end >= hunk.start);
    if (touched.length === 0) {
      plan.add.push(
        proposer.first(candidates(block.words, hunk, corrected), block) ??
          proposer.cannotSay(block.words.slice(hunk.start)),
      );
      continue;
    }
    plan.remove.push(...touched.map(({ line }) => line));
    const start = Math.min(hunk.start, ...touched.map((one) => one.start));
    const end = Math.max(hunk.end, ...touched.map((one) => one.end));
    const find = asItCame(block.words, start, end, touched);
    const replace = block.words.slice(start, hunk.start) + hunk.text + block.words.slice(hunk.end, end);
    // what is put back needs no record
    if (find === replace) continue;
    const others = corrected.filter((one) => !touched.includes(one));
    const wider = function* (): Generator<WrittenRecord> {
      for (const n of [0, ...lengths]) {
        const [from, to] = around(block.words, { start, end }, n, others);
        const [lead, tail] = [block.words.slice(from, start), block.words.slice(end, to)];
        yield { find: lead + find + tail, replace: lead + replace + tail };
      }
    };
    plan.add.push(proposer.first(wider(), block) ?? proposer.cannotSay(find));
  }
  return plan;
}

/** Where two wordings differ, changes that stand close together as one. */
export function hunksOf(before: string, after: string): Edit[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (old === '' && now === '') return [];
  if (old.length * now.length > comparable) return [{ start: head, end: head + old.length, text: now }];
  const hunks: Edit[] = [];
  for (const edit of differences(old, now)) {
    const one = { start: edit.start + head, end: edit.end + head, text: edit.text };
    const last = hunks.at(-1);
    if (last && one.start - last.end < apart) {
      last.text += before.slice(last.end, one.start) + one.text;
      last.end = one.end;
    } else hunks.push(one);
  }
  return hunks;
}

/** Records for a change with ever more words round it, none of them put there by another record. */
function* candidates(words: string, hunk: Edit, corrected: readonly Corrected[]): Generator<WrittenRecord> {
  for (const n of lengths) {
    const [from, to] = around(words, hunk, n, corrected);
    const [lead, tail] = [words.slice(from, hunk.start), words.slice(hunk.end, to)];
    yield { find: lead + words.slice(hunk.start, hunk.end) + tail, replace: lead + hunk.text + tail };
  }
}

function around(
  words: string,
  { start, end }: { start: number; end: number },
  n: number,
  corrected: readonly Corrected[],
): [from: number, to: number] {
  const from = Math.max(0, start - n, ...corrected.filter((one) => one.end <= start).map((one) => one.end));
  const to = Math.min(words.length, end + n, ...corrected.filter((one) => one.start >= end).map((one) => one.start));
  return [from, to];
}

function correctedIn(proposer: Proposer, block: Block): Corrected[] {
  let from = 0;
  return proposer
    .standing(block, 'find')
    .flatMap(({ line, record }): Corrected[] => {
      const replace = String(record.replace);
      const start =
        block.words.indexOf(replace, from) < 0 ? block.words.indexOf(replace) : block.words.indexOf(replace, from);
      if (start < 0 || replace === '') return [];
      from = start + replace.length;
      return [{ start, end: from, line, find: String(record.find) }];
    })
    .sort((a, b) => a.start - b.start);
}

/** A stretch of a block with what records have put there as it came. */
function asItCame(words: string, start: number, end: number, corrected: readonly Corrected[]): string {
  let [out, at] = ['', start];
  for (const one of [...corrected].sort((a, b) => a.start - b.start)) {
    out += words.slice(at, one.start) + one.find;
    at = one.end;
  }
  return out + words.slice(at, end);
}
