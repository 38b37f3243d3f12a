/** The edition as text: one article, its blocks in reading order, each to be altered in place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block } from '../protocol.js';
import { act, blockAt, blockBefore, guarded, refOf, selectedBlock, showArticle, showPlace } from './acts.js';
import { caretIn, EditableBlock, Part } from './editable-block.js';
import { PaneFrame } from './pane-frame.js';
import { get, set, shownBlocks, useStore } from './store.js';
import { eyeLevel, follow, leading, moved } from './sync.js';
import { useWords } from './words.js';

export function TextPane() {
  const w = useWords();
  const blocks = useStore(shownBlocks);
  const article = useStore((now) => now.article);
  const articles = useStore((now) => now.issue?.look.articles) ?? [];
  const selected = useStore((now) => now.selected);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const end = follow('text', (place) => {
      const { article: shown, issue } = get();
      const own = issue?.look.articles.find(({ id }) => id === shown);
      // a place of another article opens it
      if (own && (own.at.text !== place.text || place.offset < own.at.start || place.offset > own.at.end)) {
        const other = issue?.look.articles.findLast(({ at }) => at.text === place.text && at.start <= place.offset);
        if (other && other.id !== shown) void guarded(() => showArticle(other.id));
        return;
      }
      const block = blockAt(shownBlocks(get()) ?? [], place.text, place.offset);
      const element = block && document.getElementById(`block-${block.n}`);
      if (!element || !scroller.current || !block.at) return;
      const share = (place.offset - block.at.start) / Math.max(1, block.at.end - block.at.start);
      const y = element.offsetTop + element.offsetHeight * Math.min(1, Math.max(0, share));
      scroller.current.scrollTop = y - scroller.current.clientHeight * eyeLevel;
    });
    return end;
  }, []);

  useEffect(() => {
    if (!selected || selected.article !== article || get().from === 'text') return;
    document.getElementById(`block-${selected.n}`)?.scrollIntoView({ block: 'center' });
  }, [selected, article, blocks]);

  const onScroll = (): void =>
    moved('text', () => {
      const pane = scroller.current!;
      const y = pane.scrollTop + pane.clientHeight * eyeLevel;
      const all = [...pane.querySelectorAll<HTMLElement>('.block')];
      const element = all.find((one) => one.offsetTop + one.offsetHeight > y);
      const block = element && shownBlocks(get())?.[Number(element.id.slice('block-'.length))];
      if (!element || !block?.at) return undefined;
      const share = Math.min(1, Math.max(0, (y - element.offsetTop) / Math.max(1, element.offsetHeight)));
      return { text: block.at.text, offset: Math.round(block.at.start + share * (block.at.end - block.at.start)) };
    });

  const n = articles.findIndex(({ id }) => id === article);
  const go = (to: number): void => {
    const next = articles[to];
    if (next) void guarded(() => showPlace(next.at.text, next.at.start, 'queue'));
  };
  return (
    <PaneFrame
      pane="text"
      title={
        <select
          class="article-choice"
          aria-label={w.article}
          value={article}
          onChange={(event) => go(articles.findIndex(({ id }) => id === event.currentTarget.value))}
        >
          {articles.map(({ id, title, questions }) => (
            <option key={id} value={id}>
              {title}
              {questions > 0 ? ` (${questions})` : ''}
            </option>
          ))}
        </select>
      }
      tools={
        <>
          <button
            type="button"
            class="quiet"
            disabled={n <= 0}
            aria-label={w.articleBefore}
            title={w.articleBefore}
            onClick={() => go(n - 1)}
          >
            ‹
          </button>
          <button
            type="button"
            class="quiet"
            disabled={n >= articles.length - 1}
            aria-label={w.articleAfter}
            title={w.articleAfter}
            onClick={() => go(n + 1)}
          >
            ›
          </button>
        </>
      }
    >
      <BlockTools />
      <div class="text-scroll" ref={scroller} onScroll={onScroll} {...leading('text')}>
        <article class="sheet" lang="zh">
          {article !== undefined &&
            blocks?.map((block) =>
              block.kind === 'cell' ? null : block.kind === 'table' ? (
                <Table
                  key={`t${block.n}`}
                  article={article}
                  block={block}
                  all={blocks}
                  chosen={selected?.article === article ? selected.n : -1}
                />
              ) : block.kind === 'rule' ? (
                <hr key={block.n} />
              ) : block.parts.length === 0 && !block.lost ? null : block.editable || block.lost ? (
                <EditableBlock
                  key={`${block.n}`}
                  article={article}
                  block={block}
                  chosen={selected?.article === article && selected.n === block.n}
                />
              ) : (
                <FixedBlock key={block.n} block={block} />
              ),
            )}
        </article>
      </div>
    </PaneFrame>
  );
}

/** What no words of the text say: people, keywords, formulas; the table of articles alters them. */
function FixedBlock({ block }: { block: Block }) {
  const w = useWords();
  return (
    <div
      id={`block-${block.n}`}
      class={`block fixed ${block.kind}`}
      title={block.kind === 'formula' ? undefined : w.inArticles}
    >
      {block.parts.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </div>
  );
}

function Table({ article, block, all, chosen }: { article: string; block: Block; all: Block[]; chosen: number }) {
  return (
    <div class="table-holder" tabIndex={0} role="region" aria-label={useWords().kinds.table}>
      <table>
        <tbody>
          {(block.rows ?? []).map((row, i) => (
            <tr key={i}>
              {row.map((n) => (
                <td key={n}>{all[n] && <EditableBlock article={article} block={all[n]} chosen={chosen === n} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const levels = ['none', '1', '2', '3', '4', 'title'] as const;

/** What may be done with the chosen block. */
function BlockTools() {
  const w = useWords();
  const selected = useStore((now) => now.selected);
  const waiting = useStore((now) => now.waiting);
  const block = useStore(() => selectedBlock());
  const [adding, setAdding] = useState<number | undefined>(undefined);
  const said = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setAdding(undefined), [selected]);
  useEffect(() => said.current?.focus(), [adding]);
  const usable = block?.editable && selected ? block : undefined;
  const ref = usable && refOf(selected!.article, usable);
  const level = !usable
    ? 'none'
    : usable.kind === 'title'
      ? 'title'
      : usable.kind === 'heading'
        ? String(usable.level)
        : 'none';
  const caret = (): number => {
    const element = block && document.getElementById(`block-${block.n}`);
    return (element && caretIn(element)) ?? block?.words.length ?? 0;
  };
  const isWords = usable && !['cell', 'code', 'formula', 'table'].includes(usable.kind);
  return (
    <div class="block-tools" role="toolbar" aria-label={w.blockTools}>
      <select
        aria-label={w.level}
        disabled={!isWords || usable.kind === 'note'}
        value={level}
        onChange={(event) =>
          ref && void act({ type: 'heading', block: ref, level: event.currentTarget.value as 'none' })
        }
      >
        {levels.map((one) => (
          <option key={one} value={one}>
            {w.levels[one]}
          </option>
        ))}
      </select>
      <button
        type="button"
        disabled={!isWords || !blockBefore(usable)}
        title={w.joinHint}
        onClick={() => {
          const before = blockBefore(usable!);
          if (ref && before) void act({ type: 'join', block: ref, before: refOf(selected!.article, before) });
        }}
      >
        {w.join}
      </button>
      {/* a press on a button must not take the caret away: it says where */}
      <button
        type="button"
        disabled={!isWords}
        title={w.splitHint}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          const offset = caret();
          if (ref && offset > 0 && offset < usable!.words.length) void act({ type: 'split', block: ref, offset });
        }}
      >
        {w.split}
      </button>
      <button
        type="button"
        disabled={!isWords}
        aria-expanded={adding !== undefined}
        title={w.noteHint}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => setAdding(adding === undefined ? caret() : undefined)}
      >
        {w.addNote}
      </button>
      <button
        type="button"
        disabled={!isWords}
        aria-pressed={waiting?.type === 'tie'}
        title={w.tieHint}
        onClick={() => set({ waiting: waiting ? undefined : { type: 'tie', note: selected! } })}
      >
        {w.tie}
      </button>
      <button
        type="button"
        disabled={!isWords}
        aria-pressed={waiting?.type === 'caption'}
        title={w.captionHint}
        onClick={() => set({ waiting: waiting ? undefined : { type: 'caption', block: selected! } })}
      >
        {w.moveCaption}
      </button>
      <button
        type="button"
        disabled={!isWords}
        title={w.dropHint}
        onClick={() => ref && void act({ type: 'drop', block: ref })}
      >
        {w.drop}
      </button>
      {adding !== undefined && ref && (
        <form
          class="add-note"
          onSubmit={(event) => {
            event.preventDefault();
            const words = said.current?.value.trim() ?? '';
            if (words !== '')
              void act({ type: 'note', block: ref, offset: adding, words }).then(
                (done) => done && setAdding(undefined),
              );
          }}
        >
          <label>
            {w.noteAt(usable!.words.slice(Math.max(0, adding - 10), adding))}
            <textarea ref={said} rows={2} onKeyDown={(event) => event.key === 'Escape' && setAdding(undefined)} />
          </label>
          <button type="submit" class="primary">
            {w.addNote}
          </button>
        </form>
      )}
      {waiting && (
        <p class="waiting" role="status">
          {w.waiting[waiting.type]}{' '}
          <button type="button" class="quiet" onClick={() => set({ waiting: undefined })}>
            {w.cancel}
          </button>
        </p>
      )}
    </div>
  );
}
