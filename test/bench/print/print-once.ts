/** One measurement in a process of its own: `ours` or `floor`, a folder of texts; pages, ms and memory as JSON. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { findIssues } from '../../../src/acquire/index.js';
import { makeIssue } from '../../../src/pipeline.js';
import { subsetFaces } from '../../../src/typeset/fonts.js';
import { launchBrowser } from '../../../src/typeset/pdf/browser/launch-browser.js';
import { readPictures } from '../../../src/typeset/pdf/document/read-pictures.js';
import { charactersOf } from '../../../src/typeset/pdf/document/characters.js';
import { renderPart } from '../../../src/typeset/pdf/document/render-part.js';
import { renderShell, shellStyles } from '../../../src/typeset/pdf/document/render-shell.js';
import { printSettings } from '../../../src/typeset/pdf/print-settings.js';

const [kind, folder] = process.argv.slice(2) as ['ours' | 'floor', string];
const start = performance.now();
const [source] = await findIssues([folder], folder);
const pages = kind === 'ours' ? await composed() : await floor();
const ms = Math.round(performance.now() - start);
console.log(JSON.stringify({ pages, ms, memory: Math.round(process.resourceUsage().maxRSS / 1024) }));

async function composed(): Promise<number> {
  const made = await makeIssue(source!, { formats: ['pdf'], cwd: folder });
  const [output] = made.outputs;
  if (!output) throw new Error(made.files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal)).join('\n'));
  return output.pages!;
}

/** The same texts, styles and fonts, notes after each article, printed as they fall. */
async function floor(): Promise<number> {
  const launching = launchBrowser();
  const { edition } = await makeIssue(source!, { formats: [], cwd: folder });
  const pictures = await readPictures(edition!);
  const settings = printSettings({ notes: 'end' });
  const words = { endnotes: '注释' };
  const options = { pictures, notes: settings.notes, words, isElsewhere: () => false };
  const { faces } = await subsetFaces(charactersOf(edition!, words.endnotes), ['song', 'song-bold', 'hei', 'kai']);
  const styles = [...(await shellStyles(settings)), '@page{margin:25mm}.galley{width:auto}'];
  const shell = await renderShell(edition!.meta.language, styles, faces);
  const body = edition!.documents.map((document) => renderPart(document, options).html).join('\n');
  const { browser, folder: own, close } = await launching;
  try {
    const page = await browser.newPage();
    const file = join(own, 'floor.html');
    // text runs over pages as the browser breaks it
    await writeFile(
      file,
      shell.replace('<body></body>', () => `<body>${body}</body>`),
    );
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: 0 });
    const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
    return (await PDFDocument.load(bytes)).getPageCount();
  } finally {
    await close();
  }
}
