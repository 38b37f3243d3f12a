/** A column with its head: what it shows, its tools, and the button that folds it away. */
import type { ComponentChildren } from 'preact';
import { set, type Pane } from './store.js';
import { useWords } from './words.js';

interface Props {
  pane: Pane;
  title: ComponentChildren;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

export function PaneFrame({ pane, title, tools, children }: Props) {
  const w = useWords();
  return (
    <section class={`pane pane-${pane}`} aria-label={w.panes[pane]}>
      <header class="pane-head">
        <h2 class="pane-title">{title}</h2>
        <div class="pane-tools">
          {tools}
          {pane !== 'text' && (
            <button
              type="button"
              class="quiet"
              title={w.fold(w.panes[pane])}
              aria-label={w.fold(w.panes[pane])}
              onClick={() => set((now) => ({ panes: { ...now.panes, [pane]: false } }))}
            >
              ×
            </button>
          )}
        </div>
      </header>
      {children}
    </section>
  );
}
