/**
 * Ask about signs of notations that are not read.
 *
 * Damage: {% include %}, !!! note, :smile:, ** that nothing closes and their kind are printed as if they were words.
 * Evidence: the text is Markdown of a person, and a sign of a notation that people write beside it stands in its words.
 * Leaves alone: code and formulas; 12:30:05, {1, 2}, a lone star or dollar.
 *
 * @example markdown
 *   before: 他笑了。{% include note %}
 *   after:  他笑了。{% include note %}
 */
import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { notations, type Notation } from '../../vocabulary/notations.js';
import { spanOf } from './blocks.js';

interface Seen {
  count: number;
  sample: string;
  at: Text;
}

export const askNotations = restoreRule({
  name: 'ask-notations',
  touches: 'structure',
  apply(root, context) {
    const looked = context.survey.kind === 'markdown' ? notations : notations.filter(({ everywhere }) => everywhere);
    for (const [name, { count, sample, at }] of notationsIn(root, looked))
      context.say('warning', messages.books.notation(name, sample, count), spanOf(at));
  },
});

function notationsIn(root: Root, looked: readonly Notation[]): Map<Notation['name'], Seen> {
  const seen = new Map<Notation['name'], Seen>();
  visit(root, 'text', (node) => {
    if (!/[:{}!?%#[\]<¶*~\\|.]/u.test(node.value)) return;
    let rest = node.value;
    for (const { name, pattern } of looked) {
      rest = rest.replace(pattern, (sample) => {
        const before = seen.get(name);
        if (before) before.count++;
        else seen.set(name, { count: 1, sample, at: node });
        return ' ';
      });
    }
  });
  return seen;
}
