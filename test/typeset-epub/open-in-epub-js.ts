/** Opens a book in a reading system, epub.js in a real browser: its bytes in, a reader that turns pages out. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Frame } from 'puppeteer-core';

const require = createRequire(import.meta.url);
const modules = {
  zip: path.join(path.dirname(require.resolve('jszip/package.json')), 'dist/jszip.min.js'),
  epub: path.join(path.dirname(require.resolve('epubjs/package.json')), 'dist/epub.min.js'),
};

const place = 'http://reader.invalid/';
const frame = '<!doctype html><style>body { margin: 0 }</style><div id="reader"></div>';

export interface Reader {
  /** @param href of a document, from the package document */
  turnTo(href: string): Promise<void>;
  /** Words of the elements of the text that stand on the page in sight. */
  wordsInSight(): Promise<string>;
  isInSight(selector: string): Promise<boolean>;
  /** Clicks an element of the text, and waits until the page it leads to is in sight. */
  click(selector: string): Promise<void>;
  /** Addresses of the calls of notes in the document in sight that stand on another line than the character before them. */
  partedCalls(): Promise<string[]>;
  /** PNG of the page in sight. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @param size of the screen, px */
export async function openInEpubJs(
  browser: Browser,
  book: Uint8Array,
  size: { width: number; height: number } = { width: 400, height: 640 },
): Promise<Reader> {
  const page = await browser.newPage();
  await page.setViewport(size);
  // epub.js finds its way by an address of its own; none but this one is answered
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    if (url === place) void request.respond({ contentType: 'text/html', body: frame });
    else if (/^(?:blob|data|about):/.test(url)) void request.continue();
    else void request.abort();
  });
  await page.goto(place);
  await page.addScriptTag({ path: modules.zip });
  await page.addScriptTag({ path: modules.epub });
  const base64 = Buffer.from(book).toString('base64');
  await page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));
    const book = ePub(bytes.buffer);
    window.rendition = book.renderTo('reader', { width: ${size.width}, height: ${size.height}, flow: 'paginated', spread: 'none', allowScriptedContent: true });
    window.turns = 0;
    rendition.on('relocated', () => { turns += 1; });
    await rendition.display();
  })()`);
  /** The text in sight: the only frame. Its links are epub.js's to follow, and Chromium asks leave to run scripts for that. */
  const text = (): Frame => page.frames().find((frame) => frame.parentFrame() === page.mainFrame())!;
  const sight = `((element) => {
    const { left, top, width, height } = frameElement.getBoundingClientRect();
    return [...element.getClientRects()].some((box) =>
      box.width > 0 && left + box.left >= -1 && left + box.left < parent.innerWidth - 1 && top + box.top < parent.innerHeight);
  })`;
  return {
    turnTo: async (href) => void (await page.evaluate(`rendition.display('${href}')`)),
    wordsInSight: () =>
      text().evaluate(
        `[...document.body.querySelectorAll('h1, h2, h3, p')].filter(${sight}).map((e) => e.textContent).join('\\n')`,
      ) as Promise<string>,
    isInSight: (selector) => text().evaluate(`${sight}(document.querySelector('${selector}'))`) as Promise<boolean>,
    async click(selector) {
      const before = await page.evaluate('turns');
      await text().evaluate(`document.querySelector('${selector}').click()`);
      await page.waitForFunction(`turns > ${String(before)}`, { timeout: 10_000 });
    },
    partedCalls: () =>
      text().evaluate(`[...document.querySelectorAll('.note-call')].filter((call) => {
        const words = document.createTreeWalker(call.closest('p, h1, h2, td'), NodeFilter.SHOW_TEXT);
        let before;
        while (words.nextNode() && !call.contains(words.currentNode)) if (words.currentNode.data.trim()) before = words.currentNode;
        if (!before || before.parentElement.closest('.note-call')) return false;
        const range = document.createRange();
        range.setStart(before, before.data.trimEnd().length - 1);
        range.setEnd(before, before.data.trimEnd().length);
        return call.getBoundingClientRect().left < range.getBoundingClientRect().left;
      }).map((call) => call.getAttribute('href'))`) as Promise<string[]>,
    picture: () => page.screenshot(),
    close: () => page.close(),
  };
}
