/**
 * One measurement in a process of its own: what to do, a folder of texts and a file to write in; pages, ms, and the
 * processor time spent before the work as JSON out.
 *
 * `floor`: raw texts as one page of HTML with its notes at the end, as the browser prints it.
 * `html`: that page with its notes as the CSS of page footnotes has them, for other typesetters; it is not printed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findIssues } from '../../../src/stages/acquire/index.js';
import { makeIssue } from '../../../src/pipeline/make-issue.js';
import { launchBrowser } from '../../../src/stages/typeset/pdf/browser/launch-browser.js';
import { floorPage, footnotePage } from './plain-page.js';

const [kind, folder, file] = process.argv.slice(2) as ['floor' | 'html', string, string];
const { user, system } = process.cpuUsage();
const start = performance.now();
const [source] = await findIssues([folder], folder);
const pages = await { floor, html }[kind]();
const ms = Math.round(performance.now() - start);
console.log(JSON.stringify({ pages, ms, before: (user + system) / 1e6 }));

async function floor(): Promise<number> {
  const launching = launchBrowser();
  const { edition } = await makeIssue(source!, { formats: [], cwd: folder });
  const html = await floorPage(edition!);
  const { browser, folder: own, close } = await launching;
  try {
    const page = await browser.newPage();
    await writeFile(join(own, 'floor.html'), html);
    await page.goto(pathToFileURL(join(own, 'floor.html')).href, { waitUntil: 'load', timeout: 0 });
    const printed = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
    await writeFile(file, printed);
  } finally {
    await close();
  }
  // the browser writes its page objects as they are
  return (await readFile(file, 'latin1')).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function html(): Promise<number> {
  const { edition } = await makeIssue(source!, { formats: [], cwd: folder });
  await writeFile(file, await footnotePage(edition!));
  return 0;
}
