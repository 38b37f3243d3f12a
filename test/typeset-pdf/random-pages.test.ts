/** Articles made at random, dense with marks, notes and Latin, must come out of the composer as they were planned. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { h } from 'hastscript';
import { sentenceOf } from '../../src/messages/index.js';
import { makePdf } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, call, edition, han, type TestArticle } from './edition.js';

const insertions = ['，', '，', '“引文”', '（括注）', '1998', '——', 'Movable Type', '、', '；', '《书》'];
const sentence = fc
  .tuple(
    fc.nat(9999),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...insertions)), { maxLength: 5 }),
  )
  .map(([seed, parts]) => {
    const text = parts.map(([length, mark], k) => han(length + 1, seed + k).slice(0, -1) + mark).join('');
    return text + han(6, seed);
  });
const sentences = (most: number) => fc.array(sentence, { minLength: 1, maxLength: most });
const noteText = fc.oneof(
  { weight: 9, arbitrary: sentence },
  { weight: 1, arbitrary: sentences(60).map((list) => list.join('')) },
);
/** Sentences, each with the text of its note or none. */
const paragraph = fc.array(fc.tuple(sentence, fc.option(noteText, { freq: 3 })), { minLength: 1, maxLength: 14 });
const block = fc.oneof(
  { weight: 6, arbitrary: fc.record({ name: fc.constant('p'), text: paragraph }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('blockquote'), text: paragraph }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('li'), text: paragraph }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom('h2', 'h3'), text: sentence }) },
);
const article = fc.array(block, { minLength: 6, maxLength: 24 });

function toArticle(blocks: typeof article extends fc.Arbitrary<infer T> ? T : never, id: string): TestArticle {
  const notes: NonNullable<TestArticle['notes']> = {};
  const body = blocks.map(({ name, text }, k) => {
    if (typeof text === 'string') return h(name, { id: `${id}-${k}` }, text.slice(0, -1));
    const content = text.flatMap(([words, note], s) => {
      if (note === null) return [words];
      const key = `${id}-${k}-${s}`;
      notes[key] = [h('p', note)];
      return [words, call(key)];
    });
    if (name === 'li') return h('ul', h('li', content));
    return name === 'p' ? h('p', content) : h(name, h('p', content));
  });
  return { id, title: `随机的文章${id}`, body, notes };
}

for (const size of ['16k', '32k', 'a4'] as const) {
  test(`pages of ${size} come out as planned, whatever stands on them`, async () => {
    const articles = fc.sample(article, { seed: 20261120, numRuns: 40 }).map((blocks, k) => toArticle(blocks, `r${k}`));
    const { findings } = await makePdf(edition(articles.map(articleDocument)), { print: { size } });
    assert.deepEqual(
      findings
        .filter(({ severity }) => severity === 'fatal')
        .map(({ document, reason }) => `${document}: ${sentenceOf(reason)}`),
      [],
    );
  });
}
