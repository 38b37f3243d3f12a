/** The first half of the road for users of unified: a parser that makes mdast of a raw text, cleaned. */
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { TextKind, TextTree } from '../model/index.js';
import { digestOf } from '../stages/acquire/file-digest.js';
import { clean } from '../stages/clean/index.js';
import { parse } from '../stages/parse/index.js';

/** What `kanbenParse` may be told. */
export interface KanbenParseOptions {
  /** What kind of text it is, where the survey would be wrong. */
  kind?: TextKind;
  /** Width of a full line, em, where the survey would be wrong. */
  measure?: number;
  /** Read by the rules for books. */
  book?: boolean;
}

/** What was made of a file, by its tree: `kanbenRestore` goes on from there. */
const trees = new WeakMap<Root, TextTree>();

/** @throws for a tree that `kanbenParse` has not made */
export function treeOf(root: Root): TextTree {
  const tree = trees.get(root);
  if (!tree) throw new Error('kanbenRestore: the tree was not made by kanbenParse');
  return tree;
}

/**
 * A parser for unified. Findings are messages of the file, with their places in the raw text.
 *
 * @example unified().use(kanbenParse).use(kanbenRestore).use(remarkStringify)
 */
export default function kanbenParse(this: Processor, options: KanbenParseOptions = {}): void {
  this.parser = (text: string, file: VFile): Root => {
    const name = file.path ?? 'text';
    const bytes = Buffer.from(text);
    const raw = { path: name, name, text, encoding: 'utf-8', bytes: bytes.length, digest: digestOf(bytes), file };
    const tree = parse(clean(raw, options.kind, options.measure, options.book));
    trees.set(tree.root, tree);
    return tree.root;
  };
}
