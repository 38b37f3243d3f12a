/** A real browser that may reach this machine, as a person has it: nothing in, a browser with one Chinese font out. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowsers } from '../../src/stages/typeset/pdf/browser/find-browsers.js';
import { unpackChromium } from '../../src/stages/typeset/pdf/browser/unpack-chromium.js';
import { fontFile } from '../../src/system/locations.js';

export interface OpenBrowser {
  browser: Browser;
  close(): Promise<void>;
}

const font = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

/** Starts the installed browser, else the packaged one; the tests of the desk end it. */
export async function openBrowser(): Promise<OpenBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-desk-'));
  const [candidate] = findBrowsers();
  const unpacked = candidate?.path === undefined ? await unpackChromium() : undefined;
  const libraries = [unpacked?.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const config = path.join(folder, 'fonts.conf');
  await writeFile(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${path.dirname(fontFile(font))}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  );
  const browser = await launch({
    executablePath: candidate?.path ?? unpacked!.executable,
    headless: unpacked ? 'shell' : true,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }), FONTCONFIG_FILE: config },
    userDataDir: path.join(folder, 'profile'),
    pipe: true,
    protocolTimeout: 0,
  });
  return {
    browser,
    async close() {
      // one that does not go when asked is made to
      await Promise.race([browser.close().catch(() => undefined), setTimeout(5_000, undefined, { ref: false })]);
      browser.process()?.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a page has complained of: scripts that failed, requests that its policy forbade. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  return said;
}
