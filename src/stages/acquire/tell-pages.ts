/**
 * What a person must know of the pages of a PDF before all else: pages in, one finding a matter out.
 *
 * Where hardly a page is sound the file is refused; else the sound ones are read and the others named.
 */
import { say } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { RawText } from '../../model/index.js';
import { pagePlaceAt } from '../../positions/page-place.js';
import type { DropReason, PagedPage, PagedText } from '../../model/paged-text.js';

/** Share of the pages that hold anything, below which what is left is no text: a cover, a note of the library. */
const leastSound = 0.4;
/** Fewer turned letters are a label or a stamp. */
const fewestTurned = 8;

export function tellPages(raw: RawText, { pages, pageCount, damaged, readInPart, fonts, dropped }: PagedText): void {
  const numbers = (test: (page: PagedPage) => boolean): number[] => pages.filter(test).map(({ number }) => number);
  const pictures = numbers(({ kind }) => kind === 'picture');
  const unreadable = numbers(({ kind }) => kind === 'unreadable');
  const vertical = numbers(({ kind }) => kind === 'vertical');
  const unsound = pictures.length + unreadable.length + vertical.length + damaged.length;
  const sound = numbers(({ kind }) => kind === 'text' || kind === 'outside').length;
  const refused = sound < leastSound * (sound + unsound);
  const of = (reason: DropReason) => dropped.filter((one) => one.reason === reason);
  const lost = (of('unreadable')[0]?.text ?? '').replace(/\s+/gu, '');
  const sample = lost.slice(lost.length / 2, lost.length / 2 + 16);
  const unmapped = [...new Set(fonts.filter(({ mapped }) => !mapped).map(({ name }) => name))];
  const told: [rule: string, pages: number[], reason: () => Message][] = [
    ['text-layer', pictures, () => messages.pages.pictures(pictures, pageCount)],
    ['character-map', unreadable, () => messages.pages.unreadable(unreadable, pageCount, unmapped, sample)],
    ['line-direction', vertical, () => messages.pages.vertical(vertical, pageCount)],
    ['page-damaged', damaged, () => messages.pages.damaged(damaged, pageCount)],
  ];
  for (const [rule, own, reason] of told)
    if (own.length > 0) say(raw, refused ? 'fatal' : 'warning', `acquire:${rule}`, reason());
  if (sound + unsound === 0) say(raw, 'fatal', 'acquire:text-layer', messages.pages.noPages);
  if (refused) return;
  const recognised = numbers((page) => page.recognised === true && page.kind === 'text');
  if (recognised.length > 0)
    say(raw, 'warning', 'acquire:recognised-text', messages.pages.recognised(recognised, pageCount));
  if (readInPart.length > 0)
    say(raw, 'warning', 'acquire:page-damaged', messages.pages.readInPart(readInPart, pageCount));
  tellUnmapped(raw);
  const misnamed = [...new Set(fonts.filter((font) => font.misnamed).map(({ name }) => name))];
  if (misnamed.length > 0) say(raw, 'warning', 'acquire:misnamed-signs', messages.pages.misnamed(misnamed));
  tellDrawn(raw);
  const turned = of('turned').filter(({ text }) => (text.match(/\p{L}/gu)?.length ?? 0) >= fewestTurned);
  if (turned.length > 0) say(raw, 'warning', 'acquire:turned-text', messages.pages.turned(turned));
}

/** Number of a line on its page as all findings count it: without running heads and folios; 0 for those. */
const lineAt = (raw: RawText, offset: number): number => pagePlaceAt(raw.paged!, offset)?.line ?? 0;

/** Characters that are pictures: which ones they are only the page shows. */
function tellDrawn(raw: RawText): void {
  const found = raw.paged!.pages.flatMap(({ number, drawn = [], lines }) =>
    drawn.map((start) => {
      const own = lines.find((line) => line.start <= start && start < line.end)!;
      const words = raw.text.slice(Math.max(own.start, start - 6), Math.min(own.end, start + 7));
      return { page: number, line: lineAt(raw, start), words, start };
    }),
  );
  const [first] = found;
  if (!first) return;
  const span = { start: first.start, end: first.start + 1 };
  say(raw, 'warning', 'acquire:drawn-sign', messages.pages.drawn(found), span);
}

/** Lines in a font without character map, which a person has to type from the page. */
function tellUnmapped(raw: RawText): void {
  const { pages, fonts } = raw.paged!;
  const lines = pages.flatMap((page) =>
    page.lines.flatMap((line) => {
      const runs = line.runs.filter(
        ({ font, start, end }) => fonts[font]?.mapped === false && /^[□\s\u3000]+$/u.test(raw.text.slice(start, end)),
      );
      return runs.length > 0 ? [{ page: page.number, line: lineAt(raw, line.start), runs }] : [];
    }),
  );
  if (lines.length === 0) return;
  const names = new Set(lines.flatMap(({ runs }) => runs.map(({ font }) => fonts[font]!.name)));
  const [first] = lines[0]!.runs;
  const places = lines.map(({ page, line }) => ({ page, line }));
  say(raw, 'warning', 'acquire:character-map', messages.pages.unmapped([...names], places), first!);
}
