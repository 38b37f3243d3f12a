import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shareWidths } from '../../src/stages/typeset/pdf/plan/share-widths.js';

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

test('columns of short cells stay on one line, a column of sentences takes the rest', () => {
  assert.deepEqual(shareWidths([20, 30, 25], [40, 60, 600], 300), [40, 60, 200]);
});

test('two columns of sentences share what is left after their length', () => {
  assert.deepEqual(shareWidths([20, 30, 30], [40, 200, 600], 240), [40, 50, 150]);
});

test('columns that all have room share what is left over', () => {
  assert.deepEqual(shareWidths([10, 10], [50, 100], 300), [100, 200]);
});

test('the widths fill the room, and no column is narrower than its longest word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 2000 })), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.integer({ min: 0, max: 1000 }),
      (columns, more) => {
        const least = columns.map(([needs]) => needs);
        const most = columns.map(([needs, extra]) => needs + extra);
        const room = sum(least) + more;
        const widths = shareWidths(least, most, room);
        assert.ok(Math.abs(sum(widths) - room) < 0.001);
        widths.forEach((width, column) => assert.ok(width > least[column]! - 0.001));
      },
    ),
  );
});
