/** Makes the record of an edition: the made issue in, the content of `<slug>.edition.json` out. Same input, same bytes. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Element } from 'hast';
import type { Remember } from '../cache/remember.js';
import type { Edition, EditionDocument, IssueSource, RawText } from '../model/index.js';
import type { Pdf } from '../stages/typeset/pdf/types.js';
import { faceDigests } from '../stages/typeset/fonts.js';
import { isNoteCall } from '../stages/typeset/html/plain-text.js';
import { version } from '../version.js';
import { sourceName } from '../stages/acquire/source-name.js';
import { blocksOf, noteText, type ArticleText } from './article-text.js';
import { recordFormat, type ArticleRecord, type EditionRecord } from './edition-record.js';

/** What is recorded of an issue that was made. */
interface Recorded {
  source: IssueSource;
  raws: RawText[];
  edition?: Edition;
  outputs: { name: string; format: string; bytes: Uint8Array; pages?: number }[];
  printed?: Pick<Pdf, 'contents' | 'pageStarts'>;
}

/**
 * @param made an issue whose edition was composed
 * @param remember what was made of the same things before
 * @throws where it was not
 */
export async function recordEdition(made: Recorded, remember?: Remember): Promise<EditionRecord> {
  const { source, raws, edition, outputs, printed } = made;
  if (!edition) throw new Error('editions: an edition that was not composed has no record');
  const { meta, identifier, modified, documents } = edition;
  const settings = [
    ...(source.configFile ? [{ file: path.basename(source.configFile.path), text: String(source.configFile) }] : []),
    ...(source.corrections ? [{ file: path.basename(source.corrections.file), text: source.corrections.text }] : []),
  ];
  return {
    format: recordFormat,
    kanben: version,
    slug: source.slug,
    title: meta.title,
    identifier,
    modified,
    ...(meta.edition && { edition: meta.edition }),
    sources: raws.map((raw) => ({ file: sourceName(raw, source.folder), sha256: raw.digest })),
    settings: settings.map(({ file, text }) => ({ file, sha256: sha256(text) })),
    fonts: outputs.length > 0 ? await faceDigests(remember) : [],
    outputs: outputs.map(({ name, format, bytes, pages }) => ({
      file: name,
      format,
      bytes: bytes.length,
      sha256: sha256(bytes),
      ...(pages !== undefined && { pages }),
    })),
    articles: documents
      .filter(({ kind }) => kind === 'article')
      .map((document) => articleRecord(document, source.folder, printed)),
    pageStarts: printed?.pageStarts ?? [],
  };
}

function articleRecord(document: EditionDocument, folder: string, printed: Recorded['printed']): ArticleRecord {
  const { id, title, column, byline, headings } = document;
  const text = articleText(document);
  const first = printed?.contents.find((place) => place.id === id);
  const last = printed?.pageStarts.findLast((start) => start.document === id);
  return {
    id,
    ...(document.article && { source: sourceName(document.article.raw, folder) }),
    title,
    ...(column !== undefined && { column }),
    byline,
    sha256: sha256(JSON.stringify(text)),
    headings: headings.map(({ level, text: words }) => ({ level, text: words })),
    ...(first && { firstPage: { page: first.page, folio: first.folio } }),
    ...(last && { lastPage: { page: last.page, folio: last.folio } }),
    ...text,
  };
}

/** The words of a document of the edition. */
export function articleText({ body, notes }: EditionDocument): ArticleText {
  const numbers = new Map(notes.map(({ id, number }) => [id, number]));
  const called = (node: Element) =>
    isNoteCall(node) ? (numbers.get(String(node.properties.dataNote)) ?? 0) : undefined;
  return {
    blocks: blocksOf(body, called),
    notes: notes.map(({ number, content }) => ({ number, text: noteText(content, isNoteCall) })),
  };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
