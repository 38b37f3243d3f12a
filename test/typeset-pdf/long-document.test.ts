import assert from 'node:assert/strict';
import test from 'node:test';
import { h } from 'hastscript';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makePdf } from '../../src/stages/typeset/pdf/index.js';
import { batchEnds } from '../../src/stages/typeset/pdf/plan/batches.js';
import type { NotePart, PagePlan } from '../../src/stages/typeset/pdf/plan/types.js';
import { articleDocument, call, edition, han } from './edition.js';

const page = (from: number, notes: NotePart[] = []): PagePlan => ({
  from,
  to: from + 1,
  notes,
  stretched: [],
  slack: 0,
  oversize: false,
});

test('a print ends where neither a block nor a note goes on', () => {
  const places = [0, 1, 2, 0, 1, 0, 0].map((line) => ({ line }));
  const plans = places.map((_, unit) => page(unit));
  assert.deepEqual(batchEnds(plans, places, 2), [3, 5, 7]);
  plans[3] = page(3, [{ note: 0, from: 2, to: 4 }]);
  assert.deepEqual(batchEnds(plans, places, 2), [5, 7]);
  assert.deepEqual(batchEnds(plans, places, 100), [7]);
  assert.deepEqual(batchEnds([page(0)], [], 100), [1]);
});

test('a document of many prints is proved as a whole, and its links lead from one into the other', async () => {
  // neighbours that look at each other stand where one piece ends and the next begins, too
  const paragraphs = Array.from({ length: 560 }, (_, k) =>
    k % 20 === 10
      ? [h('h2', { id: `h-${k}` }, `第${k}节`), h('h3', { id: `s-${k}` }, `（${k}）`), h('p', han(200, k))]
      : [h('p', [han(280 + (k % 90), k), ...(k % 3 === 0 ? [call(`n-${k}`)] : [])])],
  );
  const long = {
    id: 'long',
    title: '长文',
    foot: [h('p.bio', '作者简介：某某。')],
    body: [h('p', ['见', h('a', { href: '#h-550' }, '末节'), '。']), ...paragraphs.flat()],
    notes: Object.fromEntries(
      Array.from({ length: 560 }, (_, k) => k)
        .filter((k) => k % 3 === 0 && k % 20 !== 10)
        .map((k) => [`n-${k}`, [h('p', `第${k}注。`)]]),
    ),
  };
  const told: string[] = [];
  const after = { id: 'after', title: '其后', body: [h('p', '其后之文。')] };
  const list = edition([articleDocument(long), articleDocument(after)]);
  const pdf = await makePdf(list, { print: { notes: 'end' }, onProgress: ({ detail }) => told.push(detail!) });
  assert.deepEqual(pdf.findings, []);
  assert.ok(pdf.pages > 140, String(pdf.pages));
  assert.ok(
    told.some((detail) => /^长文 1\d\d\/\d+$/.test(detail)),
    told.join(', '),
  );
  assert.equal(pdf.contents.find(({ id }) => id === 'after')!.page, pdf.pages);

  const task = getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 });
  const read = await task.promise;
  type Link = { dest?: string | unknown[] };
  const links = (await (await read.getPage(1)).getAnnotations()) as Link[];
  const pages = await Promise.all(
    links.map(async ({ dest }) => {
      const place = typeof dest === 'string' ? await read.getDestination(dest) : dest!;
      return (await read.getPageIndex(place![0] as never)) + 1;
    }),
  );
  const section = pdf.contents.find(({ id }) => id === 'h-550')!.page;
  assert.ok(section > 100 && pages.includes(section), `${section}: ${pages.join(' ')}`);
  // the first note stands after the text, where the last print ends
  assert.ok(pages.some((number) => number > section && number < pdf.pages));
  const tree = (await (await read.getPage(120)).getStructTree())!;
  assert.ok(JSON.stringify(tree).includes('"role":"P"'));
  await task.destroy();
});
