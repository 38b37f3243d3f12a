/**
 * What became of an issue, for programs: the made issue in, plain JSON out.
 *
 * It names no place of this machine and no time, so that the same texts give the same report anywhere.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { pointAt } from '../diagnostics/index.js';
import type { Change, Ledger, Survey, Article, RawText } from '../model/index.js';
import type { Format } from '../stages/typeset/targets.js';
import { pagePlaceAt, type PagePlace } from '../positions/page-place.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import type { LedgerSums } from '../stages/verify/ledger-closes.js';
import type { Language } from '../messages/index.js';
import { version } from '../version.js';
import { findingsOf, type Finding } from './findings.js';
import { seenPages, type SeenPages } from './seen-pages.js';
import type { Verdict } from './verdict.js';

/** The content of `<slug>.report.json`. File names are relative to the issue's folder. */
export interface Report {
  kanben: string;
  slug: string;
  title?: string;
  /** The texts that were read, in order. */
  inputs: { file: string; sha256: string; bytes: number; encoding: string; survey?: Survey; pages?: SeenPages }[];
  articles: ReportedArticle[];
  /** What a person is to do about the issue. */
  verdict?: Verdict;
  findings: Finding[];
  ledger: ReportedLedger;
  outputs: ReportedOutput[];
}

/** An article in numbers. */
export interface ReportedArticle {
  id: string;
  file: string;
  title: string;
  column?: string;
  headings: number;
  paragraphs: number;
  notes: number;
}

/** Every character that was read: set, set aside with the reason, or changed by a rule. What does not print is not counted. */
export interface ReportedLedger {
  read: number;
  set: number;
  setAside: number;
  aside: { file: string; line: number; at?: PagePlace; rule: string; text: string }[];
  /** What stands elsewhere than in the source, with its first words; absent where all stands in its order. */
  moved?: { file: string; line: number; at?: PagePlace; rule: string; text: string }[];
  /** How often each rule changed something, and what it may touch. */
  changed: Record<string, { touches: string; count: number }>;
  /** Each change of letters. */
  letters: { file: string; line: number; at?: PagePlace; rule: string; before: string; after: string }[];
}

/** A file that was made. */
export interface ReportedOutput {
  file: string;
  format: Format;
  bytes: number;
  sha256: string;
  pages?: number;
}

/** Makes the report of an issue, finished or stopped. */
export function reportOf(made: MadeIssue, language?: Language): Report {
  const { source, raws, trees, issue } = made;
  const names = new Map(raws.map((raw) => [raw.name, inFolder(source.folder, raw.path)]));
  for (const { name, path: place } of source.unread ?? []) names.set(name, inFolder(source.folder, place));
  for (const name of [source.configFile?.path, source.corrections?.file])
    if (name) names.set(name, path.basename(name));
  const named = (name: string): string => names.get(name) ?? name;
  return {
    kanben: version,
    slug: source.slug,
    ...(issue && { title: issue.meta.title }),
    inputs: raws.map((raw) => {
      const survey = trees.find((tree) => tree.raw === raw)?.survey;
      return {
        file: named(raw.name),
        sha256: raw.digest,
        bytes: raw.bytes,
        encoding: raw.encoding,
        ...(survey && { survey }),
        ...(raw.paged && { pages: seenPages(raw.paged) }),
      };
    }),
    articles: (issue?.articles ?? []).map((article) => reportedArticle(article, named)),
    findings: findingsOf(made.files, language).map((finding) => ({ ...finding, file: named(finding.file) })),
    ledger: reportedLedger(issue?.ledger ?? { aside: [], changes: [] }, made.sums ?? [], raws, named),
    outputs: made.outputs.map(({ name, format, bytes, pages }) => ({
      file: name,
      format,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...(pages !== undefined && { pages }),
    })),
  };
}

function reportedArticle(article: Article, named: (name: string) => string): ReportedArticle {
  return {
    id: article.id,
    file: named(article.raw.name),
    title: toString({ type: 'paragraph', children: article.title }),
    ...(article.column && { column: article.column }),
    headings: count(article.body, 'heading'),
    paragraphs: article.body.children.filter((node) => node.type === 'paragraph').length,
    notes: count(article.body, 'footnoteDefinition') + (article.titleNote ? 1 : 0),
  };
}

function count(root: Root, type: 'heading' | 'footnoteDefinition'): number {
  let found = 0;
  visit(root, type, () => void found++);
  return found;
}

function reportedLedger(
  ledger: Ledger,
  sums: LedgerSums[],
  raws: RawText[],
  named: (name: string) => string,
): ReportedLedger {
  const rawOf = new Map(raws.map((raw) => [raw.name, raw]));
  const lineOf = (file: string, offset: number): number => {
    const raw = rawOf.get(file);
    return raw ? pointAt(raw, offset).line : 0;
  };
  const onPage = (file: string, offset: number): { at?: PagePlace } => {
    const paged = rawOf.get(file)?.paged;
    const at = paged && pagePlaceAt(paged, offset);
    return at ? { at } : {};
  };
  const order = new Map(raws.map((raw, index) => [raw.name, index]));
  const inOrder = <Entry extends Pick<Change, 'file' | 'span'>>(entries: Entry[]): Entry[] =>
    [...entries].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.start - b.span.start);
  const place = ({ file, span, rule }: Pick<Change, 'file' | 'span' | 'rule'>) => ({
    file: named(file),
    line: lineOf(file, span.start),
    ...onPage(file, span.start),
    rule,
  });
  const total = (count: (sums: LedgerSums) => number): number => sums.reduce((sum, one) => sum + count(one), 0);
  const changed: ReportedLedger['changed'] = {};
  // a source with places has no blanks of its own: each stands for a gap of the page
  const blanks = raws.reduce((sum, { text, paged }) => sum + (paged ? (text.match(/[ \u3000]+/g)?.length ?? 0) : 0), 0);
  if (blanks > 0) changed['acquire:blanks'] = { touches: 'spacing', count: blanks };
  for (const { rule, law } of ledger.changes) (changed[rule] ??= { touches: law, count: 0 }).count++;
  return {
    read: total(({ read }) => read),
    set: total(({ set }) => set),
    setAside: total(({ aside }) => Object.values(aside).reduce((sum, count) => sum + count, 0)),
    aside: inOrder(ledger.aside).map((one) => ({ ...place(one), text: one.text })),
    ...(ledger.moved && { moved: inOrder(ledger.moved).map((one) => ({ ...place(one), text: one.text })) }),
    changed,
    letters: inOrder(ledger.changes.filter(({ law }) => law === 'letters')).map((one) => ({
      ...place(one),
      before: one.before,
      after: one.after,
    })),
  };
}

const inFolder = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');
