/** The visible form of a text loses nothing, and hides nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../properties/any-text.js';
import { hidden, visible } from './visible-text.js';

test('a text comes back from its visible form', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.equal(hidden(visible(text)), text)),
    { numRuns: 200, seed: 1 },
  );
});

test('the visible form holds nothing that does not print but line ends and plain or Chinese spaces', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.doesNotMatch(visible(text), /[^\S\n \u3000]|[\p{Cc}\p{Cf}\p{Co}](?<!\n)/u)),
    { numRuns: 200, seed: 1 },
  );
});
