/**
 * An issue in one script in, the same in the other out: what it says in Chinese, and its language.
 *
 * The words of a block are converted together, for a phrase may run across an emphasis or a note's call. English parts,
 * code and addresses stay. Names keep the characters that have two forms. What a person has to look at is said on the
 * raw text.
 */
import type { PhrasingContent, RootContent, Text } from 'mdast';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { Article, Issue, IssueMeta, RawText, Span } from '../../../model/index.js';
import { languageOf, scriptConverter, type Script, type ScriptConverter } from './script-converter.js';

/** @returns a new issue; the one given is not altered, but for the messages on its raw texts */
export async function convertIssue(issue: Issue, to: Script): Promise<Issue> {
  const converter = await scriptConverter(to);
  return {
    ...issue,
    meta: { ...convertMeta(issue.meta, converter), language: languageOf[to] },
    articles: issue.articles.map((article) => convertArticle(article, converter)),
  };
}

function convertMeta(meta: IssueMeta, { convert }: ScriptConverter): IssueMeta {
  const converted = { ...meta, title: convert(meta.title), editors: meta.editors.map(convert) };
  for (const key of ['journal', 'subtitle', 'publisher', 'description', 'rights'] as const) {
    const words = meta[key];
    if (words !== undefined) converted[key] = convert(words);
  }
  return converted;
}

function convertArticle(article: Article, converter: ScriptConverter): Article {
  const doubts = new DoubtRegister();
  const words = (text: string): string => converter.convert(text);
  const name = (said: string): string => convertName(said, converter, article.raw);
  const line = (nodes: PhrasingContent[]): PhrasingContent[] => convertNodes(nodes, converter, doubts);
  const blocks = (nodes: RootContent[]): RootContent[] => convertNodes(nodes, converter, doubts);
  const converted: Article = {
    ...article,
    title: line(article.title),
    contributors: article.contributors.map((person) => ({
      ...person,
      name: name(person.name),
      ...(person.affiliation !== undefined && { affiliation: words(person.affiliation) }),
    })),
    bios: article.bios.map(line),
    abstract: blocks(article.abstract),
    keywords: article.keywords.map(words),
    editors: article.editors.map(name),
    body: { ...article.body, children: blocks(article.body.children) },
    ...(article.column !== undefined && { column: words(article.column) }),
    ...(article.subtitle && { subtitle: line(article.subtitle) }),
    ...(article.titleNote && { titleNote: blocks(article.titleNote) }),
    ...(article.fund && { fund: line(article.fund) }),
    ...(article.received !== undefined && { received: words(article.received) }),
  };
  doubts.report(article.raw);
  return converted;
}

/** Converts a name but for the characters that have two forms, and says which those are. */
function convertName(name: string, { convert, doubts }: ScriptConverter, raw: RawText): string {
  // no phrase of the dictionaries means anything in a name: each character for itself
  const characters = [...name];
  const kept = characters.filter((character) => doubts(character).length > 0);
  if (kept.length > 0) say(raw, 'warning', 'script:name-kept', messages.script.nameKept(name, kept.join('')));
  return characters.map((character) => (kept.includes(character) ? character : convert(character))).join('');
}

/** Copies of nodes whose texts are converted, those of one block together. */
function convertNodes<Node extends RootContent | PhrasingContent>(
  nodes: readonly Node[],
  converter: ScriptConverter,
  doubts: DoubtRegister,
): Node[] {
  const texts: Text[] = [];
  const collect = (node: RootContent): void => {
    if (node.type === 'text') texts.push(node);
    else if ('children' in node && isPhrasing(node)) node.children.forEach((child) => collect(child as RootContent));
  };
  nodes.forEach((node) => collect(node as RootContent));
  const values = convertTogether(texts, converter, doubts);
  const copy = (node: RootContent): RootContent => {
    if (node.type === 'text') return { ...node, value: values.get(node)! };
    if (node.type === 'image' && node.alt) return { ...node, alt: converter.convert(node.alt) };
    if (!('children' in node)) return node;
    const children = isPhrasing(node)
      ? node.children.map((child) => copy(child as RootContent))
      : convertNodes(node.children as RootContent[], converter, doubts);
    return { ...node, children } as RootContent;
  };
  return nodes.map((node) => copy(node as RootContent) as Node);
}

/** Nodes that stand within a line; all others hold lines or blocks of their own. */
function isPhrasing(node: RootContent): boolean {
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference', 'ruby', 'rubyText', 'small', 'subscript'].includes(
    node.type,
  );
}

function convertTogether(texts: readonly Text[], converter: ScriptConverter, doubts: DoubtRegister): Map<Text, string> {
  const whole = texts.map(({ value }) => value).join('');
  const before = [...whole];
  const after = [...converter.convert(whole)];
  const result = new Map<Text, string>();
  let at = 0;
  for (const text of texts) {
    const { length } = [...text.value];
    // a phrase of another length would shift what follows: then each text is converted for itself
    result.set(
      text,
      after.length === before.length ? after.slice(at, at + length).join('') : converter.convert(text.value),
    );
    doubts.take(text, at, length);
    at += length;
  }
  for (const doubt of converter.doubts(whole)) {
    doubts.add({ ...doubt, excerpt: before.slice(Math.max(0, doubt.at - 6), doubt.at + 7).join('') });
  }
  doubts.endBlock();
  return result;
}

interface Seen {
  became: string;
  forms: string;
  count: number;
  excerpt: string;
  span: Span | undefined;
}

/** The doubtful characters of an article, each with its first place. */
class DoubtRegister {
  private readonly seen = new Map<string, Seen>();
  private block: { text: Text; at: number; length: number }[] = [];

  /** A text of the block under way. */
  take(text: Text, at: number, length: number): void {
    this.block.push({ text, at, length });
  }

  endBlock(): void {
    this.block = [];
  }

  add(doubt: { at: number; character: string; became: string; forms: string; excerpt: string }): void {
    const known = this.seen.get(doubt.character);
    if (known) {
      known.count += 1;
      return;
    }
    const { became, forms, excerpt } = doubt;
    this.seen.set(doubt.character, { became, forms, excerpt, count: 1, span: this.spanOf(doubt.at) });
  }

  report(raw: RawText): void {
    for (const [character, { became, forms, count, excerpt, span }] of this.seen) {
      say(raw, 'warning', 'script:doubtful', messages.script.doubtful(character, became, forms, count, excerpt), span);
    }
  }

  private spanOf(at: number): Span | undefined {
    const place = this.block.find((entry) => at < entry.at + entry.length);
    const { start, end } = place?.text.position ?? {};
    return start?.offset === undefined || end?.offset === undefined
      ? undefined
      : { start: start.offset, end: end.offset };
  }
}
