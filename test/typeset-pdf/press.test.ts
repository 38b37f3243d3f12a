import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { h } from 'hastscript';
import { inspectPdf } from '../../src/inspect/index.js';
import type { Edition } from '../../src/model/index.js';
import { makePdf, type Pdf } from '../../src/stages/typeset/pdf/index.js';
import { grayContent } from '../../src/stages/typeset/pdf/press/gray-content.js';
import { grayProfile } from '../../src/stages/typeset/pdf/press/gray-profile.js';
import { articleDocument, call, contentsDocument, edition, han } from './edition.js';

const article = {
  id: 'a',
  title: '论开本 <与> & 出血',
  body: [
    h('p', [han(900, 1), call('n')]),
    h('figure.picture', [h('img', { src: 'images/a.png', alt: '一点' }), h('figcaption', '图1　一点')]),
    h('p', han(900, 2)),
  ],
  notes: { n: [h('p', ['见', h('a', { href: 'https://example.org/a' }, 'https://example.org/a')])] },
};
// one red point
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let made: Edition;
let press: Pdf;
let file: PDFDocument;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanben-press-'));
  const path = join(folder, 'a.png');
  await writeFile(path, point);
  const cover = {
    ...contentsDocument([]),
    id: 'cover',
    kind: 'cover' as const,
    title: '封面',
    body: [h('section.cover', { id: 'cover' }, h('p.cover-title', '印刷史研究'))],
  };
  made = edition(
    [cover, contentsDocument([article]), articleDocument(article)],
    [{ src: 'images/a.png', name: 'a', content: path, mediaType: 'image/png', width: 1, height: 1 }],
  );
  made.meta.cover = path;
  made.meta.issn = '1234-5679';
  made.documents[2]!.article = { contributors: [{ name: '沈括', role: 'author' }], keywords: ['版式'] } as never;
  // the last sheets are blank
  press = await makePdf(made, { press: true, print: { padTo: 8 } });
  file = await PDFDocument.load(press.bytes, { updateMetadata: false });
});

after(() => rm(folder, { recursive: true, force: true }));

const mm = (pt: number) => Math.round((pt / 72) * 25.4 * 100) / 100;
const textOf = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function contentsOf(page: number): string {
  const contents = file.getPage(page).node.lookup(PDFName.of('Contents'), PDFArray);
  return contents
    .asArray()
    .map((ref) => textOf(file.context.lookup(ref) as PDFRawStream))
    .join('\n');
}

test('the pages pass the proof; what a printer would ask about is said', () => {
  assert.deepEqual(
    press.findings.map(({ severity, rule }) => `${severity} ${rule}`),
    ['warning pdf:resolution', 'warning pdf:resolution'],
  );
});

test('every sheet has its trim, three millimetres of bleed and room for marks', () => {
  for (const page of file.getPages()) {
    const [media, bleed, trim] = [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()];
    assert.deepEqual([mm(trim.width), mm(trim.height)], [185, 260]);
    assert.deepEqual([mm(bleed.width), mm(bleed.height)], [191, 266]);
    assert.deepEqual([mm(trim.x - bleed.x), mm(trim.y - bleed.y)], [3, 3]);
    assert.deepEqual([media.x, media.y, mm(trim.x), mm(media.width)], [0, 0, 10, 205]);
  }
});

test('marks stand outside the bleed, two at each corner', () => {
  const marks = contentsOf(2).split('EMC')[0]!;
  const { x: x0, y: y0 } = file.getPage(2).getTrimBox();
  const lines = [...marks.matchAll(/([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S/g)].map((m) =>
    m.slice(1).map(Number),
  );
  assert.equal(lines.length, 8);
  const { x: left, y: foot, width, height } = file.getPage(2).getBleedBox();
  for (const [a, b, c, d] of lines) {
    const outside = (x: number, y: number) =>
      x <= left + 0.01 || y <= foot + 0.01 || x >= left + width - 0.01 || y >= foot + height - 0.01;
    assert.ok(outside(a!, b!) && outside(c!, d!), `${a} ${b} ${c} ${d}`);
  }
  assert.ok(lines.some(([x]) => Math.abs(x! - x0) < 0.01) && lines.some(([, y]) => Math.abs(y! - y0) < 0.01));
});

test('text is black of one ink, nothing is painted in a device colour', () => {
  for (let page = 0; page < file.getPageCount(); page++) {
    assert.doesNotMatch(contentsOf(page), /\s(?:rg|RG|k|K)\s/);
  }
  assert.match(contentsOf(2), /(?:^|\s)0 g\s/);
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    assert.notEqual(object.dict.get(PDFName.of('ColorSpace')), PDFName.of('DeviceRGB'));
  }
});

test('the cover picture reaches into the bleed', () => {
  const content = contentsOf(0);
  const scale = Number(/([\d.]+) 0 0 -[\d.]+ 0 [\d.]+ cm/.exec(content)![1]);
  // it covers its place, so that it is painted larger and clipped: `0 0 w h re W* n`
  const [, width, height] = /0 0 ([\d.]+) ([\d.]+) re\s+W/.exec(content)!.map(Number);
  const [, w, h] = /([\d.]+) 0 0 -([\d.]+) [-\d.]+ [-\d.]+ cm/.exec(content.slice(content.indexOf(' re')))!.map(Number);
  const bleed = file.getPage(0).getBleedBox();
  // a pixel is kept from the edge, for Chromium shrinks what is a hair too wide
  assert.ok(width! * scale >= bleed.width - 1.1 && height! * scale >= bleed.height - 1.1);
  assert.ok(w! >= width! - 1 && h! >= height! - 1);
});

test('each key that PDF/X-4 requires is there', () => {
  assert.match(Buffer.from(press.bytes.slice(0, 8)).toString('latin1'), /^%PDF-1\.6/);
  const { catalog, context } = file;
  const [intent] = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray();
  const condition = context.lookup(intent, PDFDict);
  assert.equal(condition.get(PDFName.of('S')), PDFName.of('GTS_PDFX'));
  assert.ok(condition.lookup(PDFName.of('OutputConditionIdentifier'), PDFString).asString());
  assert.ok(condition.lookup(PDFName.of('Info'), PDFString).asString());
  const profile = condition.lookup(PDFName.of('DestOutputProfile')) as PDFRawStream;
  assert.equal(String(profile.dict.get(PDFName.of('N'))), '1');
  assert.deepEqual(Buffer.from(decodePDFRawStream(profile).decode()), Buffer.from(grayProfile()));

  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  assert.equal(info.get(PDFName.of('Trapped')), PDFName.of('False'));
  for (const key of ['Title', 'CreationDate', 'ModDate', 'GTS_PDFXVersion']) assert.ok(info.has(PDFName.of(key)), key);
  const id = context.lookup(context.trailerInfo.ID, PDFArray);
  assert.ok(id.size() === 2 && id.lookup(0) instanceof PDFHexString);
  assert.equal(context.trailerInfo.Encrypt, undefined);

  const metadata = catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
  assert.equal(metadata.dict.has(PDFName.of('Filter')), false);
  const xmp = Buffer.from(metadata.contents).toString('utf8');
  for (const tag of [
    'pdfxid:GTS_PDFXVersion>PDF/X-4<',
    'pdf:Trapped>False<',
    'xmpMM:DocumentID>uuid:',
    'xmpMM:VersionID>1<',
    'xmpMM:RenditionClass>default<',
    'xmp:CreateDate>2026-02-01T00:00:00Z<',
    'xmp:ModifyDate>2026-02-01T00:00:00Z<',
    'xmp:MetadataDate>2026-02-01T00:00:00Z<',
    'dc:title><rdf:Alt><rdf:li xml:lang="x-default">印刷史研究<',
    'dc:creator><rdf:Seq><rdf:li>沈括<',
    'dc:language><rdf:Bag><rdf:li>zh-Hans<',
    'prism:issn>1234-5679<',
    'prism:number>1<',
  ]) {
    assert.ok(xmp.includes(tag), tag);
  }
  for (const page of file.getPages()) {
    assert.equal(page.node.has(PDFName.of('Annots')), false);
    assert.ok(page.node.has(PDFName.of('TrimBox')) && page.node.has(PDFName.of('BleedBox')));
  }
});

test('every font is embedded, none is Type 3; the page inside the trim is the page that is read', async () => {
  const [inspected, plain] = [
    await inspectPdf(press.bytes),
    await makePdf(made, { print: { padTo: 8 } }).then(({ bytes }) => inspectPdf(bytes)),
  ];
  const figures = ({ verdicts }: typeof inspected) =>
    verdicts.map(({ requirement, rule, verdict, figure }) => [requirement, rule, verdict, figure]);
  assert.deepEqual(figures(inspected), figures(plain));
});

test('the profile is an output profile of one ink, lighter as the gray is lighter', () => {
  const profile = Buffer.from(grayProfile());
  assert.equal(profile.readUInt32BE(0), profile.length);
  assert.equal(profile.toString('latin1', 12, 24), 'prtrGRAYXYZ ');
  assert.equal(profile.toString('latin1', 36, 40), 'acsp');
  const names = Array.from({ length: profile.readUInt32BE(128) }, (_, k) =>
    profile.toString('latin1', 132 + k * 12, 136 + k * 12),
  );
  assert.deepEqual(names, ['desc', 'cprt', 'wtpt', 'kTRC']);
  const at = profile.readUInt32BE(132 + 3 * 12 + 4);
  const values = Array.from({ length: 256 }, (_, k) => profile.readUInt16BE(at + 12 + k * 2));
  assert.equal(values[255], 65535);
  assert.ok(values.every((value, k) => k === 0 || value > values[k - 1]!));
});

test('gray stays, colour is left and told', () => {
  assert.deepEqual(grayContent('q\n0 0 0 rg\n.5 .5 .5 RG\nQ'), { content: 'q\n0 g\n.5 G\nQ', coloured: false });
  assert.deepEqual(grayContent('1 0 0 rg 0 0 0 RG'), { content: '1 0 0 rg 0 G', coloured: true });
});
