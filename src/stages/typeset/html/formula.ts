/**
 * Sets formulas: TeX in, MathML as hast out, or nothing where it cannot be set.
 *
 * What is shown is the same in both targets; the TeX stands as its alternative text.
 */
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import temml from 'temml';

const namespace = 'http://www.w3.org/1998/Math/MathML';
/** A number that the text gives a formula, and those that ask for none. */
const tag = /\\tag\*?\{([^{}]*)\}|\\(?:notag|nonumber|label\{[^{}]*\})/gu;
/** What grows without end is no formula. */
const limits = { maxSize: [20, 200] as [number, number], maxExpand: 500 };

/** A formula on the line. */
export function inlineFormula(tex: string, display = false): Element | undefined {
  return mathOf(tex.replace(tag, ''), tex, display);
}

/** A formula that stands by itself, with its number behind it. */
export function displayFormula(tex: string): Element | undefined {
  const numbers = Array.from(tex.matchAll(tag), ([, number]) => number).filter((number) => number !== undefined);
  const math = mathOf(tex.replace(tag, ''), tex, true);
  if (!math) return undefined;
  const [number] = numbers;
  return h('div.formula', [math, ...(number ? [h('span.formula-number', `(${number})`)] : [])]);
}

function mathOf(tex: string, alternative: string, displayMode: boolean): Element | undefined {
  let markup: string;
  try {
    markup = temml.renderToString(tex, { displayMode, throwOnError: true, strict: false, trust: false, ...limits });
  } catch {
    return undefined;
  }
  const [math] = fromHtml(markup, { fragment: true }).children;
  if (math?.type !== 'element' || math.tagName !== 'math') return undefined;
  plain(math);
  const words = alternative.replace(/\s+/gu, ' ').trim();
  math.properties = { xmlns: namespace, ...(displayMode && { display: 'block' }), alttext: words };
  return math;
}

/** A letter by itself stands for something, and is slanted. */
function isLetter({ children }: Element): boolean {
  const [only] = children;
  return only?.type === 'text' && /^[A-Za-zα-ωΑ-Ωϑϕϵ]$/u.test(only.value);
}

/** Colours as an attribute of MathML; of all other looks the styles know what is needed. */
function plain(node: Element): void {
  const { style, ...properties } = node.properties;
  const color = typeof style === 'string' ? /(?:^|;)\s*color:\s*(#[0-9a-f]{3,8}|[a-z]+)/iu.exec(style)?.[1] : undefined;
  const letter = node.tagName === 'mi' && properties.mathvariant === undefined && isLetter(node);
  node.properties = { ...properties, ...(color && { mathcolor: color }), ...(letter && { className: ['letter'] }) };
  for (const child of node.children as ElementContent[]) if (child.type === 'element') plain(child);
}
