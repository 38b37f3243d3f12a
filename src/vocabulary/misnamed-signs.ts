/** Signs that fonts of PDFs name as something else: tables. */

/** Marks in the symbol fonts of Founder's typesetting system, by the Han whose codes they bear. */
export const symbolFontMarks: Readonly<Record<string, string>> = {
  唱: '-',
  倡: '*',
  畅: '.',
  桙: '/',
};

/** Signs of TeX's text fonts (encoding OT1) that are not those of ASCII. */
export const texLigatures: Readonly<Record<number, string>> = {
  0x00: 'Γ',
  0x01: 'Δ',
  0x02: 'Θ',
  0x03: 'Λ',
  0x04: 'Ξ',
  0x05: 'Π',
  0x06: 'Σ',
  0x07: 'Υ',
  0x08: 'Φ',
  0x09: 'Ψ',
  0x0a: 'Ω',
  0x0b: 'ff',
  0x0c: 'fi',
  0x0d: 'fl',
  0x0e: 'ffi',
  0x0f: 'ffl',
  0x10: 'ı',
  0x19: 'ß',
  0x1a: 'æ',
  0x1b: 'œ',
  0x1c: 'ø',
  0x22: '”',
  0x27: '’',
  0x3c: '¡',
  0x3e: '¿',
  0x5c: '“',
  0x60: '‘',
  0x7b: '–',
  0x7c: '—',
};
