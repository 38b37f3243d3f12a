/** All corrections, as they are written: what each does, how much it answers, and the way back. */
import { sentenceOf } from '../../messages/index.js';
import { act, guarded, showPlace } from './acts.js';
import { Preview } from './queue.js';
import { set, useStore } from './store.js';
import { useWords } from './words.js';

export function RecordsList() {
  const w = useWords();
  const records = useStore((now) => now.issue?.look.records) ?? [];
  const language = useStore((now) => now.language);
  return (
    <div class="screen">
      <h2>{w.recordsOf(records.length)}</h2>
      {records.length === 0 ? (
        <p class="nothing">{w.noRecords}</p>
      ) : (
        <ol class="records">
          {records.map((record) => {
            const [first] = record.applied;
            const at = first?.at;
            return (
              <li key={`${record.line} ${record.yaml}`} class={record.refused ? 'refused' : ''}>
                <pre lang="zh">{record.yaml}</pre>
                <div class="record-does">
                  {record.refused && <p class="notice refused">{sentenceOf(record.refused, language)}</p>}
                  {first && first.before !== first.after && <Preview before={first.before} after={first.after} />}
                  {record.answers > 0 && <p class="dim">{w.answers(record.answers)}</p>}
                  <div class="row">
                    {at && (
                      <button
                        type="button"
                        onClick={() => {
                          set({ screen: 'proof' });
                          void guarded(() => showPlace(at.text, at.start, 'queue'));
                        }}
                      >
                        {w.show}
                      </button>
                    )}
                    <button
                      type="button"
                      onClick={() => void act({ type: 'take-back', line: record.line, yaml: record.yaml })}
                    >
                      {w.takeBack}
                    </button>
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
