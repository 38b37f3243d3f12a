/** Tells whether the texts of an edition make a book: what a person said first, then what most of the texts are. */
import type { IssueSource, RawText } from '../../../model/index.js';
import { readsAsBook } from './reads-as-book.js';

/** What `issue.yaml` says only of a journal. */
const journalKeys = ['journal', 'journalEnglish', 'issn', 'cn', 'number', 'total'] as const;

export function isBook({ config, texts }: IssueSource, raws: readonly RawText[]): boolean {
  if (config.kind !== undefined) return config.kind === 'book';
  if (journalKeys.some((key) => config[key] !== undefined)) return false;
  // a person who says what kind a text is speaks of damage that books do not have
  if (texts.some((text) => text.config?.kind !== undefined && !/^(?:plain|markdown)$/u.test(text.config.kind)))
    return false;
  if (raws.some(({ paged }) => paged)) return false;
  const read = raws.map(({ text, structured }) => (structured ? structured.book === true : readsAsBook(text)));
  return read.filter(Boolean).length * 2 > read.length;
}
