/** Opens a finished book for the tests: bytes in, its files and documents out. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import { visit } from 'unist-util-visit';

export interface OpenBook {
  /** Names in the order of the zip. */
  names: string[];
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array>;
  /** Tree of an XHTML document. */
  tree(name: string): Promise<Root>;
}

export async function openBook(book: Uint8Array): Promise<OpenBook> {
  const zip = await JSZip.loadAsync(book);
  const file = (name: string) => {
    const found = zip.file(name);
    if (!found) throw new Error(`the book has no ${name}`);
    return found;
  };
  return {
    names: Object.keys(zip.files),
    text: (name) => file(name).async('string'),
    bytes: (name) => file(name).async('uint8array'),
    tree: async (name) => fromHtml((await file(name).async('string')).replace(/^<\?xml[^>]*\?>/, '')),
  };
}

/** All elements of a tree that are wanted, in their order. */
export function elements(tree: Root | Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

/** The words of a tree. */
export function words(tree: Root | Element): string {
  let text = '';
  visit(tree, 'text', (node) => {
    text += node.value;
  });
  return text;
}
