/** An article in, its blocks as a person reads and alters them out. */
import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import type { Article, BlockData } from '../model/index.js';
import type { Block, BlockKind, BlockPart, SourceSpan } from './types.js';

/**
 * @param text number of its text in the issue
 * @param recordsAt lines of the records that act within raw offsets
 */
export function articleBlocks(
  article: Article,
  text: number,
  recordsAt: (start: number, end: number) => number[],
): Block[] {
  const blocks: Block[] = [];
  const labels = noteLabels(article);
  const add = (kind: BlockKind, nodes: readonly Nodes[], more: Partial<Block> = {}): Block => {
    const parts = nodes.flatMap((node) => partsOf(node, labels));
    const words = parts.map((part) => (part.type === 'words' ? part.words : '')).join('');
    const at = spanOfNodes(nodes, text);
    const records = at ? recordsAt(at.start, at.end) : [];
    const block: Block = {
      n: blocks.length,
      kind,
      words,
      parts: merged(parts),
      ...(at && { at }),
      ...(records.length > 0 && { records }),
      editable: at !== undefined,
      ...more,
    };
    blocks.push(block);
    return block;
  };
  const said = (kind: BlockKind, words: string): void => {
    if (words === '') return;
    blocks.push({ n: blocks.length, kind, words, parts: [{ type: 'words', words }], editable: false });
  };

  const addFlow = (node: RootContent, kind: BlockKind, more: Partial<Block> = {}): void => {
    const data = (node.data ?? {}) as BlockData;
    switch (node.type) {
      case 'paragraph':
        add(data.caption ? 'caption' : data.source ? 'source' : kind, [node], more);
        return;
      case 'heading':
        add('heading', [node], { ...more, level: Math.max(1, node.depth - 1) });
        return;
      case 'code':
        add('code', [node], more);
        return;
      case 'math':
        add('formula', [node], { ...more, editable: false });
        return;
      case 'thematicBreak':
        add('rule', [], { ...more, editable: false });
        return;
      case 'table': {
        const table = add('table', [], { ...more, editable: false });
        const at = spanOfNodes([node], text);
        if (at) table.at = at;
        table.rows = node.children.map((row) => row.children.map((cell) => add('cell', [cell], more).n));
        return;
      }
      case 'footnoteDefinition':
        addNote(node);
        return;
      default:
        if (!('children' in node)) return;
        for (const child of node.children as RootContent[])
          addFlow(child, node.type === 'blockquote' ? 'quote' : node.type === 'listItem' ? 'item' : kind, more);
    }
  };

  const addNote = (node: FootnoteDefinition): void => {
    const lost = Boolean((node.data as BlockData | undefined)?.lost);
    const more = {
      note: node.identifier,
      label: labels.get(node.identifier) ?? '',
      ...(lost && { lost: true as const }),
    };
    if (node.children.length === 0) add('note', [], { ...more, editable: false });
    for (const child of node.children) addFlow(child, 'note', more);
  };

  add('title', article.title, article.workingTitle ? { editable: false } : {});
  if (article.subtitle) add('subtitle', article.subtitle);
  said('authors', article.contributors.map(({ name }) => name).join('　'));
  for (const node of article.abstract) addFlow(node, 'abstract');
  said('keywords', article.keywords.join('；'));
  for (const bio of article.bios) add('bio', bio);
  if (article.fund) add('fund', article.fund);
  for (const node of article.body.children) if (node.type !== 'footnoteDefinition') addFlow(node, 'paragraph');
  for (const node of article.titleNote ?? []) addFlow(node, 'note', { label: '*' });
  for (const node of article.body.children) if (node.type === 'footnoteDefinition') addNote(node);
  if (article.english) {
    said('english', article.english.title ?? '');
    said('english', article.english.authors.join(', '));
    for (const node of article.english.abstract) addFlow(node, 'english');
    said('english', article.english.keywords.join('; '));
  }
  return blocks;
}

/** Numbers of the notes in the order of their calls. */
function noteLabels({ body }: Article): Map<string, string> {
  const labels = new Map<string, string>();
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteReference' && !labels.has(node.identifier))
      labels.set(node.identifier, String(labels.size + 1));
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child);
  };
  walk(body);
  return labels;
}

const markNames: Partial<Record<Nodes['type'], string>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  superscript: 'sup',
  subscript: 'sub',
  small: 'small',
  highlight: 'mark',
  underline: 'u',
  rubyText: 'rt',
  inlineCode: 'code',
};

function partsOf(node: Nodes, labels: Map<string, string>, marks: string[] = []): BlockPart[] {
  const own = markNames[node.type];
  const all = own ? [...marks, own] : marks;
  const looks = all.length > 0 ? { marks: all } : {};
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value === '' ? [] : [{ type: 'words', words: node.value, ...looks }];
    case 'footnoteReference':
      return [{ type: 'call', note: node.identifier, label: labels.get(node.identifier) ?? '*' }];
    case 'pageBreak':
      return [{ type: 'page', page: node.page }];
    case 'break':
      return [{ type: 'break' }];
    case 'image':
      return [{ type: 'picture', address: node.url, words: node.alt ?? '' }];
    case 'inlineMath':
    case 'math':
      return [{ type: 'formula', words: node.value }];
    default:
      return 'children' in node ? (node.children as Nodes[]).flatMap((child) => partsOf(child, labels, all)) : [];
  }
}

/** Words of one look that stand together as one part. */
function merged(parts: BlockPart[]): BlockPart[] {
  const out: BlockPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.type === 'words' && last?.type === 'words' && String(last.marks) === String(part.marks))
      last.words += part.words;
    else out.push({ ...part });
  }
  return out;
}

function spanOfNodes(nodes: readonly Nodes[], text: number): SourceSpan | undefined {
  let start = Infinity;
  let end = -1;
  const walk = (node: Nodes): void => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from !== undefined && to !== undefined && (node.type === 'text' || !('children' in node))) {
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child);
  };
  nodes.forEach(walk);
  return end < 0 ? undefined : { text, start, end };
}
