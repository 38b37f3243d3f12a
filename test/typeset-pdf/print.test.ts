import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { h } from 'hastscript';
import { sentenceOf } from '../../src/messages/index.js';
import { makePdf, type Pdf } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, call, contentsDocument, edition, han, type TestArticle } from './edition.js';
import { readPages, type ReadPdf } from './read-pages.js';

/** Every torture in one print: a browser is started once. */
const tortures: TestArticle[] = [
  { id: 'one-line', title: '一行', body: [h('p', '只有一行的文章。')] },
  {
    id: 'long-note',
    title: '长注',
    body: [h('p', [han(300), call('long'), han(300, 2)]), h('p', [han(200, 3), call('after'), han(500, 4)])],
    notes: { long: [h('p', han(2600, 5))], after: [h('p', '其后之注。')] },
  },
  {
    id: 'thirty',
    title: '三十注',
    body: [
      h('p', han(400, 6)),
      h('p', Array.from({ length: 30 }, (_, k) => ['字', call(`thirty-${k}`)]).flat()),
      h('p', han(900, 7)),
    ],
    notes: Object.fromEntries(
      Array.from({ length: 30 }, (_, k) => [`thirty-${k}`, [h('p', `第${k}条注释，${han(45, k + 8)}`)]]),
    ),
  },
  {
    id: 'sixty',
    title: '六十注',
    body: [h('p', Array.from({ length: 60 }, (_, k) => ['字', call(`sixty-${k}`)]).flat())],
    notes: Object.fromEntries(Array.from({ length: 60 }, (_, k) => [`sixty-${k}`, [h('p', `注${k}。`)]])),
  },
  {
    id: 'three-hundred',
    title: '三百注',
    body: Array.from({ length: 30 }, (_, p) =>
      h(
        'p',
        Array.from({ length: 10 }, (_, k) => [han(24, p * 10 + k + 1).slice(0, -1), call(`many-${p * 10 + k}`)]).flat(),
      ),
    ),
    notes: Object.fromEntries(
      Array.from({ length: 300 }, (_, k) => [`many-${k}`, [h('p', `第${k}注，${han(20 + (k % 50), k + 3)}`)]]),
    ),
  },
  {
    id: 'last-line',
    title: '末行之注',
    body: [h('p', han(36 * 25 - 2, 9)), h('p', [han(36 * 6 - 2, 10), call('last')])],
    notes: { last: [h('p', han(200, 11))] },
  },
  { id: 'three-pages', title: '三页之段', body: [h('p', han(3200, 12)), h('p', han(60, 13))] },
  {
    id: 'headings',
    title: '页脚之题',
    body: [
      h('p', han(36 * 26, 14)),
      h('h2', { id: 'foot-heading' }, '一、页脚的标题'),
      h('h3', { id: 'foot-sub' }, '（一）其下的标题'),
      h('p', han(300, 15)),
    ],
  },
  {
    id: 'address',
    title: '长址',
    body: [
      h('p', [
        '见',
        h('a', { href: `https://example.org/${'a'.repeat(200)}` }, `https://example.org/${'a'.repeat(200)}`),
        '一文。',
      ]),
      h('p', [`${'W'.repeat(150)}其后`, call('wide')]),
    ],
    notes: { wide: [h('p', ['https://example.org/', 'x'.repeat(300)])] },
  },
  {
    id: 'table',
    title: '长表',
    body: [
      h('figure.table', [
        h('figcaption', '表1　历代刻书'),
        h('table', [
          h('thead', h('tr', [h('th', '年代'), h('th', '地点'), h('th', '说明')])),
          h(
            'tbody',
            Array.from({ length: 110 }, (_, k) =>
              h('tr', [h('td', `第${k}年`), h('td', '建阳'), h('td', k % 5 === 0 ? han(60, k + 1) : '麻沙本')]),
            ),
          ),
        ]),
        h('p.source', '资料来源：书目。'),
      ]),
      h('p', han(200, 16)),
    ],
  },
  {
    id: 'mixed',
    title: '题名：主题与副题的排法',
    titleNote: '本文为某项目成果。',
    foot: [h('p.bio', [h('span.label', '作者简介：'), '某某，研究员'])],
    body: [
      h('p', [
        han(80, 17),
        h('strong', '着重'),
        '的',
        h('span', { lang: 'en' }, ['The history of ', h('em', 'printing'), ' in “China”']),
        han(60, 18),
        call('twice'),
      ]),
      h('blockquote', [h('p', han(150, 19)), h('p', han(90, 20))]),
      h('ul', [h('li', '一项'), h('li', [h('p', han(70, 21)), h('p', '又一段')])]),
      h('ol', { start: 3 }, [h('li', '第三'), h('li', '第四')]),
      h('figure.picture', [h('img', { src: 'images/a.png', alt: '图' }), h('figcaption', '图1　版式')]),
      h('p', [`——他说：“（《书》）”，……又说。`, call('twice'), han(40, 22)]),
      h('pre', h('code', 'line one\n  line two\nline three')),
      h('hr'),
      h('p', han(1500, 23)),
      h('section.english', { lang: 'en' }, [
        h('p.english-title', 'A Title'),
        h('p.english-abstract', 'The abstract says “something” about printing. '.repeat(12)),
      ]),
    ],
    notes: { twice: [h('p', '两次引用之注。'), h('p', '注的第二段。')] },
  },
  {
    id: 'abstract',
    title: '英文提要',
    body: [
      h('p', han(36 * 21, 24)),
      h('section.english', { lang: 'en' }, [
        h('p.english-title', 'A Title'),
        h('p.english-abstract', 'What is said of movable type holds for woodblock printing as well. '.repeat(26)),
      ]),
    ],
  },
  { id: 'rare', title: '罕字', body: [h('p', '此处有\u{2A6D6}一字，与😀。')] },
];

let folder: string;
let pdf: Pdf;
let read: ReadPdf;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanben-test-'));
  const path = join(folder, 'a.png');
  // one red point
  await writeFile(
    path,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const pictures = [{ src: 'images/a.png', name: 'a', content: path, mediaType: 'image/png', width: 1, height: 1 }];
  pdf = await makePdf(edition([contentsDocument(tortures), ...tortures.map(articleDocument)], pictures));
  read = await readPages(pdf.bytes);
});

after(() => rm(folder, { recursive: true, force: true }));

/** Sheets of a document, from 0. */
function sheetsOf(id: string): number[] {
  const starts = pdf.contents.filter(({ id }) => tortures.some((torture) => torture.id === id));
  const k = starts.findIndex((place) => place.id === id);
  const [from, to] = [starts[k]!.page - 1, (starts[k + 1]?.page ?? pdf.pages + 1) - 1];
  return Array.from({ length: to - from }, (_, n) => from + n);
}

const textOf = (sheet: number) => read.pages[sheet]!.lines.map(({ text }) => text).join('\n');

test('the proof finds nothing wrong: every character and note once, no box out of the type area, true page numbers', () => {
  assert.deepEqual(
    pdf.findings.filter(({ severity }) => severity === 'fatal'),
    [],
  );
});

test('characters without a glyph are named', () => {
  const { reason } = pdf.findings.find(({ rule }) => rule === 'pdf:glyphs')!;
  assert.match(sentenceOf(reason), /U\+1F600.*U\+2A6D6/);
});

test('every sheet has the trim size', () => {
  for (const { width, height } of read.pages) assert.deepEqual([width, height], [524.41, 737.01]);
});

test('the contents state the page of each article', () => {
  const lines = read.pages[0]!.lines.map(({ text }) => text);
  for (const { id, title } of tortures) {
    const { folio } = pdf.contents.find((place) => place.id === id)!;
    assert.ok(
      lines.some((line) => line.startsWith(title.slice(0, 4)) && line.endsWith(folio)),
      `${title} ${folio}`,
    );
  }
});

test('the first article begins on a right page, number 1', () => {
  assert.deepEqual(
    pdf.contents.find(({ id }) => id === 'one-line'),
    { id: 'one-line', page: 3, folio: '1' },
  );
  assert.deepEqual(read.labels!.slice(0, 4), ['i', 'ii', '1', '2']);
});

test('notes are numbered afresh on every page', () => {
  const sheets = sheetsOf('thirty').filter((sheet) => /[①-⑳]/u.test(textOf(sheet)));
  assert.ok(sheets.length > 0);
  for (const sheet of sheets) assert.match(textOf(sheet), /①/);
});

test('three hundred notes of an article stand each on the page of its call', () => {
  assert.equal(
    pdf.findings.some(({ rule, document }) => rule === 'pdf:away' && document === 'three-hundred'),
    false,
  );
  const text = sheetsOf('three-hundred')
    .map((sheet) => textOf(sheet).replaceAll(' ', ''))
    .join('');
  for (let k = 0; k < 300; k++) assert.equal(text.split(`第${k}注，`).length, 2, `note ${k}`);
});

test('an article of one line has a page, and its folio', () => {
  const [sheet, ...rest] = sheetsOf('one-line');
  assert.deepEqual(rest, []);
  assert.match(textOf(sheet!), /一行\n[^]*只有一行的文章。[^]*\n1$/);
});

test('thirty notes that one line calls are all set, in the order of their calls', () => {
  const text = sheetsOf('thirty')
    .map((sheet) => textOf(sheet).replaceAll(' ', ''))
    .join('\n');
  const numbers = [...text.matchAll(/第(\d+)条注释/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers,
    Array.from({ length: 30 }, (_, k) => k),
  );
});

test('a paragraph of three pages leaves no single line on any', () => {
  const body = ({ size }: { size: number }) => Math.abs(size - 10.5) < 0.01;
  const counts = sheetsOf('three-pages').map((sheet) => read.pages[sheet]!.lines.filter(body).length);
  assert.ok(counts.length >= 3);
  for (const count of counts) assert.ok(count >= 2, String(counts));
});

test('an address that no line holds is broken, and nothing stands beyond the measure', () => {
  const lines = sheetsOf('address').flatMap((sheet) => read.pages[sheet]!.lines);
  const left = Math.min(...lines.map(({ x }) => x));
  for (const { x, right, text } of lines) assert.ok(right <= left + 36 * 10.5 + 0.1, `${right - x} ${text}`);
  assert.equal(
    lines
      .map(({ text }) => text)
      .join('')
      .match(/a{10,}/g)!
      .join('').length,
    200,
  );
});

test('a note longer than a page goes on, and says so on both pages', () => {
  const sheets = sheetsOf('long-note').map(textOf);
  assert.ok(sheets.some((text) => text.includes('（转下页）')));
  assert.ok(sheets.some((text) => text.includes('（接上页注①）')));
});

test('a note stands on the page of its line', () => {
  const sheets = sheetsOf('last-line');
  const sheet = sheets.find((n) => textOf(n).includes(han(200, 11).slice(0, 12)))!;
  assert.ok(textOf(sheet).includes(`${han(36 * 6 - 2, 10).slice(-3)}①`));
  assert.equal(
    pdf.findings.some(({ rule, document }) => rule === 'pdf:away' && document === 'last-line'),
    false,
  );
});

test('English abstracts are set in small type, line by line, and go over to the next page as text does', () => {
  const lines = sheetsOf('abstract').map((sheet) =>
    read.pages[sheet]!.lines.filter(({ size }) => Math.abs(size - 9) < 0.01),
  );
  const english = lines.map((list) => list.filter(({ text }) => /movable|printing/.test(text)));
  assert.ok(
    english.length >= 2 && english[0]!.length > 2 && english[1]!.length > 5,
    String(english.map((l) => l.length)),
  );
  for (const list of english) {
    const steps = list.slice(1).map(({ y }, k) => Math.round((y - list[k]!.y) * 100) / 100);
    assert.deepEqual([...new Set(steps)], [13.5]);
  }
});

test('headings stand with their text', () => {
  const places = ['foot-heading', 'foot-sub'].map((id) => pdf.contents.find((place) => place.id === id)!.page);
  const text = textOf(places[0]! - 1);
  assert.equal(places[0], places[1]);
  assert.ok(text.includes(han(300, 15).slice(0, 20)));
});

test('a table repeats its head', () => {
  const sheets = sheetsOf('table').filter((sheet) => /建阳/.test(textOf(sheet)));
  assert.ok(sheets.length >= 3);
  for (const sheet of sheets) assert.ok(textOf(sheet).includes('年代'));
});

test('a note called twice on a page stands there once', () => {
  const text = sheetsOf('mixed').map(textOf).join('\n');
  const calls = text.match(/两次引用之注/g)!.length;
  const pages = sheetsOf('mixed').filter((sheet) => textOf(sheet).includes('两次引用之注')).length;
  assert.equal(calls, pages);
});

test('no line begins with a closing mark or a note mark, none ends with an opening one', () => {
  for (const [n, { lines }] of read.pages.entries()) {
    for (const { text, size } of lines) {
      assert.doesNotMatch(text, /^[，。、；：！？”’）》]/, `sheet ${n + 1}: ${text}`);
      assert.doesNotMatch(text, /[“‘（《]$/, `sheet ${n + 1}: ${text}`);
      if (size > 9.5) assert.doesNotMatch(text, /^[①-㊿]/u, `sheet ${n + 1}: ${text}`);
    }
  }
});

test('body lines of all pages stand on one grid', () => {
  const offsets = new Set<number>();
  for (const { lines } of tortures.flatMap(({ id }) => sheetsOf(id)).map((sheet) => read.pages[sheet]!)) {
    for (const { y, size } of lines) if (Math.abs(size - 10.5) < 0.01) offsets.add(Math.round((y % 18) * 10) / 10);
  }
  assert.equal(offsets.size, 1, [...offsets].join(' '));
});

test('metadata, outline and tags are there and need no clock', () => {
  assert.equal(read.info.Title, '印刷史研究');
  assert.equal(read.info.Language, 'zh-Hans');
  assert.equal(read.info.CreationDate, 'D:20260201000000Z');
  assert.equal(read.marked, true);
  assert.deepEqual(
    read.outline.map(({ title }) => title),
    ['目录', ...tortures.map(({ title }) => title)],
  );
  assert.deepEqual(
    read.outline.find(({ title }) => title === '页脚之题')!.items.map(({ title }) => title),
    ['一、页脚的标题'],
  );
});

test('above fifty the circle is drawn and nothing moves; the same edition gives the same bytes', async () => {
  const sixty = edition([articleDocument(tortures.find(({ id }) => id === 'sixty')!)]);
  // lines so low that sixty notes stand on one page
  const extraStyles = ':root { --note-size: 8px; --note-line: 9px; }';
  const [a, b] = [await makePdf(sixty, { extraStyles }), await makePdf(sixty, { extraStyles })];
  assert.deepEqual(a.findings, []);
  assert.equal(a.pages, 1);
  assert.match(
    (await readPages(a.bytes)).pages[0]!.lines.map(({ text }) => text).join(''),
    /㊿.*注 ?50。.*60 ?注 ?59/su,
  );
  assert.ok(Buffer.from(a.bytes).equals(Buffer.from(b.bytes)));
});
