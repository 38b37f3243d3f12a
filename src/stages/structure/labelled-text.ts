/** Blocks that belong to one labelled part: gathered, freed of their label, put together. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextTree } from '../../model/index.js';
import { isWide, withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { starLead } from '../../vocabulary/note-markers.js';
import { roleOf } from './split-articles.js';

/** Runs of neighbours with one role; a star begins a new run. */
export function gather(blocks: RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const node of blocks) {
    const last = groups.at(-1);
    const role = roleOf(node);
    const starts = (role === 'title-note' || role === 'author-note') && starLead.test(withoutBlanks(toString(node)));
    if (last && roleOf(last[0]!) === role && !starts) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Takes the label off the first block; blocks without a role any more. */
export function cutLabel(group: RootContent[], tree: TextTree): Paragraph[] {
  return group
    .flatMap((node) => {
      const found = labelOf(toString(node));
      return found ? closeBracket(node, found.length, tree) : [paragraphOf(node)];
    })
    .filter((node) => toString(node).trim() !== '' || node.children.some(({ type }) => type === 'footnoteReference'));
}

/** （作者单位：青溪学院）: the bracket that opened before the label closes behind its words, and goes with it. */
function closeBracket(node: RootContent, length: number, tree: TextTree): Paragraph[] {
  const text = toString(node).trim();
  const opens = /^[（(【［[〔]/u.test(text) && !/[）)】\]］〕]/u.test(text.slice(0, length));
  const [paragraph] = cutFrom(node, length, tree, 'structure:labels');
  const last = paragraph?.children.at(-1);
  const bracket = opens && last?.type === 'text' ? /[）)】\]］〕]\s*$/u.exec(last.value)?.[0] : undefined;
  if (!bracket || last?.type !== 'text') return [paragraph!];
  last.value = last.value.slice(0, -bracket.length);
  const end = node.position?.end.offset ?? 0;
  const span = { start: end - bracket.length, end };
  tree.ledger.aside.push({ rule: 'structure:labels', text: withoutBlanks(bracket), span, file: tree.raw.name });
  return [paragraph!];
}

/** Takes what a pattern finds at the head of the first block off it; later blocks go on in the same paragraph. */
export function cutLead(group: RootContent[], lead: RegExp, tree: TextTree, rule: string): Paragraph[] {
  const out: Paragraph[] = [];
  for (const node of group) {
    const match = lead.exec(toString(node).trimStart());
    if (match && match[0] !== '')
      out.push(...cutFrom(node, toString(node).indexOf(match[0]) + match[0].length, tree, rule));
    else if (out.length > 0) out.at(-1)!.children.push(...paragraphOf(node).children);
    else out.push(paragraphOf(node));
  }
  return out;
}

function cutFrom(node: RootContent, length: number, tree: TextTree, rule: string): Paragraph[] {
  const paragraph = paragraphOf(node);
  let left = length;
  let cut = '';
  while (left > 0) {
    const [first] = paragraph.children;
    if (first?.type === 'text') {
      const taken = first.value.slice(0, left);
      cut += taken;
      left -= taken.length;
      if (first.value.length > taken.length) first.value = first.value.slice(taken.length);
      else paragraph.children.shift();
    } else if (first && 'children' in first && first.children.length > 0) {
      // a label in bold: open it up
      paragraph.children.splice(0, 1, ...(first.children as PhrasingContent[]));
    } else break;
  }
  const [head] = paragraph.children;
  if (head?.type === 'text') head.value = head.value.trimStart();
  const start = node.position?.start.offset ?? 0;
  tree.ledger.aside.push({ rule, text: withoutBlanks(cut), span: { start, end: start + length }, file: tree.raw.name });
  return [paragraph];
}

/** A block as a paragraph without the stages' notes. */
function paragraphOf(node: RootContent): Paragraph {
  const children = 'children' in node ? (node.children as PhrasingContent[]) : [];
  return { type: 'paragraph', children, ...(node.position && { position: node.position }) };
}

/** The phrasing content of several blocks in one, a space between Latin words only. */
export function joined(blocks: { children: unknown[] }[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const block of blocks) {
    const children = block.children as PhrasingContent[];
    const left = out.length > 0 ? toString(out).slice(-1) : '';
    const right = toString(children).trimStart().slice(0, 1);
    if (left !== '' && right !== '' && !isWide(left) && !isWide(right) && !/\s/.test(left))
      out.push({ type: 'text', value: ' ' });
    out.push(...children);
  }
  return out;
}
