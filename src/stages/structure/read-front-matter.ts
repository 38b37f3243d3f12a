/** Reads the metadata block at the head of a Markdown file. */
import type { Nodes, PhrasingContent, RootContent, Yaml } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Article, Contributor, EnglishPart, TextTree } from '../../model/index.js';
import { finishedValue } from '../parse/from-finished.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { keepWords } from './keep-words.js';

const rule = 'structure:front-matter';

/** Keys as kanben writes them; each wins over what the text itself shows. */
export function readFrontMatter(article: Article, node: Yaml, tree: TextTree): void {
  const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  const file = tree.raw.name;
  const data = dataOf(node, tree);
  if (!data) {
    keepWords([node], [], tree, rule);
    return;
  }
  const matter = new FrontMatter(data, node, article, tree);
  const title = matter.phrasing('title');
  if (title) {
    const shown = toString(article.title);
    if (shown !== '') tree.ledger.aside.push({ rule, text: withoutBlanks(shown), span, file });
    article.title = title;
  }
  const subtitle = matter.phrasing('subtitle');
  if (subtitle) article.subtitle = subtitle;
  if (article.contributors.length === 0)
    article.contributors = [...matter.people('authors'), ...matter.people('author')];
  const note = matter.flow('title_note');
  if (note) article.titleNote = note;
  const abstract = matter.flow('abstract');
  if (abstract) article.abstract = abstract;
  article.keywords.push(...matter.list('keywords'));
  article.bios.push(...matter.list('bios', matter.inline));
  // a 栏目 belongs to the issue: it is no word of the article
  if (typeof data.column === 'string' && data.column !== '') article.column = data.column;
  for (const [key, field] of Object.entries(numbers)) {
    const value = matter.text(key);
    if (value !== undefined) article[field] = value;
  }
  const page = data.first_page;
  if (typeof page === 'number') article.firstPage = page;
  readPlace(article, data);
  const fund = matter.phrasing('fund');
  if (fund) article.fund = fund;
  article.editors.push(...matter.list('editor'));
  if (isGroup(data.english))
    article.english = readEnglish(new FrontMatter(data.english, node, article, tree, matter.used));
  // what YAML writes with escapes stands in the model and not in the source
  const unwritten = keepWords([node], matter.used, tree, rule);
  if (unwritten !== '') tree.ledger.changes.push({ rule, law: 'letters', before: '', after: unwritten, span, file });
}

/** Where a chapter of a book stands, as export writes it. */
function readPlace(article: Article, { level, matter, untitled, continues }: Record<string, unknown>): void {
  if (typeof level === 'number' && Number.isInteger(level) && level > 0) article.level = level;
  if (matter === 'front' || matter === 'body' || matter === 'back') article.matter = matter;
  if (untitled === true) article.untitled = true;
  if (continues === true) article.continues = true;
}

const numbers = {
  clc: 'clc',
  document_code: 'documentCode',
  article_id: 'articleId',
  doi: 'doi',
  received: 'received',
} as const;

function dataOf(node: Yaml, tree: TextTree): Record<string, unknown> | undefined {
  try {
    const data: unknown = parse(node.value.replace(/^---|---\s*$/g, ''));
    return isGroup(data) ? data : undefined;
  } catch (error) {
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    say(tree.raw, 'warning', rule, messages.structure.frontMatter((error as Error).message.split('\n')[0]!), span);
    return undefined;
  }
}

function readEnglish(matter: FrontMatter): EnglishPart {
  const title = matter.text('title');
  const abstract = matter.flow('abstract');
  const affiliations = matter.list('affiliations');
  return {
    ...(title !== undefined && { title }),
    authors: matter.list('authors'),
    ...(affiliations.length > 0 && { affiliations }),
    abstract: abstract ?? [],
    keywords: matter.list('keywords'),
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a metadata block, and which of their words the article takes. */
class FrontMatter {
  private readonly labels: string[];

  constructor(
    private readonly data: Record<string, unknown>,
    private readonly node: Yaml,
    article: Article,
    private readonly tree: TextTree,
    readonly used: string[] = [],
  ) {
    this.labels = article.body.children.flatMap((child) =>
      child.type === 'footnoteDefinition' ? [child.label ?? child.identifier] : [],
    );
  }

  /** Words or a number. */
  text(key: string): string | undefined {
    const value = this.data[key];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    this.used.push(String(value));
    return String(value);
  }

  /** Words of one line. */
  phrasing(key: string): PhrasingContent[] | undefined {
    const value = this.data[key];
    return typeof value === 'string' || typeof value === 'number' ? this.inline(String(value)) : undefined;
  }

  /** Paragraphs, parted by empty lines; undefined for none. */
  flow(key: string): RootContent[] | undefined {
    const value = this.data[key];
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    if (this.tree.survey.kind === 'finished') return this.placed(finishedValue(value, this.labels));
    return this.placed(
      value
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => ({ type: 'paragraph', children: [{ type: 'text', value: paragraph.trim() }] })),
    );
  }

  /** A list of words; one alone needs no brackets. */
  list(key: string): string[];
  list<Item>(key: string, read: (words: string) => Item): Item[];
  list(key: string, read = (words: string): unknown => (this.used.push(words), words)): unknown[] {
    const value = this.data[key] ?? [];
    return (Array.isArray(value) ? (value as unknown[]) : [value])
      .filter((item) => typeof item === 'string' || typeof item === 'number')
      .map((item) => read(String(item)));
  }

  /** Names, alone or with `role` and `affiliation`. */
  people(key: string): Contributor[] {
    const value = this.data[key] ?? [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((item): Contributor[] => {
      if (!isGroup(item)) return item === null ? [] : [{ name: this.kept(String(item)), role: 'author' }];
      const { name, role, affiliation } = item;
      if (typeof name !== 'string') return [];
      return [
        {
          name: this.kept(name),
          role: role === 'translator' || role === 'editor' ? role : 'author',
          ...(typeof affiliation === 'string' && { affiliation: this.kept(affiliation) }),
        },
      ];
    });
  }

  /** Words that may hold Markdown where the text is finished. */
  readonly inline = (words: string): PhrasingContent[] => {
    if (this.tree.survey.kind !== 'finished') return this.placed([{ type: 'text', value: words }]);
    const [block, ...more] = finishedValue(words, this.labels);
    // a person may write a title that begins with # or 1.
    if (block?.type !== 'paragraph' || more.length > 0) return this.placed([{ type: 'text', value: words }]);
    return this.placed(block.children);
  };

  private kept(words: string): string {
    this.used.push(words);
    return words;
  }

  /** Everything of a block stands where the block stands. */
  private placed<Content extends Nodes>(nodes: Content[]): Content[] {
    this.used.push(toString(nodes));
    for (const node of nodes as Nodes[]) visit(node, (each) => void (each.position = this.node.position!));
    return nodes;
  }
}
