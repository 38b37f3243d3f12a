/** What is known of one line, for the person at the terminal: its story in, lines out. */
import type { LineStory } from '../build/explain-line.js';
import type { MessageSet } from '../messages/index.js';
import type { Paint } from './palette.js';

/** @returns lines without line ends */
export function storyLines(
  { text, label, blocks, aside, changes }: LineStory,
  paint: Paint,
  words: MessageSet,
): string[] {
  const { why } = words.cli;
  return [
    paint('bold', text === '' ? why.empty : text),
    ...(label
      ? [
          `  ${why.taken(label.role, label.margin, label.second)}`,
          ...label.votes
            .toSorted((a, b) => b.weight - a.weight)
            .map(({ witness, role, weight }) => `    ${paint('dim', why.vote(witness, role, weight))}`),
        ]
      : []),
    ...blocks.map((block) => `  ${why.stands(block)}`),
    ...aside.map(({ rule, text: gone }) => `  ${why.aside(rule, gone)}`),
    ...changes.map(({ rule, before, after }) => `  ${paint('dim', why.changed(rule, before, after))}`),
  ];
}
