/**
 * Find the heads of parts and chapters in a book of plain lines, and what stands before and behind them.
 *
 * Damage: 第一章, 第两百一十七章 出海, 001、渡口, 楔子 are lines like any other.
 * Evidence: the line opens with a numeral of a division and ends no sentence; numbers alone count up through the text;
 * a list of contents names what comes again below.
 * Leaves alone: 第三回合他…, 第一封信, sentences; a number on a line of its own within a paragraph.
 *
 * @example
 *   before: 第一章　旧纸
 *           　　雨停了。
 *   after:  division: 第一章　旧纸
 *           雨停了。
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule, type RestoreContext } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { divisionHeadOf, divisionNumber, type DivisionHead } from '../../../vocabulary/books/divisions.js';
import { endsSentence } from '../../../vocabulary/characters.js';
import { isLineByLine } from '../../clean/survey.js';
import { append, dataOf, isParagraph, isTextBlock, roleOf, setRole, spanOf, textOf } from '../blocks.js';

/** A line that may head a division. */
interface Candidate {
  at: number;
  node: Paragraph;
  head: DivisionHead;
  value: number | undefined;
}

/** A title on the line below its number is no longer, characters. */
const longestTitle = 32;
/** Share of the heads of one system whose titles stand on the line below, for all of them to be read so. */
const mostBelow = 0.6;

export const findDivisions = restoreRule({
  name: 'find-divisions',
  touches: 'structure',
  apply(root, context) {
    const blocks = root.children;
    dropRepeats(blocks, context);
    const accepted = withContents(blocks, chosen(candidatesIn(blocks, context), blocks), context);
    const removed = joinTitles(blocks, accepted);
    for (const { node, head } of accepted) markDivision(node, head, context);
    root.children = blocks.filter((node) => !removed.has(node));
  },
});

/** Marks a block as the head of a division. */
export function markDivision(node: RootContent, head: DivisionHead, context: RestoreContext): void {
  setRole(node, 'division');
  const { system, rank, matter, above } = head;
  dataOf(node).division = {
    system,
    rank,
    matter,
    ...(above && { above: { words: above.words, rank: above.rank, system: above.system } }),
  };
  if (!isParagraph(node)) return;
  const [first] = node.children;
  if (node.children.length !== 1 || first?.type !== 'text') return;
  const at = first.value.indexOf(head.words);
  const before = at < 0 ? '' : withoutBlanks(first.value.slice(0, at));
  const behind = at < 0 ? '' : withoutBlanks(first.value.slice(at + head.words.length));
  if (before + behind !== '') context.setAside(before + behind, spanOf(node));
  if (at >= 0) first.value = head.words;
}

function candidatesIn(blocks: readonly RootContent[], context: RestoreContext): Candidate[] {
  const byLine = isLineByLine(context.survey);
  const found: Candidate[] = [];
  blocks.forEach((node, at) => {
    if (!isParagraph(node) || roleOf(node) !== 'body') return;
    const text = textOf(node).trim();
    if (text.length > 60) return;
    const head = divisionHeadOf(text);
    if (!head || (byLine && goesOn(blocks[at - 1], node, context))) return;
    // a comma in a line that is indented as paragraphs are, its number glued to its words
    found.push({ at, node, head, value: divisionNumber(head.words) });
  });
  return found;
}

/** Is a line the rest of the printed line before it? */
function goesOn(before: RootContent | undefined, node: Paragraph, { survey }: RestoreContext): boolean {
  if (!isParagraph(before) || (node.data?.line?.blankBefore ?? 0) > 0) return false;
  return (before.data?.line?.width ?? 0) >= survey.bodyWidth - 2 && !endsSentence(textOf(before));
}

/** Those that count up, where the form proves nothing; all others as they are. */
function chosen(candidates: readonly Candidate[], blocks: readonly RootContent[]): Candidate[] {
  const rejected = new Set<Candidate>();
  const systems = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!candidate.head.weak) continue;
    systems.set(candidate.head.system, [...(systems.get(candidate.head.system) ?? []), candidate]);
  }
  for (const all of systems.values()) {
    const kept = new Set(countingUp(all, blocks));
    for (const one of all) if (!kept.has(one)) rejected.add(one);
  }
  return candidates.filter((candidate) => !rejected.has(candidate));
}

/** Runs from 1 up, of two and more, each with text below it. */
function countingUp(all: readonly Candidate[], blocks: readonly RootContent[]): Candidate[] {
  const kept: Candidate[] = [];
  let run: Candidate[] = [];
  const close = (): void => {
    // 001 is written so for nothing else
    if (run.length >= 2 || run[0]?.head.system === '001') kept.push(...run);
    run = [];
  };
  for (const one of all) {
    const before = run.at(-1);
    // a folio of the source stands between two halves of a sentence
    const cut = isParagraph(blocks[one.at - 1]) && !endsLine(textOf(blocks[one.at - 1]!));
    const apart = before === undefined || one.at > before.at + 1;
    if (before && one.value === before.value! + 1 && apart && !cut) run.push(one);
    else {
      close();
      if (one.value === 1 || one.value === 0) run = [one];
    }
  }
  close();
  return kept;
}

/** Does a line end as the last line of a paragraph, or as a head does? */
function endsLine(text: string): boolean {
  return endsSentence(text) || text.trim().length <= longestTitle;
}

/** The words of a head, or the head of a part, again on the next line: once is enough. */
function dropRepeats(blocks: RootContent[], context: RestoreContext): void {
  for (let i = 0; i + 1 < blocks.length; i++) {
    const [node, next] = [blocks[i]!, blocks[i + 1]!];
    if (!isTextBlock(node) || !isTextBlock(next)) continue;
    const words = withoutBlanks(textOf(node));
    if (words.length > 60 || words !== withoutBlanks(textOf(next)) || !divisionHeadOf(textOf(node))) continue;
    context.setAside(words, spanOf(next), next);
    context.say('remark', messages.books.repeatedHead(words), spanOf(next));
    blocks.splice(i + 1, 1);
  }
}

/** Heads that come again below, with nothing but heads between them, are a list of contents. */
function withContents(blocks: RootContent[], heads: Candidate[], context: RestoreContext): Candidate[] {
  const last = new Map<string, number>();
  heads.forEach(({ node }, i) => last.set(withoutBlanks(textOf(node)), i));
  const title = blocks.findIndex(
    (node) => isParagraph(node) && /^[【［[]?目[ 　]*[录錄次][】］\]]?$/u.test(textOf(node).trim()),
  );
  const listed = heads.filter(({ node, at }, i) => {
    const again = last.get(withoutBlanks(textOf(node)))!;
    if (again === i) return false;
    const next = heads[i + 1];
    return next !== undefined && (next.at === at + 1 || (title >= 0 && title < at && next.at - at <= 2));
  });
  const within = new Set(listed);
  if (listed.length < 2) return heads;
  if (title >= 0 && title < listed[0]!.at) setRole(blocks[title]!, 'contents');
  for (const { node } of listed) setRole(node, 'contents');
  context.say('remark', messages.books.contents(listed.length), spanOf(listed[0]!.node));
  return heads.filter((candidate) => !within.has(candidate));
}

/** Puts a number and the title on the line below together, where a book sets them so. */
function joinTitles(blocks: readonly RootContent[], heads: readonly Candidate[]): Set<RootContent> {
  const removed = new Set<RootContent>();
  const isHead = new Set<RootContent>(heads.map(({ node }) => node));
  const systems = new Map<string, Candidate[]>();
  for (const head of heads) systems.set(head.head.system, [...(systems.get(head.head.system) ?? []), head]);
  for (const [system, all] of systems) {
    if (system === 'named') continue;
    const bare = all.filter(({ head }) => head.title === '');
    const below = bare.filter(({ at }) => isTitle(blocks[at + 1], blocks[at + 2], isHead));
    if (below.length === 0 || below.length < mostBelow * all.length || all.length < 2) continue;
    for (const { node, at } of below) {
      const title = blocks[at + 1] as Paragraph;
      append(node, title);
      removed.add(title);
    }
  }
  for (const { node, head } of heads) {
    if (node.children.length < 2) continue;
    // the number and its title are parted as on one line
    const [first] = node.children;
    if (first?.type === 'text' && !/\s$/u.test(first.value)) first.value += '　';
    head.words = textOf(node);
  }
  return removed;
}

/** A short line that ends no sentence, before text of another kind. */
function isTitle(
  node: RootContent | undefined,
  next: RootContent | undefined,
  heads: ReadonlySet<RootContent>,
): boolean {
  if (!isParagraph(node) || !isParagraph(next) || heads.has(node)) return false;
  const text = textOf(node).trim();
  if (text.length > longestTitle || endsSentence(text) || /[，、：；:,“”"「」]/u.test(text)) return false;
  const [own, other] = [node.data?.line, next.data?.line];
  const apart = (other?.blankBefore ?? 0) > 0 || (other?.indent ?? 0) !== (own?.indent ?? 0) || heads.has(next);
  return apart || textOf(next).length > 2 * text.length;
}
