/** Starts a browser for one build: candidates in, a running browser out that can reach no network. */
import { rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { Remember } from '../../../../cache/remember.js';
import { messages } from '../../../../messages/index.js';
import { subsetFaces } from '../../fonts.js';
import { BrowserError } from './browser-error.js';
import { findBrowsers, type BrowserCandidate } from './find-browsers.js';
import { inTemporaryFolder, makeTemporaryFolder } from './temporary-folder.js';
import { unpackChromium } from './unpack-chromium.js';

export interface LaunchedBrowser {
  browser: Browser;
  /** Major version of Chromium, 0 where it cannot be read. */
  version: number;
  /** A folder of this build alone, gone when the browser is closed. */
  folder: string;
  /** A page that nothing was loaded into. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

/** How it is started. */
export interface LaunchOptions {
  /** Spares work that was done before. */
  remember?: Remember | undefined;
  /** Called when a process runs, which does not answer yet. */
  onProcess?: (() => void) | undefined;
}

const flags = [
  // no name is ever resolved: whatever a text asks for stays unasked
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
  '--no-pings',
  // glyphs keep their designed advances: lines measured on the screen are the lines printed
  '--font-render-hinting=none',
];

/**
 * Fonts of the machine are left out: an edition looks the same wherever it is built. One of ours is left, with next to
 * nothing in it: without any font Chromium dies when it looks for a last resort while ours are still loading.
 */
async function writeFontconfig(folder: string, font: Uint8Array): Promise<string> {
  await mkdir(join(folder, 'fonts'));
  await writeFile(join(folder, 'fonts', 'last-resort.ttf'), font);
  const file = join(folder, 'fonts.conf');
  const places = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`;
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`,
  );
  return file;
}

/**
 * Starts the browser named, else an installed one, else the packaged one.
 *
 * @param named path of an executable
 * @throws BrowserError when none starts
 */
export async function launchBrowser(named?: string, options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const failures: string[] = [];
  for (const candidate of findBrowsers(named)) {
    const unpacked = candidate.origin === 'packaged' ? await inTemporaryFolder(unpackChromium) : undefined;
    const path = candidate.path ?? unpacked?.executable;
    if (path === undefined) continue;
    try {
      return await launch(path, candidate.origin, unpacked?.libraries, options);
    } catch (error) {
      if (error instanceof BrowserError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(`${path}: ${reason.replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
  throw new BrowserError(named ? messages.pdf.namedBrowserFails(failures) : messages.pdf.noBrowser(failures));
}

async function launch(
  path: string,
  origin: BrowserCandidate['origin'],
  libraries: string | undefined,
  { remember, onProcess }: LaunchOptions,
): Promise<LaunchedBrowser> {
  const { launch } = await import('puppeteer-core');
  const folder = await inTemporaryFolder(makeTemporaryFolder);
  // a build that is broken off leaves nothing behind either
  let running: Browser | undefined;
  const removeNow = () => {
    // it would go on writing
    running?.process()?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', removeNow);
  const removeFolder = () => {
    process.off('exit', removeNow);
    return rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const { faces } = await subsetFaces(' □', ['song'], false, remember);
    const fontconfig = await inTemporaryFolder(() => writeFontconfig(folder, faces[0]!.data));
    const start = (sandbox: boolean, env: NodeJS.ProcessEnv) =>
      launch({
        executablePath: path,
        headless: origin === 'packaged' || basename(path).startsWith('chrome-headless-shell') ? 'shell' : true,
        args: sandbox ? flags : [...flags, '--no-sandbox'],
        env: { ...env, FONTCONFIG_FILE: fontconfig },
        userDataDir: join(folder, 'profile'),
        // it ends when this process does, however that ends
        pipe: true,
        // whoever asks it for something waits as long as that may take
        protocolTimeout: 0,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    const starting = startSomehow(start, libraries);
    if (onProcess) void setImmediate().then(onProcess);
    const browser = (running = await starting);
    const version = Number(/\/(\d+)/.exec(await browser.version())?.[1] ?? 0);
    // the page that it begins with
    let first: Page | undefined = (await browser.pages())[0];
    const openPage = async () => {
      const page = first;
      first = undefined;
      return page && !page.isClosed() ? page : browser.newPage();
    };
    const close = async () => {
      // a browser that does not go when asked is made to
      await Promise.race([browser.close().catch(() => undefined), setTimeout(5_000, undefined, { ref: false })]);
      browser.process()?.kill('SIGKILL');
      await removeFolder();
    };
    return { browser, version, folder, openPage, close };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** With the sandbox where it can be had; with the packaged libraries only where the machine lacks them. */
async function startSomehow(
  start: (sandbox: boolean, env: NodeJS.ProcessEnv) => Promise<Browser>,
  libraries: string | undefined,
): Promise<Browser> {
  let sandbox = process.getuid?.() !== 0;
  let env = process.env;
  for (;;) {
    try {
      return await start(sandbox, env);
    } catch (error) {
      const reason = String(error);
      if (sandbox && /sandbox|namespace/i.test(reason)) {
        sandbox = false;
      } else if (libraries && env === process.env && /shared librar|shared object/i.test(reason)) {
        const path = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
        env = { ...process.env, LD_LIBRARY_PATH: path };
      } else throw error;
    }
  }
}
