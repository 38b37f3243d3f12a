/**
 * The output condition of a text in one ink: an ICC profile of black on paper with a dot gain of 20 %, made here, so
 * that it may go with any edition. ICC.1:2004-10: monochrome output device, version 2.4.
 */

/** Largest gain, at half tone: 50 % of ink prints as 70 %. */
const dotGain = 0.2;
/** Density of solid black against the paper. */
const solid = 1.6;
const steps = 256;

/** Media-relative luminance of a gray, 0 black to 1 paper (Murray–Davies with gain). */
function luminance(gray: number): number {
  const ink = 1 - gray;
  const printed = ink + 4 * dotGain * ink * (1 - ink);
  return 1 - printed * (1 - 10 ** -solid);
}

/** The same bytes every time. */
export function grayProfile(): Uint8Array {
  const tags: [name: string, data: Buffer][] = [
    ['desc', description('Black ink, dot gain 20%')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', whitePoint()],
    ['kTRC', curve()],
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length, 0);
  let offset = 128 + directory.length;
  const bodies = tags.map(([name, data], k) => {
    directory.write(name, 4 + k * 12, 'latin1');
    directory.writeUInt32BE(offset, 8 + k * 12);
    directory.writeUInt32BE(data.length, 12 + k * 12);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header(offset), directory, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('prtrGRAYXYZ ', 12, 'latin1');
  // 1 January 2020
  for (const [k, value] of [2020, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + k * 2);
  bytes.write('acsp', 36, 'latin1');
  illuminant().copy(bytes, 68);
  return bytes;
}

/** D50, s15Fixed16. */
function illuminant(): Buffer {
  const bytes = Buffer.alloc(12);
  [0x0000f6d6, 0x00010000, 0x0000d32d].forEach((value, k) => bytes.writeUInt32BE(value, k * 4));
  return bytes;
}

function whitePoint(): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), illuminant()]);
}

function text(value: string): Buffer {
  return Buffer.from(`text\0\0\0\0${value}\0`, 'latin1');
}

function description(value: string): Buffer {
  const ascii = Buffer.from(`${value}\0`, 'latin1');
  const head = Buffer.alloc(12);
  head.write('desc', 0, 'latin1');
  head.writeUInt32BE(ascii.length, 8);
  // no Unicode and no Macintosh form
  return Buffer.concat([head, ascii, Buffer.alloc(8 + 3 + 67)]);
}

function curve(): Buffer {
  const bytes = Buffer.alloc(12 + steps * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(steps, 8);
  for (let k = 0; k < steps; k++) bytes.writeUInt16BE(Math.round(luminance(k / (steps - 1)) * 65535), 12 + k * 2);
  return bytes;
}
