/**
 * Find the calls of notes whose raised marks were misread as another sign: ？ ＂ ０ ＊ ＠.
 *
 * Damage: on a scanned page ① becomes ？ behind a full stop, or ０ between two Han.
 * Evidence: the page holds more notes than calls, and signs that make no sense where they stand: a second mark behind one
 * that ends a sentence, a ？ that ends no question, a lone sign between Han. As many are taken as notes are open, the most
 * senseless first; all of them in a text that asks no question.
 * Leaves alone: true questions, zeros of numbers, e-mail addresses.
 *
 * @example caj
 *   before: 始于宋代。？其后⟦end⟧
 *           谁能考定？今不可⟦end⟧
 *           考＠，后人论定。⟦end⟧
 *           ① 沈括：《梦溪笔谈》。⟦end⟧
 *           ② 同上，第三页。⟦end⟧
 *   after:  始于宋代。{call 0}其后
 *           谁能考定？今不可
 *           考{call 0}，后人论定。
 *           note 1: 沈括：《梦溪笔谈》。
 *           note 2: 同上，第三页。
 */
import type { PhrasingContent, RootContent, Text } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { callPattern, misreadCall, questionWord } from '../../vocabulary/note-markers.js';
import { isTextBlock, roleOf, textOf, type TextBlock } from './blocks.js';
import { splitAtCalls, type FoundCall } from './split-at-calls.js';

/** How much text before a ？ may hold the word that asks. */
const longestQuestion = 40;

/** A sign that may be a call. */
interface Candidate extends FoundCall {
  block: TextBlock;
  text: Text;
  /** 3: no sign stands there; 2: none of this kind; 1: it may ask. */
  weight: 1 | 2 | 3;
}

export const findMisreadCalls = restoreRule({
  name: 'find-misread-calls',
  touches: 'furniture',
  apply(root, context) {
    if (context.survey.kind !== 'caj') return;
    const all: Candidate[] = [];
    const chosen: Candidate[] = [];
    let page: RootContent[] = [];
    let notes = 0;
    const close = (): void => {
      const candidates = candidatesOf(page);
      const calls = page.reduce((sum, node) => sum + (textOf(node).match(callPattern)?.length ?? 0), 0);
      all.push(...candidates);
      chosen.push(...best(candidates, notes - calls));
      page = [];
      notes = 0;
    };
    for (const node of root.children) {
      if (roleOf(node) === 'note') notes++;
      else if (isTextBlock(node) && ['body', 'abstract'].includes(roleOf(node))) {
        if (notes > 0) close();
        page.push(node);
      }
    }
    const last = notes === 0 ? candidatesOf(page) : [];
    if (notes > 0) close();
    if (chosen.length === 0) return;
    // where nothing asks, what is left over calls notes that are lost
    const asks = all.filter(({ weight }) => weight === 1).length * 3 > all.length;
    const rest = [...all, ...last].filter((one) => one.weight >= (asks ? 3 : 2) && !chosen.includes(one));
    mark([...chosen, ...rest], context);
  },
});

/** The signs that are likeliest calls, as many as notes are open. */
function best(candidates: Candidate[], open: number): Candidate[] {
  const able = candidates.filter(({ weight }) => weight > 1).sort((a, b) => b.weight - a.weight);
  return able.slice(0, Math.max(0, open));
}

function candidatesOf(page: RootContent[]): Candidate[] {
  let before = '';
  return page.flatMap((node): Candidate[] => {
    if (!isTextBlock(node)) return [];
    return node.children.flatMap((child): Candidate[] => {
      if (child.type !== 'text' || child.data?.raised) return [];
      const found = Array.from(child.value.matchAll(misreadCall), ({ 0: sign, 1: ended, index }): Candidate => {
        const sentence = (before + child.value.slice(0, index))
          .slice(-longestQuestion)
          .split(/[。！？；]/u)
          .at(-1)!;
        const asks = sign === '？' && questionWord.test(sentence);
        const weight = ended !== undefined ? 3 : asks ? 1 : 2;
        return { number: 0, block: node, text: child, start: index, end: index + sign.length, weight };
      });
      before = (before + child.value).slice(-longestQuestion);
      return found;
    });
  });
}

function mark(calls: Candidate[], context: RestoreContext): void {
  const byText = new Map<Text, Candidate[]>();
  for (const call of calls) byText.set(call.text, [...(byText.get(call.text) ?? []), call]);
  for (const block of new Set(calls.map((call) => call.block))) {
    block.children = block.children.flatMap((child): PhrasingContent[] => {
      const found = child.type === 'text' ? byText.get(child)?.sort((a, b) => a.start - b.start) : undefined;
      if (!found || child.type !== 'text') return [child];
      return splitAtCalls(child, found, context);
    });
  }
}
