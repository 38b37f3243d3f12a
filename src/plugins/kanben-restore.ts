/** The second half of the road for users of unified: a transformer that restores paragraphs, notes, headings and tables. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { restore } from '../stages/restore/index.js';
import { treeOf } from './kanben-parse.js';

/** What became of the characters stands in `file.data.ledger`. */
export default function kanbenRestore(): (root: Root, file: VFile) => Root {
  return (root, file) => {
    const { root: restored, ledger } = restore(treeOf(root));
    file.data.ledger = ledger;
    return restored;
  };
}
