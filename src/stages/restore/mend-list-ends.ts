/**
 * End a member of a list as the others end, where ； was read for ：.
 *
 * Damage: 2、刻字：⏎3、印书； in a list whose members end in ；.
 * Evidence: the next member follows at once, so that the colon announces nothing, and another of the list ends in ；.
 * Leaves alone: members under which something stands; lists that end otherwise.
 *
 * @example
 *   before: 1、写韵；
 *           2、刻字：
 *           3、印书。
 *   after:  1、写韵；
 *           2、刻字；
 *           3、印书。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { blocksWithWords, type BlockWords } from './block-words.js';
import { emend } from './emend.js';

const member = /^[\s　]*[（(]?(\d{1,2})[)）、.．](?!\d)/u;

export const mendListEnds = restoreRule({
  name: 'mend-list-ends',
  touches: 'letters',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    for (const list of listsOf(blocksWithWords(root))) {
      if (!list.some(({ text }) => /[；;]\s*$/u.test(text))) continue;
      for (const words of list.slice(0, -1)) {
        const end = words.text.trimEnd().length;
        if (words.text[end - 1] !== '：') continue;
        emend(words, [{ start: end - 1, end, text: '；', confidence: 'likely' }], context);
      }
    }
  },
});

/** Blocks that open with numbers one upon the other, without any words between. */
function listsOf(blocks: BlockWords[]): BlockWords[][] {
  const lists: BlockWords[][] = [];
  let next = 0;
  for (const words of blocks) {
    if (words.text.trim() === '') continue;
    const number = Number(member.exec(words.text)?.[1] ?? 0);
    if (number > 1 && number === next) lists.at(-1)!.push(words);
    else if (number === 1) lists.push([words]);
    next = number > 0 && (number === 1 || number === next) ? number + 1 : 0;
  }
  return lists;
}
