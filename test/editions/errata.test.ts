/** Errata of the sample issue: each page and line is looked up in the PDF that was printed, with pdf.js and without our reader. */
import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { stringify } from 'yaml';
import { counted, flowBlocks } from '../../src/editions/article-text.js';
import { readEditionRecord, type EditionRecord } from '../../src/editions/edition-record.js';
import { findIssues } from '../../src/stages/acquire/index.js';
import { errataOfIssue } from '../../src/editions/errata/errata-of-issue.js';
import { build } from '../../src/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { packageFolder } from '../../src/system/locations.js';
import { runCli } from '../cli/run-cli.js';

interface Row {
  place: string;
  before: string;
  after: string;
}

let cwd: string;
let record: EditionRecord;
/** Lines of the text by folio: no running head, no notes, no folio. */
let printed: Map<string, string[]>;

before(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'kanben-errata-'));
  await cp(path.join(packageFolder, 'source/yinshua-shihua'), path.join(cwd, 'issue'), { recursive: true });
  const yaml = path.join(cwd, 'issue/issue.yaml');
  await writeFile(yaml, `${await readFile(yaml, 'utf8')}\nedition: { number: 1, date: 2025-03 }\n`);
  await build('issue', { cwd, out: 'old' });
  record = readEditionRecord(await readFile(path.join(cwd, 'old/issue.edition.json'), 'utf8'), 'old');
  printed = await linesOf(await readFile(path.join(cwd, 'old/issue.pdf')));
});

after(() => rm(cwd, { recursive: true, force: true }));

async function linesOf(bytes: Uint8Array): Promise<Map<string, string[]>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const lines = new Map<string, string[]>();
  for (const { page, folio } of record.pageStarts) {
    const sheet = await pdf.getPage(page);
    const { items } = await sheet.getTextContent();
    const rows: { y: number; text: string; size: number }[] = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [size, y] = [item.transform[3] as number, item.transform[5] as number];
      const row = rows.find((one) => Math.abs(one.y - y) < 2);
      if (row) Object.assign(row, { text: row.text + item.str, size: Math.max(row.size, size) });
      else rows.push({ y, text: item.str, size });
    }
    rows.sort((a, b) => b.y - a.y);
    const area = rows
      // raised marks of notes and the folio are no lines; the running head stands above the type area
      .filter(({ y, text, size }) => y < 675 && size > 8.6 && !/^(?:\d+|＊)$/.test(text.trim()))
      .map(({ text }) => text.replace(/\s+/g, ''));
    const foot = area.findIndex((text) => /^(?:①|＊|作者简介)/u.test(text));
    const body = foot < 0 ? area : area.slice(0, foot);
    lines.set(folio, body);
  }
  await task.destroy();
  return lines;
}

/** The table, without the slip: printing takes its time. */
async function errata(corrections: object[]): Promise<Awaited<ReturnType<typeof errataOfIssue>>> {
  const said = stringify(corrections.map((one) => ({ kind: 'print', ...one })));
  await writeFile(path.join(cwd, 'issue/corrections.yaml'), said);
  const [source] = await findIssues(['issue'], cwd);
  const { issue, applied } = await makeIssue(source!, { formats: [], cwd });
  const file = path.join(cwd, 'old/issue.edition.json');
  return errataOfIssue(issue!, applied, { file, shown: 'old', folder: source!.folder });
}

/** The line that a reader counts to. */
function lineAt(place: string): string {
  const [, folio, fromEnd, number] = /^第(\d+)页(倒数)?第(\d+)行/u.exec(place)!;
  const lines = printed.get(folio!)!;
  return lines.at(fromEnd ? -Number(number) : Number(number) - 1)!;
}

/** Words of the text of an article, those on one line of print where asked. */
function textOf(article: number): string {
  return counted(flowBlocks(record.articles[article]!).map(({ text }) => text).join(''));
}

const changed = (words: string): string => `${words.slice(0, -1)}〇`;

test('words on a line are found on that line, from the nearer end of the page', async () => {
  const words: string[] = [];
  for (const lines of [...printed.values()].slice(1)) {
    for (const line of [lines[2], lines.at(-3)]) {
      const found = line && /[\p{Script=Han}]{5}/u.exec(line)?.[0];
      if (found && [0, 1, 2].map((i) => textOf(i).split(found).length - 1).join('') .replaceAll('0', '') === '1') words.push(found);
    }
  }
  assert.ok(words.length >= 10, `${words.length} words`);
  const { rows } = await errata(words.map((find) => ({ find, replace: changed(find) })));
  assert.deepEqual(rows.map(({ before: wrong }) => wrong).sort(), words.sort());
  for (const { place, before: wrong, after: right } of rows) {
    assert.ok(lineAt(place).includes(wrong), `${place} has not “${wrong}” but “${lineAt(place)}”`);
    assert.equal(right, changed(wrong));
  }
  assert.ok(rows.some(({ place }) => place.includes('倒数')) && rows.some(({ place }) => !place.includes('倒数')));
});

test('words that break over lines and pages are told with both', async () => {
  const folio = record.pageStarts[1]!.folio;
  const lines = printed.get(folio)!;
  const k = lines.findIndex((line, i) => i > 1 && /\p{Script=Han}{2}$/u.test(line) && /^\p{Script=Han}{2}/u.test(lines[i + 1] ?? ''));
  const overLines = lines[k]!.slice(-2) + lines[k + 1]!.slice(0, 2);
  // a page that ends in mid-sentence
  const p = record.pageStarts.findIndex(
    ({ offset, document }) => document === record.articles[0]!.id && /^\p{Script=Han}{2}$/u.test(textOf(0).slice(offset - 1, offset + 1)),
  );
  const { offset } = record.pageStarts[p]!;
  const overPages = textOf(0).slice(offset - 3, offset + 3);
  const { rows } = await errata([overLines, overPages].map((find) => ({ find, replace: changed(find) })));
  assert.equal(rows.length, 2);
  const [over, across] = [overLines, overPages].map((words) => rows.find((row) => row.before === words)!) as [Row, Row];
  const [from, to] = over.place.split('至') as [string, string];
  assert.ok(lineAt(from).endsWith(overLines.slice(0, 2)) && lineAt(`第${folio}页${to}`).startsWith(overLines.slice(2)), over.place);
  const [last, next] = [record.pageStarts[p - 1]!.folio, record.pageStarts[p]!.folio];
  assert.equal(across.place, `第${last}页倒数第1行至第${next}页第1行`);
});

test('notes, headings, titles, tables and the foot of the opening are named as such', async () => {
  const [one, , three] = record.articles;
  const note = one!.notes.find(({ number }) => number === 9)!.text.slice(0, 8);
  const bio = one!.blocks.find(({ kind }) => kind === 'bio')!.text.slice(-6);
  const all = [0, 1, 2].map(textOf).join('');
  const cell = record.articles
    .flatMap(({ blocks }) => blocks)
    .find(({ kind, text }) => kind === 'cell' && text.length > 4 && all.split(text).length === 2)!;
  const { rows } = await errata(
    [
      { find: note, replace: changed(note), in: '01-cong-diaoban-dao-huozi.txt' },
      { find: '一、沈括笔下的泥活字', replace: '一、沈括所记的泥活字' },
      { find: three!.title, replace: changed(three!.title), in: '03-qianzi-jiqi-qikan.txt' },
      { find: bio, replace: '' },
      { find: cell.text, replace: changed(cell.text) },
    ],
  );
  const places = new Map(rows.map((row) => [row.before, row.place]));
  assert.match(places.get(note)!, /^第\d+页注[①-⑳]$/u);
  assert.ok(lineAt(places.get('一、沈括笔下的泥活字')!).includes('一、沈括笔下的泥活字'));
  assert.match(places.get(three!.title)!, /行（目录、书眉同）$/u);
  assert.equal(places.get(bio), '第1页作者简介');
  assert.equal(rows.find(({ before: wrong }) => wrong === bio)?.after, '（删）');
  assert.ok(lineAt(places.get(cell.text)!).includes(cell.text.replace(/\s/g, '')));
});

test('words that stand twice on their line are told with what stands beside them', async () => {
  const text = [0, 1, 2].map(textOf);
  const [folio, line] = [...printed].flatMap(([name, lines]) => lines.map((one) => [name, one] as const)).find(([, one]) => {
    const twice = /(\p{Script=Han}).+\1/u.exec(one)?.[1];
    return twice !== undefined && one.split(twice).length === 3 && !/^\d|[①-⑳]/u.test(one);
  })!;
  const twice = /(\p{Script=Han}).+\1/u.exec(line)![1]!;
  const count = text.reduce((sum, one) => sum + one.split(twice).length - 1, 0);
  const notes = record.articles.flatMap(({ notes: all, blocks }) => [...all, ...blocks.filter(({ kind }) => kind === 'bio')]);
  const all = count + notes.reduce((sum, { text: one }) => sum + one.split(twice).length - 1, 0);
  const { rows } = await errata([{ find: twice, replace: '〇', count: all }]);
  const here = rows.filter(({ place, before: wrong }) => /行$/u.test(place) && place.startsWith(`第${folio}页`) && lineAt(place) === line && wrong.includes(twice));
  assert.equal(here.length, 2, line);
  for (const { before: wrong, after: right } of here) {
    assert.ok(wrong.length > 1 && line.split(wrong).length === 2, `${wrong} in ${line}`);
    assert.equal(right, wrong.replace(twice, '〇'));
  }
});

test('what that edition has right already, and what is no misprint, is no erratum', async () => {
  const { rows, document, warnings } = await errata([
    { find: '庆历中，有布衣毕昇', replace: '庆历间，有布衣毕昇', kind: 'ocr' },
    { find: '此句原文没有', replace: '也没有' },
  ]);
  assert.deepEqual([rows, document, warnings], [[], undefined, []]);
});

test('the errata stand in the next edition, as a page of both book and print', async () => {
  await writeFile(
    path.join(cwd, 'issue/corrections.yaml'),
    stringify([{ find: '一、沈括笔下的泥活字', replace: '一、沈括所记的泥活字', kind: 'print' }]),
  );
  const yaml = path.join(cwd, 'issue/issue.yaml');
  const said = await readFile(yaml, 'utf8');
  await writeFile(yaml, said.replace(/edition: .*/u, 'edition: { number: 2, date: 2025-09 }\nerrata: ../old/issue.edition.json'));
  const { ok, issues } = await build('issue', { cwd, out: 'new' });
  assert.ok(ok, JSON.stringify(issues[0]!.findings.slice(0, 3)));
  const words = JSON.stringify(issues[0]!.made!.edition!.documents.find(({ kind }) => kind === 'errata')!.body);
  assert.match(words, /勘误表.*刊本通讯2025年第1期　2025年3月第1版.*第2页第\d+行.*沈括笔下.*沈括所记/su);
  await writeFile(yaml, said);
});

test('words of an edition in the other script are found there, and told as it has them', async () => {
  const yaml = path.join(cwd, 'issue/issue.yaml');
  const said = await readFile(yaml, 'utf8');
  await writeFile(yaml, `${said}convert: traditional\n`);
  const corrections = path.join(cwd, 'issue/corrections.yaml');
  await rm(corrections, { force: true });
  await build('issue', { cwd, out: 'traditional', formats: ['epub'] });
  await writeFile(corrections, stringify([{ find: '材料并不是全部', replace: '材料不是全部', kind: 'print' }]));
  const slip = ['errata', 'issue', '--since', 'traditional/issue.edition.json', '-o', 'slip'];
  const { stdout, stderr, code } = await runCli(cwd, slip);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /“材料並不是全部” → “材料不是全部”/);
  await writeFile(yaml, said);
});

test('an earlier printing is not written over by the edition that lists its misprints', async () => {
  const yaml = path.join(cwd, 'issue/issue.yaml');
  const said = await readFile(yaml, 'utf8');
  await writeFile(yaml, `${said}errata: ../old/issue.edition.json\n`);
  const standing = await readFile(path.join(cwd, 'old/issue.edition.json'), 'utf8');
  const { code, stderr } = await runCli(cwd, ['build', 'issue', '-o', 'old']);
  assert.equal(code, 2);
  assert.match(stderr, /^error: issue\/issue\.yaml: errata: this build would replace \.\.\/old\/issue\.edition\.json/);
  assert.equal(await readFile(path.join(cwd, 'old/issue.edition.json'), 'utf8'), standing);
  await writeFile(yaml, said);
});

test('without the PDF that was printed, pages are told without lines, and why', async () => {
  await cp(path.join(cwd, 'old/issue.edition.json'), path.join(cwd, 'bare.edition.json'));
  await writeFile(
    path.join(cwd, 'issue/corrections.yaml'),
    stringify([{ find: '一、沈括笔下的泥活字', replace: '一、沈括所记的泥活字', kind: 'print' }]),
  );
  const { stdout, stderr, code } = await runCli(cwd, ['errata', 'issue', '--since', 'bare.edition.json', '-o', 'slip']);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /第2页　“一、沈括笔下的泥活字” → “一、沈括所记的泥活字”\nslip\/issue\.errata\.pdf {2}1 erratum, 1 page\n/);
  assert.match(stderr, /lines are read from issue\.pdf, which does not lie beside bare\.edition\.json/);
  assert.equal((await readFile(path.join(cwd, 'slip/issue.errata.pdf'))).subarray(0, 5).toString(), '%PDF-');
});

test('kanben errata says when there is nothing to correct, and which file is no edition', async () => {
  await writeFile(path.join(cwd, 'issue/corrections.yaml'), stringify([{ find: '庆历中，有', replace: '庆历间，有' }]));
  const none = await runCli(cwd, ['errata', 'issue', '--since', 'old/issue.edition.json', '-o', 'slip']);
  assert.equal(none.code, 1);
  assert.match(none.stdout, /^Nothing to correct: no record of kind "print"/);
  const wrong = await runCli(cwd, ['errata', 'issue', '--since', 'old/issue.report.json']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /old\/issue\.report\.json: This is no edition file/);
});
