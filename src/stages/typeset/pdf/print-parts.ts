/**
 * Prints documents in a few tabs at once: parts in reading order in, each printed part handed on in the same order.
 *
 * A part is set when it is known where it begins, which is when the part before it is laid out; it is printed while the
 * next one is set in another tab.
 */
import { messages } from '../../../messages/index.js';
import { BrowserError, hasDied, TookTooLong } from './browser/browser-error.js';
import type { PrintTab } from './browser/print-tab.js';
import type { RenderedPart } from './document/render-part.js';
import type { ComposeInput, PartStart } from './plan/compose-types.js';
import type { PartStore, PrintedPages, PrintedPart } from './types.js';

/** Printed parts of earlier builds, and how they are named. */
export interface KeyedStore {
  store: PartStore;
  keyOf(part: PartToPrint, start: PartStart): string;
}

/** A document as it is asked for. */
export interface PartToPrint {
  /** Stands for everything that its HTML is made of. */
  digest: string;
  /** Makes its HTML; called when its turn comes, so that a long edition is not held twice. */
  render(): RenderedPart;
  input: ComposeInput;
}

export interface TabSource {
  /** Longest time that a document may be under way, ms. */
  patience: number;
  /** A new tab with the fonts loaded. */
  open(): Promise<PrintTab>;
  /** Gives up a browser that has died: the next tab is opened in a new one. */
  restart(): Promise<void>;
}

/** Where the part `index` begins, when the pages of all parts before it are known. */
export type Starts = (index: number, pages: readonly number[]) => PartStart;

/** What becomes of a part. */
export interface Receiver {
  /** Makes of its pages what is kept of it. */
  make(index: number, rendered: RenderedPart, printed: PrintedPages): Promise<PrintedPart>;
  /** Receives the parts in order. */
  take(index: number, part: PrintedPart): void;
}

/** A part that is laid out in a tab. */
interface Setting {
  opened: Promise<PrintTab>;
  tab: PrintTab;
  input: ComposeInput;
  rendered: RenderedPart;
  pages: number;
}

/** Kept parts that may wait for one that is being printed: they are read while the browser works. */
const mostWaiting = 16;

export class PartPrinter {
  /** Tabs that stand open and are not in use. */
  private idle: Promise<PrintTab>[] = [];
  /** Parts that are being laid out. */
  private atWork = 0;

  /** @param tabs to work in at once */
  constructor(
    private readonly source: TabSource,
    private readonly tabs: number,
    private readonly kept: KeyedStore | undefined,
  ) {}

  /** Opens a tab for whatever comes first. */
  open(): void {
    const tab = this.source.open();
    // a failure is told where the tab is asked for
    tab.catch(() => undefined);
    this.idle.push(tab);
  }

  /** Pages that parts take, without printing them. */
  async count(parts: readonly PartToPrint[]): Promise<number[]> {
    const pages: number[] = [];
    const work = async (): Promise<void> => {
      for (const { render, input } of parts.slice(pages.length)) {
        const opened = this.tab();
        const tab = await this.inTime(opened, input);
        pages.push(await this.inTime(tab.layOut(render().html, input), input));
        this.idle.push(opened);
      }
    };
    await this.persist(work, () => pages.length);
    return pages;
  }

  /**
   * @param onPages told of progress within a part
   * @returns pages of each part
   * @throws BrowserError when the browser dies twice over one part, or needs longer than it may
   */
  async print(
    parts: readonly PartToPrint[],
    starts: Starts,
    { make, take }: Receiver,
    onPages?: (index: number, done: number, pages: number) => void,
  ): Promise<number[]> {
    const pages: number[] = [];
    let taken = 0;
    const work = async (): Promise<void> => {
      const turns = new Turns(taken);
      let next = taken;
      const atDesk = async (): Promise<void> => {
        for (let k = next++; k < parts.length; k = next++) {
          const part = parts[k]!;
          // while another part is being set, where there is none that was kept
          const early = this.atWork > 0 ? part.render() : undefined;
          await turns.wait('set', k);
          const start = starts(k, pages);
          const key = this.kept?.keyOf(part, start) ?? '';
          const stored = await this.kept?.store.get(key);
          if (stored) pages[k] = stored.composed.pages.length;
          const setting = stored ? undefined : await this.set(part, early ?? part.render());
          if (setting) pages[k] = setting.pages;
          turns.pass('set', k);
          const printed = setting && (await this.printSet(setting, start, (done) => onPages?.(k, done, pages[k]!)));
          const taking = (async () => {
            const whole = stored ?? (await make(k, setting!.rendered, printed!));
            await turns.wait('take', k);
            take(k, whole);
            taken = k + 1;
            turns.pass('take', k);
            if (!stored && this.kept) turns.expect(this.kept.store.put(key, whole));
          })();
          if (!stored || k - taken >= mostWaiting) await taking;
          else turns.expect(taking);
        }
      };
      await turns.all(Array.from({ length: this.tabs }, atDesk));
    };
    await this.persist(work, () => taken);
    return pages;
  }

  /** Lays a part out in a tab. */
  private async set({ input }: PartToPrint, rendered: RenderedPart): Promise<Setting> {
    this.atWork += 1;
    try {
      const opened = this.tab();
      const tab = await this.inTime(opened, input);
      const pages = await this.inTime(tab.layOut(rendered.html, input), input);
      return { opened, tab, input, rendered, pages };
    } finally {
      this.atWork -= 1;
    }
  }

  /** Prints what a tab has laid out; then the tab is free. */
  private async printSet(
    { opened, tab, input }: Setting,
    start: PartStart,
    onPrint: (done: number) => void,
  ): Promise<PrintedPages> {
    const printed = await this.inTime(tab.print(start, onPrint), input);
    this.idle.push(opened);
    return printed;
  }

  private tab(): Promise<PrintTab> {
    return this.idle.shift() ?? this.source.open();
  }

  /** Says of what the browser could not make an end. */
  private inTime<Result>(work: Promise<Result>, { document }: ComposeInput): Promise<Result> {
    return work.catch((error: unknown) => {
      if (!(error instanceof TookTooLong)) throw error;
      throw new BrowserError(messages.pdf.browserTooSlow(document.title, this.source.patience / 60_000));
    });
  }

  /** Goes on in a new browser after one has died, as long as something was done in between. */
  private async persist(work: () => Promise<void>, done: () => number): Promise<void> {
    for (let before = -1; ;) {
      try {
        return await work();
      } catch (error) {
        if (!hasDied(error)) throw error;
        if (done() === before) throw new BrowserError(messages.pdf.browserDied(String(error)));
        before = done();
        this.idle = [];
        await this.source.restart();
      }
    }
  }
}

type Step = 'set' | 'take';

/** Lets workers do a step of each part in the order of the parts. */
class Turns {
  private readonly waiting = new Map<string, () => void>();
  private readonly passed: Record<Step, number>;
  private readonly expected: Promise<void>[] = [];
  private first: { error: unknown } | undefined;
  private fail!: (error: unknown) => void;
  private readonly failure = new Promise<never>((_, reject) => (this.fail = reject));

  /** @param first part that is worked on */
  constructor(first: number) {
    this.passed = { set: first, take: first };
    this.failure.catch(() => undefined);
  }

  /** Until the step is done with all parts before one; fails when another worker has failed. */
  async wait(step: Step, part: number): Promise<void> {
    if (this.passed[step] >= part) return;
    await Promise.race([new Promise<void>((resolve) => this.waiting.set(`${step} ${part}`, resolve)), this.failure]);
  }

  pass(step: Step, part: number): void {
    this.passed[step] = part + 1;
    this.waiting.get(`${step} ${part + 1}`)?.();
  }

  /** Work that nobody waits for at once. */
  expect(work: Promise<void>): void {
    this.expected.push(this.guard(work));
  }

  /** @throws what the first work threw that failed, when all has ended */
  async all(workers: readonly Promise<void>[]): Promise<void> {
    await Promise.all(workers.map((worker) => this.guard(worker)));
    await Promise.all(this.expected);
    if (this.first) throw this.first.error;
  }

  private guard(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      this.first ??= { error };
      this.fail(error);
    });
  }
}
