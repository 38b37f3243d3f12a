import assert from 'node:assert/strict';
import test from 'node:test';
import type { PDFRawStream } from '@cantoo/pdf-lib';
import { PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { PdfWriter } from '../../src/stages/typeset/pdf/bind/pdf-writer.js';
import { readUnicodeMap, writeUnicodeMap } from '../../src/stages/typeset/pdf/bind/unicode-map.js';

test('a file of more objects than one pack holds is read back as it was written', async () => {
  const write = () => {
    const writer = new PdfWriter(PDFContext.create(), '1.7');
    const { context } = writer;
    const pages = writer.reserve();
    const kids = Array.from({ length: 450 }, (_, k) =>
      writer.write(context.obj({ Type: 'Page', Parent: pages, MediaBox: [0, 0, 10, k + 1] })),
    );
    writer.write(context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }), pages);
    const stream = writer.writeStream(Buffer.from('some data '.repeat(50)));
    const root = writer.write(context.obj({ Type: 'Catalog', Pages: pages, Own: stream }));
    const info = writer.write(context.obj({ Title: PDFHexString.fromText('题名') }));
    return writer.finish(root, info, '00ff'.repeat(8));
  };
  const bytes = write();
  assert.deepEqual(bytes, write());
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  assert.equal(read.getPageCount(), 450);
  assert.equal(read.getPage(449).getHeight(), 450);
  assert.equal(read.getTitle(), '题名');
  const own = read.catalog.lookup(PDFName.of('Own')) as PDFRawStream;
  assert.ok(own.dict instanceof PDFDict && own.contents.length < 100);
});

test('what glyphs stand for is read from lists and from ranges, and written in order', () => {
  const map = readUnicodeMap(`
    2 beginbfchar
    <0005> <4e00>
    <0009> <d840dc00>
    endbfchar
    1 beginbfrange
    <0010> <0012> <4E8C>
    endbfrange`);
  assert.deepEqual(
    [...map],
    [
      [5, '4E00'],
      [9, 'D840DC00'],
      [16, '4E8C'],
      [17, '4E8D'],
      [18, '4E8E'],
    ],
  );
  assert.deepEqual(readUnicodeMap(writeUnicodeMap(map)), map);
  const many = new Map(Array.from({ length: 250 }, (_, k) => [k, '4E00']));
  assert.equal(writeUnicodeMap(many).match(/beginbfchar/g)!.length, 3);
});
