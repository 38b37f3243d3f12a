/** Reads one PDF once, by pdf.js alone or as kanben does: a line of JSON with processor time and memory. */
import { readFileSync } from 'node:fs';
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../../../src/stages/acquire/pdf/open-pdf.js';
import { pdfLimits } from '../../../src/stages/acquire/pdf/pdf-limits.js';
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';

const [way, file] = process.argv.slice(2) as [way: 'pdfjs' | 'kanben', file: string];
const bytes = new Uint8Array(readFileSync(file));
const before = process.memoryUsage.rss() / 1024 ** 2;
const begun = process.cpuUsage();
let pages = 0;
if (way === 'kanben') pages = (await readPdf(bytes)).paged.pages.length;
else {
  const document = await openPdf(bytes, { maxPicture: pdfLimits.picture });
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    page.cleanup();
  }
  pages = document.numPages;
  await document.loadingTask.destroy();
}
const { user, system } = process.cpuUsage(begun);
const most = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ pages, cpu: (user + system) / 1000, megabytes: most - before }));
