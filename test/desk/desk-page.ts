/** The desk open in a real browser: an issue in, its page and what stands on the disk out. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serveDesk, type Desk } from '../../src/desk/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { complaintsOf } from './open-browser.js';

/** ms that a machine with other work may take for one step. */
export const patience = 60_000;

export interface OpenDesk {
  desk: Desk;
  page: Page;
  /** What the browser has complained of. */
  complaints: string[];
  folder: string;
  corrections(): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** Until the first match stands on the page. */
  find(selector: string): Promise<void>;
  /** Until an expression holds on the page. */
  until(expression: string): Promise<void>;
  /** Until `corrections.yaml` holds what is expected. */
  record(pattern: RegExp): Promise<string>;
  press(...keys: string[]): Promise<void>;
  /** Puts the caret into the block that begins with these words, behind so many signs. */
  caret(start: string, offset: number): Promise<void>;
  /** Text of the first match. */
  text(selector: string): Promise<string>;
  window(): Promise<Page>;
}

/** @param files of the issue, by name */
export async function openDesk(
  t: TestContext,
  browser: Browser,
  files: Record<string, string | Uint8Array>,
  size: { width: number; height: number } = { width: 1280, height: 800 },
): Promise<OpenDesk> {
  const folder = await temporaryFolder(t, files);
  const desk = await serveDesk({ cwd: folder, language: 'en' });
  const windows: Page[] = [];
  t.after(async () => {
    await Promise.all(windows.map((page) => page.close().catch(() => undefined)));
    await desk.close();
  });
  const window = async (): Promise<Page> => {
    const page = await browser.newPage();
    windows.push(page);
    page.setDefaultTimeout(patience);
    await page.setViewport(size);
    await page.goto(desk.address);
    return page;
  };
  const page = await browser.newPage();
  windows.push(page);
  page.setDefaultTimeout(patience);
  await page.setViewport(size);
  const complaints = complaintsOf(page);
  await page.goto(desk.address);
  const corrections = (): Promise<string> => readFile(path.join(folder, 'corrections.yaml'), 'utf8').catch(() => '');
  return {
    desk,
    page,
    complaints,
    folder,
    corrections,
    window,
    write: (name, text) => writeFile(path.join(folder, name), text),
    async find(selector) {
      await page.waitForSelector(selector);
    },
    async until(expression) {
      // a window that is not in front draws no frames
      await page.waitForFunction(expression, { polling: 100 });
    },
    async record(pattern) {
      for (const end = Date.now() + patience; Date.now() < end;) {
        const text = await corrections();
        if (pattern.test(text)) return text;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`corrections.yaml does not hold ${pattern}:\n${await corrections()}`);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key as 'Enter');
    },
    async caret(start, offset) {
      await page.evaluate(`{
        const block = [...document.querySelectorAll('.block')].find((one) => one.textContent.startsWith(${JSON.stringify(start)}));
        block.focus();
        const words = [...block.childNodes].find((one) => one.nodeType === Node.TEXT_NODE);
        getSelection().collapse(words, ${offset});
      }`);
    },
    text: (selector) => page.$eval(selector, (element) => element.textContent ?? ''),
  };
}
