import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findIssues } from '../../src/stages/acquire/index.js';
import type { Edition } from '../../src/model/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { makeEpub } from '../../src/stages/typeset/epub/index.js';
import { launchBrowser, type LaunchedBrowser } from '../../src/stages/typeset/pdf/browser/launch-browser.js';
import { temporaryFolder } from '../temporary-folder.js';
import { askAce } from './ask-ace.js';
import { openInEpubJs } from './open-in-epub-js.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The sample issue, with pages as print would give them. */
async function sample(): Promise<{ edition: Edition; book: Uint8Array }> {
  const [source] = await findIssues(['source/yinshua-shihua'], root);
  const { edition } = await makeIssue(source!, { cwd: root, formats: [] });
  assert.ok(edition);
  const articles = edition.documents.filter(({ kind }) => kind === 'article');
  const printedPages = articles.flatMap(({ id: document }, a) =>
    [0, 300, 600].map((offset, n) => ({ folio: String(a * 3 + n + 1), document, offset })),
  );
  return { edition, book: await makeEpub(edition, { printedPages }) };
}

describe('reading systems', () => {
  let launched: LaunchedBrowser;
  before(async () => void (launched = await launchBrowser()));
  after(() => launched.close());

  const saved = async (t: TestContext, book: Uint8Array): Promise<{ folder: string; file: string }> => {
    const folder = await temporaryFolder(t, {});
    const file = path.join(folder, 'book.epub');
    await writeFile(file, book);
    return { folder, file };
  };

  test('Ace by DAISY finds no fault with the sample issue', async (t) => {
    const { folder, file } = await saved(t, (await sample()).book);
    assert.deepEqual(await askAce(launched.browser, file, folder), []);
  });

  test('Ace by DAISY is heard', async (t) => {
    const { edition } = await sample();
    for (const document of edition.documents) document.lang = 'x';
    const { folder, file } = await saved(t, await makeEpub(edition, { fonts: 'none' }));
    assert.notDeepEqual(await askAce(launched.browser, file, folder), []);
  });

  test('epub.js turns to the first article, and shows a note that is clicked', async (t) => {
    const { edition, book } = await sample();
    const article = edition.documents.find(({ kind }) => kind === 'article')!;
    const reader = await openInEpubJs(launched.browser, book);
    t.after(() => reader.close());
    await reader.turnTo(`text/${article.id}.xhtml`);
    assert.ok((await reader.wordsInSight()).includes(article.title.slice(0, 6)), await reader.wordsInSight());
    assert.deepEqual(await reader.partedCalls(), [], 'no mark opens a line');
    const note = article.notes.find(({ kind }) => kind === 'text')!;
    await reader.click(`a[href="#${note.id}"]`);
    assert.ok(await reader.isInSight(`#${note.id}`), 'the note stands on the page that was turned to');
    const picture = await reader.picture();
    assert.ok(picture.length > 5_000, 'there is something to see');
    if (process.env.KANBEN_PICTURES) await writeFile(path.join(process.env.KANBEN_PICTURES, 'note.png'), picture);
    // back to the call
    await reader.click(`#${note.id} a`);
    assert.ok(await reader.isInSight(`#call-${note.id}`));
  });
});
