/** A formula in MathML as the TeX that the tree holds: an element in, a node out. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { InlineMath } from 'mdast-util-math';
import { MathMLToLaTeX } from 'mathml-to-latex';
import { attribute } from './parse-html.js';

export function formulaOf(element: Element): InlineMath {
  const written = annotationOf(element);
  const value = written ?? MathMLToLaTeX.convert(toHtml(element));
  const node: InlineMath = { type: 'inlineMath', value: value.trim() };
  if (attribute(element, 'display') === 'block') node.data = { display: true };
  return node;
}

/** The TeX that a program has left within the formula. */
function annotationOf(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'annotation' && /tex/iu.test(attribute(child, 'encoding') ?? '')) return textOf(child);
    const within = annotationOf(child);
    if (within !== undefined) return within;
  }
  return attribute(element, 'altText') ?? attribute(element, 'alttext');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
