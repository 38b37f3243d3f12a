/** The browser of one build: started once, started again when it has died, and closed at the end. */
import type { LaunchedBrowser } from './launch-browser.js';
import { PrintTab } from './print-tab.js';

/** Longest time that a document may be under way in the browser, ms: one of thousands of pages takes minutes. */
export const defaultPatience = 600_000;

export class PrintBrowser {
  private launching: Promise<LaunchedBrowser> | undefined;

  /**
   * @param launchOne starts one, or borrows one that runs
   * @param shell HTML of its tabs
   * @param patience longest time that one document may take, ms
   */
  constructor(
    private readonly launchOne: () => Promise<LaunchedBrowser>,
    private readonly shell: Promise<string>,
    readonly patience: number,
  ) {}

  /** Begins to start it, while other work goes on. */
  start(): void {
    // who needs it is told of a failure
    this.launch().catch(() => undefined);
  }

  async open(): Promise<PrintTab> {
    const [{ openPage, folder }, shell] = await Promise.all([this.launch(), this.shell]);
    return PrintTab.open(await openPage(), { shell, folder, patience: this.patience });
  }

  async restart(): Promise<void> {
    await this.close();
    this.start();
  }

  /** Major version of Chromium; undefined where none was started. */
  async version(): Promise<number | undefined> {
    return (await this.launching)?.version;
  }

  async close(): Promise<void> {
    const launching = this.launching;
    this.launching = undefined;
    await launching?.then(({ close }) => close()).catch(() => undefined);
  }

  private launch(): Promise<LaunchedBrowser> {
    return (this.launching ??= this.launchOne());
  }
}
