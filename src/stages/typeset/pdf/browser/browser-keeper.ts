/**
 * Keeps one browser for several editions, built one after the other: who borrows it closes it as if it were its own, and
 * finds it running the next time. One that has died is replaced.
 */
import { setTimeout } from 'node:timers/promises';
import { launchBrowser, type LaunchedBrowser, type LaunchOptions } from './launch-browser.js';

/** ms that the pages of a borrower have to go; a browser that does not let go of them is ended. */
const patience = 5_000;

export class BrowserKeeper {
  private launching: Promise<LaunchedBrowser> | undefined;
  private closed = false;

  /** @param named path of an executable */
  constructor(
    private readonly named: string | undefined,
    private readonly options: Omit<LaunchOptions, 'onProcess'> = {},
  ) {}

  /** Begins to start it: until its process runs, which goes on while other work is done. */
  async start(): Promise<void> {
    // who borrows it is told of a failure
    await new Promise<void>((resolve) => this.launch(resolve).then(() => resolve(), resolve));
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
    const closePages = async (): Promise<true> => {
      const pages = await browser.pages().catch(() => []);
      await Promise.all(pages.map((page) => page.close().catch(() => undefined)));
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

  private launch(onProcess?: () => void): Promise<LaunchedBrowser> {
    if (this.closed) return Promise.reject(new Error('pdf: the browser was sent away'));
    if (!this.launching) {
      const launching = launchBrowser(this.named, { ...this.options, onProcess });
      this.launching = launching;
      // the next one may try again
      launching.catch(() => (this.launching = undefined));
    }
    return this.launching;
  }
}
