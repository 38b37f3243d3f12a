/** Where an earlier edition has the words that were corrected since: records and that edition in, places in it out. */
import type { Applied } from '../../stages/revise/index.js';
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
 * @param forms how words may stand in that edition: as the record has them, or in the script that it was set in
 * @returns misprints in reading order; what that edition has right already is none
 */
export function findMisprints(
  applied: readonly Applied[],
  sourceOf: (file: string) => string,
  since: EditionRecord,
  forms: readonly ((words: string) => string)[],
): { misprints: Misprint[]; unplaced: Unplaced[] } {
  const records = new Map<Words['correction'], { ids: Set<string | undefined>; sources: Set<string | undefined> }>();
  for (const { correction, file, article } of applied.filter(isPrinted)) {
    const { ids, sources } = records.get(correction) ?? { ids: new Set(), sources: new Set() };
    records.set(correction, { ids: ids.add(article), sources: sources.add(sourceOf(file)) });
  }
  const misprints: Misprint[] = [];
  const unplaced: Unplaced[] = [];
  for (const [correction, { ids, sources }] of records) {
    const { find, replace, why } = correction.record;
    // an article whose title was corrected has another id now, and a text may have another name
    const own = since.articles.filter(({ id }) => ids.has(id));
    const ofText = since.articles.filter(({ source }) => source !== undefined && sources.has(source));
    const looked = [own, ofText, since.articles].flatMap((articles) =>
      forms.map((form) => {
        const [before, after] = [form(find), form(replace)];
        const wrong = articles.flatMap((article) =>
          placesOf(article, before, after).map((place) => ({ ...place, before, after, ...(why && { why }) })),
        );
        return { wrong, isRight: articles.some((article) => placesOf(article, after).length > 0) };
      }),
    );
    // what its own article has right already is no misprint, whatever stands in others
    const { wrong, isRight } = looked.find((one) => one.wrong.length > 0 || one.isRight) ?? looked[0]!;
    misprints.push(...wrong);
    if (wrong.length === 0 && !isRight) unplaced.push({ line: correction.line, find });
  }
  const order = (misprint: Misprint): number => since.articles.indexOf(misprint.article);
  const within = ({ offset, note }: Misprint): number => offset?.[0] ?? 1e9 + (note ?? 0);
  return { misprints: misprints.sort((a, b) => order(a) - order(b) || within(a) - within(b)), unplaced };
}

function isPrinted(one: Applied): one is Words {
  const { key, record } = one.correction;
  return key === 'find' && record.kind === 'print';
}

/**
 * Everywhere that a text has these words; white space counts for nothing, calls of notes stand between no words.
 *
 * @param right words that hold them where they are right: 《技艺》 for 技艺
 */
function* placesIn(text: string, words: string, right = ''): Generator<number> {
  const [tight, wanted, whole] = [counted(text), counted(words), counted(right)];
  if (wanted === '') return;
  const within = whole.indexOf(wanted);
  for (let at = tight.indexOf(wanted); at >= 0; at = tight.indexOf(wanted, at + wanted.length))
    if (within < 0 || !tight.startsWith(whole, at - within)) yield at;
}

function placesOf(
  article: ArticleRecord,
  words: string,
  right?: string,
): Pick<Misprint, 'article' | 'part' | 'note' | 'offset'>[] {
  const length = counted(words).length;
  let offset = 0;
  const inText = article.blocks.flatMap((block) => {
    const start = offset;
    if (!isFoot(block)) offset += counted(block.text).length;
    return [...placesIn(block.text, words, right)].map((at) => ({
      article,
      part: block.kind,
      ...(!isFoot(block) && { offset: [start + at, start + at + length] as [number, number] }),
    }));
  });
  const inNotes = article.notes.flatMap(({ number, text }) =>
    [...placesIn(text, words, right)].map(() => ({ article, part: 'note', note: number })),
  );
  return [...inText, ...inNotes];
}
