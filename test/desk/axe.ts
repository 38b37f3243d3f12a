/** What axe finds on a page: rules of WCAG 2.2 A and AA that it breaks, with the first place of each. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function axeFaults(page: Page): Promise<string[]> {
  // by the debugger, so that the policy of the page stays as it is
  await page.evaluate(`${source};0`);
  return (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    iframes: false,
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160) + ' ' + nodes[0].failureSummary))`)) as string[];
}
