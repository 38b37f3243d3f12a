/** What a book is called and who made it: what a person says first, then what its texts say. */
import path from 'node:path';
import { toString } from 'mdast-util-to-string';
import type { Contributor, IssueMeta, IssueSource } from '../../../model/index.js';
import type { FoundBook } from './structure-book.js';

/** @param meta what the issue would be by itself: language, identifiers and dates are of no kind */
export function bookMeta(
  { facts, articles, divided }: FoundBook,
  meta: IssueMeta,
  { config, single, texts, folder }: IssueSource,
): IssueMeta {
  const said = people(config);
  if (!divided && said.length === 0) return meta;
  const only = articles.length === 1 && !articles[0]!.untitled ? toString(articles[0]!.title) : undefined;
  const fallback = single ? path.parse(texts[0]!.path).name : path.basename(folder);
  const title = config.title ?? facts.title ?? only ?? fallback;
  const contributors = said.length > 0 ? said : facts.contributors;
  return {
    ...meta,
    kind: 'book',
    title,
    workingTitle: config.title === undefined && facts.title === undefined && only === undefined,
    ...(facts.subtitle !== undefined && meta.subtitle === undefined && { subtitle: facts.subtitle }),
    contributors: contributors.length > 0 || articles.length !== 1 ? contributors : articles[0]!.contributors,
    ...given('publisher', meta.publisher ?? facts.publisher),
    ...given('description', meta.description ?? facts.description),
    ...given('series', config.series ?? facts.series),
    ...given('subjects', config.subjects ?? (facts.subjects.length > 0 ? facts.subjects : undefined)),
  };
}

function given<Key extends keyof IssueMeta>(key: Key, value: IssueMeta[Key] | undefined): Partial<IssueMeta> {
  return value === undefined ? {} : { [key]: value };
}

function people({ author = [], translator = [], editor = [] }: IssueSource['config']): Contributor[] {
  return [
    ...author.map((name): Contributor => ({ name, role: 'author' })),
    ...translator.map((name): Contributor => ({ name, role: 'translator' })),
    ...editor.map((name): Contributor => ({ name, role: 'editor' })),
  ];
}
