import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { test } from 'node:test';
import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { PdfFault } from '../../../src/stages/acquire/pdf/pdf-fault.js';
import { pdfLimits, type PdfLimits } from '../../../src/stages/acquire/pdf/pdf-limits.js';
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { readPdfApart, type PdfReader } from '../../../src/stages/acquire/pdf/read-pdf-apart.js';
import { makeDocument, makePdf, prose, type PageContent } from './make-pdf.js';

const contents: PageContent[] = [1, 2, 3].map((seed) => ({ words: prose(seed) }));
const made = async (pages = contents): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await makePdf(pages));

async function fault(bytes: Uint8Array<ArrayBuffer>, limits: Partial<PdfLimits>, reader: PdfReader = readPdf) {
  try {
    await reader(bytes, { limits: { ...pdfLimits, ...limits } });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof PdfFault, String(error));
    return [error.kind, error.page];
  }
}

test('a thread of its own reads the same', async () => {
  const heard: number[] = [];
  const apart = await readPdfApart(await made(), { onPage: (page) => heard.push(page) });
  assert.deepEqual(heard, [1, 2, 3]);
  const here = await readPdf(await made());
  // pdf.js counts the documents of a process in the names of fonts only
  assert.equal(apart.text, here.text);
  assert.deepEqual(apart.paged, here.paged);
});

test('a page that is not done in its time ends with its thread', async () => {
  assert.deepEqual((await fault(await made(), { pageTime: 0 }, readPdfApart))?.[0], 'page-time');
  assert.deepEqual((await fault(await made(), { time: 0 }, readPdfApart))?.[0], 'time');
});

test('what fills the memory ends with its thread', async () => {
  assert.deepEqual((await fault(await made(), { memory: -1000 }, readPdfApart))?.[0], 'memory');
});

test('what a page and a file may hold is limited', async () => {
  assert.deepEqual(await fault(await made(), { pages: 2 }), ['pages', undefined]);
  assert.deepEqual(await fault(await made(), { glyphs: 100 }), ['glyphs', 1]);
  const strokes = { raw: '0 0 m 10 10 l S\n'.repeat(3000) };
  assert.deepEqual(await fault(await made([contents[0]!, strokes]), { operators: 2000 }), ['operators', 2]);
  assert.equal(await fault(await made([contents[0]!, strokes]), {}), undefined);
});

test('only the pages that were asked for are read', async () => {
  const { paged } = await readPdf(await made(), {
    pages: [
      { from: 3, to: 3 },
      { from: 1, to: 1 },
    ],
  });
  assert.deepEqual(
    paged.pages.map(({ number }) => number),
    [1, 3],
  );
  assert.equal(paged.pageCount, 3);
});

test('neither script, network nor code of a file runs', async (t) => {
  const document = await makeDocument(contents);
  const { context, catalog } = document;
  const script = "app.alert(1); globalThis.reached = 'script'; this.getURL('http://127.0.0.1:9/');";
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of(script) }));
  const calculator = context.stream('{ globalThis.reached }', { FunctionType: 4, Domain: [0, 1], Range: [0, 1] });
  for (const page of document.getPages()) {
    const aside = { F: PDFString.of('http://127.0.0.1:9/font.otf'), FS: 'URL' };
    const fonts = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
    fonts.set(PDFName.of('far'), context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'Far', FontFile2: aside }));
    const space = ['Separation', 'Spot', 'DeviceGray', context.register(calculator)];
    page.node.Resources()!.set(PDFName.of('ColorSpace'), context.obj({ spot: space }));
    page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of(script) } }));
  }
  const reached: string[] = [];
  const far = (name: string) => (): never => {
    reached.push(name);
    throw new Error(`${name} was called`);
  };
  t.mock.method(globalThis, 'fetch', far('fetch'));
  t.mock.method(http, 'request', far('http'));
  t.mock.method(net, 'connect', far('net'));
  t.mock.method(net.Socket.prototype, 'connect', far('socket'));
  t.mock.method(globalThis, 'eval', far('eval'));
  t.mock.method(globalThis, 'Function', far('Function') as unknown as FunctionConstructor);
  const { text } = await readPdf(new Uint8Array(await document.save({ useObjectStreams: false })));
  assert.match(text, /活字印刷/);
  assert.deepEqual(reached, []);
  assert.equal((globalThis as { reached?: string }).reached, undefined);
});
