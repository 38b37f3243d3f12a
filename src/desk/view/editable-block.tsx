/**
 * A block of the edition that may be typed in. While a person types it is the browser's; when the caret leaves it, what
 * has changed becomes a record, and the block is drawn anew as the edition then reads.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block, BlockPart } from '../protocol.js';
import { act, blockBefore, refOf, select, undo } from './acts.js';
import { get, set, useStore } from './store.js';
import { useWords } from './words.js';

interface Props {
  article: string;
  block: Block;
  chosen: boolean;
}

export function EditableBlock({ article, block, chosen }: Props) {
  const w = useWords();
  const element = useRef<HTMLDivElement>(null);
  /** Drawn anew when it grows: what the browser has made of the block goes. */
  const [round, setRound] = useState(0);
  const typing = useRef(false);
  const asked = useStore((now) => {
    const at = now.issue?.look.questions.find(({ id }) => id === now.question)?.at;
    return Boolean(
      at && block.at && at.text === block.at.text && at.start >= block.at.start && at.start <= block.at.end,
    );
  });

  const commit = async (): Promise<Block | undefined> => {
    const said = element.current ? wordsIn(element.current) : block.words;
    typing.current = false;
    if (said === block.words) return block;
    element.current?.classList.add('saving');
    const done = await act({ type: 'edit', block: refOf(article, block), words: said });
    setRound((n) => n + 1);
    return done ? get().blocks[article]?.blocks.find(({ words: now, n }) => n === block.n && now === said) : undefined;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // keys that choose a sign in an input method are the input method's
    if (event.isComposing || event.keyCode === 229) return;
    const { current } = element;
    if (!current) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      typing.current = false;
      setRound((n) => n + 1);
      focusQueue();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const offset = caretIn(current);
      void commit().then((now) => {
        if (now && offset !== undefined && offset > 0 && offset < now.words.length)
          return act({ type: 'split', block: refOf(article, now), offset }).then(() => setRound((n) => n + 1));
        return undefined;
      });
    } else if (event.key === 'Backspace' && atStart(current)) {
      event.preventDefault();
      const before = blockBefore(block);
      if (before)
        void commit().then((now) => {
          if (now) void act({ type: 'join', block: refOf(article, now), before: refOf(article, before) });
        });
    } else if (/^[0-4t]$/.test(event.key) && event.altKey) {
      event.preventDefault();
      const level = event.key === '0' ? 'none' : event.key === 't' ? 'title' : (event.key as '1');
      void commit().then((now) => now && act({ type: 'heading', block: refOf(article, now), level }));
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !typing.current) {
      event.preventDefault();
      void undo();
    }
  };

  const onClick = (event: MouseEvent): void => {
    const call = (event.target as Element).closest<HTMLElement>('.call');
    if (call) {
      const note = get().blocks[article]?.blocks.find((one) => one.note === call.dataset.note);
      if (note) select({ article, n: note.n }, 'queue');
      return;
    }
    const { waiting } = get();
    if (waiting) void settle(waiting, article, block, element.current ? (caretIn(element.current) ?? 0) : 0);
  };

  // the caret is in it when it is clicked, and then it is the chosen one
  const onFocus = (): void => select({ article, n: block.n }, 'text');

  const heading = block.kind === 'heading' || block.kind === 'title';
  useEffect(() => {
    if (!typing.current) element.current?.classList.remove('saving');
  });
  return (
    <div
      key={`${round} ${block.words}`}
      ref={element}
      id={`block-${block.n}`}
      class={`block ${block.kind}${block.level ? ` level-${block.level}` : ''}${chosen ? ' chosen' : ''}${asked ? ' asked' : ''}${block.lost ? ' lost' : ''}${block.records ? ' corrected' : ''}`}
      role="textbox"
      aria-multiline="true"
      aria-label={`${w.kinds[block.kind]}${heading && block.level ? ` ${block.level}` : ''}`}
      aria-readonly={!block.editable && !block.lost}
      contentEditable={block.editable || block.lost ? ('plaintext-only' as unknown as boolean) : undefined}
      tabIndex={0}
      spellcheck={false}
      data-label={block.label}
      data-empty={block.lost ? w.lostHere : undefined}
      onFocus={onFocus}
      onInput={() => void (typing.current = true)}
      onBlur={() => void (typing.current && commit())}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {block.parts.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </div>
  );
}

export function Part({ part }: { part: BlockPart }) {
  switch (part.type) {
    case 'words':
      return part.marks ? (
        <span class={part.marks.map((mark) => `mark-${mark}`).join(' ')}>{part.words}</span>
      ) : (
        part.words
      );
    case 'call':
      return (
        <span class="call" contentEditable={false} data-note={part.note} data-aside="">
          {part.label}
        </span>
      );
    case 'page':
      return <span class="page-break" contentEditable={false} data-aside="" title={part.page} />;
    case 'break':
      return <br />;
    case 'picture':
      return (
        <span class="picture" contentEditable={false} data-aside="">
          {part.words || part.address}
        </span>
      );
    case 'formula':
      return (
        <span class="formula" contentEditable={false} data-aside="">
          {part.words}
        </span>
      );
  }
}

/** What a person sees as words: calls and signs of pages are none. */
function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.replace(/\u200b/g, '');
  if (node instanceof HTMLElement && (node.dataset.aside !== undefined || node.tagName === 'BR')) return '';
  return [...node.childNodes].map(wordsIn).join('');
}

/** How many units of the words stand before the caret. */
export function caretIn(element: HTMLElement): number | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  return wordsIn(before.cloneContents()).length;
}

function atStart(element: HTMLElement): boolean {
  const selection = getSelection();
  return Boolean(selection?.isCollapsed) && caretIn(element) === 0;
}

export function focusQueue(): void {
  (document.activeElement as HTMLElement | null)?.blur();
  document.querySelector<HTMLElement>('.question[aria-current=true] .question-head')?.focus();
}

/** The second click of an act that waits for one. */
async function settle(
  waiting: NonNullable<ReturnType<typeof get>['waiting']>,
  article: string,
  block: Block,
  offset: number,
): Promise<void> {
  set({ waiting: undefined });
  const { blocks } = get();
  if (waiting.type === 'supply') {
    const before = block.words.slice(Math.max(0, offset - 12), offset);
    await act({ type: 'answer', question: waiting.question, choice: waiting.choice, supplied: before });
  } else if (waiting.type === 'tie') {
    const note = blocks[waiting.note.article]?.blocks[waiting.note.n];
    if (note) await act({ type: 'tie', note: refOf(waiting.note.article, note), block: refOf(article, block), offset });
  } else {
    const caption = blocks[waiting.block.article]?.blocks[waiting.block.n];
    if (caption)
      await act({ type: 'caption', block: refOf(waiting.block.article, caption), to: refOf(article, block) });
  }
}
