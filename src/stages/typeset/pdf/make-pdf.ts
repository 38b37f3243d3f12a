/**
 * An edition in, a print PDF out: each document is laid out, composed and printed by itself, in the order that page
 * numbers ask for, and all are bound into one file.
 */
import type { Edition, EditionDocument } from '../../../model/index.js';
import { mathCharacters } from '../math-characters.js';
import { subsetFaces, type FaceName } from '../fonts.js';
import { editionStrings } from '../html/edition-strings.js';
import { ordinaryHan } from '../../../vocabulary/ordinary-han.js';
import { assemble, type SetPart } from './assemble.js';
import { Binder } from './bind/bind-edition.js';
import { bindPart, type Paper } from './bind/bind-part.js';
import { launchBrowser } from './browser/launch-browser.js';
import { defaultPatience, PrintBrowser } from './browser/print-browser.js';
import { charactersOf } from './document/characters.js';
import { readPictures } from './document/read-pictures.js';
import { partDigest } from './document/part-digest.js';
import { renderPart, type RenderOptions } from './document/render-part.js';
import { renderShell, shellStyles } from './document/render-shell.js';
import { pdfFindings } from './findings.js';
import { blanksAfterFront, divide, padding, placeAfter, type PartPlace } from './page-order.js';
import { isPlain, partInput } from './part-input.js';
import { partKeys } from './part-key.js';
import { PartPrinter, type PartToPrint, type Receiver, type Starts } from './print-parts.js';
import { browserGap, printSettings, type PrintSettings } from './print-settings.js';
import { proveText } from './prove-text.js';
import type { Pdf, PdfFinding, PdfOptions } from './types.js';

/** Blank lines that a page may have above its notes. */
const mostBlank = 2;
/** Documents from which a second tab is worth its start; a third one brings nothing on two cores. */
const manyDocuments = 3;

const hasFormulas = ({ documents }: Edition): boolean =>
  documents.some(({ body, notes }) => mathCharacters([...body, ...notes.flatMap(({ content }) => content)]) !== '');

type Part = PartToPrint & { document: EditionDocument; plain: boolean };

/** @throws BrowserError when no browser starts, or when it dies twice over the same document */
export async function makePdf(edition: Edition, options: PdfOptions = {}): Promise<Pdf> {
  const clock = startClock();
  const settings = printSettings(options.print ?? edition.config.print, options.press);
  const parts = await partsOf(edition, settings);
  const styles = await shellStyles(settings, options.extraStyles);
  const furniture = parts.list.map(({ input }) => input);
  const characters = charactersOf(edition, JSON.stringify([parts.words, furniture]));
  // a correction then seldom asks for fonts to be cut again; the file gets no more glyphs than it shows
  const held = characters + ordinaryHan(edition.meta.language);
  const faceNames: FaceName[] = [
    'song',
    'song-bold',
    'hei',
    'kai',
    'italic',
    ...(hasFormulas(edition) ? ['math' as const] : []),
  ];
  const fonts = subsetFaces(held, faceNames, true, options.remember);
  const shell = fonts.then(({ faces }) => renderShell(edition.meta.language, styles, faces));
  shell.catch(() => undefined);
  const launch = options.launch ?? (() => launchBrowser(options.browser));
  const browser = new PrintBrowser(launch, shell, options.patience ?? defaultPatience);
  // it starts while the fonts are cut; where printed parts are kept it may not be needed at all, unless it runs already
  const early = !options.store || options.launch !== undefined;
  if (early) browser.start();
  try {
    const { faces, missing } = await fonts;
    clock('fonts');
    const { front, main, back } = divide(parts.list);
    const paper = paperOf(settings);
    const store = options.store && { store: options.store, keyOf: partKeys(styles, faces, paper) };
    const printer = new PartPrinter(browser, main.length < manyDocuments ? 1 : 2, store);
    if (early) printer.open();
    const binder = new Binder(edition, faces, paper, options.remember);
    const proofs: PdfFinding[] = [];
    const total = parts.list.length;
    let done = 0;
    const tell = (detail: string): void =>
      options.onProgress?.({
        issue: edition.slug,
        stage: 'make',
        target: 'PDF',
        detail,
        done: Math.min(done, total - 1),
        total,
      });
    const print = async (list: readonly Part[], starts: Starts): Promise<SetPart[]> => {
      const set: SetPart[] = [];
      const receiver: Receiver = {
        async make(k, rendered, { composed, prints }) {
          const { kind, title } = list[k]!.document;
          const bound = await bindPart(prints, { kind, title, paper, fontNames: binder.fontNames });
          return { composed, bound, findings: proveText(rendered, composed) };
        },
        take(k, { composed, bound, findings }) {
          const { document } = list[k]!;
          tell(document.title);
          proofs.push(...findings);
          set.push({ document, composed, bound: binder.add(bound) });
          done += 1;
        },
      };
      await printer.print(list, starts, receiver, (k, printed, pages) => {
        // a document of many prints takes its time
        if (printed < pages) tell(`${list[k]!.document.title} ${printed}/${pages}`);
      });
      return set;
    };

    const { firstFolio, opening, padTo } = settings;
    // contents state where articles begin: front matter comes last
    const places: PartPlace[] = [];
    const mainSet = await print(main, (k, pages) => {
      const before = main.slice(0, k).map(({ plain }, i) => ({ plain, pages: pages[i]! }));
      return (places[k] = placeAfter(before, main[k]!, firstFolio, opening));
    });
    const folios = Object.fromEntries(assemble(mainSet).contents.map(({ id, folio }) => [id, folio]));
    const frontSet = await print(front, (k, pages) => ({
      right: sum(pages.slice(0, k)) % 2 === 0,
      ...(/contents$/.test(front[k]!.document.kind) && { folios }),
    }));
    const order: (SetPart | number)[] = [...frontSet];
    if (mainSet.length > 0) order.push(blanksAfterFront(pagesOf(frontSet), firstFolio));
    mainSet.forEach((part, k) => order.push(places[k]!.blank, part));
    if (back.length > 0) {
      const pages = pagesOf(order);
      const blank = padding(pages + sum(await printer.count(padTo > 1 ? back : [])), padTo);
      const left = (places.at(-1)!.folio + pagesOf(mainSet.slice(-1)) + blank) % 2;
      const backSet = await print(back, (k, pages) => ({ right: (left + sum(pages.slice(0, k))) % 2 === 1 }));
      order.push(blank, ...backSet);
    }
    order.push(padding(pagesOf(order), padTo));
    clock('pages');

    const assembled = assemble(order);
    const { blankLines, contents, pageStarts } = assembled;
    options.onPages?.(pageStarts);
    const outline = edition.documents.flatMap(({ id, title, headings }) => [
      { id, text: title, level: 1 },
      ...headings,
    ]);
    const bytes = await binder.finish({ ...assembled, outline });
    clock('finish');
    const version = await browser.version();
    const seen = { assembled, missing, failures: parts.pictures.failures, version, press: settings.bleed > 0 };
    const composed = assembled.parts.map((part) => part.composed);
    return {
      bytes,
      pages: blankLines.length,
      contents,
      findings: [...pdfFindings(seen), ...proofs],
      pageStarts,
      words: {
        flows: Object.fromEntries(assembled.parts.map((part) => [part.document.id, part.composed.flow])),
        notes: Object.assign({}, ...composed.map(({ notes }) => notes)) as Pdf['words']['notes'],
      },
      measures: {
        loosePages: blankLines.filter((blank) => blank > mostBlank).length / Math.max(1, blankLines.length),
        blankLines,
        times: clock(),
      },
    };
  } finally {
    await browser.close();
  }
}

/** The documents of an edition as they are printed: in reading order, each by itself. */
async function partsOf(edition: Edition, settings: PrintSettings) {
  const { documents, meta } = edition;
  const words = { endnotes: editionStrings(meta.language).notes.section };
  const inputOf = partInput(edition, settings);
  const spaced = settings.autospace > 0 && settings.autospace !== browserGap;
  const pictures = await readPictures(edition);
  const idsOf = ({ id, headings }: EditionDocument) => [id, ...headings.map((heading) => heading.id)];
  const ids = new Set(documents.flatMap(idsOf));
  const list = documents.map((document): Part => {
    const own = new Set(idsOf(document));
    const isElsewhere = (id: string): boolean => ids.has(id) && !own.has(id);
    const options: RenderOptions = { pictures, notes: settings.notes, spaced, words, isElsewhere };
    return {
      document,
      plain: isPlain(document),
      input: inputOf(document),
      digest: partDigest(document, options),
      render: () => renderPart(document, options),
    };
  });
  return { list, pictures, words };
}

/** mm to pt, to the hundredth: 185 mm are 524.41 pt. */
function paperOf({ width, height, bleed }: PrintSettings): Paper {
  const pt = (mm: number) => Math.round((mm / 25.4) * 7200) / 100;
  return { width: pt(width), height: pt(height), bleed: pt(bleed) };
}

function pagesOf(order: readonly (SetPart | number)[]): number {
  return sum(order.map((item) => (typeof item === 'number' ? item : item.composed.pages.length)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** Notes how long the steps take, ms: called with the name of a step at its end, without one to be read. */
function startClock(): (step?: string) => Record<string, number> {
  const times: Record<string, number> = {};
  let since = performance.now();
  return (step) => {
    const now = performance.now();
    if (step) times[step] = Math.round(now - since);
    since = now;
    return times;
  };
}
