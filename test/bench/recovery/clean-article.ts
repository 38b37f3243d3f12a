/**
 * An article before any damage: what every measure of the bench compares with.
 *
 * The model issue's Markdown in, articles out; `generate-article.ts` makes more. Calls of notes stand in the text as one
 * private character each, so that whatever sets, cuts or spoils a text carries them along.
 */
import { parse } from 'yaml';

export type CleanBlock =
  | { kind: 'heading'; rank: 1 | 2 | 3; text: string }
  | { kind: 'paragraph' | 'caption' | 'source'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'picture'; words: string };

export interface CleanArticle {
  /** For the table and for seeds. */
  name: string;
  title: string;
  titleNote?: string;
  authors: string[];
  abstract: string;
  keywords: string[];
  bios: string[];
  clc?: string;
  documentCode?: string;
  articleId?: string;
  editor?: string;
  english?: { title: string; authors: string[]; abstract: string; keywords: string[] };
  blocks: CleanBlock[];
  /** Texts of the notes; a call is `callOf(place in this list)`. */
  notes: string[];
}

const firstCall = 0xf0000;

/** The call of a note, as one character of the supplementary private use area. */
export const callOf = (note: number): string => String.fromCodePoint(firstCall + note);

/** Place of the note that a call calls. */
export const noteOf = (call: string): number => call.codePointAt(0)! - firstCall;

/** Every call of a text. */
export const calls = /[\u{F0000}-\u{FFFFD}]/gu;

/** @param markdown an article of the model issue, in the format that `editions/model-issue/README.md` tells */
export function readCleanArticle(markdown: string, name: string): CleanArticle {
  const [, metadata, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(markdown)!;
  const said = parse(metadata!) as Pick<CleanArticle, 'title' | 'authors' | 'abstract' | 'keywords' | 'bios' | 'clc'> &
    Pick<CleanArticle, 'editor' | 'english'> & { title_note?: string; document_code: string; article_id: string };
  const labels: string[] = [];
  const notes = new Map<string, string>();
  const withCalls = (text: string): string =>
    text.replace(/\[\^([^\]]+)\]/gu, (_, label: string) => callOf(labels.push(label) - 1)).replaceAll('*', '');
  const blocks: CleanBlock[] = [];
  for (const block of body!.trim().split(/\n{2,}/u)) {
    const heading = /^(#+) (.*)$/u.exec(block);
    if (block.startsWith('[^')) {
      for (const line of block.split('\n')) {
        const [, label, text] = /^\[\^([^\]]+)\]: (.*)$/u.exec(line)!;
        notes.set(label!, text!.replaceAll('*', ''));
      }
    } else if (heading) {
      blocks.push({ kind: 'heading', rank: (heading[1]!.length - 1) as 1, text: withCalls(heading[2]!) });
    } else if (block.startsWith('|')) {
      const rows = block.split('\n').filter((line) => !/^[|\s-]+$/u.test(line));
      blocks.push({
        kind: 'table',
        rows: rows.map((row) =>
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
      });
    } else if (block.startsWith('![')) {
      blocks.push({ kind: 'picture', words: /^!\[(.*?)\]/u.exec(block)![1]! });
    } else {
      const kind = /^[表图]\d/u.test(block) ? 'caption' : /^资料来源/u.test(block) ? 'source' : 'paragraph';
      blocks.push({ kind, text: withCalls(block) });
    }
  }
  return {
    name,
    title: said.title,
    ...(said.title_note && { titleNote: said.title_note }),
    authors: said.authors,
    abstract: said.abstract,
    keywords: said.keywords,
    bios: said.bios,
    ...(said.clc && { clc: said.clc }),
    documentCode: said.document_code,
    articleId: said.article_id,
    ...(said.editor && { editor: said.editor }),
    ...(said.english && { english: said.english }),
    blocks,
    notes: labels.map((label) => notes.get(label)!),
  };
}
