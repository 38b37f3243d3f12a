import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { rankHeadings } from '../../src/stages/typeset/epub/rank-headings.js';

/** Levels of headings, as they are heard: 4→3 is an h4 of rank 3. */
const ranks = (...levels: number[]): string[] => {
  const html = toHtml(
    rankHeadings([
      h(
        'section',
        levels.map((level) => h(`h${level}`, '题')),
      ),
    ]) as never,
  );
  return [...html.matchAll(/<h(\d)(?: aria-level="(\d)")?>/g)].map(([, level, rank]) =>
    rank ? `${level}→${rank}` : level!,
  );
};

test('headings in order stay as they are', () => {
  assert.deepEqual(ranks(1, 2, 3, 3, 2, 3, 4), ['1', '2', '3', '3', '2', '3', '4']);
});

test('a level that is left out is not heard as missing, and brothers keep one rank', () => {
  assert.deepEqual(ranks(1, 2, 4, 4, 3, 4, 2), ['1', '2', '4→3', '4→3', '3', '4', '2']);
  assert.deepEqual(ranks(1, 3, 5, 6, 2), ['1', '3→2', '5→3', '6→4', '2']);
});
