/** A record that takes words out as furniture: a line that belongs to the page, or a note that is none. */
import type { FootnoteDefinition, RootContent } from 'mdast';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import { isTextBlock } from '../../restore/blocks.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { countKey, sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { isolate, takeOut, type Held } from '../cut-blocks.js';
import { excerpt } from '../excerpt.js';
import { fillsPassages, findWords } from '../find-words.js';
import { passageAt, rawSpan, type Place } from '../flows.js';
import { definitionOf, takeOutCall } from '../note-calls.js';
import { claim, edgesOf, type Operation } from '../operation.js';

const schema = z.strictObject({
  /** Words of a line or of several; a line that consists of them is meant before one that holds them. */
  drop: words.min(1, expected('toDrop')),
  after: words.optional(),
  count: countKey,
  ...sharedKeys,
});

export const dropRecord = recordKind<z.output<typeof schema>>({
  key: 'drop',
  schema,
  plan(correction, { flows }) {
    const { record } = correction;
    const { drop, after, count } = record;
    return findWords(flows, record, { words: drop, key: 'drop', after, count, lines: true }).map((place): Operation => {
      const { root, raw, ledger } = place.flow.tree;
      const lost = lostNotesIn(place);
      const note = wholeNote(place);
      const block = !note && fillsPassages(place);
      const span = rawSpan(place);
      return {
        correction,
        tree: place.flow.tree,
        span,
        shown: { before: excerpt(place), after: excerpt(place, '').replace(/¶\s+¶/u, '¶') },
        claims: claim(place, 'words', 'block', 'start', 'end', 'call'),
        // words within a paragraph leave what it is
        ...(block ? { points: edgesOf(place) } : { words: [{ ...place, text: '', leads: false, span }] }),
        act: ([from, to]) => {
          if (block) takeOutBlock(isolate(root, from!, to!));
          for (const one of note ? [note] : lost) {
            takeOut(root, one);
            takeOutCall(root, one.identifier);
          }
          const text = withoutBlanks(place.flow.text.slice(place.start, place.end));
          ledger.aside.push({ rule: 'revise:drop', text, span, file: raw.name });
        },
      };
    });
  },
});

/** Takes a block out; the page that begins with it begins with the next. */
function takeOutBlock({ block, parent }: Held): void {
  const blocks = parent.children as RootContent[];
  const next = blocks.slice(blocks.indexOf(block) + 1).find((node) => isTextBlock(node));
  next?.children.unshift(...block.children.filter(({ type }) => type === 'pageBreak'));
  takeOut(parent, block);
}

/** The lost notes called within a place. A note that is there would lose its call. */
function lostNotesIn({ flow, start, end }: Place): FootnoteDefinition[] {
  return flow.calls
    .filter(({ at }) => at > start && at <= end)
    .map(({ node }) => {
      const note = definitionOf(flow.tree.root, node.identifier);
      if (!note?.data?.lost) throw new Refusal('holds-no-notes', messages.revise.dropsCall);
      return note;
    });
}

/** The note that a place is the whole of. */
function wholeNote({ flow, start, end }: Place): FootnoteDefinition | undefined {
  const rest = flow.text.slice(0, start) + flow.text.slice(end);
  return rest.trim() === '' ? passageAt(flow, start).note : undefined;
}
