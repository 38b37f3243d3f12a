/** ToUnicode: what each glyph of a composite font stands for, read from and written to a CMap. Text is UTF-16 in hexadecimal. */

/** Longest list of a CMap. */
const mostEntries = 100;

/** Reads the lists `bfchar` and `bfrange` of two-byte codes. */
export function readUnicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, list] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, text] of list!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      map.set(parseInt(code!, 16), text!.toUpperCase());
    }
  }
  for (const [, list] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first, last, text] of list!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const [from, to] = [parseInt(first!, 16), parseInt(last!, 16)];
      const [head, tail] = [text!.slice(0, -4), parseInt(text!.slice(-4), 16)];
      for (let code = from; code <= to; code++) map.set(code, head.toUpperCase() + hex(tail + code - from));
    }
  }
  return map;
}

/** @returns a CMap in the order of the codes */
export function writeUnicodeMap(map: ReadonlyMap<number, string>): string {
  const entries = [...map].sort(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${text}>`);
  const lists: string[] = [];
  for (let i = 0; i < entries.length; i += mostEntries) {
    const list = entries.slice(i, i + mostEntries);
    lists.push(`${list.length} beginbfchar`, ...list, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...lists,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
