/**
 * Gives the elements of the structure tree names that are the same in every build: a document in, its names counted.
 *
 * Chromium names them after its own nodes (`node00000274`), and where these begin to count differs now and then.
 */
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib';

const name = /^node\d+$/;

/**
 * @param from first number to give
 * @returns how many names there are
 */
export function stableIds(pdf: PDFDocument, from = 1): number {
  const places: { id: string; set(value: PDFString): void }[] = [];
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) look(value, (id) => object.set(key, id));
    } else if (object instanceof PDFArray) {
      object.asArray().forEach((value, k) => look(value, (id) => object.set(k, id)));
    }
  };
  const look = (value: PDFObject, set: (value: PDFString) => void): void => {
    if (!(value instanceof PDFString)) visit(value);
    else if (name.test(value.asString())) places.push({ id: value.asString(), set });
  };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) visit(object);
  // in the order of the names: a name tree is sorted, and stays so
  const ids = [...new Set(places.map(({ id }) => id))].sort();
  const names = new Map(ids.map((id, k) => [id, `node${String(from + k).padStart(8, '0')}`]));
  for (const { id, set } of places) set(PDFString.of(names.get(id)!));
  return ids.length;
}
