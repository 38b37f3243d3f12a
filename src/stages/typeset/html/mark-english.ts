/**
 * Marks Latin passages within Chinese text: hast content in, the same with `span[lang=en]` around each out.
 *
 * A passage is three words or more; an acronym or a name of two words is part of the Chinese sentence.
 * It runs across emphasis and addresses, and takes in the marks that open and close inside it:
 *
 *     可参见“Japan-U.S. Security Consultative Committee (2+2),” Ministry of Foreign Affairs of Japan。
 *           ^-----------------------------------------------------------------------------------^
 */
import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';

const latin = /\p{Script=Latin}/u;
const word = /\p{Script=Latin}[\p{Script=Latin}\p{M}\d.'’-]*/gu;
/** What may stand inside a passage beside its letters. */
const foreign = /[^\p{Script=Latin}\p{M}\p{N}\s!-/:-@[-`{-~“”‘’–—…§©°·£€¥±×]/u;
const pairs: Record<string, string> = { '“': '”', '‘': '’', '(': ')', '[': ']' };
const leastWords = 3;

/** @param nodes phrasing content whose adjacent texts are merged */
export function markEnglish(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    for (const node of passage(run)) result.push(node);
    run = [];
  };
  for (const node of nodes.flatMap(splitAtForeign)) {
    if (isLatin(node)) {
      run.push(node);
      continue;
    }
    close();
    if (node.type === 'element' && node.tagName !== 'a' && node.tagName !== 'code') {
      node.children = markEnglish(node.children);
    }
    result.push(node);
  }
  close();
  return mergeTexts(result);
}

/** Joins adjacent texts; empty ones go. */
export function mergeTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'text') result.push(node);
    else if (last?.type === 'text') last.value += node.value;
    else if (node.value) result.push({ type: 'text', value: node.value });
  }
  return result;
}

function splitAtForeign(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  const { value } = node;
  const pieces: Text[] = [];
  let from = 0;
  let at = 0;
  let last: boolean | undefined;
  // by hand: a pattern of runs overflows the stack on a paragraph of millions of characters
  for (const character of value) {
    const now = foreign.test(character);
    if (last !== undefined && now !== last) {
      pieces.push({ type: 'text', value: value.slice(from, at) });
      from = at;
    }
    last = now;
    at += character.length;
  }
  if (from < at) pieces.push({ type: 'text', value: value.slice(from) });
  return pieces;
}

function isLatin(node: ElementContent): boolean {
  if (node.type === 'text') return !foreign.test(node.value);
  return (
    node.type === 'element' &&
    ['em', 'strong', 'a'].includes(node.tagName) &&
    node.properties.dataNote === undefined &&
    node.children.length > 0 &&
    node.children.every(isLatin)
  );
}

/** Wraps what lies between the first and the last letter of a run, when it has words enough. */
function passage(run: ElementContent[]): ElementContent[] {
  const text = run.map((node) => textOf(node)).join('');
  if ((text.replace(/https?:\S+/g, ' ').match(word)?.length ?? 0) < leastWords) return run;
  let start = text.search(latin);
  let end = text.length - [...text].reverse().join('').search(latin);
  // page numbers and years after the last word are of the passage (“…, 2013, pp.245-250.”), as is how an address ends
  end += /^[\s\d,.:;()[\]–/=&#_+%~-]*[\d)\]/]/.exec(text.slice(end))?.[0].length ?? 0;
  const closing = pairs[text[start - 1] ?? ''];
  if (closing && text.slice(start, end).includes(closing)) start -= 1;
  for (const [open, shut] of Object.entries(pairs)) {
    if (text[end] === shut && count(text.slice(start, end), open) > count(text.slice(start, end), shut)) end += 1;
  }
  if (/^[.,;:?!](?=\s*$)/.test(text.slice(end))) end += 1;
  return wrap(run, start, end);
}

function wrap(run: ElementContent[], start: number, end: number): ElementContent[] {
  const before: ElementContent[] = [];
  const inside: ElementContent[] = [];
  const after: ElementContent[] = [];
  let at = 0;
  for (const node of run) {
    const value = textOf(node);
    const from = Math.max(0, start - at);
    const to = Math.min(value.length, end - at);
    at += value.length;
    if (node.type !== 'text') {
      (from >= value.length ? before : to <= 0 ? after : inside).push(node);
      continue;
    }
    before.push({ type: 'text', value: value.slice(0, from) });
    if (from < to) inside.push({ type: 'text', value: value.slice(from, to) });
    after.push({ type: 'text', value: value.slice(Math.max(from, to)) });
  }
  const only = inside.length === 1 ? inside[0]! : undefined;
  const element: Element =
    only?.type === 'element' && only.tagName !== 'a'
      ? { ...only, properties: { ...only.properties, lang: 'en' } }
      : h('span', { lang: 'en' }, mergeTexts(inside));
  return [...before, element, ...after];
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
