/**
 * Keeps one browser for several editions, built one after the other: who borrows it closes it as if it were its own, and
 * finds it running the next time. One that has died is replaced.
 */
import { setTimeout } from 'node:timers/promises';
import { launchBrowser, type LaunchedBrowser } from './launch-browser.js';

/** ms that the pages of a borrower have to go; a browser that does not let go of them is ended. */
const patience = 5_000;

export class BrowserKeeper {
  private launching: Promise<LaunchedBrowser> | undefined;
  private closed = false;

  /**
   * @param named path of an executable
   * @param ownSignals whether the browser's library ends the process when it is told to stop
   */
  constructor(
    private readonly named: string | undefined,
    private readonly ownSignals = true,
  ) {}

  /** Begins to start it, while other work goes on. */
  start(): void {
    // who borrows it is told of a failure
    this.launch().catch(() => undefined);
  }

  /** @throws BrowserError when none starts */
  async borrow(): Promise<LaunchedBrowser> {
    let launched = await this.launch();
    if (!launched.browser.connected) {
      await launched.close();
      this.launching = undefined;
      launched = await this.launch();
    }
    const { browser } = launched;
    const before = new Set(await browser.pages());
    const closePages = async (): Promise<true> => {
      const pages = await browser.pages().catch(() => []);
      await Promise.all(pages.filter((page) => !before.has(page)).map((page) => page.close().catch(() => undefined)));
      return true;
    };
    const close = async (): Promise<void> => {
      if (!(await Promise.race([closePages(), setTimeout(patience, false, { ref: false })]))) await launched.close();
    };
    return { ...launched, close };
  }

  /** Ends it for good. */
  async close(): Promise<void> {
    this.closed = true;
    const launching = this.launching;
    this.launching = undefined;
    await launching?.then(({ close }) => close()).catch(() => undefined);
  }

  private launch(): Promise<LaunchedBrowser> {
    if (this.closed) return Promise.reject(new Error('pdf: the browser was sent away'));
    if (!this.launching) {
      const launching = launchBrowser(this.named, this.ownSignals);
      this.launching = launching;
      // the next one may try again
      launching.catch(() => (this.launching = undefined));
    }
    return this.launching;
  }
}
