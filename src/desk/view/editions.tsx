/** Editions made by a button, with their progress and what they were measured to be; earlier ones held against this. */
import { useEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../../messages/index.js';
import type { EarlierEdition, EditionDifference, Inspected, MadeFile, SlipMade } from '../protocol.js';
import { beginJob, guarded } from './acts.js';
import { Preview } from './queue.js';
import { get, set, useStore, type Job } from './store.js';
import { named, useWords } from './words.js';

export function Editions() {
  const w = useWords();
  const jobs = useStore((now) => now.jobs);
  const proof = useStore((now) => now.proofJobs);
  return (
    <div class="screen">
      <h2>{w.makeEditions}</h2>
      <div class="row">
        <button type="button" class="primary" onClick={() => void beginJob(['epub', 'pdf'])}>
          EPUB + PDF
        </button>
        <button type="button" onClick={() => void beginJob(['epub'])}>
          EPUB
        </button>
        <button type="button" onClick={() => void beginJob(['pdf'])}>
          PDF
        </button>
        <button type="button" onClick={() => void beginJob(['pdf'], true)}>
          {w.pressPdf}
        </button>
        <button type="button" onClick={() => void beginJob(['html'])}>
          HTML
        </button>
        <button type="button" onClick={() => void beginJob(['jats'])}>
          JATS
        </button>
      </div>
      <ul class="jobs">
        {jobs
          .filter(({ id }) => !proof.includes(id))
          .toReversed()
          .map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
      </ul>
      <Earlier />
    </div>
  );
}

function JobLine({ job: { formats, press, progress, result } }: { job: Job }) {
  const w = useWords();
  const language = useStore((now) => now.language);
  const name = press ? w.pressPdf : formats.map((format) => format.toUpperCase()).join(' + ');
  if (!result) {
    return (
      <li>
        <label>
          {name} <progress max={progress?.total} value={progress?.done} />
        </label>{' '}
        <span class="dim">{progress?.detail}</span>
      </li>
    );
  }
  return (
    <li>
      {result.refused?.map(({ message }, i) => (
        <p key={i} class="notice refused">
          {sentenceOf(message, language)}
        </p>
      ))}
      {!result.ok && !result.refused && <p class="notice refused">{w.notMade(name)}</p>}
      {result.files.map((file) => (
        <FileLine key={file.name} file={file} />
      ))}
    </li>
  );
}

function FileLine({ file }: { file: MadeFile }) {
  const w = useWords();
  const [inspected, setInspected] = useState<Inspected | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const api = get().api!;
  return (
    <div class="made">
      <strong>{file.name}</strong>
      <span class="dim">{w.size(Math.max(1, Math.round(file.bytes / 1024)), file.pages)}</span>
      {file.format === 'pdf' && (
        <a href={api.madeAddress(file.name)} target="_blank" rel="noreferrer">
          {w.openFile}
        </a>
      )}
      {file.format === 'epub' && (
        <button type="button" onClick={() => set({ screen: 'reading' })}>
          {w.read}
        </button>
      )}
      <a href={api.madeAddress(file.name, true)} download={file.name.split('/').at(-1)}>
        {w.keepFile}
      </a>
      {file.format === 'pdf' && (
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void guarded(async () => setInspected(await api.inspect(file.name))).then(() => setBusy(false));
          }}
        >
          {busy ? w.measuring : w.measure}
        </button>
      )}
      {inspected && (
        <div class="inspected" role="status">
          <p>
            {inspected.missed.length === 0
              ? w.allMet(inspected.met)
              : w.someMissed(inspected.missed.length, inspected.met)}
          </p>
          <ul>
            {inspected.missed.map(({ rule, figure, places }) => (
              <li key={rule}>
                {rule} {figure}
                <ul>
                  {places.map(({ page, what }, i) => (
                    <li key={i} class="dim">
                      {w.pageNumber(page)}: {what}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What changed since an earlier edition, and the slip of its misprints. */
function Earlier() {
  const w = useWords();
  const [known, setKnown] = useState<EarlierEdition[]>([]);
  const [chosen, setChosen] = useState('');
  const [difference, setDifference] = useState<EditionDifference | undefined>(undefined);
  const [slip, setSlip] = useState<SlipMade | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void guarded(async () => {
      const found = await get().api!.earlier();
      setKnown(found);
      setChosen(found[0]?.id ?? '');
    });
  }, []);
  const asking = (work: () => Promise<void>): void => {
    setBusy(true);
    void guarded(work).then(() => setBusy(false));
  };
  const isFile = known.find(({ id }) => id === chosen)?.kind === 'file';
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{w.earlier}</h2>
      {known.length === 0 ? (
        <p class="dim">{w.noEarlier}</p>
      ) : (
        <div class="row">
          <select aria-label={w.earlier} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {known.map(({ id, kind, name }) => (
              <option key={id} value={id}>
                {kind === 'commit' ? w.lastCommit : name}
              </option>
            ))}
          </select>
          <button
            type="button"
            disabled={busy}
            onClick={() => asking(async () => setDifference(await get().api!.compare(chosen)))}
          >
            {w.compare}
          </button>
          <button
            type="button"
            disabled={busy || !isFile}
            title={isFile ? undefined : w.errataOfFile}
            onClick={() => asking(async () => setSlip(await get().api!.errata(chosen)))}
          >
            {w.errata}
          </button>
          {busy && <span role="status">{w.comparing}</span>}
        </div>
      )}
      {difference && <Difference difference={difference} />}
      {slip && (
        <div role="status">
          {slip.rows.length === 0 && <p>{w.noErrata}</p>}
          {slip.file && <FileLine file={slip.file} />}
        </div>
      )}
    </section>
  );
}

function Difference({ difference: { same, added, removed, articles } }: { difference: EditionDifference }) {
  const w = useWords();
  return (
    <div class="difference" role="status">
      {same && <p>{w.same}</p>}
      {added.map((title) => (
        <p key={title}>
          <ins>{title}</ins>
        </p>
      ))}
      {removed.map((title) => (
        <p key={title}>
          <del>{title}</del>
        </p>
      ))}
      {articles.map((article) => (
        <section key={article.id}>
          <h3>{article.title}</h3>
          {article.renamed !== undefined && <Preview before={article.renamed} after={article.title} />}
          {article.column && <Preview before={article.column.before} after={article.column.after} />}
          {article.changes.map((change, i) =>
            'before' in change ? (
              <Preview
                key={i}
                before={'left' in change ? change.left + change.before + change.right : change.before}
                after={'left' in change ? change.left + change.after + change.right : change.after}
              />
            ) : (
              <p key={i} class="dim">
                {named(w.changes, change.kind)}
                {'words' in change && <span lang="zh"> {change.words}</span>}
              </p>
            ),
          )}
        </section>
      ))}
    </div>
  );
}
