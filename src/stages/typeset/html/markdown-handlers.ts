/** How the nodes are set that people write beside CommonMark: formulas, boxes, terms, words with a line or a colour. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ListItem, Nodes } from 'mdast';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Container } from '../../../model/index.js';
import { displayFormula, inlineFormula } from './formula.js';
import { printable } from './printable.js';

/** Signs before what is to be done, and what is done. */
const box = { open: '□', done: '✓' };

/** Kinds of boxes that warn; all others explain. */
const warns = /^(?:warning|danger|caution|important|error|alert|attention|警告|注意|危险|危險|重要)$/iu;

/** @param failed is told of a formula that cannot be set */
export function markdownHandlers(failed: (node: InlineMath | Math) => void): Handlers {
  const element =
    (tagName: string): Handler =>
    (state, node: Nodes) =>
      h(tagName, state.all(node));
  return {
    highlight: ((state: State, node: Nodes) => h('span.highlight', state.all(node as never))) as Handler,
    keyboard: element('kbd'),
    underline: element('u'),
    defList: element('dl'),
    defListTerm: element('dt'),
    defListDescription: ((state: State, node: Nodes) => h('dd', unwrapped(state.all(node)))) as Handler,
    container: ((state: State, node: Container) =>
      h(
        `aside.box${node.kind !== undefined && warns.test(node.kind) ? '.box-warning' : ''}`,
        state.all(node),
      )) as Handler,
    listItem: ((state: State, node: ListItem) => {
      const children = unwrapped(state.all(node));
      if (typeof node.checked !== 'boolean') return h('li', children);
      const sign = h('span.task', node.checked ? box.done : box.open);
      const [first] = children;
      if (first?.type === 'element' && first.tagName === 'p')
        first.children.unshift(sign, { type: 'text', value: ' ' });
      else children.unshift(sign, { type: 'text', value: ' ' });
      return h('li.task-item', children);
    }) as Handler,
    inlineMath: ((_state: State, node: InlineMath) => {
      const set = inlineFormula(node.value, node.data?.display);
      if (!set) failed(node);
      return set ?? h('code', printable(node.value));
    }) as Handler,
    math: ((_state: State, node: Math) => {
      const set = displayFormula(node.value);
      if (!set) failed(node);
      return set ?? h('pre', h('code', printable(node.value)));
    }) as Handler,
  } as Handlers;
}

/** One paragraph alone is its words. */
function unwrapped(children: ElementContent[]): ElementContent[] {
  const only = children.length === 1 ? (children[0] as Element) : undefined;
  return only?.type === 'element' && only.tagName === 'p' ? (only.children as ElementContent[]) : children;
}
