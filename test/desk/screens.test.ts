/** The other screens in a real browser: articles, what was set aside, corrections, pages, editions, reading, the empty desk. */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { lostNotes, sample } from '../proof/opened.js';
import { temporaryFolder } from '../temporary-folder.js';
import { axeFaults } from './axe.js';
import { openDesk } from './desk-page.js';
import { openBrowser, type OpenBrowser } from './open-browser.js';

let open: OpenBrowser;
before(async () => void (open = await openBrowser()));
after(() => open.close());

/** The sample issue as files. */
async function sampleFiles(): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(sample, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  return Object.fromEntries(
    await Promise.all(
      names.map(async ({ parentPath, name }) => {
        const place = path.join(parentPath, name);
        return [path.relative(sample, place), new Uint8Array(await readFile(place))] as const;
      }),
    ),
  );
}

const screen = (name: string): string => `.screens button::-p-text(${name})`;

test('facts are set in the table of articles, and what was set aside is kept', async (t) => {
  const desk = await openDesk(t, open.browser, await sampleFiles());
  const { page } = desk;
  await page.locator(screen('Articles')).click();
  await desk.find('.list input');
  assert.deepEqual(await axeFaults(page), [], 'articles');
  await page.locator('input[aria-label="Authors 2"]').fill('沈怀谨、某甲');
  await desk.press('Enter');
  await desk.record(/^- article: .+\n {2}authors:\n {4}- 沈怀谨\n {4}- 某甲\n$/);
  await page.locator('.facts label:nth-child(3) input').fill('八');
  await desk.press('Enter');
  await desk.until("document.querySelector('.foot').textContent.includes('issue.yaml')");
  assert.match(await readFile(path.join(desk.folder, 'issue.yaml'), 'utf8'), /\nvolume: 八\n$/);
  await page.locator(screen('Set aside')).click();
  await desk.find('.entries li');
  assert.deepEqual(await axeFaults(page), [], 'set aside');
  await page.locator('.entries li button[aria-label^=Keep]').click();
  await desk.record(/- keep: .+\n {2}line: \d+\n/);
  await page.locator(screen('Corrections')).click();
  await desk.until("document.querySelectorAll('.records > li').length === 2");
  assert.deepEqual(await axeFaults(page), [], 'corrections');
  await page.locator('.records > li:nth-child(2) button::-p-text(Take back)').click();
  await desk.until("document.querySelectorAll('.records > li').length === 1");
  assert.doesNotMatch(await desk.corrections(), /keep/);
  assert.deepEqual(desk.complaints, []);
});

test('the page follows the text, and the chosen block is lit on it', async (t) => {
  const desk = await openDesk(t, open.browser, { '1.txt': lostNotes(4) }, { width: 1600, height: 900 });
  await desk.find('.pane-page canvas[data-drawn]');
  await desk.until("document.querySelectorAll('.light-lit').length > 0");
  assert.deepEqual(await axeFaults(desk.page), [], 'proof');
  await desk.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  assert.deepEqual(await axeFaults(desk.page), [], 'proof, dark');
  await desk.page.locator('.head button::-p-text(中文)').click();
  await desk.until("document.documentElement.lang === 'zh-Hans'");
  assert.deepEqual(await axeFaults(desk.page), [], 'proof, in Chinese');
  const before = await desk.page.$eval('.pane-page .pane-title', (title) => title.textContent);
  assert.match(String(before), /^共 \d+ 页$/);
  await desk.caret('第二渡口', 4);
  await desk.page.keyboard.type('老');
  await desk.caret('第一渡口', 0);
  await desk.record(/渡口老/);
  await desk.until("document.querySelector('.pane-page .pane-title').textContent.startsWith('正在')");
  await desk.until("document.querySelector('.pane-page .pane-title').textContent.startsWith('共')");
  assert.deepEqual(desk.complaints, []);
});

test('editions are made by a button, read as on a phone, and measured', async (t) => {
  const desk = await openDesk(t, open.browser, await sampleFiles());
  const { page } = desk;
  await page.locator(screen('Editions')).click();
  await page.locator('.screen button.primary').click();
  await desk.until("document.querySelectorAll('.made').length === 2");
  await page.locator('.made button::-p-text(Measure)').click();
  await desk.find('.inspected p');
  assert.deepEqual(await axeFaults(page), [], 'editions');
  await page.locator('.made button::-p-text(Read)').click();
  await desk.until("document.querySelector('iframe')?.contentDocument?.querySelector('a[role=doc-noteref]')");
  await desk.until(
    "(document.querySelector('iframe').contentDocument.querySelector('a[role=doc-noteref]').click(), document.querySelector('iframe').contentDocument.querySelector('.kanben-note')?.textContent.length > 5)",
  );
  await page.locator('.reading-tools button::-p-text(Night)').click();
  assert.deepEqual(await axeFaults(page), [], 'reading');
  assert.deepEqual(desk.complaints, []);
});

test('an empty desk takes files and makes an issue of them', async (t) => {
  const texts = await temporaryFolder(t, { '01.txt': lostNotes(4), 'notes.exe': 'MZ' });
  const desk = await openDesk(t, open.browser, {});
  const { page } = desk;
  await desk.find('.drop');
  assert.deepEqual(await axeFaults(page), [], 'home');
  const picker = await page.$('input[type=file]');
  await (picker as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(
    path.join(texts, '01.txt'),
    path.join(texts, 'notes.exe'),
  );
  await page.locator('input[name=journal]').fill('渡口志');
  await page.locator('input[name=year]').fill('2026');
  await page.locator('input[name=number]').fill('3');
  await page.locator('.choose form button.primary').click();
  await desk.find('.list input');
  const [made] = await readdir(desk.folder);
  assert.deepEqual((await readdir(path.join(desk.folder, made!))).sort(), ['01.txt', 'issue.yaml']);
  assert.equal(
    await readFile(path.join(desk.folder, made!, 'issue.yaml'), 'utf8'),
    'journal: 渡口志\nyear: 2026\nnumber: 3\n',
  );
  assert.equal(await readFile(path.join(desk.folder, made!, '01.txt'), 'utf8'), lostNotes(4));
  // a second one of the same name stands beside it
  await writeFile(path.join(texts, '02.txt'), lostNotes(2));
  assert.deepEqual(desk.complaints, []);
});

test('a lost connection is told, and what was done is there when it comes back', async (t) => {
  const desk = await openDesk(t, open.browser, { '1.txt': lostNotes(8) });
  await desk.find('.question[aria-current=true] .choice');
  await desk.press('Enter');
  await desk.record(/accept/);
  await desk.page.setOfflineMode(true);
  await desk.press('Enter');
  await desk.find('.notice.lost');
  await desk.page.setOfflineMode(false);
  await desk.until("!document.querySelector('.foot .notice.lost:not([role])')");
  await desk.press('Enter');
  await desk.until("document.querySelector('.pane-queue .pane-title').textContent.startsWith('2 question')");
});
