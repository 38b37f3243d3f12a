/**
 * What pdf.js says of damage. It tells of a page that broke off on the console alone, and hands on what it has as if that
 * were the whole: pages whose list of operators is complete are those that it reports.
 */

import console from 'node:console';

/** Damage that was heard of, by page. */
export interface HeardDamage {
  /** A page is about to be read. */
  begin(page: number): void;
  /** Pages of those begun whose content broke off or was not understood. Ask when all are read. */
  damagedPages(): Promise<number[]>;
  /** Lets the console go. */
  end(): void;
}

const complete = /^Info: page=(\d+) - getOperatorList:/;
/** Content that is no stream of operators any more. */
const broken =
  /^Warning: (?:Invalid stream|getOperatorList - ignoring errors|getContentStream - ignoring|Bad (?:block|encoding))/;
/** Words that are no operators: some makers of PDFs leave one or two, damage leaves many. */
const garbage = /^Warning: (?:Unknown command|Skipping command)/;
const mostGarbage = 3;
const said = /^(?:Info|Warning): /;

/** Listens until `end` is called. What others write to the console goes on. */
export function hearDamage(): HeardDamage {
  const begun: number[] = [];
  const whole = new Set<number>();
  const damaged = new Set<number>();
  const garbled = new Map<number, number>();
  const hear = (text: string): void => {
    const page = begun.at(-1);
    const number = complete.exec(text)?.[1];
    if (number !== undefined) whole.add(Number(number));
    else if (page !== undefined && broken.test(text)) damaged.add(page);
    else if (page !== undefined && garbage.test(text)) garbled.set(page, (garbled.get(page) ?? 0) + 1);
  };
  const { info, warn } = console;
  const listener =
    (others: typeof info) =>
    (...words: unknown[]): void => {
      if (typeof words[0] === 'string' && said.test(words[0])) hear(words[0]);
      else others.apply(console, words);
    };
  console.info = listener(info);
  console.warn = listener(warn);
  return {
    begin: (page) => begun.push(page),
    async damagedPages() {
      // the report of the last page comes after its operators
      await new Promise((resolve) => setImmediate(resolve));
      return begun.filter((page) => !whole.has(page) || damaged.has(page) || (garbled.get(page) ?? 0) >= mostGarbage);
    },
    end() {
      console.info = info;
      console.warn = warn;
    },
  };
}
