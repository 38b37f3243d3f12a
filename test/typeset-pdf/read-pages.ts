/** Reads a PDF as lines: bytes in, for each page its lines of text with their places out (pt, from the page's head). */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfLine {
  text: string;
  x: number;
  /** Where its last word ends. */
  right: number;
  y: number;
  /** Of the largest text in it. */
  size: number;
}

export interface ReadPdf {
  pages: { width: number; height: number; lines: PdfLine[] }[];
  info: Record<string, unknown>;
  outline: { title: string; items: { title: string }[] }[];
  labels: string[] | null;
  marked: boolean;
}

export async function readPages(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: ReadPdf['pages'] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as number[];
      return [{ text: item.str, x: x!, right: x! + item.width, y: height - y!, size: size! }];
    });
    // large words make the lines, raised marks join the line that they stand in
    const lines: { y: number; words: typeof words }[] = [];
    for (const word of [...words].sort((a, b) => b.size - a.size)) {
      const line = lines.find(({ y, words: [first] }) => word.y <= y + 1 && word.y >= y - first!.size * 0.7);
      if (line) line.words.push(word);
      else lines.push({ y: word.y, words: [word] });
    }
    lines.sort((a, b) => a.y - b.y);
    pages.push({
      width,
      height,
      lines: lines.map(({ y, words: list }) => {
        list.sort((a, b) => a.x - b.x);
        return {
          text: list.map(({ text }) => text).join(''),
          x: list[0]!.x,
          right: Math.max(...list.map(({ right }) => right)),
          y,
          size: Math.max(...list.map(({ size }) => size)),
        };
      }),
    });
  }
  const { info } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) ?? [];
  const labels = await pdf.getPageLabels();
  const marked = Boolean((await pdf.getMarkInfo())?.Marked);
  await task.destroy();
  return { pages, info: info as Record<string, unknown>, outline, labels, marked };
}
