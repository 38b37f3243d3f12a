/**
 * Writes a PDF as its objects come: objects in, bytes out at the end. What is written is kept as bytes alone, so a long
 * document needs no more memory than its file.
 *
 * Objects without a stream are packed by the hundred (ISO 32000-1, 7.5.7), the cross-reference is a stream (7.5.8).
 */
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFNumber, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Objects of one packed stream. */
const packSize = 200;

type Place = { offset: number } | { pack: number; index: number };

export class PdfWriter {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  private readonly places: (Place | undefined)[] = [undefined];
  private waiting: { number: number; bytes: Uint8Array }[] = [];

  /**
   * @param context makes objects; what is registered with it is not written
   * @param version of PDF, 1.5 or later
   */
  constructor(
    readonly context: PDFContext,
    version: string,
  ) {
    // four bytes above 127 tell that the file is binary
    this.append(Buffer.from(`%PDF-${version}\n%\xff\xff\xff\xff\n`, 'latin1'));
  }

  /** A number for an object that is written later. */
  reserve(): PDFRef {
    this.places.push(undefined);
    return PDFRef.of(this.places.length - 1);
  }

  /**
   * Numbers for objects that are written later.
   *
   * @returns the first of them
   */
  reserveMany(count: number): number {
    const first = this.places.length;
    for (let k = 0; k < count; k++) this.places.push(undefined);
    return first;
  }

  /** Writes an object; its references are numbers of this writer. */
  write(object: PDFObject, ref = this.reserve()): PDFRef {
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    this.writeBytes(bytes, ref.objectNumber, object instanceof PDFStream);
    return ref;
  }

  /**
   * Writes an object as its bytes.
   *
   * @param number one that was reserved
   * @param alone true for a stream, which is not packed with others
   */
  writeBytes(bytes: Uint8Array, number: number, alone: boolean): void {
    if (alone) return this.writeAt(number, bytes);
    this.waiting.push({ number, bytes });
    if (this.waiting.length === packSize) this.pack();
  }

  /** Writes a stream, deflated. */
  writeStream(data: Uint8Array, entries: Parameters<PDFContext['stream']>[1] = {}, ref?: PDFRef): PDFRef {
    return this.write(this.context.stream(deflateSync(data), { ...entries, Filter: 'FlateDecode' }), ref);
  }

  /**
   * Closes the file.
   *
   * @param id of the file, hexadecimal
   */
  finish(root: PDFRef, info: PDFRef, id: string): Uint8Array {
    this.pack();
    const ref = this.reserve();
    this.places[ref.objectNumber] = { offset: this.length };
    const rows = crossReference(this.places);
    const table = this.context.stream(deflateSync(rows), {
      Type: 'XRef',
      Size: this.places.length,
      W: [...columns],
      Root: root,
      Info: info,
      ID: [PDFHexString.of(id), PDFHexString.of(id)],
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 12, Columns: rowLength },
    });
    const start = this.length;
    const bytes = new Uint8Array(table.sizeInBytes());
    table.copyBytesInto(bytes, 0);
    this.writeAt(ref.objectNumber, bytes);
    this.append(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    const file = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      file.set(chunk, at);
      at += chunk.length;
    }
    this.chunks.length = 0;
    return file;
  }

  private pack(): void {
    if (this.waiting.length === 0) return;
    const { objectNumber } = this.reserve();
    let offset = 0;
    const head = this.waiting.map(({ number, bytes }, index) => {
      this.places[number] = { pack: objectNumber, index };
      const entry = `${number} ${offset}`;
      offset += bytes.length + 1;
      return entry;
    });
    const first = Buffer.from(`${head.join(' ')}\n`, 'latin1');
    const newline = Buffer.from('\n');
    const body = this.waiting.flatMap(({ bytes }) => [bytes, newline]);
    const entries = { Type: 'ObjStm', N: PDFNumber.of(this.waiting.length), First: PDFNumber.of(first.length) };
    this.waiting = [];
    this.writeStream(Buffer.concat([first, ...body]), entries, PDFRef.of(objectNumber));
  }

  private writeAt(number: number, bytes: Uint8Array): void {
    this.places[number] = { offset: this.length };
    this.append(Buffer.from(`${number} 0 obj\n`, 'latin1'));
    this.append(bytes);
    this.append(Buffer.from('\nendobj\n', 'latin1'));
  }

  private append(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
  }
}

/** Bytes of kind, place and index. */
const columns = [1, 4, 2] as const;
const rowLength = columns[0] + columns[1] + columns[2];

/** Rows of the cross-reference, each as the difference to the row before it (PNG predictor "up"). */
function crossReference(places: readonly (Place | undefined)[]): Buffer {
  const rows = Buffer.alloc(places.length * (rowLength + 1));
  let before = Buffer.alloc(rowLength);
  places.forEach((place, number) => {
    const row = Buffer.alloc(rowLength);
    row[0] = place === undefined ? 0 : 'offset' in place ? 1 : 2;
    if (place) row.writeUInt32BE('offset' in place ? place.offset : place.pack, 1);
    row.writeUInt16BE(place === undefined ? (number === 0 ? 0xffff : 0) : 'offset' in place ? 0 : place.index, 5);
    const at = number * (rowLength + 1);
    rows[at] = 2;
    for (let k = 0; k < rowLength; k++) rows[at + 1 + k] = (row[k]! - before[k]!) & 0xff;
    before = row;
  });
  return rows;
}
