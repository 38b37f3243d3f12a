import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { check } from '../../../src/index.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { makePdf, prose, type PageContent } from '../pdf/make-pdf.js';

/** A text whose second heading is in a font that does not say what its glyphs are. */
const pages: PageContent[] = [1, 2, 3].map((seed) => {
  const lines = prose(seed).map((line, i) =>
    i % 6 === 0 ? { ...line, x: line.x + 24, text: line.text.slice(2) } : line,
  );
  const heading = { text: 'ĀĂĄĆĈĊ', x: 250, y: 480, size: 15, font: 'unmapped' as const };
  return seed === 2
    ? { words: [...lines.filter(({ y }) => y > 510 || y < 450), heading] }
    : { words: [...(seed === 1 ? [{ text: '论活字的源流', x: 200, y: 790, size: 20 }] : []), ...lines] };
});

const picturesIn = ({ issues }: Awaited<ReturnType<typeof check>>): string[] =>
  JSON.stringify(issues[0]!.made!.issue!.articles.map(({ body }) => body)).match(/"url":"[^"]+"/g) ?? [];

test('lines that nobody can read are kept as pictures below their signs, until they are typed', async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/issue.yaml': 'title: 刊\n', 'issue/paper.pdf': await makePdf(pages) });
  const seen = await check('issue', { cwd });
  const { findings, report } = seen.issues[0]!;
  assert.deepEqual(
    report.articles.map(({ title }) => title),
    ['论活字的源流'],
  );
  assert.ok(findings.some(({ rule, reason }) => rule === 'acquire:character-map' && /p\. 2 line/.test(reason)));
  assert.equal(picturesIn(seen).length, 1);
  assert.match(picturesIn(seen)[0]!, /page:2,/);

  const record = '- { find: □□□□□□, replace: 一　活字的由来 }\n';
  await writeFile(path.join(cwd, 'issue/corrections.yaml'), record);
  assert.deepEqual(picturesIn(await check('issue', { cwd })), []);
});
