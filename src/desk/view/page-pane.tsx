/** The pages as they will print: made again after each correction, with the chosen block lit on them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block } from '../protocol.js';
import { beginJob, blockAt, guarded, select, selectedBlock, showArticle } from './acts.js';
import { PaneFrame } from './pane-frame.js';
import { bare, boxesOf, placeIn, readPageText, type PageText } from './page-text.js';
import { PdfPages, type Lights, type Pages } from './pdf-pages.js';
import type { PDFDocumentProxy } from './pdf-library.js';
import { get, set, shownBlocks, useStore } from './store.js';
import { follow, moved } from './sync.js';
import { useWords } from './words.js';

/** ms without another act after which the pages are made again. */
const quiet = 60;

/** Has the pages made again when the issue has changed. */
function useProof(): void {
  const revision = useStore((now) => now.issue?.revision);
  useEffect(() => {
    if (revision === undefined) return undefined;
    const timer = setTimeout(() => {
      if (get().proof?.revision === revision) return;
      void beginJob(['pdf']).then((job) => {
        if (job !== undefined)
          set((now) => ({ proof: { made: 0, ...now.proof, job, revision }, proofJobs: [...now.proofJobs, job] }));
      });
    }, quiet);
    return () => clearTimeout(timer);
  }, [revision]);
}

export function PagePane() {
  const w = useWords();
  useProof();
  const proof = useStore((now) => now.proof);
  const progress = useStore((now) => now.jobs.find(({ id }) => id === now.proof?.job)?.progress);
  const refused = useStore((now) => now.proof?.refused);
  const chosen = useStore(() => selectedBlock());
  const [spreads, setSpreads] = useState(false);
  const [lights, setLights] = useState<Lights[]>([]);
  const handle = useRef<Pages>(null);
  const pdf = useRef<PDFDocumentProxy | undefined>(undefined);
  const texts = useRef(new Map<number, Promise<PageText>>());
  const read = useRef(new Map<number, PageText>());

  const textOf = (page: number): Promise<PageText> => {
    const known = texts.current.get(page) ?? pdf.current!.getPage(page).then(readPageText);
    texts.current.set(page, known);
    void known.then((text) => read.current.set(page, text)).catch(() => undefined);
    return known;
  };

  /** Finds a block on the pages of its article, from where it is most likely on. */
  const find = async (article: string, block: Block): Promise<{ lights: Lights[]; y: number } | undefined> => {
    const found = pagesOf(article);
    if (!pdf.current || !found) return undefined;
    const words = bare(block.words);
    for (let page = found.first; page <= Math.min(found.last, pdf.current.numPages); page++) {
      const text = await textOf(page);
      const at = placeIn(text, block.words);
      if (at < 0) continue;
      const end = at + words.length;
      const here = boxesOf(text, at, end);
      const lit: Lights[] = [{ page, boxes: here, kind: 'lit' }];
      // what does not fit goes on at the head of the next page
      if (end > text.words.length && page < found.last) {
        const next = await textOf(page + 1);
        const rest = words.slice(text.words.length - at);
        const from = next.words.indexOf(rest.slice(0, 8));
        if (rest !== '' && from >= 0)
          lit.push({ page: page + 1, boxes: boxesOf(next, from, from + rest.length), kind: 'lit' });
      }
      return { lights: lit, y: here[0]?.y ?? 0 };
    }
    return undefined;
  };

  const light = (): void => {
    const { selected, from } = get();
    const block = selectedBlock();
    if (!selected || !block) return setLights([]);
    void guarded(async () => {
      const found = await find(selected.article, block).catch(() => undefined);
      setLights(found?.lights ?? []);
      if (found?.lights[0] && from !== 'page') handle.current?.show(found.lights[0].page, found.y);
    });
  };
  useEffect(light, [chosen, proof?.made]);

  useEffect(
    () =>
      follow('page', (place) => {
        const { article } = get();
        const block = blockAt(shownBlocks(get()) ?? [], place.text, place.offset);
        if (!article || !block) return;
        void find(article, block).then(
          (found) => {
            if (found?.lights[0]) handle.current?.show(found.lights[0].page, found.y);
          },
          () => undefined,
        );
      }),
    [],
  );

  /** The block whose words stand at a place of a page. */
  const blockOn = async (
    page: number,
    x: number,
    y: number,
  ): Promise<{ article: string; block: Block } | undefined> => {
    const article = articleOn(page);
    if (article === undefined) return undefined;
    const text = await textOf(page);
    const blocks = await showArticle(article);
    const near = text.items
      .map((item) => ({ item, far: farFrom(item.box, x, y) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, 3);
    for (const { item } of near) {
      for (const n of [10, 7, 5]) {
        const words = text.words.slice(item.start, Math.min(item.end, item.start + n));
        const block =
          words.length >= 3 ? blocks.find((one) => one.kind !== 'table' && bare(one.words).includes(words)) : undefined;
        if (block) return { article, block };
      }
    }
    return undefined;
  };

  const job = proof?.job !== undefined;
  return (
    <PaneFrame
      pane="page"
      title={
        <span role="status">
          {job ? w.printing(progress?.detail) : proof?.pages ? w.pagesMade(proof.pages) : w.panes.page}
        </span>
      }
      tools={
        <button type="button" aria-pressed={spreads} onClick={() => setSpreads(!spreads)}>
          {w.spreads}
        </button>
      }
    >
      {refused && <p class="nothing notice refused">{refused}</p>}
      {proof?.file === undefined ? (
        !refused && (
          <p class="nothing" role="status">
            {w.pagesComing}
          </p>
        )
      ) : (
        <PdfPages
          address={get().api!.madeAddress(proof.file)}
          version={proof.made}
          pane="page"
          lights={lights}
          spreads={spreads}
          handle={handle}
          onOpen={(opened) => {
            pdf.current = opened;
            texts.current.clear();
            read.current.clear();
            setTimeout(light);
          }}
          onPoint={(page, x, y) =>
            void guarded(async () => {
              const found = await blockOn(page, x, y);
              if (found) select({ article: found.article, n: found.block.n }, 'page');
            })
          }
          onMoved={() =>
            moved('page', () => {
              const at = handle.current?.place();
              const text = at && read.current.get(at.page);
              if (!at) return undefined;
              if (!text) {
                if (pdf.current) void textOf(at.page).catch(() => undefined);
                return undefined;
              }
              const item = text.items.find(({ box }) => box.y + box.height > at.y);
              const words = item && text.words.slice(item.start, item.start + 7);
              const article = articleOn(at.page);
              const blocks = article === undefined ? undefined : get().blocks[article]?.blocks;
              if (words === undefined || !blocks) {
                if (article !== undefined) void guarded(() => showArticle(article));
                return undefined;
              }
              const block = blocks.find((one) => one.at && bare(one.words).includes(words));
              if (!block?.at) return undefined;
              const share = bare(block.words).indexOf(words) / Math.max(1, bare(block.words).length);
              return {
                text: block.at.text,
                offset: Math.round(block.at.start + share * (block.at.end - block.at.start)),
              };
            })
          }
        />
      )}
    </PaneFrame>
  );
}

/** Sheets that an article fills, as the pages were last made. */
export function pagesOf(article: string): { first: number; last: number } | undefined {
  const printed = get().proof?.printed;
  if (!printed) return undefined;
  const first = printed.contents.find(({ id }) => id === article)?.page;
  const pages = printed.pageStarts.filter(({ document }) => document === article).map(({ page }) => page);
  const start = first ?? pages[0];
  return start === undefined ? undefined : { first: start, last: Math.max(start, ...pages) };
}

function articleOn(page: number): string | undefined {
  return (get().issue?.look.articles ?? []).find(({ id }) => {
    const pages = pagesOf(id);
    return pages && pages.first <= page && page <= pages.last;
  })?.id;
}

function farFrom(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  px: number,
  py: number,
): number {
  const dx = px < x ? x - px : px > x + width ? px - x - width : 0;
  const dy = py < y ? y - py : py > y + height ? py - y - height : 0;
  return dx + 3 * dy;
}
