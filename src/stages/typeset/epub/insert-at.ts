/**
 * Puts nodes before characters of a text: hast and places in it in, the same with the nodes out.
 *
 * Places are counted as print counts them: characters without white space, notes' calls and the foot of the opening.
 * A node that falls on the first character of blocks goes before the outermost of them that may have it for a sibling.
 */
import type { ElementContent } from 'hast';
import { isClass, openingFoot, pageSlot } from '../html/classes.js';
import { isNoteCall } from '../html/plain-text.js';

export interface Insertion {
  /** Characters that stand before it. */
  offset: number;
  node: ElementContent;
}

/** Elements whose children may be spans and blocks alike. */
const flow = new Set(['section', 'blockquote', 'header', 'footer', 'div', 'li', 'td', 'dd']);
const layout = /[\s\u00ad\u2060]/;

/** @param insertions in the order of their places; those behind the last character are left out */
export function insertAt(nodes: readonly ElementContent[], insertions: readonly Insertion[]): ElementContent[] {
  const waiting = [...insertions];
  let seen = 0;
  /** Nodes that belong before the next character. */
  const due = (): ElementContent[] => {
    const found: ElementContent[] = [];
    while (waiting[0] && waiting[0].offset <= seen) found.push(waiting.shift()!.node);
    return found;
  };
  const walk = (children: readonly ElementContent[], isFlow: boolean): ElementContent[] => {
    const result: ElementContent[] = [];
    for (const child of children) {
      if (waiting.length === 0 || !counts(child)) {
        result.push(child);
      } else if (child.type === 'text') {
        result.push(...inText(child.value));
      } else if (child.type === 'element') {
        if (isFlow && hasCharacters(child)) result.push(...due());
        result.push({ ...child, children: walk(child.children, flow.has(child.tagName)) });
      } else {
        result.push(child);
      }
    }
    return result;
  };
  const inText = (value: string): ElementContent[] => {
    const result: ElementContent[] = [];
    let from = 0;
    for (let at = 0; at < value.length; at++) {
      if (layout.test(value[at]!)) continue;
      const here = due();
      if (here.length > 0) {
        if (at > from) result.push({ type: 'text', value: value.slice(from, at) });
        result.push(...here);
        from = at;
      }
      seen += 1;
    }
    result.push({ type: 'text', value: value.slice(from) });
    return result;
  };
  // the sections of a document hold all of it
  return walk(nodes, false);
}

/** Whether print counts the characters of a node where it stands. */
function counts(node: ElementContent): boolean {
  return !(isNoteCall(node) || isClass(node, openingFoot) || isClass(node, pageSlot));
}

function hasCharacters(node: ElementContent): boolean {
  if (!counts(node)) return false;
  if (node.type === 'text') return /[^\s\u00ad\u2060]/.test(node.value);
  return node.type === 'element' && node.children.some(hasCharacters);
}
