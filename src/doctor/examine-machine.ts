/** Looks at what kanben needs of a machine: nothing in, what is there and what to do out. */
import { mkdir, stat } from 'node:fs/promises';
import { cacheFolder } from '../cache/cache-folder.js';
import { codeOf } from '../publish/code-of.js';
import { fontFile } from '../system/locations.js';
import { messages, type Message } from '../messages/index.js';
import { faces } from '../stages/typeset/fonts.js';
import { BrowserError } from '../stages/typeset/pdf/browser/browser-error.js';
import { launchBrowser } from '../stages/typeset/pdf/browser/launch-browser.js';

/** One thing that was looked at. */
export interface MachineCheck {
  what: 'node' | 'fonts' | 'browser' | 'cache';
  ok: boolean;
  seen: Message;
  /** What to do, where something is missing. */
  advice?: Message;
}

/** As `engines` in package.json. */
const leastNode = [20, 19] as const;
/** The first Chromium that sets Chinese marks as print needs. */
const leastChromium = 140;
const say = messages.doctor;

/** @param browser path of the browser that is meant */
export async function examineMachine(browser?: string): Promise<MachineCheck[]> {
  return [node(), await fonts(), await printer(browser), await cache()];
}

function node(): MachineCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  const { version, platform, arch } = process;
  return {
    what: 'node',
    ok,
    seen: say.node(version, `${platform} ${arch}`),
    ...(!ok && { advice: say.newerNode(leastNode.join('.')) }),
  };
}

async function fonts(): Promise<MachineCheck> {
  const sizes = await Promise.all(
    Object.values(faces).map(async ({ file, name }) => {
      try {
        return { name, bytes: (await stat(fontFile(file))).size };
      } catch {
        return { name, bytes: 0 };
      }
    }),
  );
  const missing = sizes.filter(({ bytes }) => bytes === 0).map(({ name }) => name);
  const ok = missing.length === 0;
  return {
    what: 'fonts',
    ok,
    seen: ok ? say.fonts(sizes.map(({ name }) => name)) : say.fontsMissing(missing),
    ...(!ok && { advice: say.installAgain }),
  };
}

async function printer(named: string | undefined): Promise<MachineCheck> {
  try {
    const { browser, version, close } = await launchBrowser(named);
    const path = browser.process()?.spawnfile ?? '';
    await close();
    const ok = version === 0 || version >= leastChromium;
    return {
      what: 'browser',
      ok,
      seen: say.browser(version, path),
      ...(!ok && { advice: messages.pdf.oldBrowser(version, leastChromium) }),
    };
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    return { what: 'browser', ok: false, seen: say.noBrowser, advice: messages.cli.browserFails(error.content) };
  }
}

async function cache(): Promise<MachineCheck> {
  const folder = cacheFolder();
  if (folder === undefined) return { what: 'cache', ok: true, seen: say.cacheOff };
  try {
    await mkdir(folder, { recursive: true });
    return { what: 'cache', ok: true, seen: say.cache(folder) };
  } catch (error) {
    return {
      what: 'cache',
      ok: false,
      seen: say.cache(folder),
      advice: messages.cache.cannotKeep(folder, codeOf(error)),
    };
  }
}
