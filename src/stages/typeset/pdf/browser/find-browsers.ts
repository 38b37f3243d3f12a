/** Where a browser may be: options and environment in, candidates out, the best first. */
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface BrowserCandidate {
  /** Absolute path of the executable; absent for the browser of the optional package. */
  path?: string;
  /** `named`: by option or environment, nothing else is tried. */
  origin: 'named' | 'installed' | 'packaged';
}

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'chrome-headless-shell',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome Canary'];

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Browsers to try, in this order: the one named, installed ones, the one that puppeteer has fetched where somebody has
 * installed that, the one of the optional package.
 *
 * @param named path given by option; else `PUPPETEER_EXECUTABLE_PATH` is looked at
 */
export function findBrowsers(
  named?: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): BrowserCandidate[] {
  const path = named ?? (env.PUPPETEER_EXECUTABLE_PATH || undefined);
  if (path !== undefined) return [{ path, origin: 'named' }];
  const installed = installedBrowsers(env, platform).map((path): BrowserCandidate => ({ path, origin: 'installed' }));
  const candidates = [...installed, ...puppeteerBrowsers()];
  return platform === 'linux' ? [...candidates, { origin: 'packaged' }] : candidates;
}

function installedBrowsers(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((f) => macApps.map((app) => `${f}/${app}.app/Contents/MacOS/${app}`)).filter(existsSync);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((f) => f !== undefined);
    return windowsPlaces.flatMap((place) => folders.map((f) => `${f}\\${place}`)).filter(existsSync);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = commands.flatMap((command) => folders.map((f) => join(f, command))).filter(isExecutable);
  return [...new Set(found)];
}

/** Puppeteer is no dependency: its install script fetches a browser, and waits for minutes where that cannot be reached. */
function puppeteerBrowsers(): BrowserCandidate[] {
  try {
    const puppeteer = createRequire(import.meta.url)('puppeteer') as { executablePath(): string };
    const path = puppeteer.executablePath();
    return existsSync(path) ? [{ path, origin: 'installed' }] : [];
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
