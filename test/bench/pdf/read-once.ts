/** Reads one PDF once, by pdf.js alone or as kanben does: a line of JSON with processor time and memory. */
import { readFileSync } from 'node:fs';

const [way, file] = process.argv.slice(2) as [way: 'pdfjs' | 'kanben', file: string];
// each way loads its own: kanben changes how pdf.js works
const { read } = (await import(
  way === 'kanben' ? './by-kanben.js' : './by-pdfjs.js'
)) as typeof import('./by-pdfjs.js');
const bytes = new Uint8Array(readFileSync(file));
const before = process.memoryUsage.rss() / 1024 ** 2;
const begun = process.cpuUsage();
const pages = await read(bytes);
const { user, system } = process.cpuUsage(begun);
const most = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ pages, cpu: (user + system) / 1000, megabytes: most - before }));
