/**
 * Names the elements of a structure tree afresh: a printed document in, its names counted in their order.
 *
 * Chromium names them after its own nodes (`node00000274`), and where these begin to count differs now and then.
 */
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib';

const name = /^node\d+$/;

/**
 * @param nameOf what stands for the name of an element, counted from 0
 * @returns how many names there are
 */
export function nameElements(pdf: PDFDocument, nameOf: (index: number) => PDFObject): number {
  const places: { id: string; set(value: PDFObject): void }[] = [];
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) look(value, (id) => object.set(key, id));
    } else if (object instanceof PDFArray) {
      object.asArray().forEach((value, k) => look(value, (id) => object.set(k, id)));
    }
  };
  const look = (value: PDFObject, set: (value: PDFObject) => void): void => {
    if (!(value instanceof PDFString)) visit(value);
    else if (name.test(value.asString())) places.push({ id: value.asString(), set });
  };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) visit(object);
  // in the order of the names: a name tree is sorted, and stays so
  const ids = [...new Set(places.map(({ id }) => id))].sort();
  const names = new Map(ids.map((id, k) => [id, nameOf(k)]));
  for (const { id, set } of places) set(names.get(id)!);
  return ids.length;
}

/** The name of an element in the file, of equal length for all: a name tree is sorted by its letters. */
export const elementName = (number: number): string => `node${String(number).padStart(8, '0')}`;
