/** Which articles meet which damage: every kind some of the model issue and some generated ones, by seeds of their names. */
import { readdirSync, readFileSync } from 'node:fs';
import { readCleanArticle, type CleanArticle } from './clean-article.js';
import { generateArticle } from './generate-article.js';
import type { Damaged, Kind } from './damage.js';
import { kinds } from './kinds.js';
import { seeded } from './random.js';

const folder = new URL('../../editions/model-issue/', import.meta.url);

/** The articles of the model issue. */
export const models: CleanArticle[] = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.md$/u.test(name))
  .sort()
  .map((name) => readCleanArticle(readFileSync(new URL(name, folder), 'utf8'), name.slice(0, 2)));

/** Generated articles for each kind. */
const generated = 3;

export interface BenchCase {
  kind: Kind;
  /** Name of the article. */
  name: string;
  /** Made when asked for: two hundred raws need not lie about. */
  make: () => Damaged;
}

function caseOf(kind: Kind, name: string, article: () => CleanArticle): BenchCase {
  return { kind, name, make: () => kind.make(article(), seeded(`${kind.name} ${name}`)) };
}

/** Every raw text that the bench makes itself; a kind's articles do not depend on the kinds beside it. */
export function benchCases(): BenchCase[] {
  return kinds.flatMap((kind) => {
    const first = seeded(kind.name).below(models.length);
    const two = [models[first]!, models[(first + 1) % models.length]!];
    const names = Array.from({ length: generated }, (_, i) => `g${i + 1}`);
    return [
      ...two.map((model) => caseOf(kind, model.name, () => model)),
      ...names.map((name) => caseOf(kind, name, () => generateArticle(`${kind.name} ${name}`))),
    ];
  });
}

/** One of each kind, for the test: enough to see a kind fall. */
export function sampleCases(): BenchCase[] {
  const all = benchCases();
  return kinds
    .filter(({ apart }) => !apart)
    .map((kind) => all.filter((one) => one.kind === kind)[seeded(kind.name).below(2 + generated)]!);
}

/** The articles that are printed and read back. */
export function printedArticles(): CleanArticle[] {
  return [...models, ...Array.from({ length: generated }, (_, i) => generateArticle(`p${i}`))];
}
