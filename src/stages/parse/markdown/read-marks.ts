/** Reads the comments and tags of finished Markdown for what they mean: an mdast tree in, the same without them. */
import type { Html, Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast';
import type { BlockData, PageBreak } from '../../../model/index.js';
import { markOf, type Mark } from '../../../vocabulary/finished-marks.js';
import { mergeCells } from '../../../vocabulary/merged-cells.js';
import { finishedTags, wrapTags } from './wrap-tags.js';

const phrasingParents = new Set<string>([
  'paragraph',
  'heading',
  'tableCell',
  'link',
  'defListTerm',
  ...Object.values(finishedTags),
]);

/**
 * Alters a tree in place. Html that is none of ours stays.
 *
 * @param taken told of each html node that was read
 */
export function readMarks(parent: Parents, taken: (node: Html) => void): void {
  if (phrasingParents.has(parent.type)) readPhrasing(parent, taken);
  else readFlow(parent, taken);
}

function readFlow(parent: Parents, taken: (node: Html) => void): void {
  const out: Nodes[] = [];
  let pages: PageBreak[] = [];
  let data: BlockData = {};
  let ofTable: TableMark[] = [];
  for (const node of parent.children as Nodes[]) {
    const mark = node.type === 'html' ? markOf(node.value) : undefined;
    if (mark) taken(node as Html);
    if (mark?.kind === 'page') pages.push(pageBreak(mark.page, node));
    else if (mark?.kind === 'block') data = { ...data, ...mark.data };
    else if (mark?.kind === 'table') ofTable.push(mark);
    else if (mark?.kind === 'lost') parent.data = { ...parent.data, lost: true } as typeof parent.data;
    if (mark) continue;
    if ('children' in node) readMarks(node, taken);
    if (node.type === 'paragraph') {
      node.children.unshift(...pages);
      if (Object.keys(data).length > 0) node.data = { ...node.data, ...data };
    } else out.push(...pages);
    if (node.type === 'table') for (const said of ofTable) readTable(node, said);
    out.push(node);
    pages = [];
    data = {};
    ofTable = [];
  }
  (parent.children as Nodes[]) = [...out, ...pages];
}

type TableMark = Extract<Mark, { kind: 'table' }>;

function readTable(table: Table, { headRows, merged }: TableMark): void {
  if (headRows !== undefined && headRows <= table.children.length) table.data = { ...table.data, headRows };
  if (merged) mergeCells(table, merged);
}

function readPhrasing(parent: Parents, taken: (node: Html) => void): void {
  let raised = false;
  const read = (parent.children as PhrasingContent[]).flatMap((node): PhrasingContent[] => {
    if ('children' in node) readPhrasing(node, taken);
    if (raised && node.type === 'text') node.data = { ...node.data, raised: true };
    if (node.type !== 'html') return [node];
    const mark = markOf(node.value);
    const [, closes, tag] = /^<(\/?)(br|sup) ?\/?>$/i.exec(node.value) ?? [];
    if (!mark && !tag) return [node];
    taken(node);
    if (tag?.toLowerCase() === 'sup') raised = closes === '';
    else if (tag) return [{ type: 'break', ...(node.position && { position: node.position }) }];
    return mark?.kind === 'page' ? [pageBreak(mark.page, node)] : [];
  });
  (parent.children as RootContent[]) = wrapTags(read, (node) => node.type === 'html' && taken(node), 'finished');
}

function pageBreak(page: string, { position }: Nodes): PageBreak {
  return { type: 'pageBreak', page, ...(position && { position: { start: position.start, end: position.start } }) };
}
