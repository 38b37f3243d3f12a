/** The keys of the desk. */
import { useEffect, useRef } from 'preact/hooks';
import { set } from './store.js';
import { useWords } from './words.js';

const keys = [
  ['step', 'j  k'],
  ['digit', '1 … 9'],
  ['first', '⏎'],
  ['all', 'a'],
  ['undo', 'u'],
  ['part', '⏎ ¶'],
  ['join', '⌫ ¶'],
  ['level', 'Alt 1 2 3 4 0 t'],
  ['write', 'Ctrl ⏎'],
  ['leave', 'Esc'],
  ['help', '?'],
] as const;

export function Help() {
  const w = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help" onClose={() => set({ help: false })}>
      <h2 id="help">{w.help}</h2>
      <dl>
        {keys.map(([name, pressed]) => (
          <div key={name}>
            <dt>
              <kbd>{pressed}</kbd>
            </dt>
            <dd>{w.helpKeys[name]}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="primary" autofocus onClick={() => dialog.current?.close()}>
        {w.close}
      </button>
    </dialog>
  );
}
