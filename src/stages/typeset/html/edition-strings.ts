/** The words that an edition adds to its texts, from `templates/strings.yaml`: a language in, its words out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { templatesFolder } from '../../../system/locations.js';

/** One language of `strings.yaml`, complete. Labels bring their own colon. */
export interface EditionStrings {
  documents: Record<
    'cover' | 'copyright' | 'titlePage' | 'contents' | 'englishContents' | 'colophon' | 'untitled' | 'front',
    string
  >;
  labels: Record<
    | 'abstract'
    | 'keywords'
    | 'clc'
    | 'documentCode'
    | 'articleId'
    | 'doi'
    | 'fund'
    | 'received'
    | 'bio'
    | 'editorsBracketed',
    string
  >;
  punctuation: Record<'names' | 'keywords' | 'affiliation' | 'role', string>;
  roles: Record<'author' | 'translator' | 'editor', string>;
  issue: Record<'year' | 'volume' | 'number' | 'total', string>;
  errata: Record<
    | 'title'
    | 'of'
    | 'place'
    | 'wrong'
    | 'right'
    | 'page'
    | 'line'
    | 'lineFromEnd'
    | 'to'
    | 'note'
    | 'titleNote'
    | 'alsoTitle'
    | 'article'
    | 'nothing',
    string
  >;
  edition: Record<'year' | 'month' | 'day' | 'number', string>;
  notes: Record<
    'section' | 'lost' | 'stray' | 'call' | 'titleCall' | 'titleMark' | 'back' | 'backMark' | 'sign' | 'added',
    string
  >;
  print: Record<'noteContinues' | 'noteContinued' | 'tableContinued', string>;
  pictures: Record<'missing' | 'missingUnnamed' | 'alt' | 'cover', string>;
  facts: Record<
    | 'title'
    | 'subtitle'
    | 'authors'
    | 'translators'
    | 'series'
    | 'journal'
    | 'journalEnglish'
    | 'issue'
    | 'issn'
    | 'cn'
    | 'isbn'
    | 'doi'
    | 'publisher'
    | 'date'
    | 'edition'
    | 'editionNote'
    | 'editors'
    | 'rights',
    string
  >;
  colophon: Record<'typefaces' | 'song' | 'hei' | 'kai' | 'italic' | 'licence' | 'maker' | 'made', string>;
  nav: Record<'landmarks' | 'start' | 'entry' | 'pages' | 'page' | 'printPages' | 'sourcePages', string>;
  accessibility: { summary: string };
}

type Group = Record<string, string>;
type Languages = Record<string, Record<string, Group> & { like?: string }>;

let languages: Languages | undefined;
const complete = new Map<string, EditionStrings>();

/**
 * The words of a language.
 *
 * @param language BCP 47; one that the file does not have is served by zh-Hans
 */
export function editionStrings(language: string): EditionStrings {
  languages ??= parse(readFileSync(join(templatesFolder, 'strings.yaml'), 'utf8')) as Languages;
  const name = languages[language] ? language : 'zh-Hans';
  let strings = complete.get(name);
  if (!strings) complete.set(name, (strings = withWhatItIsLike(languages, name)));
  return strings;
}

function withWhatItIsLike(all: Languages, name: string): EditionStrings {
  const { like, ...own } = all[name]!;
  if (!like) return own as unknown as EditionStrings;
  const result: Record<string, Group> = {};
  for (const [group, words] of Object.entries(withWhatItIsLike(all, like))) {
    result[group] = { ...(words as Group), ...own[group] };
  }
  return result as unknown as EditionStrings;
}

/** Puts values into the `{slots}` of a string. */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
