/** Asks Ace by DAISY, with the project's own browser: a book in, what it finds fault with out. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';

/** What `@daisy/ace-core` asks of whoever opens documents for it (there is no type for it). */
interface AxeRunner {
  concurrency: number;
  setTimeout(ms: number): void;
  launch(): Promise<void>;
  close(): Promise<void>;
  run(url: string, scripts: string[], contents: string[], folder: string): Promise<unknown>;
}

interface AceReport {
  assertions: {
    'earl:testSubject': { url: string };
    assertions: {
      'earl:test': { 'dct:title': string; 'earl:impact': string };
      'earl:result': { 'earl:outcome': string; 'dct:description': string; html?: string };
    }[];
  }[];
}

const ace = createRequire(import.meta.url)('@daisy/ace-core') as (
  book: string,
  options: { cwd: string; outdir: string; tmpdir: string; silent: boolean; initLogger: boolean },
  runner: AxeRunner,
) => Promise<[string, AceReport]>;

/**
 * @param folder of the test, for what Ace unpacks and writes
 * @returns a line each
 */
export async function askAce(browser: Browser, book: string, folder: string): Promise<string[]> {
  const options = {
    cwd: folder,
    outdir: path.join(folder, 'ace-report'),
    tmpdir: path.join(folder, 'ace-work'),
    silent: true,
    initLogger: true,
  };
  const [, report] = await ace(book, options, runnerOf(browser));
  return report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
    assertions
      .filter(({ 'earl:result': result }) => result['earl:outcome'] === 'fail')
      .map(({ 'earl:test': asked, 'earl:result': result }) =>
        [url, asked['earl:impact'], asked['dct:title'], result['dct:description'], result.html].join(' | '),
      ),
  );
}

function runnerOf(browser: Browser): AxeRunner {
  return {
    concurrency: 2,
    setTimeout: () => undefined,
    launch: () => Promise.resolve(),
    close: () => Promise.resolve(),
    async run(url, scripts, contents) {
      const page = await browser.newPage();
      try {
        await page.goto(url);
        for (const content of contents) await page.addScriptTag({ content });
        // as text: a document of XHTML takes its scripts from anywhere, a file only from where it lies
        for (const script of scripts) await page.addScriptTag({ content: await readFile(script, 'utf8') });
        return await page.evaluate(
          `new Promise((resolve, reject) => daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))))`,
        );
      } finally {
        await page.close();
      }
    },
  };
}
