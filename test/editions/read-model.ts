/** Reads an article of a model issue: its Markdown in, plain strings out. The format is told in `model-issue/README.md`. */
import { parse } from 'yaml';
import { tight, type PlainArticle } from './plain-article.js';

interface Metadata {
  title: string;
  title_note?: string;
  authors: string[];
  abstract: string;
  keywords: string[];
  bios: string[];
  clc: string;
  document_code: string;
  article_id: string;
  editor: string;
  english: PlainArticle['english'];
  orphan_markers: string[];
}

export function readModel(markdown: string): PlainArticle {
  const [, metadata, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(markdown)!;
  const said = parse(metadata!) as Metadata;
  const blocks = body!.trim().split(/\n{2,}/u);
  const isNotes = (block: string): boolean => block.startsWith('[^');
  const { english } = said;
  return {
    title: tight(said.title),
    titleNote: said.title_note && tight(said.title_note),
    authors: said.authors,
    abstract: tight(said.abstract),
    keywords: said.keywords.map(tight),
    bios: said.bios.map(tight),
    clc: said.clc,
    documentCode: said.document_code,
    articleId: said.article_id,
    editor: said.editor,
    english: { ...english, title: tight(english.title), abstract: tight(english.abstract) },
    flow: blocks.filter((block) => !isNotes(block)).flatMap(flowOf),
    notes: blocks.filter(isNotes).flatMap((block) => block.split('\n').map(noteOf)),
    orphanMarkers: said.orphan_markers.map(tight),
  };
}

function flowOf(block: string): string[] {
  const lines = block.split('\n');
  if (block.startsWith('|')) return lines.filter((line) => !/^[|\s-]+$/u.test(line)).map(tight);
  if (block.startsWith('![')) return [block.replace(/\(.*\)$/u, '')];
  if (lines.length > 1) throw new Error(`A paragraph of the model is one line: ${block}`);
  const [, mark = '', words = ''] = /^((?:#+ )?)(.*)$/u.exec(block)!;
  return [mark + tight(words)];
}

/** Titles in italics are compared by their words alone: two of the three raw texts cannot show them. */
function noteOf(line: string): string {
  return tight(line.replace(/^\[\^\d+\]: /u, '').replaceAll('*', ''));
}
