/**
 * Makes editions again and again in a program that stays: a browser stays open, and what was made is kept in memory, so
 * that after a correction only what it reaches is made anew.
 */
import type { ByteStore } from '../cache/byte-store.js';
import { MemoryStore } from '../cache/memory-store.js';
import { rememberIn, type Remember } from '../cache/remember.js';
import type { IssueSource } from '../model/index.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { makeIssue } from '../pipeline/make-issue.js';
import { BrowserKeeper } from '../stages/typeset/pdf/browser/browser-keeper.js';
import type { LaunchedBrowser } from '../stages/typeset/pdf/browser/launch-browser.js';
import { makeEdition, makingOf, type IssueFiles, type MadeEdition, type MakeEditionOptions } from './make-edition.js';

/** How a session works. */
export interface SessionOptions {
  /** Path of the browser that prints. */
  browser?: string;
  /** Where work is kept; in memory where it is left out. */
  store?: ByteStore;
}

/** What one make of a session may be told. */
export type SessionMakeOptions = Omit<MakeEditionOptions, 'browser' | 'launch' | 'store'>;

export class Session {
  private readonly store: ByteStore;
  private readonly keeper: BrowserKeeper;
  /** Settled when nobody has the browser. */
  private free: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SessionOptions = {}) {
    this.store = options.store ?? new MemoryStore();
    this.keeper = new BrowserKeeper(options.browser);
  }

  /**
   * As `makeEdition`. Several may be under way at once: they print one after the other.
   *
   * @throws as `makeEdition`
   */
  make(input: string | IssueFiles, options: SessionMakeOptions = {}): Promise<MadeEdition> {
    return makeEdition(input, this.shared(options));
  }

  /**
   * As `make`, of an issue that was found, with all that was seen on the road.
   *
   * @throws as `make`
   */
  makeSource(source: IssueSource, cwd: string, options: SessionMakeOptions = {}): Promise<MadeIssue> {
    return makeIssue(source, makingOf(this.shared(options), cwd));
  }

  /** Where work is kept, as stages ask for it. */
  get remember(): Remember {
    return rememberIn(this.store, '');
  }

  private shared(options: SessionMakeOptions): MakeEditionOptions {
    const { browser } = this.options;
    return {
      ...options,
      ...(browser !== undefined && { browser }),
      store: this.store,
      launch: () => this.borrow(),
    };
  }

  /** Ends the browser. What is under way then fails. */
  close(): Promise<void> {
    return this.keeper.close();
  }

  private async borrow(): Promise<LaunchedBrowser> {
    const before = this.free;
    let release: () => void = () => undefined;
    this.free = before.then(() => new Promise<void>((resolve) => (release = resolve)));
    await before;
    try {
      const launched = await this.keeper.borrow();
      const close = async (): Promise<void> => {
        try {
          await launched.close();
        } finally {
          release();
        }
      };
      return { ...launched, close };
    } catch (error) {
      release();
      throw error;
    }
  }
}
