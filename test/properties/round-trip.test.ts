/** What kanben prints, kanben reads back: articles made at random, their edition as a PDF, and the articles of that PDF. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { build } from '../../src/build/build.js';
import { asMarkdown } from '../bench/roundtrip/as-markdown.js';
import { compareArticles } from '../bench/roundtrip/compare-articles.js';
import { randomArticle } from '../bench/roundtrip/random-article.js';
import { readArticles } from '../bench/roundtrip/read-articles.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Sizes, themes and places of notes that differ in everything; the bench prints the others. */
const editions = [
  { size: 'a4', theme: 'journal', notes: 'end', seed: 1 },
  { size: '32k', theme: 'book', notes: 'page', seed: 1 },
];

for (const { size, theme, notes, seed } of editions) {
  test(`an edition of ${size} with its notes at the ${notes} comes back from its PDF`, async (t) => {
    const folder = await temporaryFolder(t);
    await mkdir(path.join(folder, 'texts'));
    const config = [
      'journal: 刊本学报',
      'year: 2020',
      "number: '3'",
      `print: { size: ${size}, theme: ${theme}, notes: ${notes} }`,
    ];
    await writeFile(path.join(folder, 'texts', 'issue.yaml'), `${config.join('\n')}\n`);
    for (let i = 0; i < 3; i++) {
      const article = randomArticle(seed * 100 + i, {
        sections: 2 + (i % 2),
        notes: 30,
        english: i !== 1,
        numbered: (seed + i) % 3 !== 0,
        paragraphs: 2,
        longNote: i === 0,
      });
      await writeFile(path.join(folder, 'texts', `${i + 1}.md`), asMarkdown(article));
    }
    const out = path.join(folder, 'out');
    const { issues } = await build(['texts'], { formats: ['pdf'], out, cwd: folder, cache: false });
    const file = issues[0]!.written.find(({ format }) => format === 'pdf')!;
    const truth = await readArticles(path.join(folder, 'texts'));
    const read = await readArticles(path.resolve(folder, file.name));
    const { misses, counts } = compareArticles(truth.articles, read.articles);
    assert.deepEqual(misses, []);
    assert.ok(counts.notes!.all > 50 && counts.headings!.all > 10);
    // title page, contents and colophon are set aside, and it is said
    assert.ok(read.messages.some((message) => message.startsWith('outside-page')));
  });
}
