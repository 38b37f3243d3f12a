/** Two readings of the same articles compared: what of the first is in the second, as shares and as a list of what is not. */
import type { Article } from '../../../src/model/index.js';

export interface Comparison {
  /** Sum of what is right and of what there is, by measure. */
  counts: Record<string, { right: number; all: number }>;
  misses: string[];
}

interface Flat {
  headings: { text: string; level: number }[];
  paragraphs: string[];
  rows: string[];
  /** The words before a call, with the note's. */
  notes: string[];
  all: string;
}

export function compareArticles(truth: readonly Article[], read: readonly Article[]): Comparison {
  const counts: Comparison['counts'] = {};
  const misses: string[] = [];
  const count = (name: string, right: number, all: number): void => {
    const sum = (counts[name] ??= { right: 0, all: 0 });
    sum.right += right;
    sum.all += all;
  };
  const field = (name: string, a: string, b: string): void => {
    if (a === '' && b === '') return;
    count(name, bare(a) === bare(b) ? 1 : 0, 1);
    if (bare(a) !== bare(b)) misses.push(`${name}: ${a.slice(0, 60)} ≠ ${b.slice(0, 90)}`);
  };
  count('articles', truth.length === read.length ? 1 : 0, 1);
  if (truth.length !== read.length) misses.push(`articles: ${truth.length} ≠ ${read.length}`);
  const used = new Set<Article>();
  for (const [i, one] of truth.entries()) {
    const other =
      read.find((candidate) => !used.has(candidate) && bare(plain(candidate.title)) === bare(plain(one.title))) ??
      read.filter((candidate) => !used.has(candidate))[truth.length === read.length ? 0 : i];
    if (other) used.add(other);
    field('title', plain(one.title), other ? plain(other.title) : '');
    field('subtitle', plain(one.subtitle ?? []), plain(other?.subtitle ?? []));
    field('authors', names(one), other ? names(other) : '');
    field('abstract', plain(one.abstract), plain(other?.abstract ?? []));
    field('keywords', one.keywords.join('|'), other?.keywords.join('|') ?? '');
    field('english', englishOf(one), other ? englishOf(other) : '');
    const [a, b] = [flatten(one), other ? flatten(other) : undefined];
    const levels = new Map((b?.headings ?? []).map(({ text, level }) => [text, level]));
    shared(
      'headings',
      a.headings.map(({ text }) => text),
      b?.headings.map(({ text }) => text) ?? [],
    );
    for (const { text, level } of a.headings) {
      if (!levels.has(text)) continue;
      count('levels', levels.get(text) === level ? 1 : 0, 1);
      if (levels.get(text) !== level) misses.push(`level ${level} ≠ ${levels.get(text)!}: ${text}`);
    }
    shared('paragraphs', a.paragraphs, b?.paragraphs ?? []);
    shared('rows', a.rows, b?.rows ?? []);
    shared('notes', a.notes, b?.notes ?? []);
    const [lost, added] = tally(a.all, b?.all ?? '');
    count('lost', lost.length, a.all.length);
    count('added', added.length, a.all.length);
    if (lost) misses.push(`lost: ${lost.slice(0, 80)}`);
    if (added) misses.push(`added: ${added.slice(0, 80)}`);
  }
  return { counts, misses };

  /** F1 as counts: each miss on either side weighs half. */
  function shared(name: string, a: readonly string[], b: readonly string[]): void {
    const rest = [...b];
    let right = 0;
    for (const text of a) {
      const at = rest.indexOf(text);
      if (at >= 0) {
        rest.splice(at, 1);
        right++;
      } else misses.push(`${name} -: ${text.slice(0, 40)}…${text.slice(-30)}`);
    }
    for (const text of rest) misses.push(`${name} +: ${text.slice(0, 40)}…${text.slice(-30)}`);
    count(name, 2 * right, a.length + b.length);
  }
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

function plain(nodes: readonly unknown[]): string {
  return nodes.map((node) => textOf(node as Node)).join('');
}

interface Node {
  type: string;
  value?: string;
  identifier?: string;
  depth?: number;
  children?: Node[];
}

function textOf(node: Node): string {
  if (node.type === 'footnoteReference' || node.type === 'pageBreak') return '';
  if (node.type === 'break') return '\n';
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

const names = ({ contributors }: Article): string => contributors.map(({ name }) => name).join('|');

function englishOf({ english }: Article): string {
  if (!english) return '';
  return [english.title ?? '', english.authors.join('|'), plain(english.abstract), english.keywords.join('|')].join(
    '#',
  );
}

function flatten({ body, title, abstract }: Article): Flat {
  const flat: Flat = { headings: [], paragraphs: [], rows: [], notes: [], all: '' };
  const definitions = new Map<string, string>();
  const blocks = body.children as unknown as Node[];
  for (const node of blocks)
    if (node.type === 'footnoteDefinition') definitions.set(node.identifier!, bare(textOf(node)));
  const calls = (node: Node): void => {
    let before = '';
    const walk = (one: Node): void => {
      if (one.type === 'footnoteReference')
        flat.notes.push(`${bare(before).slice(-8)}^${definitions.get(one.identifier!) ?? '?'}`);
      else if (one.value !== undefined) before += one.value;
      else for (const child of one.children ?? []) walk(child);
    };
    walk(node);
  };
  const block = (node: Node): void => {
    switch (node.type) {
      case 'footnoteDefinition':
        return;
      case 'heading':
        flat.headings.push({ text: bare(textOf(node)), level: node.depth! });
        return;
      case 'blockquote':
      case 'list':
      case 'listItem':
        for (const child of node.children ?? []) block(child);
        return;
      case 'tableRow':
        flat.rows.push((node.children ?? []).map((cell) => bare(textOf(cell))).join('|'));
        return;
      case 'table':
        for (const child of node.children ?? []) block(child);
        return;
      case 'paragraph': {
        calls(node);
        // lines of verse are lines, whatever they are set in
        for (const line of textOf(node).split('\n')) if (bare(line) !== '') flat.paragraphs.push(bare(line));
        return;
      }
    }
  };
  for (const node of blocks) block(node);
  flat.all = bare(plain(title) + plain(abstract) + blocks.map(textOf).join(''));
  return flat;
}

/** What one has more of than the other, sign by sign. */
function tally(a: string, b: string): [lost: string, added: string] {
  const counts = new Map<string, number>();
  for (const sign of a) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let added = '';
  for (const sign of b) {
    const left = counts.get(sign) ?? 0;
    if (left > 0) counts.set(sign, left - 1);
    else added += sign;
  }
  return [[...counts].map(([sign, left]) => sign.repeat(left)).join(''), added];
}
