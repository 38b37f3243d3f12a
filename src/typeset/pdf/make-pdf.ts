/** An edition in, a print PDF out: one document laid out once, composed into pages in the browser, printed, finished. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messages } from '../../messages/en.js';
import type { Edition } from '../../model.js';
import { editionStrings } from '../html/edition-strings.js';
import { issueLine } from '../html/front-documents.js';
import { BrowserError } from './browser/browser-error.js';
import { launchBrowser, patience, type LaunchedBrowser } from './browser/launch-browser.js';
import { readPictures, type PictureData } from './document/read-pictures.js';
import { renderDocument, type RenderedDocument } from './document/render-document.js';
import { finishPdf, type OutlineEntry, type Paper } from './finish-pdf.js';
import { pageScript } from './page-script.js';
import { printSettings, type PrintSettings } from './print-settings.js';
import type { ComposeInput, ComposeOutput } from './plan/compose-types.js';
import { proveText } from './prove-text.js';
import type { Pdf, PdfFinding, PdfOptions, PdfPageStart } from './types.js';

/** The first Chromium that has text-autospace. */
const leastChromium = 140;
/** Pixels an inch of a picture in print. */
const leastResolution = 300;
/** Blank lines that a page may have above its notes. */
const mostBlank = 2;

type Step = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * @throws BrowserError when no browser starts, or when it dies twice over the same edition
 */
export async function makePdf(edition: Edition, options: PdfOptions = {}): Promise<Pdf> {
  const times: Record<string, number> = {};
  const step: Step = async (name, work) => {
    const start = performance.now();
    options.onProgress?.({ issue: edition.slug, stage: 'pdf', detail: name });
    const result = await work();
    times[name] = Math.round(performance.now() - start);
    return result;
  };
  const settings = printSettings(options.print ?? edition.config.print, options.press);
  const input = composeInput(edition, settings);
  // the browser starts while the fonts are cut
  let launching = launchBrowser(options.browser);
  launching.catch(() => undefined);
  let pictures: PictureData;
  let rendered: RenderedDocument;
  try {
    pictures = await readPictures(edition);
    const extraStyles = options.extraStyles ?? '';
    const words = { endnotes: editionStrings(edition.meta.language).notes.section };
    rendered = await step('fonts', () =>
      renderDocument(edition, { pictures, settings, words, furniture: JSON.stringify([input, words]), extraStyles }),
    );
  } catch (error) {
    await launching.then(({ close }) => close()).catch(() => undefined);
    throw error;
  }
  let made: PrintedPages;
  try {
    made = await printPages(launching, rendered.html, input, step);
  } catch (error) {
    if (tookTooLong(error)) throw new BrowserError(messages.pdf.browserTooSlow(patience / 60_000));
    if (!hasDied(error)) throw error;
    launching = launchBrowser(options.browser);
    made = await printPages(launching, rendered.html, input, step).catch((again: unknown) => {
      throw hasDied(again) ? new BrowserError(messages.pdf.browserDied(String(again))) : again;
    });
  }
  const { composed, printed, version } = made;
  const { pages } = composed;
  const { bytes, coloured } = await step('finish', () =>
    finishPdf(printed, edition, pages, outlineOf(edition, composed), paperOf(composed, settings)),
  );
  const findings: PdfFinding[] = [
    ...(version < leastChromium ? [warning('browser', messages.pdf.oldBrowser(version, leastChromium))] : []),
    ...glyphFindings(rendered.missing),
    ...pictures.failures.map(({ path, code }) => warning('picture', messages.pdf.unreadablePicture(path, code))),
    ...(options.press ? pressFindings(composed, coloured) : []),
    ...proveText(rendered, composed),
  ];
  return {
    bytes,
    pages: pages.length,
    contents: composed.places.map(({ id, page }) => ({ id, page: page + 1, folio: pages[page]!.folio })),
    findings,
    pageStarts: pageStartsOf(composed),
    words: { flows: composed.flows, notes: composed.notes },
    measures: {
      loosePages: pages.filter(({ blank }) => blank > mostBlank).length / Math.max(1, pages.length),
      blankLines: pages.map(({ blank }) => blank),
      times: { ...times, ...composed.times },
    },
  };
}

interface PrintedPages {
  composed: ComposeOutput;
  printed: Uint8Array;
  version: number;
}

async function printPages(
  launching: Promise<LaunchedBrowser>,
  html: string,
  input: ComposeInput,
  step: Step,
): Promise<PrintedPages> {
  const { browser, version, folder, close } = await step('browser', () => launching);
  try {
    const page = await browser.newPage();
    // a page that crashes (out of memory) answers nothing more, and puppeteer would wait for ever
    const crashed = new Promise<never>((_, reject) => void page.once('error', reject));
    crashed.catch(() => undefined);
    const guarded: Step = (name, work) => step(name, () => Promise.race([work(), crashed]));
    await page.emulateMediaType('print');
    await page.setOfflineMode(true);
    await guarded('load', async () => {
      // from a file: a document of many megabytes handed over as a message never finishes loading its fonts
      const file = join(folder, 'edition.html');
      await writeFile(file, html);
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: 0 });
    });
    const composed = await guarded('compose', async () => {
      await page.evaluate(await pageScript());
      return (await page.evaluate(`kanben.compose(${JSON.stringify(input)})`)) as ComposeOutput;
    });
    // the outline is ours: Chromium's titles carry the note marks
    const printed = await guarded('print', () =>
      page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout: 0 }),
    );
    return { composed, printed, version };
  } finally {
    await close();
  }
}

/** Whether the browser went away under the work: worth a second try, it may have been short of memory. */
function hasDied(error: unknown): boolean {
  return /Target closed|Session closed|Connection closed|detached|disconnected|crashed/i.test(String(error));
}

/** Whether a request outlasted the browser's patience: a second try would take as long. */
function tookTooLong(error: unknown): boolean {
  return /timed out.*protocolTimeout/.test(String(error));
}

function composeInput({ meta, documents }: Edition, settings: PrintSettings): ComposeInput {
  const strings = editionStrings(meta.language);
  const articles = documents.filter(({ kind }) => kind === 'article');
  // the larger unit: the journal; for an article by itself its authors
  const larger = meta.journal ?? ((articles.length === 1 && articles[0]!.byline) || meta.title);
  return {
    documents: documents.map(({ id, kind, title }) => ({
      id,
      kind,
      title,
      plain: kind !== 'article' && kind !== 'english-abstracts',
    })),
    versoHead: [larger, issueLine(meta, strings)].filter(Boolean).join('\u3000'),
    firstFolio: settings.firstFolio,
    opening: settings.opening,
    padTo: settings.padTo,
    notes: settings.notes,
    words: {
      titleMark: strings.notes.titleMark,
      noteContinues: strings.print.noteContinues,
      noteContinued: strings.print.noteContinued,
    },
  };
}

function pageStartsOf({ pages }: ComposeOutput): PdfPageStart[] {
  const before = new Map<string, number>();
  return pages.flatMap(({ index, document, folio, characters }) => {
    const offset = before.get(document) ?? 0;
    before.set(document, offset + characters);
    return folio && characters > 0 ? [{ page: index + 1, folio, document, offset }] : [];
  });
}

/** px to pt, to the hundredth: 185 mm are 524.41 pt. */
function paperOf({ paper }: ComposeOutput, { bleed }: PrintSettings): Paper {
  const pt = (px: number) => Math.round(px * 75) / 100;
  return { width: pt(paper.width), height: pt(paper.height), bleed: pt((bleed / 25.4) * 96) };
}

/** Documents and their headings, in reading order; texts are the edition's own, so no mark and no blank goes astray. */
function outlineOf({ documents }: Edition, { places }: ComposeOutput): OutlineEntry[] {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return documents
    .flatMap(({ id, title, headings }) => [{ id, text: title, level: 1 }, ...headings])
    .flatMap(({ id, text, level }) => {
      const place = placeOf.get(id);
      return place ? [{ text, level, page: place.page, top: place.top }] : [];
    });
}

/** What a printer would ask about. */
function pressFindings({ pictures }: ComposeOutput, coloured: readonly number[]): PdfFinding[] {
  const coarse = pictures.filter(({ resolution }) => resolution < leastResolution);
  return [
    ...coarse.map(({ page, what, resolution }) => ({
      ...warning('resolution', messages.pdf.coarsePicture(page, what, Math.round(resolution), leastResolution)),
      page,
    })),
    ...(coloured.length > 0 ? [warning('colour', messages.pdf.colour([...coloured]))] : []),
  ];
}

function glyphFindings(missing: readonly string[]): PdfFinding[] {
  if (missing.length === 0) return [];
  const list = missing.map((c) => `${c} U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return [warning('glyphs', messages.pdf.missingGlyphs(list))];
}

function warning(rule: string, reason: string): PdfFinding {
  return { severity: 'warning', rule: `pdf:${rule}`, reason };
}
