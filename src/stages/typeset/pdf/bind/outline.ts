/** The outline of a file: documents and headings in, the tree of bookmarks written. */
import { PDFHexString, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfWriter } from './pdf-writer.js';

/** A place of the outline. */
export interface OutlineEntry {
  text: string;
  /** 1 for documents, 2 and more for headings. */
  level: number;
  page: PDFRef;
  /** pt from the foot of the sheet. */
  top: number;
}

interface OutlineNode extends Partial<OutlineEntry> {
  ref: PDFRef;
  children: OutlineNode[];
}

/** @returns nothing where there are no entries */
export function writeOutline(writer: PdfWriter, entries: readonly OutlineEntry[]): PDFRef | undefined {
  if (entries.length === 0) return undefined;
  const root: OutlineNode = { ref: writer.reserve(), children: [] };
  const path = [root];
  for (const entry of entries) {
    while (path.length > 1 && path.at(-1)!.level! >= entry.level) path.pop();
    const node: OutlineNode = { ...entry, ref: writer.reserve(), children: [] };
    path.at(-1)!.children.push(node);
    path.push(node);
  }
  writeNode(writer, root);
  return root.ref;
}

function writeNode(writer: PdfWriter, node: OutlineNode, parent?: OutlineNode, index = 0): void {
  const { children, ref } = node;
  const [before, after] = parent ? [parent.children[index - 1], parent.children[index + 1]] : [];
  const object = writer.context.obj({
    ...(parent
      ? {
          Title: PDFHexString.fromText(node.text!),
          Parent: parent.ref,
          Dest: [node.page!, 'XYZ', null, node.top!, null],
        }
      : { Type: 'Outlines' }),
    ...(before && { Prev: before.ref }),
    ...(after && { Next: after.ref }),
    // documents open, headings within them folded
    ...(children.length > 0 && {
      First: children[0]!.ref,
      Last: children.at(-1)!.ref,
      Count: parent ? -children.length : children.length,
    }),
  });
  writer.write(object, ref);
  children.forEach((child, k) => writeNode(writer, child, node, k));
}
