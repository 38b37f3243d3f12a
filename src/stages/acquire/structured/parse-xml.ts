/**
 * XML as a tree: text in, its root element out.
 *
 * The parser knows no entities but the five of XML, and a text that defines its own is refused: they may call files and
 * grow without end.
 */
import type { Element, Node } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { messages, type Message } from '../../../messages/index.js';
import { SourceFault } from './reading.js';

/** @param name what the file is called, for messages */
export function parseXml(bytes: Buffer, name: Message): Element {
  const text = decoded(bytes);
  if (/<!ENTITY/iu.test(text.slice(0, 100_000)))
    throw new SourceFault('source-limits', messages.sources.unsafeXml(name));
  try {
    const root = fromXml(text.replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/u, ''));
    const element = root.children.find((node): node is Element => node.type === 'element');
    if (element) return element;
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
  throw new SourceFault('source-opens', messages.sources.damaged(name));
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
  const said = /^<\?xml[^>]+encoding=["']([\w-]+)/u.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
  const label = /^gb/iu.test(said) ? 'gb18030' : said;
  try {
    return new TextDecoder(label).decode(bytes).replace(/^\uFEFF/u, '');
  } catch {
    return bytes.toString('utf8');
  }
}

/** The children of an element that are elements, of one name where it is given. */
export function elements(parent: Element | undefined, name?: string): Element[] {
  const children = (parent?.children ?? []) as Node[];
  return children.filter(
    (child): child is Element => child.type === 'element' && (name === undefined || (child as Element).name === name),
  );
}

/** The first element of a path of names below another. */
export function elementAt(parent: Element | undefined, ...path: string[]): Element | undefined {
  let at = parent;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

/** All elements of a name below another, in order. */
export function elementsBelow(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsBelow(child, name)]);
}

/** All words within. */
export function textWithin(parent: Element): string {
  return (parent.children as Node[])
    .map((child) => {
      if (child.type === 'text' || child.type === 'cdata') return (child as unknown as { value: string }).value;
      return child.type === 'element' ? textWithin(child as Element) : '';
    })
    .join('');
}
