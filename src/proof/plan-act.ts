/** What a person does in, what becomes of the list of records out. */
import { messages, type Message } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { acceptanceOf, ruleOf, type IssueText, type WrittenRecord } from '../stages/revise/index.js';
import { unknownWords } from '../vocabulary/characters.js';
import type { Seen } from './look.js';
import { proposeCaption, proposeDrop, proposeHeading, proposeJoin, proposeSplit } from './propose/blocks.js';
import { proposeArticle } from './propose/article.js';
import { proposeNote, proposeSupplied, proposeTie } from './propose/notes.js';
import { Proposer, type RecordPlan } from './propose/proposer.js';
import { proposeWords } from './propose/words.js';
import type { Act, Block, BlockRef, Choice, OpenQuestion } from './types.js';

/** An issue as it stands, for acts to be planned on. */
export interface Standing {
  made: MadeIssue;
  seen: Seen;
  /** The texts as records find them; worked out when it is first asked for. */
  base(): Promise<IssueText>;
}

/** Acts that alter the list of records. */
export type RecordAct = Exclude<Act, { type: 'issue' }>;

const refuse = (reason: Message): never => {
  throw new Misuse({ reason });
};

/** @throws Misuse where it cannot be done */
export async function planAct(act: RecordAct, standing: Standing): Promise<RecordPlan> {
  const { seen, made } = standing;
  switch (act.type) {
    case 'answer': {
      const question = questionOf(seen, act.question);
      const choice = question.choices[act.choice] ?? refuse(messages.proof.noChoice);
      return { add: [supplied(choice, act.supplied)], remove: [] };
    }
    case 'answer-all':
      return { add: answers(seen, made, act), remove: [] };
    case 'keep': {
      const entry = seen.look.aside.find(({ id }) => id === act.aside) ?? refuse(messages.proof.notAside);
      const dropped = seen.look.records.find(
        ({ key, applied }) => key === 'drop' && applied.some(({ at }) => at && same(at, entry.at)),
      );
      if (dropped) return { add: [], remove: [dropped.line] };
      if (entry.keep === undefined) return refuse(messages.proof.cannotKeep);
      return { add: [{ keep: entry.keep, line: String(entry.line) }], remove: [] };
    }
    case 'take-back': {
      const record = seen.look.records.find(({ line }) => line === act.line);
      if (record?.yaml !== act.yaml) return refuse(messages.proof.recordChanged);
      return { add: [], remove: [act.line] };
    }
    case 'article': {
      const article = made.issue?.articles.find(({ id }) => id === act.article) ?? refuse(messages.proof.noArticle);
      return proposeArticle(article, made, act.facts);
    }
    default:
      return planOnBlocks(act, standing);
  }
}

type BlockAct = Extract<RecordAct, { block: BlockRef }>;

async function planOnBlocks(act: BlockAct, { made, seen, base }: Standing): Promise<RecordPlan> {
  const proposer = new Proposer(
    await base(),
    made.applied,
    made.raws.map(({ name }) => name),
  );
  const block = blockOf(seen, act.block);
  switch (act.type) {
    case 'edit': {
      if (block.words === act.words) return refuse(messages.proof.nothingSet);
      if (block.lost) return supplyLost(proposer, seen, act.block.article, block, act.words);
      const rewritten = block.kind === 'note' ? proposeSupplied(proposer, block, act.words) : undefined;
      if (rewritten) return rewritten;
      if (act.words.trim() === '') return proposeDrop(proposer, block);
      return proposeWords(proposer, block, act.words);
    }
    case 'split':
      return proposeSplit(proposer, block, act.offset);
    case 'join':
      return proposeJoin(proposer, blockOf(seen, act.before), block);
    case 'heading':
      return proposeHeading(proposer, block, act.level);
    case 'drop':
      return proposeDrop(proposer, block);
    case 'tie':
      return proposeTie(proposer, blockOf(seen, act.note), block, act.offset);
    case 'note':
      return proposeNote(proposer, block, act.offset, act.words);
    case 'caption': {
      const to = blockOf(seen, act.to);
      const cells = (to.rows ?? []).flat().map((n) => seen.blocks.get(act.to.article)![n]!);
      return proposeCaption(proposer, block, cells.length > 0 ? cells : [to]);
    }
  }
}

/** The words of a note whose text the source has lost, behind those that call it. */
function supplyLost(proposer: Proposer, seen: Seen, article: string, lost: Block, words: string): RecordPlan {
  for (const block of seen.blocks.get(article) ?? []) {
    let offset = 0;
    for (const part of block.parts) {
      if (part.type === 'call' && part.note === lost.note) return proposeNote(proposer, block, offset, words);
      if (part.type === 'words') offset += part.words.length;
    }
  }
  return refuse(messages.proof.blockChanged);
}

const same = (a: { text: number; start: number; end: number }, b: typeof a): boolean =>
  a.text === b.text && a.start === b.start && a.end === b.end;

function blockOf({ blocks }: Seen, { article, n, words }: BlockRef): Block {
  const own = blocks.get(article) ?? refuse(messages.proof.noArticle);
  const block = own[n]?.words === words ? own[n] : undefined;
  // what another has added or taken out before it has moved it
  const moved = own.filter((one) => one.words === words);
  return block ?? (moved.length === 1 ? moved[0]! : refuse(messages.proof.blockChanged));
}

function questionOf({ look }: Seen, id: string): OpenQuestion {
  return look.questions.find((question) => question.id === id) ?? refuse(messages.proof.noQuestion);
}

/** The record of a choice with the words that a person has given. */
function supplied({ record, supply }: Choice, words = ''): WrittenRecord {
  if (supply === undefined) return record;
  if (words.trim() === '') return refuse(messages.proof.supply);
  return { ...record, [supply]: record[supply]!.replace(unknownWords, words.trim()) };
}

/** The same answer to many questions: one record where it accepts all that a rule has found in a text. */
function answers(
  seen: Seen,
  made: MadeIssue,
  { questions, key, reading }: Extract<Act, { type: 'answer-all' }>,
): WrittenRecord[] {
  const asked = questions.map((id) => questionOf(seen, id));
  const added: WrittenRecord[] = [];
  const left = new Set(asked);
  if (key === 'accept' && reading === undefined) {
    for (const [i, raw] of made.raws.entries()) {
      for (const rule of new Set(asked.map((question) => question.rule))) {
        const isOf = (question: OpenQuestion): boolean => question.rule === rule && question.at?.text === i;
        const open = seen.look.questions.filter(isOf);
        if (open.length < 2 || !open.every((question) => left.has(question))) continue;
        const count = raw.file.messages.filter((message) => ruleOf(message) === rule && message.fatal !== true).length;
        added.push({
          ...acceptanceOf(rule),
          ...(made.raws.length > 1 && { in: seen.look.texts[i]!.file }),
          count: String(count),
        });
        for (const question of open) left.delete(question);
      }
    }
  }
  for (const { choices } of left) {
    const choice = choices.find(
      (one) => one.key === key && one.supply === undefined && (reading === undefined || one.reading === reading),
    );
    if (choice) added.push(choice.record);
  }
  // equal records that name a rule and no place are one
  const once = new Map(added.map((record) => [JSON.stringify(record), record]));
  return once.size > 0 ? [...once.values()] : refuse(messages.proof.notSame);
}
