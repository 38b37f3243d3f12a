/** Reads the comments and tags of finished Markdown for what they mean: an mdast tree in, the same without them. */
import type { Html, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { BlockData, PageBreak } from '../model.js';
import { markOf } from '../vocabulary/finished-marks.js';

/** Tags that Markdown has signs for, where the signs would not be read: `甲**“乙”**丙` in some places. */
const spans: Record<string, 'emphasis' | 'strong' | 'delete' | 'ruby' | 'rubyText' | 'small' | 'subscript'> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'delete',
  ruby: 'ruby',
  rt: 'rubyText',
  small: 'small',
  sub: 'subscript',
};
const phrasingParents = new Set(['paragraph', 'heading', 'tableCell', 'link', ...Object.values(spans)]);

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
  for (const node of parent.children as Nodes[]) {
    const mark = node.type === 'html' ? markOf(node.value) : undefined;
    if (mark) taken(node as Html);
    if (mark?.kind === 'page') pages.push(pageBreak(mark.page, node));
    else if (mark?.kind === 'block') data = { ...data, ...mark.data };
    else if (mark?.kind === 'lost') parent.data = { ...parent.data, lost: true } as typeof parent.data;
    if (mark) continue;
    if ('children' in node) readMarks(node, taken);
    if (node.type === 'paragraph') {
      node.children.unshift(...pages);
      if (data.caption ?? data.source) node.data = { ...node.data, ...data };
    } else out.push(...pages);
    out.push(node);
    pages = [];
    data = {};
  }
  (parent.children as Nodes[]) = [...out, ...pages];
}

function readPhrasing(parent: Parents, taken: (node: Html) => void): void {
  const open: { tag: string; node: Html; held: PhrasingContent[] }[] = [];
  const top: PhrasingContent[] = [];
  let raised = false;
  const here = (): PhrasingContent[] => open.at(-1)?.held ?? top;
  for (const node of parent.children as PhrasingContent[]) {
    if ('children' in node) readPhrasing(node, taken);
    if (raised && node.type === 'text') node.data = { ...node.data, raised: true };
    const said = node.type === 'html' ? node.value.toLowerCase() : '';
    const mark = node.type === 'html' ? markOf(node.value) : undefined;
    const [, closes = '', tag = ''] = /^<(\/?)([a-z]+) ?\/?>$/.exec(said) ?? [];
    if (node.type !== 'html' || !(mark || tag === 'br' || tag === 'sup' || spans[tag])) {
      here().push(node);
      continue;
    }
    if (mark?.kind === 'page') here().push(pageBreak(mark.page, node));
    else if (tag === 'br') here().push({ type: 'break', ...(node.position && { position: node.position }) });
    else if (tag === 'sup') raised = closes === '';
    else if (spans[tag] && closes === '') open.push({ tag, node, held: [] });
    else if (spans[tag]) {
      const last = open.at(-1);
      if (last?.tag !== tag) {
        here().push(node);
        continue;
      }
      open.pop();
      const [start, end] = [last.node.position?.start, node.position?.end];
      here().push({
        type: spans[tag],
        children: last.held,
        ...(start && end && { position: { start, end } }),
      } as PhrasingContent);
      taken(last.node);
    }
    if (!(spans[tag] && closes === '')) taken(node);
  }
  // what nobody closed is no span: its tag stays what it is
  for (const { node, held } of open) top.push(node, ...held);
  (parent.children as RootContent[]) = top;
}

function pageBreak(page: string, { position }: Nodes): PageBreak {
  return { type: 'pageBreak', page, ...(position && { position: { start: position.start, end: position.start } }) };
}
