/**
 * Objects of a PDF whose numbers are not known yet: objects in, bytes with gaps out, to be put into any file later.
 *
 * A printed part is taken apart once. What is kept of it can be written into every edition that the part stands in,
 * wherever it stands: only the gaps differ.
 */
import { PDFObject, PDFStream } from '@cantoo/pdf-lib';
import type { PdfWriter } from './pdf-writer.js';

/** What is to stand in a gap. */
export const gap = {
  /** A reference to an object of the part. */
  object: 0,
  /** A reference to a font of the edition, by its place in the list of the part. */
  font: 1,
  /** References to the root of the page tree and to the top of the structure tree. */
  pages: 2,
  structure: 3,
  /** A key of the parent tree, and the name of an element, as the part counts them from 0. */
  key: 4,
  name: 5,
} as const;

export type GapKind = (typeof gap)[keyof typeof gap];

/** Plain data, to be kept as it is. */
export interface RecordedObjects {
  /** The objects one after the other, without what is to stand in their gaps. */
  bytes: Uint8Array;
  /** Three numbers an object: its own in the part, where its bytes end, and 1 where it has a stream. */
  objects: Int32Array;
  /** Three numbers a gap: where it is in the bytes, its kind, and which one of the kind. */
  gaps: Int32Array;
  /** How many numbers the part uses, from 0. */
  numbers: number;
}

/** Stands for something that is not known yet. It writes nothing, and its place is noted. */
class Gap extends PDFObject {
  constructor(
    private readonly recorder: ObjectRecorder,
    private readonly kind: GapKind,
    private readonly value: number,
  ) {
    super();
  }

  override clone(): Gap {
    return this;
  }

  override toString(): string {
    return '';
  }

  override sizeInBytes(): number {
    return 0;
  }

  override copyBytesInto(_buffer: Uint8Array, offset: number): number {
    this.recorder.note(offset, this.kind, this.value);
    return 0;
  }
}

export class ObjectRecorder {
  private readonly chunks: Uint8Array[] = [];
  private readonly objects: number[] = [];
  private readonly gaps: number[] = [];
  private length = 0;
  private numbers = 0;

  /** A number for an object that is written later. */
  reserve(): number {
    return this.numbers++;
  }

  /** To be put into an object where the number of something is to stand. */
  gap(kind: GapKind, value = 0): PDFObject {
    return new Gap(this, kind, value);
  }

  /** Takes notice of a gap in the object that is being written. */
  note(offset: number, kind: GapKind, value: number): void {
    this.gaps.push(this.length + offset, kind, value);
  }

  /** @param object all its references are gaps */
  write(object: PDFObject, number = this.reserve()): number {
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    this.chunks.push(bytes);
    this.length += bytes.length;
    this.objects.push(number, this.length, object instanceof PDFStream ? 1 : 0);
    return number;
  }

  finish(): RecordedObjects {
    const { objects, gaps, numbers } = this;
    return {
      bytes: new Uint8Array(Buffer.concat(this.chunks)),
      objects: Int32Array.from(objects),
      gaps: Int32Array.from(gaps),
      numbers,
    };
  }
}

/** Bytes up to which a loop is faster than a call. */
const short = 64;

/**
 * Writes recorded objects into a file.
 *
 * @param first number in the file of the part's number 0
 * @param filling what stands in a gap, ASCII
 */
export function writeRecorded(
  writer: PdfWriter,
  { bytes, objects, gaps }: RecordedObjects,
  first: number,
  filling: (kind: GapKind, value: number) => string,
): void {
  let from = 0;
  let next = 0;
  for (let k = 0; k < objects.length; k += 3) {
    const end = objects[k + 1]!;
    const words: string[] = [];
    let size = end - from;
    for (let g = next; g < gaps.length && gaps[g]! <= end; g += 3) {
      const word = filling(gaps[g + 1] as GapKind, gaps[g + 2]!);
      words.push(word);
      size += word.length;
    }
    const out = new Uint8Array(size);
    let at = 0;
    const copy = (until: number): void => {
      if (until - from > short) {
        out.set(bytes.subarray(from, until), at);
        at += until - from;
        from = until;
      } else while (from < until) out[at++] = bytes[from++]!;
    };
    for (const word of words) {
      copy(gaps[next]!);
      for (let i = 0; i < word.length; i++) out[at++] = word.charCodeAt(i);
      next += 3;
    }
    copy(end);
    writer.writeBytes(out, first + objects[k]!, objects[k + 2] === 1);
  }
}
