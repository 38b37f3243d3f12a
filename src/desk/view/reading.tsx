/** The book as a phone and as a tablet show it: notes open where they are called, by day and by night. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookDocument } from '../protocol.js';
import { beginJob, guarded } from './acts.js';
import { get, set, useStore } from './store.js';
import { useWords } from './words.js';

type Device = 'phone' | 'tablet';

export function Reading() {
  const w = useWords();
  const [documents, setDocuments] = useState<BookDocument[]>([]);
  const [at, setAt] = useState(0);
  const [device, setDevice] = useState<Device>('phone');
  const [night, setNight] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const revision = useStore((now) => now.issue?.revision);
  const [job, setJob] = useState<string | undefined>(undefined);
  const result = useStore((now) => now.jobs.find(({ id }) => id === job)?.result);
  const article = useStore((now) => now.article);

  // the book follows the corrections
  useEffect(() => {
    void beginJob(['epub']).then((id) => {
      setJob(id);
      if (id !== undefined) set((now) => ({ proofJobs: [...now.proofJobs, id] }));
    });
  }, [revision]);
  useEffect(() => {
    if (!result?.ok) return;
    void guarded(async () => {
      const read = await get().api!.book();
      setDocuments(read);
      if (documents.length === 0)
        setAt(
          Math.max(
            0,
            read.findIndex(({ href }) => href.endsWith(`/${article}.xhtml`)),
          ),
        );
      frame.current?.contentWindow?.location.reload();
    });
  }, [result]);

  const shown = documents[at];
  const dress = (): void => {
    const book = frame.current?.contentDocument;
    if (!book?.documentElement) return;
    paint(book, night);
    book.addEventListener('click', (event) => openNote(event, book, (href) => go(href)));
    book.addEventListener('keydown', (event) => event.key === 'Escape' && closeNote(book));
  };
  const go = (href: string): void => {
    const name = decodeURIComponent(new URL(href).pathname.split('/book/')[1] ?? '');
    const to = documents.findIndex((one) => one.href === name);
    if (to >= 0) setAt(to);
  };
  useEffect(() => {
    const book = frame.current?.contentDocument;
    if (book) paint(book, night);
  }, [night]);

  return (
    <div class="reading">
      <div class="row reading-tools">
        <select aria-label={w.chapter} value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
          {documents.map(({ href, title }, i) => (
            <option key={href} value={i}>
              {title}
            </option>
          ))}
        </select>
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {w.chapterBefore}
        </button>
        <button type="button" disabled={at >= documents.length - 1} onClick={() => setAt(at + 1)}>
          {w.chapterAfter}
        </button>
        <div class="pane-choice" role="group" aria-label={w.device}>
          {(['phone', 'tablet'] as const).map((one) => (
            <button type="button" key={one} aria-pressed={device === one} onClick={() => setDevice(one)}>
              {w.devices[one]}
            </button>
          ))}
        </div>
        <button type="button" aria-pressed={night} onClick={() => setNight(!night)}>
          {w.night}
        </button>
      </div>
      <div class={`device ${device}${night ? ' night' : ''}`}>
        {shown ? (
          <iframe
            ref={frame}
            title={w.bookShown}
            src={get().api!.bookAddress(shown.href)}
            sandbox="allow-same-origin"
            onLoad={dress}
          />
        ) : (
          <p class="nothing" role="status">
            {result && !result.ok ? w.notMade('EPUB') : w.bookComing}
          </p>
        )}
      </div>
    </div>
  );
}

/** As a reading system does at night, over the colours of the book. */
function paint(book: Document, night: boolean): void {
  book.getElementById('kanben-night')?.remove();
  const style = book.createElement('style');
  style.id = 'kanben-night';
  style.textContent = `html{padding:0 1.2em;font-size:17px}${
    night
      ? 'html,body{background:#16181b!important}body,body *{color:#c9c5bd!important;border-color:#555!important;background-color:transparent!important}a{color:#e3a57f!important}img{filter:brightness(.85)}'
      : ''
  }.kanben-note{position:fixed;left:0;right:0;bottom:0;max-height:45vh;overflow:auto;margin:0;padding:1em 1.2em;background:${night ? '#24272b' : '#fffdf5'}!important;border-top:1px solid #998;box-shadow:0 -.3em 1em #0003;font-size:.95em}`;
  book.head?.append(style);
}

const closeNote = (book: Document): void => book.querySelector('.kanben-note')?.remove();

/** A note opens at the foot of the screen, as reading systems show it; a link goes where it leads. */
function openNote(event: MouseEvent, book: Document, go: (href: string) => void): void {
  const link = (event.target as Element).closest('a[href]');
  closeNote(book);
  if (!link) return;
  event.preventDefault();
  const href = (link as HTMLAnchorElement).href;
  const [file, id = ''] = href.split('#');
  const target = file === book.location.href.split('#')[0] ? book.getElementById(decodeURIComponent(id)) : null;
  if (!target) return go(href);
  const isNote =
    link.getAttributeNS('http://www.idpf.org/2007/ops', 'type') === 'noteref' ||
    link.getAttribute('role') === 'doc-noteref';
  if (!isNote) return target.scrollIntoView({ block: 'center' });
  const note = book.createElement('aside');
  note.className = 'kanben-note';
  note.append(...[...target.childNodes].map((node) => node.cloneNode(true)));
  book.body.append(note);
}
