/** The issue that one text makes by itself, without an `issue.yaml`. */
import type { Issue, TextTree } from '../../src/model/index.js';
import { structure } from '../../src/stages/structure/index.js';

export function issueOfTree(tree: TextTree): Issue {
  const { path, name } = tree.raw;
  return structure([tree], {
    slug: 'issue',
    name: 'issue',
    folder: '/texts',
    single: true,
    texts: [{ path, name }],
    config: {},
  });
}
