/** All that was set aside, by the rule that did it: what belongs to the text is kept with one click. */
import { useState } from 'preact/hooks';
import type { AsideEntry } from '../../index.js';
import { act, guarded, showPlace } from './acts.js';
import { set, useStore } from './store.js';
import { named, useWords } from './words.js';

export function AsideList() {
  const w = useWords();
  const aside = useStore((now) => now.issue?.look.aside) ?? [];
  const [rule, setRule] = useState('');
  const [marks, setMarks] = useState(false);
  const shown = aside.filter((entry) => (marks || isLine(entry)) && (rule === '' || entry.rule === rule));
  const rules = [...new Set(aside.filter((entry) => marks || isLine(entry)).map((entry) => entry.rule))];
  return (
    <div class="screen">
      <h2>{w.asideOf(shown.length)}</h2>
      <div class="row">
        <select aria-label={w.byKind} value={rule} onChange={(event) => setRule(event.currentTarget.value)}>
          <option value="">{w.allKinds}</option>
          {rules.map((one) => (
            <option key={one} value={one}>
              {named(w.rules, one)}
            </option>
          ))}
        </select>
        <label class="check">
          <input type="checkbox" checked={marks} onChange={(event) => setMarks(event.currentTarget.checked)} />
          {w.marksToo}
        </label>
      </div>
      {shown.length === 0 ? (
        <p class="nothing">{w.nothingAside}</p>
      ) : (
        <ul class="entries">
          {shown.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                class="quiet place"
                title={w.show}
                onClick={() => {
                  set({ screen: 'proof' });
                  void guarded(() => showPlace(entry.at.text, entry.at.start, 'queue'));
                }}
              >
                {entry.onPage
                  ? w.onPage(entry.onPage.folio ?? String(entry.onPage.page), entry.onPage.line)
                  : w.line(entry.line)}
              </button>
              <span class="words" lang="zh">
                {entry.keep ?? entry.words}
              </span>
              <span class="dim">{named(w.rules, entry.rule)}</span>
              {(entry.keep !== undefined || entry.rule === 'revise:drop') && (
                <button
                  type="button"
                  aria-label={w.keepThis(entry.words)}
                  onClick={() => void act({ type: 'keep', aside: entry.id })}
                >
                  {w.keep}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** More than a mark that the program has read: a line, or words of some length. */
const isLine = ({ keep, words, rule }: AsideEntry): boolean =>
  keep !== undefined || rule === 'revise:drop' || /\p{Script=Han}{2}|\p{L}{4}/u.test(words);
