/** A tab in which documents are set and printed one after the other: HTML in, composed pages and their PDF out. */
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { TookTooLong } from './browser-error.js';
import { pageScript } from '../page-script.js';
import { joinOutputs } from '../plan/join-outputs.js';
import type { ComposeInput, ComposeOutput, PartStart } from '../plan/compose-types.js';
import type { PrintedPages } from '../types.js';

/** What the script in the page offers. */
interface Composer {
  layOut(html: string, input: ComposeInput): Promise<number>;
  setPages(start: PartStart): ComposeOutput & { more: boolean };
}

export class PrintTab {
  private constructor(
    private readonly page: Page,
    private readonly crashed: Promise<never>,
    private readonly patience: number,
  ) {}

  /**
   * @param page a new one
   * @param shell absolute path of HTML with fonts and styles
   * @param patience longest time that a step may take, ms
   */
  static async open(page: Page, shell: string, patience: number): Promise<PrintTab> {
    // a page that crashes (out of memory) answers nothing more, and puppeteer would wait for ever
    const crashed = new Promise<never>((_, reject) => void page.once('error', reject));
    crashed.catch(() => undefined);
    const tab = new PrintTab(page, crashed, patience);
    await tab.guard(async () => {
      await page.emulateMediaType('print');
      await page.setOfflineMode(true);
      // from a file: fonts of many megabytes handed over as a message never finish loading
      await page.goto(pathToFileURL(shell).href, { waitUntil: 'load', timeout: 0 });
      await page.evaluate(await pageScript());
      await page.evaluate('Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)');
    });
    return tab;
  }

  /** @returns the number of pages that the document takes */
  layOut(html: string, input: ComposeInput): Promise<number> {
    return this.guard(() =>
      this.page.evaluate(
        (html, input) => (globalThis as unknown as { kanben: Composer }).kanben.layOut(html, input),
        html,
        input,
      ),
    );
  }

  /**
   * Sets the pages of the document laid out last, and prints them: a long one in several prints.
   *
   * @param onPrint told after each print how many pages there are
   */
  async print(start: PartStart, onPrint?: (pages: number) => void): Promise<PrintedPages> {
    const composed: ComposeOutput[] = [];
    const prints: Uint8Array[] = [];
    let done = 0;
    for (let more = true; more;) {
      await this.guard(async () => {
        const pages = await this.page.evaluate(
          (start) => (globalThis as unknown as { kanben: Composer }).kanben.setPages(start),
          start,
        );
        ({ more } = pages);
        composed.push(pages);
        // the outline is ours: Chromium's titles carry the note marks
        const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout: 0 };
        prints.push(await this.page.pdf(options));
        done += pages.pages.length;
      });
      onPrint?.(done);
    }
    return { composed: joinOutputs(composed), prints };
  }

  /** @throws TookTooLong, and whatever tells that the page has crashed */
  private async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    const { promise: late, cancel } = timeLimit(this.patience);
    return Promise.race([work(), this.crashed, late]).finally(cancel);
  }
}

function timeLimit(ms: number): { promise: Promise<never>; cancel(): void } {
  let timer: NodeJS.Timeout;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}
