/**
 * Prints documents in a few tabs at once: parts in reading order in, each printed part handed on in the same order.
 *
 * A part is set when it is known where it begins, which is when the part before it is laid out; it is printed while the
 * next one is set in another tab.
 */
import { messages } from '../../messages/en.js';
import { BrowserError, hasDied, TookTooLong } from './browser/browser-error.js';
import type { PrintTab } from './browser/print-tab.js';
import type { RenderedPart } from './document/render-part.js';
import type { ComposeInput, PartStart } from './plan/compose-types.js';
import type { PartStore, PrintedPart } from './types.js';

/** Printed parts of earlier builds, and how they are named. */
export interface KeyedStore {
  store: PartStore;
  keyOf(html: string, input: ComposeInput, start: PartStart): string;
}

/** A document as it is asked for. */
export interface PartToPrint {
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

export type Take = (index: number, rendered: RenderedPart, printed: PrintedPart) => Promise<void> | void;

export class PartPrinter {
  private tabs: (Promise<PrintTab> | undefined)[];

  /** @param tabs to work in at once */
  constructor(
    private readonly source: TabSource,
    tabs: number,
    private readonly kept: KeyedStore | undefined,
  ) {
    this.tabs = Array.from({ length: tabs }, () => undefined);
  }

  /** Pages that parts take, without printing them. */
  async count(parts: readonly PartToPrint[]): Promise<number[]> {
    const pages: number[] = [];
    const work = async (): Promise<void> => {
      for (const { render, input } of parts.slice(pages.length)) {
        const tab = await this.inTime(this.tab(0), input);
        pages.push(await this.inTime(tab.layOut(render().html, input), input));
      }
    };
    await this.persist(work, () => pages.length);
    return pages;
  }

  /**
   * @param take receives the printed parts in order
   * @param onPages told of progress within a part
   * @returns pages of each part
   * @throws BrowserError when the browser dies twice over one part, or needs longer than it may
   */
  async print(
    parts: readonly PartToPrint[],
    starts: Starts,
    take: Take,
    onPages?: (index: number, done: number, pages: number) => void,
  ): Promise<number[]> {
    const pages: number[] = [];
    let taken = 0;
    const work = async (): Promise<void> => {
      const turns = new Turns(taken);
      let next = taken;
      const atDesk = async (desk: number): Promise<void> => {
        for (let k = next++; k < parts.length; k = next++) {
          const { render, input } = parts[k]!;
          const rendered = render();
          await turns.wait('set', k);
          const start = starts(k, pages);
          const key = this.kept?.keyOf(rendered.html, input, start) ?? '';
          const stored = await this.kept?.store.get(key);
          const tab = stored ? undefined : await this.inTime(this.tab(desk), input);
          pages[k] = stored
            ? stored.composed.pages.length
            : await this.inTime(tab!.layOut(rendered.html, input), input);
          turns.pass('set', k);
          const onPrint = (done: number) => onPages?.(k, done, pages[k]!);
          const printed = stored ?? (await this.inTime(tab!.print(start, onPrint), input));
          await turns.wait('take', k);
          await take(k, rendered, printed);
          taken = k + 1;
          turns.pass('take', k);
          if (!stored) await this.kept?.store.put(key, printed);
        }
      };
      await turns.all(this.tabs.map((_, desk) => atDesk(desk)));
    };
    await this.persist(work, () => taken);
    return pages;
  }

  private tab(desk: number): Promise<PrintTab> {
    return (this.tabs[desk] ??= this.source.open());
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
        this.tabs = this.tabs.map(() => undefined);
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

  /** @throws what the first worker threw that failed, when all have ended */
  async all(workers: readonly Promise<void>[]): Promise<void> {
    let first: { error: unknown } | undefined;
    const guarded = workers.map((worker) =>
      worker.catch((error: unknown) => {
        first ??= { error };
        this.fail(error);
      }),
    );
    await Promise.all(guarded);
    if (first) throw first.error;
  }
}
