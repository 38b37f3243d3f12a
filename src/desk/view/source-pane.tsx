/** The source as it came: its raw text with line numbers, or the pages of its PDF; the chosen place is lit. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Compartment, EditorState, StateEffect, StateField, type Range } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { defaultKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import type { SourceSpan } from '../protocol.js';
import { guarded, selectedBlock, showPlace } from './acts.js';
import { PaneFrame } from './pane-frame.js';
import { SourcePages } from './source-pages.js';
import { get, useStore } from './store.js';
import { eyeLevel, follow, leading, moved } from './sync.js';
import { useWords } from './words.js';

export function SourcePane() {
  const w = useWords();
  const look = useStore(({ issue }) => issue?.look);
  const article = useStore((now) => now.article);
  const question = useStore((now) => now.question);
  const at =
    look?.questions.find(({ id }) => id === question)?.at ?? look?.articles.find(({ id }) => id === article)?.at;
  const number = at?.text ?? 0;
  const text = look?.texts[number];
  const [asText, setAsText] = useState(false);
  const paged = text?.pages !== undefined;
  return (
    <PaneFrame
      pane="source"
      title={text ? text.file : w.source}
      tools={
        paged && (
          <button type="button" aria-pressed={asText} onClick={() => setAsText(!asText)}>
            {asText ? w.asPages : w.asText}
          </button>
        )
      }
    >
      {text &&
        (paged && !asText ? (
          <SourcePages key={number} number={number} />
        ) : (
          <RawText key={`${number} ${text.digest}`} number={number} />
        ))}
    </PaneFrame>
  );
}

interface Lit {
  chosen?: SourceSpan;
  asked?: SourceSpan;
}

const light = StateEffect.define<Lit>();

const lights = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let next = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(light)) continue;
      const { length } = transaction.state.doc;
      const ranges: Range<Decoration>[] = [];
      const add = (span: SourceSpan | undefined, name: string): void => {
        if (!span) return;
        const [from, to] = [Math.min(span.start, length), Math.min(span.end, length)];
        if (from < to) ranges.push(Decoration.mark({ class: name }).range(from, to));
        else ranges.push(Decoration.line({ class: `${name}-line` }).range(transaction.state.doc.lineAt(from).from));
      };
      add(effect.value.chosen, 'lit');
      add(effect.value.asked, 'asked');
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function RawText({ number }: { number: number }) {
  const w = useWords();
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const label = useRef(new Compartment());
  const chosen = useStore(() => selectedBlock()?.at);
  const asked = useStore((now) => now.issue?.look.questions.find(({ id }) => id === now.question)?.at);

  useEffect(() => {
    let gone = false;
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=kanben-nonce]')!.content;
    void guarded(async () => {
      const doc = await get().api!.text(number);
      if (gone || !holder.current) return;
      view.current = new EditorView({
        parent: holder.current,
        state: EditorState.create({
          doc,
          extensions: [
            EditorState.readOnly.of(true),
            EditorState.lineSeparator.of('\n'),
            EditorView.cspNonce.of(nonce),
            EditorView.lineWrapping,
            lineNumbers(),
            search({ top: true }),
            keymap.of([...searchKeymap, ...defaultKeymap]),
            lights,
            label.current.of(EditorView.contentAttributes.of({ 'aria-label': w.source })),
            EditorView.domEventHandlers({
              click: (event, editor) => {
                const offset = editor.posAtCoords({ x: event.clientX, y: event.clientY });
                if (offset !== null && editor.state.selection.main.empty)
                  void guarded(() => showPlace(number, offset, 'source'));
              },
            }),
          ],
        }),
      });
      view.current.scrollDOM.addEventListener('scroll', () =>
        moved('source', () => {
          const { scrollDOM } = view.current!;
          const height = scrollDOM.scrollTop + scrollDOM.clientHeight * eyeLevel;
          const block = view.current!.lineBlockAtHeight(height);
          const share = block.height > 0 ? Math.min(1, Math.max(0, (height - block.top) / block.height)) : 0;
          return { text: number, offset: block.from + Math.round(share * block.length) };
        }),
      );
      show();
    });
    const end = follow('source', (place) => {
      if (place.text === number) scrollTo(view.current, place.offset);
    });
    return () => {
      gone = true;
      end();
      view.current?.destroy();
      view.current = undefined;
    };
  }, [number]);

  const show = (): void => {
    const editor = view.current;
    if (!editor) return;
    const mine = (span: SourceSpan | undefined): SourceSpan | undefined => (span?.text === number ? span : undefined);
    const lit: Lit = { chosen: mine(selectedBlock()?.at), asked: mine(askedSpan()) };
    editor.dispatch({ effects: light.of(lit) });
    const target = lit.asked && get().from === 'queue' ? lit.asked : (lit.chosen ?? lit.asked);
    if (target && get().from !== 'source') scrollTo(editor, target.start);
  };
  useEffect(show, [chosen, asked]);
  return <div class="raw" ref={holder} {...leading('source')} />;
}

const askedSpan = (): SourceSpan | undefined => {
  const { issue, question } = get();
  return issue?.look.questions.find(({ id }) => id === question)?.at;
};

function scrollTo(editor: EditorView | undefined, offset: number): void {
  if (!editor) return;
  const at = Math.min(offset, editor.state.doc.length);
  editor.dispatch({
    effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: editor.scrollDOM.clientHeight * eyeLevel }),
  });
}
