/**
 * The whole story on one screen: an issue's source in, its edition and the bytes of its files out.
 *
 * Nothing is written and nothing is printed. Damage in a text becomes messages; a fatal one stops the road where it is.
 */
import path from 'node:path';
import type { VFile } from 'vfile';
import { readRawText } from '../stages/acquire/index.js';
import { filesNamed } from '../stages/acquire/files-named.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { readPrintStyles } from '../stages/acquire/read-print-styles.js';
import type { FontChoice, Format, NoteProfile } from '../model/choices.js';
import type { Remember } from '../cache/remember.js';
import { isBook } from '../stages/clean/books/is-book.js';
import { say } from '../diagnostics/index.js';
import { fileMessage } from '../messages/file-message.js';
import { messages } from '../messages/index.js';
import { recoverText } from './recover-text.js';
import {
  accepts,
  giveArticles,
  offerAcceptances,
  readCorrections,
  revise,
  reviseArticles,
  settleFindings,
  type Applied,
} from '../stages/revise/index.js';
import type { Corrections } from '../stages/revise/correction.js';
import { structure } from '../stages/structure/index.js';
import { composeEdition } from '../stages/typeset/html/index.js';
import { warmFaces } from '../stages/typeset/fonts.js';
import { glyphsExist } from '../stages/verify/glyphs-exist.js';
import { littleSetAside } from '../stages/verify/little-set-aside.js';
import { ledgerCloses, type LedgerSums } from '../stages/verify/ledger-closes.js';
import { notesBalance } from '../stages/verify/notes-balance.js';
import { notesTied } from '../stages/verify/notes-tied.js';
import type { LaunchedBrowser } from '../stages/typeset/pdf/browser/launch-browser.js';
import type { PartStore, Pdf } from '../stages/typeset/pdf/types.js';
import type {
  Edition,
  EditionDocument,
  Issue,
  IssueSource,
  Progress,
  RawText,
  ReadFile,
  TextTree,
} from '../model/index.js';

/** How an edition is made. */
export interface MakeOptions {
  /** What to make; with none the road ends at the edition. */
  formats: readonly Format[];
  /** Absolute path of the working folder, for names in messages. */
  cwd: string;
  /** Whether pictures are cut from pages; where something is made, if it is left out. */
  pictures?: boolean;
  /** Path of the browser that prints. */
  browser?: string | undefined;
  /** Gives a browser that is kept for several editions. */
  launch?: (() => Promise<LaunchedBrowser>) | undefined;
  /** A PDF for a press: bleed, crop marks, PDF/X-4. */
  press?: boolean | undefined;
  /** What `issue.yaml` may say under `epub`, for all issues. */
  notes?: NoteProfile | undefined;
  fonts?: FontChoice | undefined;
  /** Seconds since 1970 that stand for the time of the edition. */
  sourceDateEpoch?: number | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Spares work that was done before. */
  remember?: Remember | undefined;
  /** The issue was built before: what it needs of the fonts is most likely remembered. */
  again?: boolean;
  /** Printed documents of earlier builds. */
  printed?: PartStore | undefined;
}

/** A file of an edition, not yet written. */
export interface Output {
  format: Format;
  bytes: Uint8Array;
  /** Known for the PDF. */
  pages?: number;
}

/** How far the road led, and what was seen on it. */
export interface MadeIssue {
  source: IssueSource;
  raws: RawText[];
  trees: TextTree[];
  /** Absent when a fatal message stopped the road before. */
  issue?: Issue;
  edition?: Edition;
  /** Where the records of `corrections.yaml` were applied, in the order of the texts. */
  applied: Applied[];
  /** What became of the characters of each raw text; absent when the road stopped before. */
  sums?: LedgerSums[];
  /** Empty when a fatal message was given. */
  outputs: Output[];
  /** What stands on which page of the PDF, when one was made. */
  printed?: Pick<Pdf, 'contents' | 'pageStarts'>;
  /** Every file that the edition was made of, with what it held then. */
  read: ReadFile[];
  /** `issue.yaml`, the raw texts and `corrections.yaml`: every message hangs on one of them. */
  files: VFile[];
}

/**
 * @param source an issue that was found
 * @throws Misuse when its corrections cannot be read, BrowserError when no browser starts
 */
export async function makeIssue(source: IssueSource, options: MakeOptions): Promise<MadeIssue> {
  const corrections = readCorrections(source.corrections);
  const made = await takeRoad(source, corrections, options);
  if (corrections) settleFindings(made.files, corrections, made.applied, stagesPassed(made));
  offerAcceptances(new Map(made.raws.map(({ path: place, file }) => [path.basename(place), file])));
  return made;
}

/** Stages whose findings are all there. */
function stagesPassed({ trees, edition, outputs }: MadeIssue): Set<string> {
  return new Set([
    ...(trees.length > 0 ? ['acquire', 'clean', 'parse', 'restore'] : []),
    ...(edition ? ['structure', 'html', 'script'] : []),
    ...(outputs.length > 0 ? ['verify', ...outputs.map(({ format }) => format)] : []),
  ]);
}

async function takeRoad(
  source: IssueSource,
  corrections: Corrections | undefined,
  options: MakeOptions,
): Promise<MadeIssue> {
  const { cwd, browser, launch, press, sourceDateEpoch, onProgress, remember } = options;
  const said = source.config.epub;
  const epubOptions = { notes: options.notes ?? said?.notes, fonts: options.fonts ?? said?.fonts, ibid: said?.ibid };
  const tell = teller(source, onProgress);
  const wants = (format: Format): boolean => options.formats.includes(format);
  // fonts are large, and a target's libraries take longer to load than a short text to set: both go on while texts are
  // read, and only for those who ask for them
  if (options.formats.length > 0 && !options.again) warmFaces(['song', 'song-bold', 'hei', 'kai', 'italic']);
  const printer = wants('pdf') ? import('../stages/typeset/pdf/index.js') : undefined;
  const binder = wants('epub') ? import('../stages/typeset/epub/index.js') : undefined;
  void binder?.then(({ warmUp }) => warmUp());
  const made: MadeIssue = {
    source,
    raws: [],
    trees: [],
    applied: [],
    outputs: [],
    read: await filesNamed(source),
    files: source.configFile ? [source.configFile] : [],
  };

  for (const [done, text] of source.texts.entries()) {
    await tell({ stage: 'read', detail: text.name, done, total: source.texts.length });
    made.raws.push(await readRawText(text.path, { cwd, encoding: text.config?.encoding, pages: text.config?.pages }));
  }
  made.files.push(...made.raws.map((raw) => raw.file));
  made.read.push(...made.raws.map((raw) => ({ path: raw.path, digest: raw.digest })));
  if (hasFatal(made)) return made;

  const drawing: Promise<void>[] = [];
  const book = isBook(source, made.raws);
  for (const [done, raw] of made.raws.entries()) {
    const progress = { detail: raw.name, done, total: made.raws.length };
    const tellStage = (stage: Progress['stage']) => tell({ stage, ...progress });
    const tree = await recoverText(raw, source.texts[done]?.config, tellStage, remember, book);
    made.trees.push(tree);
    // in a thread of its own, while the next texts are read
    if (options.pictures ?? options.formats.length > 0) drawing.push(drawPicturesOf(tree, remember));
  }
  made.applied = revise(made.trees, corrections);
  if (corrections) made.files.push(corrections.file);

  await tell({ stage: 'structure' });
  const issue = (made.issue = structure(made.trees, source, (articles, ledger) => {
    if (corrections) made.applied.push(...reviseArticles(articles, corrections, ledger));
  }));
  giveArticles(made.applied, issue.articles);
  made.sums = ledgerCloses(issue);
  littleSetAside(issue, (name) => accepts(corrections, 'verify:set-aside', name));
  notesTied(issue, made.trees, (name) => accepts(corrections, 'verify:notes-tied', name));
  notesBalance(issue);
  await Promise.all(drawing);
  if (hasFatal(made)) return made;

  const extraStyles = options.formats.includes('pdf') ? await readPrintStyles(source) : undefined;
  await tell({ stage: 'typeset' });
  const { convert } = source.config;
  const inScript = convert
    ? await import('../stages/typeset/script/convert-issue.js').then(({ convertIssue }) => convertIssue(issue, convert))
    : issue;
  const errata = await errataPage(made, cwd);
  const edition = (made.edition = composeEdition(inScript, { sourceDateEpoch, errata }));
  made.read.push(...(edition.read ?? []));
  if (hasFatal(made)) return made;

  let missing: string[] = [];
  const onMissingCharacters = (characters: string[]): void => void (missing = characters);
  // the page list of the book names the pages that are printed in the same build
  let onPages: ((starts: Pdf['pageStarts']) => void) | undefined;
  const known = new Promise<Pdf['pageStarts']>((resolve) => (onPages = resolve));
  const printing = printer
    ? tell({ stage: 'pdf' }).then(async () =>
        (await printer).makePdf(edition, {
          browser,
          launch,
          press,
          extraStyles,
          onProgress,
          onPages,
          store: options.printed,
          remember,
        }),
      )
    : undefined;
  const pages = printing && Promise.race([known, printing.then(({ pageStarts }) => pageStarts)]);
  // a failure is told by printing itself; where no book waits for the pages, nobody else hears of it
  pages?.catch(() => undefined);
  const [epub, pdf] = await Promise.all([
    binder &&
      tell({ stage: 'epub' }).then(async () =>
        (await binder).makeEpub(edition, {
          ...epubOptions,
          printedPages: said?.pages === 'none' ? undefined : pages,
          onMissingCharacters,
          remember,
        }),
      ),
    printing,
  ]);

  await tell({ stage: 'verify' });
  const rawOf = (id?: string) =>
    edition.documents.find((document) => document.id === id)?.article?.raw ?? made.raws[0]!;
  glyphsExist(made.raws, missing);
  for (const { document, severity, rule, reason } of pdf ? pdf.findings : []) {
    // the book has named the same characters with their places
    if (rule !== 'pdf:glyphs' || missing.length === 0) say(rawOf(document), severity, rule, reason);
  }
  const outputs = { epub: epub || undefined, pdf: pdf ? pdf.words : undefined };
  if (epub || pdf) {
    const { outputsAgree } = await import('../stages/verify/outputs-agree.js');
    for (const { document, ...seen } of await outputsAgree(edition, outputs, remember)) {
      say(rawOf(document.id), 'fatal', 'verify:outputs-agree', messages.verify.disagree(document.title, seen));
    }
  }
  if (hasFatal(made)) return made;
  if (epub) made.outputs.push({ format: 'epub', bytes: epub });
  if (pdf) {
    made.outputs.push({ format: 'pdf', bytes: pdf.bytes, pages: pdf.pages });
    made.printed = { contents: pdf.contents, pageStarts: pdf.pageStarts };
  }
  return made;
}

/** Texts without pages load nothing of what draws them. */
async function drawPicturesOf({ raw, root }: TextTree, remember: Remember | undefined): Promise<void> {
  if (!raw.paged) return;
  const { drawPictures } = await import('../stages/acquire/pdf/draw-pictures.js');
  await drawPictures(raw, root, remember);
}

/** The errata of the earlier edition that `issue.yaml` names. */
async function errataPage(made: MadeIssue, cwd: string): Promise<EditionDocument | undefined> {
  const { source, issue, applied } = made;
  if (source.config.errata === undefined) return undefined;
  // reading editions and PDFs takes much that other builds do without
  const { errataOfIssue } = await import('../editions/errata/errata-of-issue.js');
  const file = path.resolve(source.folder, source.config.errata);
  const { document, warnings } = await errataOfIssue(issue!, applied, {
    file,
    shown: shownPath(file, cwd),
    folder: source.folder,
    convert: source.config.convert,
  });
  for (const { line, reason } of warnings) {
    const about =
      line === undefined ? source.configFile : made.files.find(({ path: name }) => name === source.corrections?.file);
    if (!about) continue;
    const place = line && { place: { line, column: 1 } };
    fileMessage(about, reason, { source: 'editions', ruleId: 'errata', ...place }).fatal = false;
  }
  return document;
}

/** True when a message says that the edition would be wrong. */
export function hasFatal(made: MadeIssue): boolean {
  return made.files.some((file) => file.messages.some((message) => message.fatal === true));
}

/** Tells of progress, and lets whoever shows it have a turn before the work goes on. */
function teller(source: IssueSource, onProgress?: (progress: Progress) => void) {
  return async (progress: Omit<Progress, 'issue'>): Promise<void> => {
    onProgress?.({ issue: source.slug, ...progress });
    await new Promise((resolve) => setImmediate(resolve));
  };
}
