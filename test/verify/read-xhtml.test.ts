import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXhtml } from '../../src/stages/typeset/html/read-xhtml.js';

const page = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html lang="zh"><head><title>题</title><meta charset="UTF-8"/></head><body class="a b">${body}</body></html>`;

test('elements, words and references are read', () => {
  assert.deepEqual(readXhtml(page('<p id="x" class="c d">甲&amp;乙&#x4E00;&#19968;<br/>&lt;b&gt;</p><!-- <p> -->')), [
    {
      type: 'element',
      tagName: 'p',
      properties: { id: 'x', className: ['c', 'd'] },
      children: [
        { type: 'text', value: '甲&乙一一' },
        { type: 'element', tagName: 'br', properties: {}, children: [] },
        { type: 'text', value: '<b>' },
      ],
    },
  ]);
});

for (const [name, body] of [
  ['an element that is not closed', '<p>甲'],
  ['elements that cross', '<b><i>甲</b></i>'],
  ['a bare &', '<p>甲 & 乙</p>'],
  ['a bare <', '<p>1 < 2</p>'],
  ['an attribute without quotes', '<p id=x>甲</p>'],
] as const) {
  test(`${name} is not mended`, () => assert.throws(() => readXhtml(page(body)), /^Error: xhtml: /));
}
