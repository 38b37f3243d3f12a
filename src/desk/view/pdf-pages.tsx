/** Pages of a PDF, one below the other or as spreads; those that are seen are drawn. */
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import type { Box } from './page-text.js';
import { openPdf, type PDFDocumentProxy } from './pdf-library.js';
import { guarded } from './acts.js';
import type { Pane } from './store.js';
import { eyeLevel, leading } from './sync.js';
import { useWords } from './words.js';

/** Boxes that are lit, and how. */
export interface Lights {
  page: number;
  boxes: Box[];
  kind: 'lit' | 'asked';
}

/** What may be asked of the pages. */
export interface Pages {
  /** Brings a height of a page, pt, to the level of the eye. */
  show(page: number, y: number): void;
  /** Page and height, pt, that are at the level of the eye. */
  place(): { page: number; y: number } | undefined;
}

interface Props {
  address: string;
  /** Grows when the file at the address is another one. */
  version?: number;
  pane: Pane;
  lights: Lights[];
  spreads?: boolean;
  handle: Ref<Pages>;
  onOpen?(pdf: PDFDocumentProxy): void;
  onPoint(page: number, x: number, y: number): void;
  onMoved(): void;
}

interface Opened {
  pdf: PDFDocumentProxy;
  sizes: { width: number; height: number }[];
}

export function PdfPages({ address, version = 0, pane, lights, spreads, handle, onOpen, onPoint, onMoved }: Props) {
  const w = useWords();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    void guarded(async () => {
      const pdf = await openPdf(`${address}${address.includes('?') ? '&' : '?'}v=${version}`);
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
      if (gone) return;
      const sizes = pages.map(({ view: [left = 0, bottom = 0, right = 0, top = 0] }) => ({
        width: right - left,
        height: top - bottom,
      }));
      // the former one stays until this one can take its place
      setOpened((before) => {
        void before?.pdf.loadingTask.destroy();
        return { pdf, sizes };
      });
      onOpen?.(pdf);
    });
    return () => void (gone = true);
  }, [address, version]);

  const sheet = (page: number): HTMLElement | null => scroller.current?.querySelector(`[data-page="${page}"]`) ?? null;
  useImperativeHandle(handle, () => ({
    show(page, y) {
      const element = sheet(page);
      const size = opened?.sizes[page - 1];
      if (!element || !size || !scroller.current) return;
      scroller.current.scrollTop =
        element.offsetTop + (y / size.height) * element.offsetHeight - scroller.current.clientHeight * eyeLevel;
    },
    place() {
      const pane = scroller.current;
      if (!pane || !opened) return undefined;
      const eye = pane.scrollTop + pane.clientHeight * eyeLevel;
      const element = [...pane.querySelectorAll<HTMLElement>('.sheet-page')].find(
        (one) => one.offsetTop + one.offsetHeight > eye,
      );
      if (!element) return undefined;
      const page = Number(element.dataset.page);
      const share = Math.max(0, (eye - element.offsetTop) / element.offsetHeight);
      return { page, y: share * opened.sizes[page - 1]!.height };
    },
  }));

  return (
    <div
      class={`pages${spreads ? ' spreads' : ''}`}
      ref={scroller}
      onScroll={onMoved}
      tabIndex={0}
      role="region"
      aria-label={w.panes[pane]}
      {...leading(pane)}
    >
      {!opened && (
        <p class="nothing" role="status">
          {w.pagesComing}
        </p>
      )}
      {opened?.sizes.map((size, i) => (
        <Sheet
          key={i}
          pdf={opened.pdf}
          number={i + 1}
          size={size}
          lights={lights.filter(({ page }) => page === i + 1)}
          onPoint={onPoint}
        />
      ))}
    </div>
  );
}

interface SheetProps {
  pdf: PDFDocumentProxy;
  number: number;
  size: { width: number; height: number };
  lights: Lights[];
  onPoint(page: number, x: number, y: number): void;
}

function Sheet({ pdf, number, size, lights, onPoint }: SheetProps) {
  const w = useWords();
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState(false);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setSeen(Boolean(entry?.isIntersecting)), {
      root: element.current?.closest('.pages') ?? null,
      rootMargin: '60% 0px',
    });
    const sized = new ResizeObserver(() => setWidth(Math.round(element.current?.clientWidth ?? 0)));
    observer.observe(element.current!);
    sized.observe(element.current!);
    return () => {
      observer.disconnect();
      sized.disconnect();
    };
  }, []);

  useEffect(() => {
    if (!seen || width === 0) return undefined;
    let task: { cancel(): void } | undefined;
    let gone = false;
    void pdf.getPage(number).then(async (page) => {
      if (gone || !canvas.current) return;
      const scale = (width / size.width) * Math.min(2, window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale });
      // drawn apart, so that the former picture stays until this one is whole
      const drawn = document.createElement('canvas');
      drawn.width = Math.floor(viewport.width);
      drawn.height = Math.floor(viewport.height);
      const rendering = page.render({ canvas: drawn, viewport });
      task = rendering;
      await rendering.promise.catch(() => (gone = true));
      const target = canvas.current;
      if (gone || !target) return;
      target.width = drawn.width;
      target.height = drawn.height;
      target.getContext('2d')?.drawImage(drawn, 0, 0);
      target.dataset.drawn = 'true';
    });
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [seen, width, pdf, number]);

  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return (
    <div
      ref={element}
      class="sheet-page"
      data-page={number}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onPoint(
          number,
          ((event.clientX - box.left) / box.width) * size.width,
          ((event.clientY - box.top) / box.height) * size.height,
        );
      }}
    >
      <canvas ref={canvas} role="img" aria-label={w.pageNumber(number)} />
      {lights.flatMap(({ boxes, kind }) =>
        boxes.map((box, i) => (
          <span
            key={`${kind}${i}`}
            class={`light light-${kind}`}
            style={{
              left: percent(box.x, size.width),
              top: percent(box.y, size.height),
              width: percent(box.width, size.width),
              height: percent(box.height, size.height),
            }}
          />
        )),
      )}
    </div>
  );
}
