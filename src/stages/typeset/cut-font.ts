/** Cuts a font down to what is asked for: an sfnt and the glyphs wanted in, a smaller sfnt out. HarfBuzz does the cutting. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface Cut {
  /** Characters to keep, with everything that the features make of them. */
  characters?: Iterable<string>;
  /** Numbers of glyphs to keep, as they are: no feature adds to them. */
  glyphs?: Iterable<number>;
  /** OpenType features to keep, four letters each. */
  features?: readonly string[];
  /** Whether a glyph keeps its number; else they are numbered afresh without gaps. */
  keepGlyphIds?: boolean;
  /** Tables to leave out, four letters each. */
  dropTables?: readonly string[];
}

/** What of hb-subset's interface is used: handles and addresses are numbers. */
interface Subsetter {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

// of hb-subset.h and hb-blob.h
const dropTableSet = 3;
const featureSet = 6;
const retainGlyphIds = 0x2;
const noLayoutClosure = 0x200;
const writableMemory = 2;

/** Declared with browsers only; Node has it, too. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    compile(bytes: Uint8Array): Promise<object>;
    instantiate(module: object): Promise<{ exports: unknown }>;
  };
};

let program: Promise<object> | undefined;
/** Holds memory for a whole font and more: it goes when nobody cuts. */
let running: WeakRef<Subsetter> | undefined;

async function start(): Promise<Subsetter> {
  const known = running?.deref();
  if (known) return known;
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  program ??= readFile(file).then((bytes) => wasm.compile(bytes));
  const { exports } = (await wasm.instantiate(await program)) as { exports: Subsetter };
  exports._initialize();
  running = new WeakRef(exports);
  return exports;
}

/**
 * The same cut of the same font gives the same bytes.
 *
 * @throws on a font that HarfBuzz cannot read
 */
export async function cutFont(font: Uint8Array, cut: Cut): Promise<Buffer> {
  const hb = await start();
  const address = hb.malloc(font.byteLength);
  new Uint8Array(hb.memory.buffer).set(font, address);
  const blob = hb.hb_blob_create(address, font.byteLength, writableMemory, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  fill(hb, hb.hb_subset_input_set(input, featureSet), (cut.features ?? []).map(tag));
  fill(hb, hb.hb_subset_input_set(input, dropTableSet), (cut.dropTables ?? []).map(tag), false);
  fill(
    hb,
    hb.hb_subset_input_unicode_set(input),
    [...(cut.characters ?? [])].map((c) => c.codePointAt(0)!),
  );
  fill(hb, hb.hb_subset_input_glyph_set(input), cut.glyphs ?? []);
  hb.hb_subset_input_set_flags(input, (cut.keepGlyphIds ? retainGlyphIds : 0) | (cut.glyphs ? noLayoutClosure : 0));
  const subset = hb.hb_subset_or_fail(face, input);
  const result = subset === 0 ? undefined : read(hb, subset);
  hb.hb_subset_input_destroy(input);
  if (subset !== 0) hb.hb_face_destroy(subset);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(address);
  if (!result || result.length === 0) throw new Error('A font cannot be cut: HarfBuzz does not read it.');
  return result;
}

function read(hb: Subsetter, face: number): Buffer {
  const blob = hb.hb_face_reference_blob(face);
  const from = hb.hb_blob_get_data(blob, 0);
  // a copy: the memory belongs to HarfBuzz and moves when it grows
  const result = Buffer.from(new Uint8Array(hb.memory.buffer, from, hb.hb_blob_get_length(blob)).slice());
  hb.hb_blob_destroy(blob);
  return result;
}

function fill(hb: Subsetter, set: number, values: Iterable<number>, afresh = true): void {
  if (afresh) hb.hb_set_clear(set);
  for (const value of values) hb.hb_set_add(set, value);
}

function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE(0);
}
