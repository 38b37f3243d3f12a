/** The pages of a PDF that a text was read from: the chosen place is lit, and a click chooses another. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourcePage, SourceSpan } from '../protocol.js';
import { guarded, selectedBlock, showPlace } from './acts.js';
import type { Box } from './page-text.js';
import { PdfPages, type Lights, type Pages } from './pdf-pages.js';
import { get, useStore } from './store.js';
import { follow, moved } from './sync.js';

type Line = SourcePage['lines'][number];

export function SourcePages({ number }: { number: number }) {
  const [pages, setPages] = useState<SourcePage[]>([]);
  const handle = useRef<Pages>(null);
  const known = useRef<SourcePage[]>([]);
  const chosen = useStore(() => selectedBlock()?.at);
  const asked = useStore((now) => now.issue?.look.questions.find(({ id }) => id === now.question)?.at);
  useEffect(() => {
    void guarded(async () => {
      known.current = await get().api!.pages(number);
      setPages(known.current);
    });
    return follow('source', (place) => {
      if (place.text !== number) return;
      const found = placeOf(known.current, place.offset);
      if (found) handle.current?.show(found.page, found.y);
    });
  }, [number]);

  const show = (): void => {
    const target =
      asked?.text === number && get().from === 'queue' ? asked : chosen?.text === number ? chosen : undefined;
    const found = target && get().from !== 'source' ? placeOf(pages, target.start) : undefined;
    if (found) handle.current?.show(found.page, found.y);
  };
  useEffect(show, [chosen, asked, pages]);

  const lights: Lights[] = [
    ...lightsOf(pages, chosen?.text === number ? chosen : undefined, 'lit'),
    ...lightsOf(pages, asked?.text === number ? asked : undefined, 'asked'),
  ];
  return (
    <PdfPages
      address={get().api!.sourceAddress(number)}
      pane="source"
      lights={lights}
      handle={handle}
      onOpen={() => setTimeout(show)}
      onPoint={(page, x, y) => {
        const line = lineAt(pages.find((one) => one.number === page)?.lines ?? [], x, y);
        if (!line) return;
        const share = (x - line.x) / Math.max(1, line.right - line.x);
        const offset = line.start + Math.floor(Math.min(1, Math.max(0, share)) * (line.end - line.start - 1));
        void guarded(() => showPlace(number, offset, 'source'));
      }}
      onMoved={() =>
        moved('source', () => {
          const at = handle.current?.place();
          const lines = at && pages.find((one) => one.number === at.page)?.lines;
          const line = lines && [...lines].sort((a, b) => Math.abs(a.y - at.y) - Math.abs(b.y - at.y))[0];
          return line && { text: number, offset: line.start };
        })
      }
    />
  );
}

/** Page and height of an offset. */
function placeOf(pages: readonly SourcePage[], offset: number): { page: number; y: number } | undefined {
  const page = pages.findLast(({ start }) => start <= offset);
  const line = page?.lines.find(({ end }) => end > offset);
  return page && { page: page.number, y: line ? line.y - line.size : 0 };
}

export function lightsOf(pages: readonly SourcePage[], span: SourceSpan | undefined, kind: Lights['kind']): Lights[] {
  if (!span) return [];
  return pages.flatMap(({ number, lines }) => {
    const boxes = lines
      .filter(({ start, end }) => start < Math.max(span.end, span.start + 1) && end > span.start)
      .map((line): Box => boxOf(line, span));
    return boxes.length > 0 ? [{ page: number, boxes, kind }] : [];
  });
}

/** The part of a line that a span covers, as if all its signs were of one width. */
function boxOf({ start, end, x, right, y, size }: Line, span: SourceSpan): Box {
  const length = Math.max(1, end - start);
  const from = Math.max(0, span.start - start) / length;
  const to = Math.min(length, Math.max(span.end, span.start + 1) - start) / length;
  const width = right - x;
  return {
    x: x + width * from,
    y: y - size * 0.92,
    width: Math.max(size * 0.4, width * (to - from)),
    height: size * 1.2,
  };
}

function lineAt(lines: readonly Line[], x: number, y: number): Line | undefined {
  const far = (line: Line): number => {
    const beside = x < line.x ? line.x - x : x > line.right ? x - line.right : 0;
    return Math.abs(line.y - line.size * 0.35 - y) + beside;
  };
  return [...lines].sort((a, b) => far(a) - far(b))[0];
}
