import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFStream, type PDFDict } from '@cantoo/pdf-lib';
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { readPdfText } from '../../../src/stages/acquire/read-pdf-text.js';
import { rawText } from '../../cases/raw-text.js';
import { makeDocument, makePdf, prose, type PageContent, type Words } from './make-pdf.js';

/** In this thread, so that each case need not start one. */
async function read(bytes: Uint8Array) {
  const raw = await readPdfText(bytes, undefined, (text) => rawText(text), readPdf);
  const said = raw.file.messages.map(
    ({ fatal, ruleId, reason }) =>
      `${fatal === true ? 'fatal' : fatal === false ? 'warning' : 'remark'} ${ruleId}: ${reason}`,
  );
  return { ...raw, said };
}

const pages = async (contents: PageContent[]) => read(await makePdf(contents));
const page = (seed: number): PageContent => ({ words: prose(seed) });
const headings = (): Words[] =>
  [1, 2, 3].map((n) => ({ text: '一个标题', x: 90, y: 300 - n * 40, font: 'unmapped' as const }));
const down = (text: string, x: number, font: Words['font']): Words[] =>
  font === 'vertical'
    ? [{ text, x, y: 780, font }]
    : [...text].map((sign, i) => ({ text: sign, x, y: 780 - i * 12, size: 12, ...(font && { font }) }));
const columns = (font: Words['font']): Words[] =>
  Array.from({ length: 20 }, (_, i) =>
    down('活字印刷的历史可以追溯到北宋毕昇用胶泥刻字一字一印', 520 - i * 22, font),
  ).flat();

test('pages of text are read, and nothing is said', async () => {
  const { said, text, paged } = await pages([page(1), page(2), page(3)]);
  assert.deepEqual(said, []);
  assert.match(text, /活字印刷的历史可以追溯到北宋/);
  assert.deepEqual(
    paged!.pages.map(({ number, kind }) => [number, kind]),
    [1, 2, 3].map((number) => [number, 'text']),
  );
});

test('a scan without text is refused, with the number of its pages', async () => {
  const { said, text } = await pages([{ picture: true }, { picture: true }, { picture: true }, page(1)]);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^fatal text-layer: 3 of 4 pages \(1–3\) are pictures without text.*OCR/);
  assert.match(text, /活字/);
});

test('a plate among pages of text is named and the others are read', async () => {
  const { said } = await pages([page(1), { picture: true }, page(2), page(3), page(4)]);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^warning text-layer: Page 2 of 5 is a picture without text/);
});

test('a picture behind printed text is a ground', async () => {
  const { said } = await pages([{ picture: true, words: prose(1) }, page(2)]);
  assert.deepEqual(said, []);
});

test('text without ink over a picture is an OCR layer, and misreading is looked for', async () => {
  const hidden = (seed: number): PageContent => ({
    picture: true,
    words: prose(seed).map((words) => ({ ...words, mode: 3 })),
  });
  const { said, paged } = await pages([hidden(1), hidden(2), page(3)]);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^warning recognised-text: 2 of 3 pages \(1–2\) are pictures with text that an OCR/);
  assert.deepEqual(
    paged!.pages.map(({ recognised }) => recognised),
    [true, true, undefined],
  );
});

test('pages whose fonts have no character map are named, and refused where they are most', async () => {
  const unmapped = (seed: number): PageContent => ({
    words: prose(seed).map((words) => ({ ...words, font: 'unmapped' as const })),
  });
  const few = await pages([page(1), unmapped(2), page(3), page(4)]);
  assert.equal(few.said.length, 1);
  assert.match(few.said[0]!, /^warning character-map: Page 2 of 4 cannot be read.*TestIdentityH/);
  assert.deepEqual(
    few.paged!.dropped.map(({ page: number, reason }) => [number, reason]),
    [[2, 'unreadable']],
  );
  const most = await pages([page(1), unmapped(2), unmapped(3), unmapped(4)]);
  assert.match(most.said[0]!, /^fatal character-map: 3 of 4 pages/);
});

for (const font of ['vertical', 'level'] as const) {
  test(`pages in lines from top to bottom are refused (${font} font)`, async () => {
    const all = await pages([{ words: columns(font) }, { words: columns(font) }]);
    assert.match(all.said[0]!, /^fatal line-direction: 2 of 2 pages \(1–2\) are set in lines from top to bottom/);
    assert.equal(all.text.trim(), '');
    const one = await pages([page(1), { words: columns(font) }, page(2)]);
    assert.match(one.said[0]!, /^warning line-direction: Page 2 of 3 is set/);
    assert.doesNotMatch(one.text, /宋毕昇用胶泥/);
  });
}

test('a table drawn column by column is read', async () => {
  const cells = Array.from({ length: 4 }, (_, column) =>
    Array.from({ length: 12 }, (_, row) => ({
      text: `甲${'乙丙丁戊'[column]}字`,
      x: 90 + column * 100,
      y: 400 - row * 18,
    })),
  ).flat();
  const { said, paged } = await pages([{ words: [...prose(1, 12), ...cells] }, page(2)]);
  assert.deepEqual(said, []);
  assert.equal(paged!.pages[0]!.kind, 'text');
});

test('a page that lies on its side is turned', async () => {
  const lying = prose(1).map(({ text }, i) => ({ text, x: 90 + i * 18, y: 90, turn: 90 }));
  const { said, text, paged } = await pages([page(2), { words: lying }]);
  assert.deepEqual(said, []);
  assert.match(text, new RegExp(lying[3]!.text));
  assert.ok(paged!.pages[1]!.width > paged!.pages[1]!.height);
});

test('words on their side among others are set aside and told', async () => {
  const { said, text } = await pages([
    { words: [...prose(1), { text: '这一行竖在书页的边上是一行图注', x: 60, y: 300, turn: 90 }] },
    page(2),
  ]);
  assert.match(said[0]!, /^warning turned-text: .*p\. 1 “这一行竖在书页/);
  assert.doesNotMatch(text, /这一行竖/);
});

test('a file that asks for a password is refused, one that opens without is read', async () => {
  const locked = async (userPassword: string): Promise<Uint8Array> => {
    // strings within its fonts would be garbled
    const document = await PDFDocument.create();
    document.addPage().drawText('A page on movable type and its printers');
    document.encrypt({ userPassword, ownerPassword: 'owner' });
    return document.save({ useObjectStreams: false });
  };
  const closed = await read(await locked('secret'));
  assert.match(closed.said[0]!, /^fatal pdf-opens: The PDF opens with a password only/);
  const open = await read(await locked(''));
  assert.doesNotMatch(open.said.join(), /pdf-opens/);
  assert.match(open.text, /movable type/);
});

test('a damaged file is refused, a damaged page named', async () => {
  const whole = await makePdf([page(1), page(2), page(3)]);
  const cut = await read(whole.subarray(0, 400));
  assert.match(cut.said[0]!, /^fatal pdf-opens: The PDF is damaged or cut off/);
  const document = await makeDocument([page(1), page(2), page(3)]);
  const { context } = document;
  context.assign(document.getPage(1).ref, PDFNumber.of(1));
  const holed = await read(await document.save({ useObjectStreams: false }));
  assert.match(holed.said[0]!, /^warning page-damaged: Page 2 of \d is damaged/);
});

/** Three pages; the content of the second is packed, and what is packed is changed. */
async function withPacked(change: (packed: Uint8Array) => Uint8Array, contents = [page(1), page(2), page(3)]) {
  const document = await makeDocument(contents);
  const { node } = document.getPage(1);
  const content = document.context.lookup(node.get(PDFName.of('Contents')), PDFStream).getContents();
  const packed = change(deflateSync(content));
  const stream = PDFRawStream.of(document.context.obj({ Length: packed.length, Filter: 'FlateDecode' }), packed);
  node.set(PDFName.of('Contents'), document.context.register(stream));
  return read(await document.save({ useObjectStreams: false }));
}

test('a page whose content breaks off is named', async () => {
  const half = await withPacked((packed) => packed.subarray(0, packed.length >> 1));
  assert.deepEqual(
    half.said.map((said) => said.slice(0, 48)),
    ['warning page-damaged: Page 2 of 3 is damaged and'],
  );
  assert.match(half.text, new RegExp(prose(3)[2]!.text));
});

test('a page of which a part is garbled is read and named', async () => {
  const garbled = await withPacked((packed) => {
    const copy = Uint8Array.from(packed);
    copy[copy.length >> 1]! ^= 0x55;
    return copy;
  });
  assert.match(garbled.said[0]!, /^warning page-damaged: Page 2 of 3 is (?:damaged|read)/);
});

test('a whole page with an operator that nobody knows is sound', async () => {
  const { said } = await withPacked((packed) => packed, [page(1), { ...page(2), raw: 'q 1 2 Zz Q' }, page(3)]);
  assert.deepEqual(said, []);
});

test('words in a font that is broken leave a sign of themselves', async () => {
  const document = await makeDocument([page(1), { words: [...prose(2, 12), ...headings()] }]);
  const { context } = document;
  const broken = context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'Broken', Encoding: 'NoSuchMap' });
  for (const one of document.getPages())
    (one.node.Resources()!.lookup(PDFName.of('Font')) as PDFDict).set(PDFName.of('unmapped'), broken);
  const { said, text } = await read(await document.save({ useObjectStreams: false }));
  assert.equal(text.match(/□/g)?.length, 3);
  assert.match(said[0]!, /^warning character-map: .*3 lines say/);
});

/** A 12 pt picture whose lower edge stands a little under the baseline. */
const drawnAt = (x: number, y: number, width = 11, height = 11): string =>
  `q ${width} 0 0 ${height} ${x} ${y - 1} cm /picture Do Q`;

test('a character that is drawn as a picture leaves a sign in its line, and is asked about', async () => {
  const words = prose(1);
  const [line, last] = [words[3]!, words[8]!];
  const cut = [
    { ...line, text: line.text.slice(0, 10) },
    { ...line, text: line.text.slice(11), x: line.x + 11 * 12 },
    { ...last, text: last.text.slice(0, 20) },
  ];
  const rest = words.filter((other) => other !== line && other !== last);
  const raw = [drawnAt(line.x + 120, line.y), drawnAt(last.x + 240, last.y)].join('\n');
  const { said, text } = await pages([{ words: [...rest, ...cut], raw }, page(2)]);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^warning drawn-sign: 2 characters are drawn into the text.*p\. 1 line 4 “.*□.*p\. 1 line 9/);
  assert.ok(text.includes(`${line.text.slice(0, 10)}□${line.text.slice(11)}`));
  assert.ok(text.includes(`${last.text.slice(0, 20)}□\n`));
});

test('a bullet, a ring round a number, a ground behind words and a small picture by itself are no characters', async () => {
  const words = prose(1);
  const numbers = [{ text: '1', x: 480, y: words[5]!.y, size: 9 }];
  const raw = [
    drawnAt(words[2]!.x - 22, words[2]!.y, 8, 8), // a bullet stands off its words
    drawnAt(478, words[5]!.y, 9, 9), // round the number
    drawnAt(words[7]!.x + 24, words[7]!.y, 12, 12), // under a sign
    drawnAt(300, 60), // below the text
  ].join('\n');
  const { said, text } = await pages([{ words: [...words, ...numbers], raw }, page(2)]);
  assert.deepEqual(said, []);
  assert.doesNotMatch(text, /□/);
});

test('empty pages alone are refused', async () => {
  const { said } = await pages([{}, {}]);
  assert.match(said[0]!, /^fatal text-layer: The pages of the PDF are empty/);
});
