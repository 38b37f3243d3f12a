/** The browser of one build: started once, started again when it has died, and closed at the end. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Shell } from '../document/render-shell.js';
import type { LaunchedBrowser } from './launch-browser.js';
import { PrintTab } from './print-tab.js';
import { inTemporaryFolder } from './temporary-folder.js';

/** Longest time that a document may be under way in the browser, ms: one of thousands of pages takes minutes. */
export const defaultPatience = 600_000;

export class PrintBrowser {
  private launching: Promise<LaunchedBrowser> | undefined;
  private writing: Promise<string> | undefined;

  /**
   * @param launchOne starts one, or borrows one that runs
   * @param shell what stands in its tabs
   * @param patience longest time that one document may take, ms
   */
  constructor(
    private readonly launchOne: () => Promise<LaunchedBrowser>,
    private readonly shell: Promise<Shell>,
    readonly patience: number,
  ) {}

  /** Begins to start it, while other work goes on. */
  start(): void {
    // who needs it is told of a failure
    this.launch().catch(() => undefined);
  }

  async open(): Promise<PrintTab> {
    const [{ openPage }, file] = await Promise.all([this.launch(), this.shellFile()]);
    return PrintTab.open(await openPage(), file, this.patience);
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
    const { launching, writing } = this;
    this.launching = undefined;
    this.writing = undefined;
    // a browser that is kept has the next shell written
    await writing?.then((file) => rm(dirname(file), { recursive: true, force: true })).catch(() => undefined);
    await launching?.then(({ close }) => close()).catch(() => undefined);
  }

  private launch(): Promise<LaunchedBrowser> {
    return (this.launching ??= this.launchOne());
  }

  /** The shell as a file, written once for each browser that is started. */
  private shellFile(): Promise<string> {
    return (this.writing ??= this.writeShell());
  }

  private async writeShell(): Promise<string> {
    const [{ folder }, { html, fonts }] = await Promise.all([this.launch(), this.shell]);
    return inTemporaryFolder(async () => {
      const place = await mkdtemp(join(folder, 'shell-'));
      const file = join(place, 'shell.html');
      await writeFile(file, html);
      for (const { file: name, data } of fonts) await writeFile(join(place, name), data);
      return file;
    });
  }
}
