import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import test, { before } from 'node:test';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { h } from 'hastscript';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { outlinedGlyphs } from '../../src/stages/typeset/pdf/bind/font-facts.js';
import { makePdf, type Pdf } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, call, contentsDocument, edition, han, type TestArticle } from './edition.js';

const articles: TestArticle[] = [
  {
    id: 'first',
    title: '第一篇',
    titleNote: '题注。',
    body: [
      h('p', [han(1500, 1), call('n-1'), han(600, 2), call('n-2')]),
      h('h2', { id: 'first-a' }, '一、小题'),
      h('p', [h('strong', '重'), han(400, 3), '——', h('span', { lang: 'en' }, 'type'), han(80, 30)]),
    ],
    notes: {
      'n-1': [h('p', han(60, 4))],
      'n-2': [h('p', ['见', h('a', { href: 'https://example.org/a-b' }, 'https://example.org/a-b')])],
    },
  },
  {
    id: 'second',
    title: '第二篇',
    body: [
      h('figure.table', [
        h('figcaption', '表1'),
        h('table', [
          h('thead', h('tr', [h('th', '年'), h('th', '地')])),
          h(
            'tbody',
            Array.from({ length: 4 }, (_, k) => h('tr', [h('td', `第${k}年`), h('td', '建阳')])),
          ),
        ]),
      ]),
      h('p', [han(300, 5), '上文见', h('a', { href: '#first-a' }, '前篇'), '。']),
    ],
  },
  { id: 'third', title: '第三篇', body: [h('p', han(200, 6)), h('blockquote', h('p', han(100, 7)))] },
];

const documents = [contentsDocument(articles), ...articles.map(articleDocument)];
const print = { opening: 'recto', padTo: 4, firstFolio: 7 } as const;
const name = (text: string) => PDFName.of(text);

let pdf: Pdf;
let file: PDFDocument;

before(async () => {
  pdf = await makePdf(edition(documents), { print });
  file = await PDFDocument.load(pdf.bytes, { updateMetadata: false });
});

test('nothing is amiss on the pages, and their number is a multiple of what was asked for', () => {
  assert.deepEqual(pdf.findings, []);
  assert.equal(pdf.pages % 4, 0);
  assert.equal(file.getPageCount(), pdf.pages);
});

test('links lead within a part and into others', async () => {
  const task = getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 });
  const read = await task.promise;
  const pageOf = async (dest: string | unknown[]): Promise<number> => {
    const place = typeof dest === 'string' ? await read.getDestination(dest) : dest;
    return (await read.getPageIndex(place![0] as never)) + 1;
  };
  const linksOf = async (page: number) =>
    (await (await read.getPage(page)).getAnnotations()) as { dest?: string | unknown[]; url?: string }[];
  const entries = await Promise.all((await linksOf(1)).map(({ dest }) => pageOf(dest!)));
  const starts = articles.map(({ id }) => pdf.contents.find((place) => place.id === id)!.page);
  assert.deepEqual([...new Set(entries)], starts);
  const { page } = pdf.contents.find(({ id }) => id === 'second')!;
  const [across] = await linksOf(page);
  assert.equal(across!.dest, 'first-a');
  assert.equal(await pageOf(across!.dest!), pdf.contents.find(({ id }) => id === 'first-a')!.page);
  // marks and notes lead to each other on their page; an address is one link
  const [first, second] = starts as [number, number];
  const own = (await Promise.all(Array.from({ length: second - first }, (_, k) => linksOf(first + k)))).flat();
  const inside = await Promise.all(own.filter(({ dest }) => dest).map(({ dest }) => pageOf(dest!)));
  // of three notes each, the title's among them
  assert.equal(inside.length, 6);
  for (const page of inside) assert.ok(page >= first && page < second);
  assert.equal(own.filter(({ url }) => url === 'https://example.org/a-b').length, 1);
  await task.destroy();
});

test('every piece of marked content has one owner in one structure tree', () => {
  const { context, catalog } = file;
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const owned = new Map<string, PDFRef>();
  const own = (page: PDFRef | undefined, id: number, element: PDFRef) => {
    const key = `${page?.objectNumber} ${id}`;
    assert.ok(page && !owned.has(key), key);
    owned.set(key, element);
  };
  const types = new Map<string, number>();
  const visit = (ref: PDFRef, parent: PDFRef | undefined): void => {
    const element = context.lookup(ref, PDFDict);
    const type = element.lookup(name('S'), PDFName).decodeText();
    types.set(type, (types.get(type) ?? 0) + 1);
    if (parent) assert.equal(element.get(name('P')), parent, type);
    const own1 = element.get(name('Pg')) as PDFRef | undefined;
    const kids = element.lookup(name('K'));
    const list = kids instanceof PDFArray ? kids.asArray() : [element.get(name('K'))!];
    for (const kid of list) {
      const value = kid instanceof PDFRef ? context.lookup(kid) : kid;
      if (value instanceof PDFNumber) own(own1, value.asNumber(), ref);
      else if (value instanceof PDFDict && value.get(name('S'))) visit(kid as PDFRef, ref);
      else if (value instanceof PDFDict && value.get(name('Type')) === name('MCR')) {
        own(
          (value.get(name('Pg')) as PDFRef | undefined) ?? own1,
          value.lookup(name('MCID'), PDFNumber).asNumber(),
          ref,
        );
      }
    }
  };
  visit(root.get(name('K')) as PDFRef, undefined);
  assert.equal(types.get('Document'), 1);
  assert.equal(types.get('Art'), 3);
  assert.equal(types.get('TOC'), 1);
  assert.ok(types.get('P')! > 5 && types.get('H1') === 4 && types.get('H2') === 1 && types.get('TD') === 8);
  assert.ok((types.get('NonStruct') ?? 0) <= 2, 'what means nothing is no element');

  const parents = new Map<number, unknown>();
  for (const leaf of root.lookup(name('ParentTree'), PDFDict).lookup(name('Kids'), PDFArray).asArray()) {
    const numbers = context.lookup(leaf, PDFDict).lookup(name('Nums'), PDFArray);
    for (let i = 0; i < numbers.size(); i += 2) {
      const key = numbers.lookup(i, PDFNumber).asNumber();
      assert.ok(!parents.has(key));
      parents.set(key, numbers.lookup(i + 1));
    }
  }
  let marked = 0;
  for (const page of file.getPages()) {
    const key = page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber();
    if (key === undefined) continue;
    const owners = (parents.get(key) as PDFArray).asArray();
    for (const [, id] of contentsOf(page.node).matchAll(/\/MCID (\d+)/g)) {
      marked += 1;
      assert.equal(
        owned.get(`${page.ref.objectNumber} ${id}`),
        owners[Number(id)],
        `page ${page.ref.objectNumber}, ${id}`,
      );
    }
  }
  assert.equal(owned.size, marked);
  for (const page of file.getPages()) {
    for (const annotation of page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
      const key = context.lookup(annotation, PDFDict).lookup(name('StructParent'), PDFNumber).asNumber();
      assert.ok(parents.get(key) instanceof PDFDict);
    }
  }
});

test('one font program serves all parts, cut to the glyphs that they use', () => {
  const fonts = new Map<string, Set<number>>();
  for (const page of file.getPages()) {
    const resources = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict);
    let font = '';
    for (const [, key, codes] of contentsOf(page.node).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (key) font = resources!.lookup(name(key), PDFDict).lookup(name('BaseFont'), PDFName).decodeText();
      const used = fonts.get(font) ?? fonts.set(font, new Set()).get(font)!;
      for (const [code] of (codes ?? '').matchAll(/.{4}/g)) used.add(parseInt(code, 16));
    }
  }
  const programs = new Map<string, Buffer>();
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('FontDescriptor')) continue;
    const stream = object.lookup(name('FontFile2')) as PDFRawStream;
    programs.set(object.lookup(name('FontName'), PDFName).decodeText(), inflateSync(stream.contents));
  }
  assert.deepEqual([...programs.keys()].sort(), [...fonts.keys()].filter(Boolean).sort());
  for (const [base, used] of fonts) {
    assert.match(base, /^[A-Z]{6}\+/);
    const drawn = new Set(outlinedGlyphs(programs.get(base)!));
    const without = [...used].filter((glyph) => !drawn.has(glyph));
    // white space draws nothing
    assert.ok(without.length <= 2, `${base}: ${without.join(' ')}`);
    assert.ok(drawn.size < used.size + 30, `${base}: ${drawn.size} glyphs, ${used.size} in use`);
  }
});

test('blank pages stand before right pages, and labels count them', async () => {
  const task = getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 });
  const labels = (await (await task.promise).getPageLabels())!;
  await task.destroy();
  for (const { id, page, folio } of pdf.contents.filter(({ id }) => articles.some((article) => article.id === id))) {
    assert.equal(Number(folio) % 2, 1, id);
    assert.equal(labels[page - 1], folio);
  }
  assert.equal(pdf.contents.find(({ id }) => id === 'first')!.folio, '7');
});

function contentsOf(page: PDFDict): string {
  const contents = page.lookup(name('Contents'));
  return contents instanceof PDFRawStream ? inflateSync(contents.contents).toString('latin1') : '';
}
