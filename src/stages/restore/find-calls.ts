/**
 * Find the calls of notes in running text.
 *
 * Damage: ① or [1] or <sup>[1]</sup> within the text.
 * Evidence: a circled numeral or a raised or bracketed number, in a text that has notes.
 * Leaves alone: texts without a single note, [美] before a name, raised text that is no mark.
 *
 * @example ocr-markdown
 *   before: 始于宋代。[1]其后
 *
 *           [1] 沈括：《梦溪笔谈》。
 *   after:  始于宋代。{call 1}其后
 *           note 1: 沈括：《梦溪笔谈》。
 */
import type { Parents, PhrasingContent, RootContent, Text } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { isWide, withoutBlanks } from '../../vocabulary/characters.js';
import { callPattern, markNumber } from '../../vocabulary/note-markers.js';
import { dataOf, roleOf, spanOf } from './blocks.js';
import { callAt, splitAtCalls } from './split-at-calls.js';

const mayCall = new Set(['body', 'abstract', 'title', 'byline']);

export const findCalls = restoreRule({
  name: 'find-calls',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children.filter((node) => mayCall.has(roleOf(node)));
    const notes = root.children.filter((node) => roleOf(node) === 'note');
    const bracketed = notes.length > 0 && context.survey.kind !== 'markdown';
    for (const block of blocks) {
      const numbers = dataOf(block).callsReferences !== true;
      // a bare number on a name is that of the place where its bearer works
      findIn(block, context, { bracketed, numbers, bare: roleOf(block) !== 'byline' });
    }
  },
});

/** What may be a call in a block. */
interface Calls {
  /** A mark that is not raised. */
  bracketed: boolean;
  /** A number; false where numbers name the entries of a list of references. */
  numbers: boolean;
  /** A raised number without a sign round it. */
  bare: boolean;
}

function findIn(parent: RootContent | Parents, context: RestoreContext, calls: Calls): void {
  if (!('children' in parent)) return;
  const out: PhrasingContent[] = [];
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type !== 'text') {
      findIn(child as Parents, context, calls);
      out.push(child);
    } else if (child.data?.raised) out.push(...raised(child, context, calls));
    else out.push(...split(child, context, calls));
  }
  parent.children = out.flatMap((child, i): PhrasingContent[] =>
    child.type === 'text' ? closeToCall(child, out[i - 1], out[i + 1]) : [child],
  ) as typeof parent.children;
}

/** A call stands close to the words round it: the spaces beside it came with its mark. */
function closeToCall(text: Text, before: PhrasingContent | undefined, after: PhrasingContent | undefined): Text[] {
  if (before?.type === 'footnoteReference' && /^\s*[^\s]{0,6}?\p{Script=Han}|^\s*[，。；：、]/u.test(text.value))
    text.value = text.value.trimStart();
  if (after?.type === 'footnoteReference' && isWide(text.value.trimEnd().slice(-1))) text.value = text.value.trimEnd();
  return text.value === '' ? [] : [text];
}

/** Raised text: a number is a call, a star the mark of a title note; anything else stays. */
function raised(text: Text, context: RestoreContext, { numbers, bare }: Calls): PhrasingContent[] {
  const value = withoutBlanks(text.value);
  const found = new RegExp(`^(?:${callPattern.source}|(\\d{1,3}))$`, 'u').exec(value);
  if (found && (numbers || found[2] !== undefined) && (bare || found[3] === undefined)) {
    context.setAside(value, spanOf(text));
    return [callAt(markNumber(found[1] ?? found[3], found[2]), text, spanOf(text).start)];
  }
  if (!/^[*＊]+$/u.test(value)) return [text];
  context.setAside(value, spanOf(text));
  return [];
}

function split(text: Text, context: RestoreContext, { bracketed, numbers }: Calls): PhrasingContent[] {
  if (!bracketed) return [text];
  const calls = [...text.value.matchAll(callPattern)].flatMap((found) => {
    if (found[1] !== undefined && !numbers) return [];
    return [{ start: found.index, end: found.index + found[0].length, number: markNumber(found[1], found[2]) }];
  });
  return splitAtCalls(text, calls, context);
}
