import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { h } from 'hastscript';
import { inspectPdf, type Inspection } from '../../src/inspect/index.js';
import { inspectFiles, inspectionLines } from '../../src/inspect/inspect-files.js';
import { wordsIn } from '../../src/messages/index.js';
import { launchBrowser } from '../../src/stages/typeset/pdf/browser/launch-browser.js';
import { subsetFaces } from '../../src/stages/typeset/fonts.js';
import { makePdf } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, call, contentsDocument, edition, han, type TestArticle } from '../typeset-pdf/edition.js';

const words = wordsIn('en');

const article = (id: string, seed: number): TestArticle => ({
  id,
  title: `论活字之${id}`,
  body: [
    ...[1, 2, 3, 4].flatMap((n) => [
      h('h2', { id: `${id}-${n}` }, `${'一二三四'[n - 1]}、刻书`),
      h('p', [han(500, seed + n), call(`${id}-note-${n}`), han(300, seed * n)]),
      h('p', ['他说：“', han(200, seed + 9), '”', call(`${id}-again-${n}`)]),
    ]),
    // it goes on overleaf, above the notes of its page
    h('p', [han(60, seed), call(`${id}-table`)]),
    h('table', [
      h(
        'tbody',
        Array.from({ length: 60 }, (_, k) => h('tr', [h('td', han(6, k)), h('td', han(4, k))])),
      ),
    ]),
  ],
  notes: Object.fromEntries(
    [1, 2, 3, 4]
      .flatMap((n) => ['note', 'again'].map((kind) => `${kind}-${n}`))
      .concat('table')
      .map((note, n) => [`${id}-${note}`, [h('p', han(90, n))]]),
  ),
});

let folder: string;
let ours: Uint8Array;
let plain: Uint8Array;
let measured: { ours: Inspection; plain: Inspection };

/** What a person gets who prints a page from the browser: notes at its end, no heads, a rag of marks. */
const plainPage = (font: string) => `<!doctype html><meta charset="utf-8"><title></title>
<style>@font-face{font-family:Song;src:url(data:font/ttf;base64,${font})}body{font-family:Song;font-size:10px;line-height:1.2;line-break:anywhere}sup{font-size:7px}</style>
${Array.from({ length: 130 }, (_, k) => `<p>${han(170, k + 1)}“${han(11, k)}”，（${han(5, k)}）。<sup>①</sup></p>`).join('')}
<p>① ${han(60, 4)}</p>`;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanben-inspect-'));
  const articles = [article('甲', 1), article('乙', 5)].map((one, k) => ({ ...one, id: `a${k}` }));
  ours = (await makePdf(edition([contentsDocument(articles), ...articles.map(articleDocument)]))).bytes;
  const { faces } = await subsetFaces(plainPage(''), ['song']);
  const { browser, close } = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(plainPage(faces[0]!.data.toString('base64')));
    plain = await page.pdf({ format: 'letter', tagged: false, outline: false });
  } finally {
    await close();
  }
  measured = { ours: await inspectPdf(ours), plain: await inspectPdf(plain) };
});

after(() => rm(folder, { recursive: true, force: true }));

const missed = ({ verdicts }: Inspection) =>
  verdicts.filter(({ verdict }) => verdict === 'missed').map(({ requirement, rule }) => `${requirement} ${rule}`);

test('a book of ours meets every requirement that can be measured, and none is passed over', () => {
  assert.deepEqual(missed(measured.ours), []);
  assert.equal(measured.ours.ok, true);
  assert.deepEqual(
    measured.ours.verdicts.filter(({ verdict }) => verdict === 'absent'),
    [],
  );
});

test('what Chromium prints by itself misses much', () => {
  const { ok } = measured.plain;
  const all = missed(measured.plain).join('\n');
  assert.equal(ok, false);
  const expected = [
    /P1 no closing mark begins a line/,
    /P7 /,
    /P12 the gap/,
    /P13 /,
    /P23 every note begins on the page of its call/,
    /P30 /,
    /P31 /,
    /P40 /,
    /PDF tagged/,
    /PDF an outline/,
    /PDF a title/,
    /PDF page labels/,
  ];
  for (const requirement of expected) assert.match(all, requirement);
});

test('each miss has its page and line, and what stands there', () => {
  const { misses } = measured.plain.verdicts.find(({ rule }) => rule === 'no closing mark begins a line')!;
  assert.ok(misses.length > 0);
  for (const { page, line, what } of misses) {
    assert.ok(page >= 1 && line! >= 1);
    assert.match(what, /^[，。、；：！？”’）》]/u);
  }
});

test('files are inspected for the command line; what is no PDF is a misuse', async () => {
  await writeFile(join(folder, 'ours.pdf'), ours);
  await writeFile(join(folder, 'plain.pdf'), plain);
  await writeFile(join(folder, 'no.pdf'), 'no PDF');
  const [good, bad] = await inspectFiles(['ours.pdf', 'plain.pdf'], folder);
  assert.match(inspectionLines(good!, words).at(-1)!, /^All \d+ requirements/);
  assert.ok(inspectionLines(bad!, words).some((line) => /^ {6}page \d+, line \d+ {2}/.test(line)));
  await assert.rejects(inspectFiles(['no.pdf'], folder), { name: 'Misuse' });
  await assert.rejects(inspectFiles(['none.pdf'], folder), /ENOENT/);
});
