/** Where an earlier edition has the words that were corrected since: records and that edition in, places in it out. */
import type { Applied } from '../../revise/index.js';
import { isFoot } from '../article-text.js';
import type { ArticleRecord, EditionRecord } from '../edition-record.js';
import { counted } from '../article-text.js';

/** Words of an earlier edition that should be others. */
export interface Misprint {
  article: ArticleRecord;
  before: string;
  after: string;
  why?: string;
  /** Kind of the block that they stand in; `note` in a note. */
  part: string;
  /** Number of the note. */
  note?: number;
  /** Characters of the document before and up to the end of the words, as pages count them; for words of its text. */
  offset?: [from: number, to: number];
}

/** A record whose words the earlier edition has in neither form. */
export interface Unplaced {
  line: number;
  find: string;
}

/** A record of words that was applied. */
type Words = Applied & { correction: { record: { find: string; replace: string } } };

/**
 * @param applied all places at which records were applied
 * @param sourceOf how an edition file names a text, by its name for messages
 * @returns misprints in reading order; what that edition has right already is none
 */
export function findMisprints(
  applied: readonly Applied[],
  sourceOf: (file: string) => string,
  since: EditionRecord,
): { misprints: Misprint[]; unplaced: Unplaced[] } {
  const records = new Map<Words['correction'], string[]>();
  for (const { correction, file } of applied.filter(isPrinted))
    records.set(correction, [...(records.get(correction) ?? []), sourceOf(file)]);
  const misprints: Misprint[] = [];
  const unplaced: Unplaced[] = [];
  for (const [correction, sources] of records) {
    const { find, replace, why } = correction.record;
    // a text may have been given another name since
    const own = since.articles.filter(({ source }) => source !== undefined && sources.includes(source));
    const found = [own, since.articles]
      .map((articles) => articles.flatMap((article) => placesOf(article, find)))
      .find((places) => places.length > 0);
    if (found)
      misprints.push(...found.map((place) => ({ ...place, before: find, after: replace, ...(why && { why }) })));
    else if (!since.articles.some((article) => placesOf(article, replace).length > 0))
      unplaced.push({ line: correction.line, find });
  }
  const order = (misprint: Misprint): number => since.articles.indexOf(misprint.article);
  const within = ({ offset, note }: Misprint): number => offset?.[0] ?? 1e9 + (note ?? 0);
  return { misprints: misprints.sort((a, b) => order(a) - order(b) || within(a) - within(b)), unplaced };
}

function isPrinted(one: Applied): one is Words {
  const { key, record } = one.correction;
  return key === 'find' && record.kind === 'print';
}

/** Everywhere that an article has these words; white space counts for nothing, calls of notes stand between no words. */
function* placesIn(text: string, words: string): Generator<number> {
  const [tight, wanted] = [counted(text), counted(words)];
  if (wanted === '') return;
  for (let at = tight.indexOf(wanted); at >= 0; at = tight.indexOf(wanted, at + wanted.length)) yield at;
}

function placesOf(article: ArticleRecord, words: string): Pick<Misprint, 'article' | 'part' | 'note' | 'offset'>[] {
  const length = counted(words).length;
  let offset = 0;
  const inText = article.blocks.flatMap((block) => {
    const start = offset;
    if (!isFoot(block)) offset += counted(block.text).length;
    return [...placesIn(block.text, words)].map((at) => ({
      article,
      part: block.kind,
      ...(!isFoot(block) && { offset: [start + at, start + at + length] as [number, number] }),
    }));
  });
  const inNotes = article.notes.flatMap(({ number, text }) =>
    [...placesIn(text, words)].map(() => ({ article, part: 'note', note: number })),
  );
  return [...inText, ...inNotes];
}
